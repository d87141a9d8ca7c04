import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { Confirm } from '../../parts/Confirm.tsx';
import { Instant } from '../../parts/Instant.tsx';
import type { Lookup } from './Lookups.tsx';

const outcomes = [
  { value: 'ask-again', label: 'It was not billed: it may be asked again', about: 'The next look-up of this lead asks the provider anew.' },
  { value: 'leave', label: 'It was billed, or nobody can say: leave it', about: 'The provider is not asked about this again, and nothing is paid twice.' },
] as const;
type Outcome = (typeof outcomes)[number]['value'];

/** What came of a question to a data provider whose answer was lost, as its own list of questions says. */
export default function SettleLookup({ lookup, close }: { lookup: Lookup; close: () => void }) {
  const settle = useAct('post', '/v1/lookups/{id}/settle');
  const [outcome, setOutcome] = useState<Outcome>('ask-again');
  return (
    <Confirm
      title="What became of the look-up?"
      confirm="Settle"
      pending={settle.isPending}
      problem={settle.error}
      onConfirm={() => settle.mutate({ path: { id: lookup.id }, body: { outcome } }, { onSuccess: close })}
      onClose={close}
    >
      <Text size="sm">
        {lookup.provider} was asked <Instant at={lookup.askedAt} absolute />, and the answer was lost. Find the question in its usage list by the minute first:
        its key is {lookup.id}.
      </Text>
      <Radio.Group label="As the provider says" value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
        <Stack gap={8} mt={6}>
          {outcomes.map(({ value, label, about }) => (
            <Radio key={value} value={value} label={label} description={about} />
          ))}
        </Stack>
      </Radio.Group>
    </Confirm>
  );
}
