import { Button, Group, NumberInput, SegmentedControl, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Milestone, milestones } from '../../../../domain/closing/milestones.ts';
import { useAct } from '../../../api/act.ts';
import type { Body } from '../../../api/client.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { dayOf, timeWords } from '../days.ts';
import { Working } from '../timeline/Working.tsx';
import { useDeal } from '../use-deal.ts';
import { awaitedWords, blankWords, roleWords, sentence } from '../words.ts';

type Input = NonNullable<Body<'/v1/deals/{no}/deadlines', 'post'>>;
type From = NonNullable<Input['count']>['from'];
const actors = ['coordinator', 'buyer', 'seller', 'agent', 'broker', 'lender', 'title'] as const satisfies readonly Input['actor'][];
const dates = [
  ...(['effectiveDate', 'closingDate', 'contractReceivedByTitleDate', 'commitmentReceivedDate', 'surveyReceivedDate', 'objectionsReceivedDate'] as const),
  ...(['objectionsCuredDate', 'noticeReceivedDate', 'documentsReceivedDate', 'fundsReceivedDate', 'consummationDate'] as const),
] as const satisfies readonly From[];
const dateWords = (name: From): string => (name === 'effectiveDate' || name === 'closingDate' ? blankWords(name) : sentence(awaitedWords(name)));

/** A deadline that no rule gives: a date, or days from a date of the file. Watched like every other. */
export default function NewClock({ close }: { close: () => void }) {
  const { no } = useDeal();
  const [title, setTitle] = useState('');
  const [actor, setActor] = useState<Input['actor']>('coordinator');
  const [by, setBy] = useState<'date' | 'count'>('date');
  const [date, setDate] = useState('');
  const [days, setDays] = useState<number | string>(5);
  const [unit, setUnit] = useState<'days' | 'business-days'>('days');
  const [direction, setDirection] = useState<'after' | 'before'>('after');
  const [from, setFrom] = useState<From>('effectiveDate');
  const [localTime, setLocalTime] = useState('17:00');
  const [evidence, setEvidence] = useState<string | null>(null);
  const [watched, setWatched] = useState(true);
  const [reason, setReason] = useState('');
  const act = useAct('post', '/v1/deals/{no}/deadlines');
  if (act.data)
    return (
      <Dialog opened onClose={close} title="The deadline is made">
        <Stack gap="sm">
          <Text>
            {act.data.title}:{' '}
            {act.data.date
              ? `${dayOf(act.data.date)}, ${timeWords(act.data.localTime ?? '23:59')}`
              : `no date yet; it waits for ${act.data.waitsFor.map(awaitedWords).join(', ')}`}
            .
          </Text>
          <Working rule={act.data.rule} />
          <Group justify="flex-end">
            <Button data-autofocus onClick={close}>
              Close
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  return (
    <Dialog opened onClose={close} title="New deadline">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const rule = by === 'date' ? { date } : { count: { days: Number(days), unit, direction, from, calendar: 'us-federal' as const } };
          act.mutate({
            path: { no },
            body: { title: title.trim(), actor, localTime, watched, reason: reason.trim(), ...rule, ...(evidence ? { evidence: evidence as Milestone } : {}) },
          });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="What is due"
            required
            maxLength={200}
            data-autofocus
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <Select
            label="Who has to act"
            data={actors.map((value) => ({ value, label: sentence(roleWords(value)) }))}
            allowDeselect={false}
            value={actor}
            onChange={(value) => setActor(value as Input['actor'])}
          />
          <SegmentedControl
            aria-label="How it is dated"
            data={[
              { value: 'date', label: 'On a date' },
              { value: 'count', label: 'Days from a date of the file' },
            ]}
            value={by}
            onChange={(value) => setBy(value as typeof by)}
          />
          {by === 'date' ? (
            <TextInput type="date" label="Date" required value={date} onChange={({ currentTarget }) => setDate(currentTarget.value)} />
          ) : (
            <Group gap="xs" align="flex-end">
              <NumberInput label="Days" w={70} min={0} max={3660} hideControls required value={days} onChange={setDays} />
              <Select
                label="Of which kind"
                w={160}
                allowDeselect={false}
                data={[
                  { value: 'days', label: 'calendar days' },
                  { value: 'business-days', label: 'business days' },
                ]}
                value={unit}
                onChange={(value) => setUnit(value as typeof unit)}
              />
              <Select
                label="Direction"
                w={100}
                allowDeselect={false}
                data={['after', 'before']}
                value={direction}
                onChange={(value) => setDirection(value as typeof direction)}
              />
              <Select
                label="Which date"
                flex={1}
                miw={200}
                allowDeselect={false}
                data={dates.map((value) => ({ value, label: dateWords(value) }))}
                value={from}
                onChange={(value) => setFrom(value as From)}
              />
            </Group>
          )}
          <TextInput
            type="time"
            label="Until"
            description="Time of day where the property is"
            required
            value={localTime}
            onChange={({ currentTarget }) => setLocalTime(currentTarget.value)}
          />
          <Select
            label="Done when this is recorded"
            description="Left empty, a person says when it is done"
            clearable
            clearButtonProps={{ 'aria-label': 'Leave it to a person' }}
            searchable
            data={Object.entries(milestones).map(([value, { title: label }]) => ({ value, label }))}
            value={evidence}
            onChange={setEvidence}
          />
          <Switch label="Remind and escalate" checked={watched} onChange={({ currentTarget }) => setWatched(currentTarget.checked)} />
          <TextInput
            label="Reason"
            description="Where it comes from: paragraph, agreement, call"
            required
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {act.error && <ProblemView error={act.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={act.isPending}>
              Make the deadline
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
