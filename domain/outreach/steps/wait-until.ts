import { nextLocalTime } from '../../time/zoned.ts';
import type { WaitUntilStep } from '../schemas.ts';
import type { KindOf } from './kind.ts';

export const waitUntil: KindOf<WaitUntilStep> = {
  exits: (step) => [{ field: 'next', to: step.next }],
  faults: () => [],
  endsAt: ({ time, inDays, on }, from, zone) => nextLocalTime(from, { time, inDays, on }, zone),
};
