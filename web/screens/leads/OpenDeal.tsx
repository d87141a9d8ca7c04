import { Button, Group, Radio, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';

const sides = [
  { value: 'wholesale', label: 'Wholesale: we buy and assign' },
  { value: 'buyer', label: 'Buyer: we stand beside a buyer' },
  { value: 'listing', label: 'Listing: we sell for the owner' },
] as const;
type Side = (typeof sides)[number]['value'];

/** Opens a deal for a lead, or goes to the one that is open already. */
export default function OpenDeal({ leadNo, name, close }: { leadNo: number; name: string; close: () => void }) {
  const [side, setSide] = useState<Side>('wholesale');
  const navigate = useNavigate();
  const open = useAct('post', '/v1/deals');
  return (
    <Dialog opened onClose={close} title={`Open a deal for ${name}`}>
      <Stack gap="sm">
        <Radio.Group label="Side" value={side} onChange={(value) => setSide(value as Side)}>
          <Stack gap={6} mt={4}>
            {sides.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} data-autofocus={value === side || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        {open.error && <ProblemView error={open.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button
            loading={open.isPending}
            onClick={() =>
              open.mutate(
                { body: { leadNo, side } },
                { onSuccess: ({ dealNo }) => void navigate({ to: '/deals/$no', params: { no: String(dealNo) } as never }) },
              )
            }
          >
            Open the deal
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
