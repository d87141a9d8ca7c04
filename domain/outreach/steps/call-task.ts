import type { CallTaskStep } from '../schemas.ts';
import type { KindOf } from './kind.ts';

export const callTask: KindOf<CallTaskStep> = { exits: (step) => [{ field: 'next', to: step.next }], faults: () => [] };
