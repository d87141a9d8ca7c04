import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { ask } from '../../../api/client.ts';
import { uuid } from '../../../api/intent.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { Ripple } from '../acts/Ripple.tsx';
import { useDeal } from '../use-deal.ts';
import { roleWords } from '../words.ts';
import type { Party } from './Parties.tsx';
import { useTouchParties } from './use-touch-parties.ts';

const reasons = ['Replaced by somebody else', 'The purchase is no longer financed', 'Entered by mistake'];

/** A party leaves. Under a contract that is an amendment: what it touches is shown first, and it is made with its reason. */
export function Leave({ party, close }: { party: Party; close: () => void }) {
  const { no, contract } = useDeal();
  const touchParties = useTouchParties(no);
  const leave = useAct('post', '/v1/parties/{id}/leave');
  const amend = useAct('post', '/v1/deals/{no}/changes');
  const [key] = useState(uuid);
  const inForce = contract?.status === 'in-force';
  const act = inForce ? amend : leave;
  const parties = { add: [], leave: [party.id] };
  const ripple = useQuery({
    queryKey: ['/v1/deals/{no}/changes', { path: { no } }, 'leave', party.id] as const,
    queryFn: ({ signal }) =>
      ask('post', '/v1/deals/{no}/changes', {
        params: { path: { no }, query: { dryRun: 'true' } },
        body: { reason: 'dry run', parties },
        idempotencyKey: key,
        signal,
      }),
    enabled: inForce && !act.isPending && !act.isSuccess,
    retry: false,
  });
  const left = (): void => {
    touchParties();
    close();
  };
  return (
    <ConfirmWithReason
      opened
      danger
      title={`${party.name} leaves`}
      reasons={reasons}
      confirm="Leaves the deal"
      disabled={inForce && ripple.data === undefined}
      pending={act.isPending}
      problem={act.error}
      onConfirm={(reason) =>
        inForce ? amend.mutate({ path: { no }, body: { reason, parties } }, { onSuccess: left }) : leave.mutate({ path: { id: party.id } }, { onSuccess: left })
      }
      onClose={close}
    >
      <Stack gap="sm">
        <Text>The {roleWords(party.role)} gets no more messages of this deal; what was said so far stays in its record.</Text>
        {inForce &&
          (ripple.error ? (
            <ProblemView error={ripple.error} retry={ripple.refetch} />
          ) : ripple.data ? (
            <Ripple ripple={ripple.data} />
          ) : (
            <Loading what="what it touches" />
          ))}
      </Stack>
    </ConfirmWithReason>
  );
}
