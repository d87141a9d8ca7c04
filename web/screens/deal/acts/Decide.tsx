import { Button, Group, Stack, Text } from '@mantine/core';
import { useAct } from '../../../api/act.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { useDeal } from '../use-deal.ts';

type Props = { close: () => void };

const sure = {
  approve: {
    path: '/v1/deals/{no}/approve',
    title: 'Approve the offer',
    text: 'The offer is sent to the seller, and the follow-up begins.',
    confirm: 'Approve',
  },
  accept: {
    path: '/v1/deals/{no}/accept',
    title: 'The seller accepted',
    text: 'The follow-up ends, and the deal waits for the signed contract.',
    confirm: 'Accepted',
  },
} as const;
const why = {
  decline: {
    path: '/v1/deals/{no}/decline',
    title: 'The seller declined',
    text: 'The deal ends as declined, and the follow-up stops.',
    confirm: 'Declined',
    reasons: ['Price too low', 'Sold to somebody else', 'Keeps the property'],
  },
  dead: {
    path: '/v1/deals/{no}/dead',
    title: 'Give the deal up',
    text: 'The deal ends. Nothing is sent any more; its record stays.',
    confirm: 'Give it up',
    reasons: ['Seller cannot be reached', 'The numbers do not work', 'Title problem'],
  },
} as const;

/** Approve, accept, decline, give up: the run of the deal answers, done or why not. */
export default function Decide({ what, close }: Props & { what: keyof typeof sure | keyof typeof why }) {
  return what === 'approve' || what === 'accept' ? <Sure what={what} close={close} /> : <WithReason what={what} close={close} />;
}

function Sure({ what, close }: Props & { what: keyof typeof sure }) {
  const { no } = useDeal();
  const { path, title, text, confirm } = sure[what];
  const act = useAct('post', path);
  return (
    <Dialog opened onClose={close} title={title}>
      <Stack gap="sm">
        <Text>{text}</Text>
        {act.error && <ProblemView error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button data-autofocus loading={act.isPending} onClick={() => act.mutate({ path: { no } }, { onSuccess: close })}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function WithReason({ what, close }: Props & { what: keyof typeof why }) {
  const { no } = useDeal();
  const { path, title, text, confirm, reasons } = why[what];
  const act = useAct('post', path);
  return (
    <ConfirmWithReason
      {...{ title, reasons, confirm }}
      opened
      danger={what === 'dead'}
      pending={act.isPending}
      problem={act.error}
      onConfirm={(reason) => act.mutate({ path: { no }, body: { reason } }, { onSuccess: close })}
      onClose={close}
    >
      <Text>{text}</Text>
    </ConfirmWithReason>
  );
}
