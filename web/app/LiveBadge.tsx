import { useEffect, useReducer } from 'react';
import { useMe } from '../api/me.ts';
import { useLiveState } from '../live/live.ts';
import { Status } from '../parts/Status.tsx';
import { timeIn } from '../parts/time.ts';

/** This long without a word, what is on screen counts as old. */
const staleMs = 60_000;

/** Whether what is on screen is of now; said aloud when it changes. */
export function LiveBadge() {
  const { state, heardAt } = useLiveState();
  const { brokerage } = useMe();
  const [, tick] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (state === 'live') return;
    const timer = setInterval(tick, 5000);
    return () => clearInterval(timer);
  }, [state]);
  const since = heardAt ?? openedAt;
  const isStale = state !== 'live' && Date.now() - since > staleMs;
  return (
    <span role="status" style={{ fontSize: '0.8125rem' }}>
      {state === 'live' ? (
        <Status tone="good">Live</Status>
      ) : isStale || state === 'signed-out' ? (
        <Status tone="warn">Stale since {timeIn(new Date(since), brokerage.zone)}</Status>
      ) : (
        <Status tone="neutral" icon="working">
          {state === 'connecting' ? 'Connecting' : 'Reconnecting'}
        </Status>
      )}
    </span>
  );
}

const openedAt = Date.now();
