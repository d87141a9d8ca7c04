import { Alert, Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Contingency, contingencies, contingencyNames } from '../../../../domain/closing/contingencies.ts';
import { type Milestone, milestones } from '../../../../domain/closing/milestones.ts';
import { useAct } from '../../../api/act.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useBusinessNow } from '../../../parts/Instant.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { count, dateIn } from '../../../parts/time.ts';
import { dayOf } from '../days.ts';
import { Moves, movesBetween } from '../Moves.tsx';
import { type Deadline, useDeadlines, useDeal } from '../use-deal.ts';
import { awaitedWords, factGiving, sentence } from '../words.ts';

const names = Object.keys(milestones) as Milestone[];
const isOpen = ({ status }: Deadline): boolean => status === 'pending' || status === 'breached' || status === 'tolled';

type Props = { fact?: Milestone | undefined; contingency?: Contingency | null | undefined; close: () => void };

/** What happened, on which day, and how we know: it settles its deadline, and starts or moves those that count from it. */
export default function RecordFact({ fact: given, contingency: named = null, close }: Props) {
  const { no, zone, contract } = useDeal();
  const today = dateIn(useBusinessNow()(), zone);
  const { data } = useDeadlines(no);
  const deadlines = data?.items ?? [];
  const [before] = useState(deadlines);
  const [fact, setFact] = useState<Milestone | null>(given ?? null);
  const [day, setDay] = useState(today);
  const [dollars, setDollars] = useState<number | string>('');
  const [text, setText] = useState('');
  const [contingency, setContingency] = useState<Contingency | null>(named);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct('post', '/v1/deals/{no}/facts');
  const kind = fact ? milestones[fact] : null;
  const choices = useMemo(() => {
    const awaited = new Set(deadlines.filter(isOpen).flatMap(({ evidence, waitsFor }) => [evidence, ...waitsFor.map(factGiving)]));
    const item = (name: Milestone) => ({ value: name, label: milestones[name].title });
    return [
      { group: 'This file waits for', items: names.filter((name) => awaited.has(name)).map(item) },
      { group: 'Everything else', items: names.filter((name) => !awaited.has(name)).map(item) },
    ].filter(({ items }) => items.length > 0);
  }, [deadlines]);
  const repeats = kind !== null && 'repeats' in kind;
  const needsAmount = kind?.value === 'amountCents';
  const needsContingency = kind?.value === 'contingency';

  if (act.data)
    return (
      <Dialog opened onClose={close} title="Recorded">
        <Stack gap="sm">
          <Text>
            {milestones[act.data.fact as Milestone]?.title ?? 'The fact'}, {dayOf(act.data.effectiveOn)}.
          </Text>
          <Moves moves={movesBetween(before, act.data.deadlines)} none="No deadline moved or was settled by it." />
          <Group justify="flex-end">
            <Button data-autofocus onClick={close}>
              Close
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  return (
    <Dialog opened onClose={close} title="Record a fact">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const cents = Math.round(Number(dollars) * 100);
          const isMissing = fact === null || (needsAmount && !(cents > 0)) || (needsContingency && contingency === null);
          setMissing(isMissing);
          if (isMissing || fact === null) return;
          act.mutate({
            path: { no },
            body: {
              fact,
              effectiveOn: day,
              ...(needsAmount ? { amountCents: cents } : {}),
              ...(needsContingency && contingency ? { contingency } : {}),
              ...(kind?.value === 'text' && text.trim() ? { text: text.trim() } : {}),
              ...(note.trim() ? { evidence: { note: note.trim() } } : {}),
            },
          });
        }}
      >
        <Stack gap="sm">
          <Select
            label="What happened"
            placeholder="Earnest money received …"
            required
            searchable
            data-autofocus={given ? undefined : true}
            data={choices}
            value={fact}
            onChange={(value) => setFact(value as Milestone | null)}
            error={missing && fact === null ? 'Say what happened.' : undefined}
          />
          <TextInput
            type="date"
            label="On"
            description={`The day it took effect where the property is (${zone.split('/').at(-1)?.replace('_', ' ')})`}
            required
            data-autofocus={given ? true : undefined}
            value={day}
            max={repeats ? undefined : today}
            onChange={({ currentTarget }) => setDay(currentTarget.value)}
          />
          {needsAmount && (
            <NumberInput
              label="Amount"
              prefix="$"
              thousandSeparator=","
              decimalScale={2}
              min={0}
              hideControls
              required
              value={dollars}
              onChange={setDollars}
              error={missing && !(Number(dollars) > 0) ? 'Say how much.' : undefined}
            />
          )}
          {needsContingency && (
            <Select
              label="Which contingency"
              required
              data={contingencyNames.map((name) => ({ value: name, label: sentence(contingencies[name]) }))}
              value={contingency}
              onChange={(value) => setContingency(value as Contingency | null)}
              error={missing && contingency === null ? 'Say which contingency was removed in writing.' : undefined}
            />
          )}
          {kind?.value === 'text' && <TextInput label="Details" maxLength={500} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />}
          <Textarea
            label="Note"
            description="How we know: kept with the fact as its evidence"
            maxLength={500}
            autosize
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {fact && contract && <Consequence fact={fact} contingency={contingency} deadlines={deadlines} />}
          {act.error && <ProblemView error={act.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={act.isPending}>
              Record it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What the fact does to the file, said before it is recorded. */
function Consequence({ fact, contingency, deadlines }: { fact: Milestone; contingency: Contingency | null; deadlines: readonly Deadline[] }) {
  const settles = deadlines.filter((each) => each.evidence === fact && (each.contingency === null || each.contingency === contingency) && isOpen(each));
  const gives = milestones[fact].gives as readonly string[];
  const starts = deadlines.filter(({ waitsFor }) => waitsFor.some((date) => gives.includes(date)));
  if (settles.length + starts.length === 0) return null;
  return (
    <Alert variant="light" py="xs" role="status">
      {settles.map(({ clock, title, date }) => (
        <Text size="sm" key={clock}>
          Settles {title}
          {date ? `, due ${dayOf(date)}` : ''}.
        </Text>
      ))}
      {starts.length > 0 && (
        <Text size="sm">
          Starts {count(starts.length, 'deadline')} that {starts.length === 1 ? 'waits' : 'wait'} for {awaitedWords(gives[0]!)}:{' '}
          {starts.map(({ title }) => title).join(', ')}.
        </Text>
      )}
    </Alert>
  );
}
