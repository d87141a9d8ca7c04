import { Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { dayOf } from '../days.ts';
import { type Deadline, useDeal } from '../use-deal.ts';

export type ClockAct = 'satisfy' | 'waive' | 'terminate' | 'toll' | 'resume' | 'set-date' | 'extend' | 'by-rule';
export const labels: Record<ClockAct, string> = {
  satisfy: 'Done',
  waive: 'Waive',
  terminate: 'End it',
  toll: 'Pause',
  resume: 'Run again',
  extend: 'Extend',
  'set-date': 'Set the date',
  'by-rule': 'Back to the rule',
};
const says: Record<ClockAct, string> = {
  satisfy: 'It counts as done. Reminders stop.',
  waive: 'The one it protects gives it up. Reminders stop.',
  terminate: 'It ends without being done. Reminders stop.',
  toll: 'It stands still until it runs again; nobody is reminded.',
  resume: 'It runs again to its date, and is watched.',
  extend: 'Agreed in writing between the parties. Its rule’s own answer stays beside the new date.',
  'set-date': 'Set by hand, with your name and reason. Its rule’s own answer stays beside it.',
  'by-rule': 'The date set by hand goes; its rule’s own answer counts again.',
};
const reasons: Record<ClockAct, string[]> = {
  satisfy: ['Confirmed by e-mail', 'Confirmed by phone', 'Seen with my own eyes'],
  waive: ['Waived in writing by the buyer', 'Waived in writing by the seller'],
  terminate: ['Does not apply to this deal', 'Overtaken by an agreement'],
  toll: ['The parties agreed to wait', 'Waiting for a third party'],
  resume: ['The pause is over', 'It was settled by mistake'],
  extend: ['Extended in writing by both parties'],
  'set-date': ['The contract says so', 'Told by the title company'],
  'by-rule': ['The rule is right', 'It was set by mistake'],
};

/** An act on one deadline, with its reason; a new date is shown against the old one and the rule's. */
export function DeadlineAct({ act: what, deadline, close }: { act: ClockAct; deadline: Deadline; close: () => void }) {
  const { no } = useDeal();
  const { clock, title, date, localTime, rule } = deadline;
  const [day, setDay] = useState(date ?? '');
  const [time, setTime] = useState(localTime ?? '23:59');
  const [proof, setProof] = useState('');
  const act = useAct('post', '/v1/deals/{no}/deadlines/{clock}');
  const isDated = what === 'extend' || what === 'set-date';
  const ruled = (rule as { date?: string | null } | null)?.date ?? null;
  const isSame = day === date && time === (localTime ?? '23:59');
  const isEarlier = what === 'extend' && date !== null && day < date;
  return (
    <ConfirmWithReason
      opened
      title={`${labels[what]}: ${title}`}
      reasons={reasons[what]}
      confirm={labels[what]}
      disabled={isDated && (!day || isSame || isEarlier)}
      pending={act.isPending}
      problem={act.error}
      onConfirm={(reason) => {
        const why = { reason, ...(proof.trim() ? { proof: proof.trim() } : {}) };
        const body = isDated ? { act: 'set-date' as const, date: day, localTime: time, ...why } : { act: what, ...why };
        act.mutate({ path: { no, clock }, body }, { onSuccess: close });
      }}
      onClose={close}
    >
      <Text size="sm">{says[what]}</Text>
      {isDated && (
        <>
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label="New date"
              required
              data-autofocus
              value={day}
              error={isEarlier ? 'Lies before its present date: set the date instead.' : undefined}
              onChange={({ currentTarget }) => setDay(currentTarget.value)}
            />
            <TextInput type="time" label="Until" required value={time} onChange={({ currentTarget }) => setTime(currentTarget.value)} />
          </Group>
          <Text size="sm" role="status">
            {date ? <s>{dayOf(date)}</s> : 'No date'} → {day ? dayOf(day) : '…'}. {ruled ? `The rule says ${dayOf(ruled)}.` : 'The rule has no date yet.'}
          </Text>
        </>
      )}
      {what !== 'by-rule' && (
        <TextInput
          label="Proof"
          description="Where it can be read: document, e-mail, call"
          maxLength={200}
          value={proof}
          onChange={({ currentTarget }) => setProof(currentTarget.value)}
        />
      )}
    </ConfirmWithReason>
  );
}
