import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { apiQuery } from '../../../api/query.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { dayOf } from '../days.ts';
import { useDeal } from '../use-deal.ts';
import { awaitedWords } from '../words.ts';
import { ContractFields, isContract } from './contract/ContractFields.tsx';

/** The signed contract: its form, dates and numbers. All its deadlines are computed at once, and shown. */
export default function RecordContract({ close }: { close: () => void }) {
  const forms = useQuery(apiQuery('/v1/calculators/deadline'));
  const { no } = useDeal();
  // Beside which document the terms are entered.
  const [source, setSource] = useState<string | null>(null);
  const act = useAct('post', '/v1/deals/{no}/contract');
  if (act.data)
    return (
      <Dialog opened onClose={close} title="The contract is recorded">
        <Stack gap="sm">
          <Text>Its clocks run. What waits for a fact gets its date once that is recorded.</Text>
          <List size="sm" spacing={2}>
            {act.data.deadlines.map(({ clock, title, date, waitsFor }) => (
              <List.Item key={clock}>
                <b>{title}</b>: {date ? dayOf(date) : `no date yet, waits for ${waitsFor.map(awaitedWords).join(', ')}`}
              </List.Item>
            ))}
          </List>
          <Group justify="flex-end">
            <Button data-autofocus onClick={close}>
              Close
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  return (
    <Dialog
      opened
      onClose={close}
      title="Record the contract"
      {...(source ? { size: 'min(1600px, 100%)', padding: 'sm', yOffset: '2dvh', xOffset: '8px' } : { size: 'lg' })}
    >
      <Shown query={forms} what="the forms">
        {({ items }) => (
          <ContractFields
            forms={items.filter(isContract)}
            pending={act.isPending}
            problem={act.error}
            record={(body) => act.mutate({ path: { no }, body })}
            close={close}
            source={source}
            choose={setSource}
          />
        )}
      </Shown>
    </Dialog>
  );
}
