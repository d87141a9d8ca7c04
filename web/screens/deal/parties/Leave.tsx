import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { ask } from '../../../api/client.ts';
import { uuid } from '../../../api/intent.ts';
import { Loading } from '../../../parts/Loading.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { Ripple } from '../acts/Ripple.tsx';
import { useDeal } from '../use-deal.ts';
import { roleWords } from '../words.ts';
import type { Party } from './Parties.tsx';
import { useTouchParties } from './use-touch-parties.ts';

/** A party leaves: what that touches is shown first. Under a contract the ripple says it. */
export function Leave({ party, close }: { party: Party; close: () => void }) {
  const { no, contract } = useDeal();
  const touchParties = useTouchParties(no);
  const act = useAct('post', '/v1/parties/{id}/leave');
  const [key] = useState(uuid);
  const inForce = contract?.status === 'in-force';
  const ripple = useQuery({
    queryKey: ['/v1/deals/{no}/changes', { path: { no } }, 'leave', party.id] as const,
    queryFn: ({ signal }) =>
      ask('post', '/v1/deals/{no}/changes', {
        params: { path: { no }, query: { dryRun: 'true' } },
        body: { reason: 'dry run', parties: { add: [], leave: [party.id] } },
        idempotencyKey: key,
        signal,
      }),
    enabled: inForce,
    retry: false,
  });
  return (
    <Modal opened onClose={close} title={`${party.name} leaves`}>
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
        {act.error && <ProblemView error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={close}>
            Cancel
          </Button>
          <Button
            color="red.9"
            loading={act.isPending}
            onClick={() =>
              act.mutate(
                { path: { id: party.id } },
                {
                  onSuccess: () => {
                    touchParties();
                    close();
                  },
                },
              )
            }
          >
            Leaves the deal
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
