import { Button } from '@mantine/core';
import { IconClock, IconProgress } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Answer } from '../api/client.ts';
import { type Me, meQuery, useMay, useMe } from '../api/me.ts';
import { apiQuery } from '../api/query.ts';
import { useBusinessNow } from '../parts/Instant.tsx';
import { LazyMenu } from '../parts/LazyMenu.tsx';
import { absoluteWords, shortWords } from '../parts/time.ts';

const load = () => import('./BusinessClock.menu.tsx');
const ClockDialog = lazy(() => import('./ClockDialog.tsx'));
export type Clock = Answer<'/v1/clock', 'get'>;
export type ClockWish = { days: number } | 'ask' | 'look';

/** The clock of an instance for trying out, which people may let run ahead. Elsewhere it is that of the wall, and not shown. */
export const BusinessClock = () => (useMe().embedded ? <Moving /> : null);

/** More than the way of an answer. */
const aheadMs = 60_000;

function Moving() {
  const { clock, updatedAt } = useClock();
  const me = useMe();
  const mayMove = useMayMove();
  const now = useBusinessNow();
  const [wish, setWish] = useState<ClockWish | null>(null);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  if (!clock) return null;
  const { moving, offsetMs } = clock;
  const at = now();
  const state = moving ? 'moving' : offsetMs > aheadMs ? 'moved ahead' : '';
  const exact = absoluteWords(at, me.brokerage.zone);
  return (
    <>
      <LazyMenu
        target={
          <Button
            variant={state ? 'light' : 'default'}
            px="xs"
            className="clock"
            aria-label={`Clock of the business: ${shortWords(at, me.brokerage.zone)}${state ? `, ${state}` : ''}`}
            leftSection={moving ? <IconProgress size={15} aria-hidden /> : <IconClock size={15} aria-hidden />}
          >
            <span className="clock-words">{shortWords(at, me.brokerage.zone)}</span>
            {state && <b className="clock-state"> {state}</b>}
          </Button>
        }
        load={load}
        with={{ clock, mayMove, exact, wish: setWish }}
      />
      <Suspense>{wish && <ClockDialog clock={clock} readAt={updatedAt} wish={wish} close={() => setWish(null)} />}</Suspense>
    </>
  );
}

/** What the API asks of who moves the clock. */
function useMayMove(): boolean {
  const { role } = useMe().person;
  const [tasks, events] = [useMay('tasks:write'), useMay('events:write')];
  return ['broker', 'coordinator', 'engineer'].includes(role) && (tasks || events);
}

/** Looks often while it moves. Everything on screen is of another time afterwards, so all of it is read anew. */
function useClock(): { clock: Clock | undefined; updatedAt: number } {
  const queries = useQueryClient();
  const { data: clock, dataUpdatedAt } = useQuery({
    ...apiQuery('/v1/clock'),
    refetchInterval: ({ state }) => (state.data?.moving ? 700 : 30_000),
  });
  const known = useRef<Clock>(undefined);
  useEffect(() => {
    if (!clock) return;
    const before = known.current;
    known.current = clock;
    const clockOffsetMs = Date.parse(clock.businessNow) - dataUpdatedAt;
    queries.setQueryData(meQuery.queryKey, (me: (Me & { clockOffsetMs: number }) | undefined) => me && { ...me, clockOffsetMs });
    const jumped = before && Math.abs(clock.offsetMs - before.offsetMs) > 1000;
    if (!clock.moving && (before?.moving || jumped)) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/v1/clock' });
  }, [clock, dataUpdatedAt, queries]);
  return { clock, updatedAt: dataUpdatedAt };
}
