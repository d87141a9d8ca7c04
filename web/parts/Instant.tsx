import { useEffect, useReducer } from 'react';
import { useMe } from '../api/me.ts';
import { Hint } from './Hint.tsx';
import { absoluteWords, lastingWords, nextTickMs, relativeWords } from './time.ts';

/** What the clock of the business says, which an instance for trying out may move. */
export const useBusinessNow = (): (() => Date) => {
  const { clockOffsetMs } = useMe();
  // Below a second it is the way of the answer, not another clock.
  const offset = Math.abs(clockOffsetMs) < 5000 ? 0 : clockOffsetMs;
  return () => new Date(Date.now() + offset);
};

type Props = {
  at: string /** Zone of the property; the brokerage's where it is left out. */;
  zone?: string | undefined /** The absolute time first. */;
  absolute?: boolean;
  /** It is an instant of machine time (credentials, parked events), which a moved clock of the business has left behind. */
  machine?: boolean;
  /** What has lasted from then on: `for 7 days`, `since yesterday`. */
  lasting?: boolean;
};

/** An instant as people say it, with the exact time in its zone on hover and focus. It keeps itself current. */
export function Instant({ at, zone, absolute = false, machine = false, lasting = false }: Props) {
  const me = useMe();
  const business = useBusinessNow()();
  const now = machine ? new Date() : business;
  const [, tick] = useReducer((n: number) => n + 1, 0);
  const wait = nextTickMs(at, now);
  useEffect(() => {
    const timer = setInterval(tick, wait);
    return () => clearInterval(timer);
  }, [wait]);
  const exact = absoluteWords(at, zone ?? me.brokerage.zone);
  const ago = relativeWords(at, now, zone ?? me.brokerage.zone);
  const relative = lasting ? lastingWords(ago) : ago;
  return (
    <Hint label={absolute ? relative : exact}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {absolute ? exact : relative}
      </time>
    </Hint>
  );
}
