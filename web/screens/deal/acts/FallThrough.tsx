import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import type { Body } from '../../../api/client.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { count } from '../../../parts/time.ts';
import { useDeadlines, useDeal } from '../use-deal.ts';

type Ends = NonNullable<Body<'/v1/deals/{no}/fall-through', 'post'>>['earnestMoney'];
const ends: { value: Ends; label: string }[] = [
  { value: 'to-buyer', label: 'Goes back to the buyer' },
  { value: 'to-seller', label: 'Goes to the seller' },
  { value: 'split', label: 'Is split' },
  { value: 'disputed', label: 'Is disputed' },
  { value: 'none-paid', label: 'None was paid' },
];

/** The contract ends without a closing: why, and what becomes of the earnest money. */
export default function FallThrough({ close }: { close: () => void }) {
  const { no } = useDeal();
  const open = useDeadlines(no).data?.items.filter(({ status }) => status === 'pending' || status === 'tolled' || status === 'breached').length ?? 0;
  const [earnestMoney, setEarnestMoney] = useState<Ends | null>(null);
  const act = useAct('post', '/v1/deals/{no}/fall-through');
  return (
    <ConfirmWithReason
      opened
      danger
      title="The contract fell through"
      reasons={['Buyer terminated in the option period', 'Financing was denied', 'Title could not be cured', 'Seller withdrew']}
      confirm="It fell through"
      missing={earnestMoney === null ? 'Choose what becomes of the earnest money.' : null}
      pending={act.isPending}
      problem={act.error}
      onConfirm={(reason) => act.mutate({ path: { no }, body: { reason, earnestMoney: earnestMoney! } }, { onSuccess: close })}
      onClose={close}
    >
      <Stack gap="sm">
        <Text>The contract ends, its {count(open, 'open deadline')} with it, and reminders stop. The record stays, and the deal can be opened again.</Text>
        <Radio.Group label="The earnest money" value={earnestMoney} onChange={(value) => setEarnestMoney(value as Ends)}>
          <Stack gap={6} mt={4}>
            {ends.map(({ value, label }, at) => (
              <Radio key={value} value={value} label={label} data-autofocus={at === 0 || undefined} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </ConfirmWithReason>
  );
}
