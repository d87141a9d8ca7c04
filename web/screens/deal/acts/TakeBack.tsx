import { Text } from '@mantine/core';
import { useAct } from '../../../api/act.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { dayOf } from '../days.ts';
import { useDeadlines, useDeal } from '../use-deal.ts';
import { factTitle } from '../words.ts';
import type { Recorded } from './asked.ts';

/** A fact that was recorded by mistake is taken back: what it had settled runs again. */
export default function TakeBack({ fact, close }: { fact: Recorded; close: () => void }) {
  const { no } = useDeal();
  const settled = useDeadlines(no).data?.items.filter((each) => each.status === 'satisfied' && each.settled?.proof === fact.id) ?? [];
  const act = useAct('post', '/v1/deals/{no}/facts/{factId}/take-back');
  return (
    <ConfirmWithReason
      opened
      danger
      title={`Take back: ${factTitle(fact.fact)}`}
      reasons={['It was of another deal', 'It has not happened']}
      confirm="Take it back"
      pending={act.isPending}
      problem={act.error}
      onConfirm={(reason) => act.mutate({ path: { no, factId: fact.id }, body: { reason } }, { onSuccess: close })}
      onClose={close}
    >
      <Text>
        Recorded for {dayOf(fact.effectiveOn)}. It stays in the record as taken back, and shows nothing any more; a document of it stays.
        {settled.length > 0 && ` What runs again, and is missed where it is over: ${settled.map(({ title }) => title).join(', ')}.`}
      </Text>
    </ConfirmWithReason>
  );
}
