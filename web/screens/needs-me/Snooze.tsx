import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { nextLocalTime } from '../../../domain/time/zoned.ts';
import { useAct } from '../../api/act.ts';
import { useMe } from '../../api/me.ts';
import { ConfirmWithReason } from '../../parts/ConfirmWithReason.tsx';
import { useBusinessNow } from '../../parts/Instant.tsx';
import { absoluteWords } from '../../parts/time.ts';
import type { NeedsMeLine } from './lines.ts';

/** Puts a task out of sight until an instant, with the reason. */
export default function Snooze({ line, close }: { line: NeedsMeLine; close: () => void }) {
  const { brokerage } = useMe();
  const [now] = useState(useBusinessNow());
  const choices = [
    { label: 'In two hours', at: new Date(now.getTime() + 2 * 3_600_000) },
    { label: 'Tomorrow', at: nextLocalTime(now, { time: '09:00', inDays: 1 }, brokerage.zone) },
    { label: 'Next Monday', at: nextLocalTime(now, { time: '09:00', inDays: 1, on: ['mon'] }, brokerage.zone) },
    { label: 'In a week', at: nextLocalTime(now, { time: '09:00', inDays: 7 }, brokerage.zone) },
  ];
  const [until, setUntil] = useState(choices[1]!.at.toISOString());
  const snooze = useAct('post', '/v1/tasks/{id}/snooze');
  return (
    <ConfirmWithReason
      opened
      title={`Put off “${line.title}”`}
      reasons={['Waiting for the other side', 'Waiting for a document', 'Not needed today']}
      confirm="Put off"
      pending={snooze.isPending}
      problem={snooze.error}
      onConfirm={(reason) => snooze.mutate({ path: { id: line.taskId! }, body: { until, reason } }, { onSuccess: close })}
      onClose={close}
    >
      <Radio.Group label="Until" value={until} onChange={setUntil}>
        <Stack gap={6} mt={4}>
          {choices.map(({ label, at }) => (
            <Radio
              key={label}
              value={at.toISOString()}
              label={`${label}: ${absoluteWords(at, brokerage.zone)}`}
              data-autofocus={at.toISOString() === until || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
    </ConfirmWithReason>
  );
}
