import { Text } from '@mantine/core';
import { useAct } from '../../../api/act.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { useDeal } from '../use-deal.ts';

/** A deal that ended is opened once more. */
export default function Reopen({ close }: { close: () => void }) {
  const { no } = useDeal();
  const act = useAct('post', '/v1/deals/{no}/reopen');
  return (
    <ConfirmWithReason
      opened
      title="Open it again"
      reasons={['The parties agreed after all', 'Another buyer came', 'It was ended by mistake']}
      confirm="Open again"
      pending={act.isPending}
      problem={act.error}
      onConfirm={(reason) => act.mutate({ path: { no }, body: { reason } }, { onSuccess: close })}
      onClose={close}
    >
      <Text>Its run begins again, and it waits for a new contract. What happened so far stays in its record.</Text>
    </ConfirmWithReason>
  );
}
