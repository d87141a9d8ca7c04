import type { WaitStep } from '../schemas.ts';
import type { KindOf } from './kind.ts';

const minute = 60_000;
const longestMs = 366 * 24 * 60 * minute;

export const waitMs = ({ days = 0, hours = 0, minutes = 0 }: WaitStep): number => ((days * 24 + hours) * 60 + minutes) * minute;

export const wait: KindOf<WaitStep> = {
  exits: (step) => [{ field: 'next', to: step.next }],
  faults(step) {
    const ms = waitMs(step);
    if (ms <= 0) return [{ code: 'empty-wait', message: 'It waits for no time at all.' }];
    return ms > longestMs ? [{ code: 'wait-too-long', message: 'It waits for more than a year.' }] : [];
  },
  endsAt: (step, from) => new Date(from.getTime() + waitMs(step)),
};
