import { Text } from '@mantine/core';
import { useAct } from '../../../api/act.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import type { Item } from './items.ts';

/** A broker goes on without a required document, or asks for it after all; both with the reason. */
export default function Override({ no, item, close }: { no: number; item: Item; close: () => void }) {
  const back = item.overridden !== null;
  const override = useAct('post', '/v1/deals/{no}/checklist/{document}/override');
  const restore = useAct('post', '/v1/deals/{no}/checklist/{document}/restore');
  const decide = back ? restore : override;
  return (
    <ConfirmWithReason
      opened
      title={back ? `Ask for “${item.title}” after all` : `Go on without “${item.title}”`}
      reasons={back ? ['It does apply', 'The reason has gone'] : ['It does not apply here', 'It is kept elsewhere', 'Counsel agreed']}
      confirm={back ? 'Ask for it' : 'Go on without it'}
      danger={!back}
      pending={decide.isPending}
      problem={decide.error}
      onConfirm={(reason) => decide.mutate({ path: { no, document: item.document }, body: { reason } }, { onSuccess: close })}
      onClose={close}
    >
      <Text size="sm">
        {back
          ? 'The deal does not close without it again.'
          : `The deal may then close without it. ${item.consequence ?? ''} Your name and reason stand in the record.`}
      </Text>
    </ConfirmWithReason>
  );
}
