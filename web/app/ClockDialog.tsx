import { Button, Group, Progress, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { instantOf, minutesOf, nextLocalTime } from '../../domain/time/zoned.ts';
import { useAct } from '../api/act.ts';
import type { Answer } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { Problem } from '../api/problem.ts';
import { apiQuery } from '../api/query.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { faultOf } from '../parts/faults.ts';
import { useBusinessNow } from '../parts/Instant.tsx';
import { ProblemView } from '../parts/ProblemView.tsx';
import { Shown } from '../parts/Shown.tsx';
import { absoluteWords, count, dayWords, localInput } from '../parts/time.ts';
import type { Clock, ClockWish } from './BusinessClock.tsx';

type Props = { clock: Clock; readAt: number; wish: ClockWish; close: () => void };

/** Lets time go by: asks how far where that is open, shows how far it is while it goes, and what happened when it has. */
export default function ClockDialog({ clock, readAt, wish, close }: Props) {
  const forward = useAct('post', '/v1/clock/forward');
  const askedAt = useRef(0);
  const begun = useRef(false);
  const ask = (body: { days: number } | { until: string }): void => {
    forward.mutate({ body }, { onSuccess: () => (askedAt.current = Date.now()) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is carried out once
  useEffect(() => {
    if (begun.current || typeof wish === 'string') return;
    begun.current = true;
    ask(wish);
  }, []);
  const { moving, last } = clock;
  // What was asked for shows in the clock a moment later.
  const waits = forward.isPending || (forward.isSuccess && readAt < askedAt.current);
  const title =
    moving || waits
      ? 'The clock is moving'
      : forward.error
        ? 'The clock stands still'
        : wish === 'ask' && !forward.isSuccess
          ? 'Forward to …'
          : 'What happened';
  return (
    <Dialog opened onClose={close} title={title} size="lg">
      <Stack gap="sm">
        {forward.error && <ProblemView error={forward.error} />}
        {wish === 'ask' && !forward.isSuccess && !moving ? (
          <Until ask={ask} pending={forward.isPending} problem={forward.error} close={close} />
        ) : moving ? (
          <Underway clock={clock} />
        ) : waits ? (
          <Text role="status">Asking for the move …</Text>
        ) : (
          !forward.error && last && <Done last={last} again={(until) => ask({ until })} />
        )}
      </Stack>
    </Dialog>
  );
}

function Until({ ask, pending, problem, close }: { ask: (body: { until: string }) => void; pending: boolean; problem: Problem | null; close: () => void }) {
  const { zone } = useMe().brokerage;
  const [now] = useState(useBusinessNow());
  const [value, setValue] = useState(localInput(nextLocalTime(now, { time: '09:00', inDays: 1 }, zone), zone));
  const [date, time] = value.split('T') as [string, string | undefined];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (date && time) ask({ until: instantOf(date, minutesOf(time.slice(0, 5)), zone).toISOString() });
      }}
    >
      <Stack gap="sm">
        <TextInput
          type="datetime-local"
          label="Date and time"
          description={`In the zone of the brokerage, ${zone}. It is ${absoluteWords(now, zone)} now; at most a year ahead.`}
          min={localInput(now, zone)}
          value={value}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
          error={faultOf(problem, 'until')}
          required
          withAsterisk={false}
          data-autofocus
        />
        <Text size="sm" c="dimmed">
          Everything goes along in step: timers ring, messages go to the sandbox, deadlines come. The clock never runs backwards.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Forward
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const [hourMs, dayMs] = [3_600_000, 86_400_000];

function Underway({ clock: { moving, businessNow } }: { clock: Clock }) {
  const { zone } = useMe().brokerage;
  const { from, to, reachedAt, doing, state } = moving!;
  const happened = useQuery({ ...apiQuery('/v1/clock/happened'), refetchInterval: 2000, enabled: from !== null });
  if (!to) return <Text role="status">The command line moves it: it is {absoluteWords(businessNow, zone)}.</Text>;
  const start = Date.parse(from ?? businessNow);
  const [gone, all] = [Math.max(0, Date.parse(reachedAt ?? from ?? businessNow) - start), Math.max(1, Date.parse(to) - start)];
  const [unit, one] = all > 1.5 * dayMs ? [dayMs, 'day'] : [hourMs, 'hour'];
  const milestone = `${Math.floor(gone / unit)} of ${count(Math.max(1, Math.round(all / unit)), one)}`;
  return (
    <>
      <div>
        <Text fw={600} role="status">
          {milestone}, to {absoluteWords(to, zone)}
        </Text>
        <Text size="sm" c="dimmed">
          {state === 'queued' ? 'Waiting for the instance to begin' : `Waiting for ${doing ?? 'the first run to act'}`}
        </Text>
      </div>
      <Progress value={(gone / all) * 100} aria-label={`The clock has gone ${milestone}`} />
      {from && happened.data && <Days {...happened.data} none="Nothing so far." />}
      <Text size="sm" c="dimmed">
        You may close this and go on working: it goes on by itself, and the screens follow.
      </Text>
    </>
  );
}

function Done({ last, again }: { last: NonNullable<Clock['last']>; again: (until: string) => void }) {
  const { zone } = useMe().brokerage;
  const happened = useQuery({ ...apiQuery('/v1/clock/happened'), staleTime: 0 });
  const now = useBusinessNow()();
  return (
    <>
      {last.state === 'failed' && (
        <ProblemView
          error={
            new Problem(409, {
              type: 'clock-stopped',
              title: 'The clock stopped on the way',
              detail: last.problem?.cause ?? 'The move ended before its instant.',
              nextStep: last.problem?.nextStep ?? 'Ask for the rest again.',
            })
          }
          {...(last.to && Date.parse(last.to) > now.getTime() ? { retry: () => again(last.to!) } : {})}
        />
      )}
      {last.state === 'done' && last.to && (
        <Text role="status">
          {last.from ? `From ${absoluteWords(last.from, zone)} to ` : 'To '}
          {absoluteWords(last.to, zone)}.
        </Text>
      )}
      <Shown query={happened} what="what happened">
        {(data) => <Days {...data} none="Nothing happened in that time: no run, message or deadline was due." />}
      </Shown>
    </>
  );
}

const Days = ({ days, none }: Answer<'/v1/clock/happened', 'get'> & { none: string }) =>
  days.length === 0 ? (
    <Text size="sm">{none}</Text>
  ) : (
    <section aria-label="What happened, day by day">
      {days.map(({ date, happened }) => (
        <div key={date} style={{ marginBottom: 8 }}>
          <Title order={3}>{dayWords(`${date}T12:00:00Z`, 'UTC')}</Title>
          <Text size="sm">{happened.map(({ words }) => words).join(' · ')}</Text>
        </div>
      ))}
    </section>
  );
