import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { absoluteWords } from '../../../parts/time.ts';
import { useDeal } from '../use-deal.ts';
import type { Line } from './lines.ts';

/** A person says what became of a message whose outcome is unknown. */
export function Settle({ line: { at, to, address, unknown }, close }: { line: Line; close: () => void }) {
  const { zone } = useDeal();
  const [outcome, setOutcome] = useState<string | null>(null);
  const settle = useAct('post', '/v1/sends/{id}/settle');
  const choices = [
    { value: 'sent', label: 'It went out', description: 'Nothing more is sent.' },
    { value: 'not-sent', label: 'It did not go out', description: 'It is not sent by itself: tell them another way.' },
    ...(unknown?.again ? [{ value: 'again', label: 'It did not go out; send it again', description: 'The follow-up sends this step once more.' }] : []),
  ];
  return (
    <Dialog opened onClose={close} title={`The message to ${to}`}>
      <Stack gap="sm">
        <Text size="sm">
          Look for it at the provider: to {address ?? to}, about {absoluteWords(at, zone)}.
        </Text>
        <Radio.Group label="What did you find?" value={outcome} onChange={setOutcome}>
          <Stack gap={8} mt={6}>
            {choices.map((choice) => (
              <Radio key={choice.value} {...choice} />
            ))}
          </Stack>
        </Radio.Group>
        {settle.error && <ProblemView error={settle.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button
            disabled={outcome === null}
            loading={settle.isPending}
            onClick={() =>
              settle.mutate(
                { path: { id: unknown!.sendId }, body: { outcome: outcome === 'sent' ? 'sent' : 'not-sent', again: outcome === 'again' } },
                { onSuccess: close },
              )
            }
          >
            Note it
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
