import type { TextStep } from '../schemas.ts';
import { type KindOf, templateFaults } from './kind.ts';

export const text: KindOf<TextStep> = {
  exits: (step) => [{ field: 'next', to: step.next }],
  faults: (step, context) => templateFaults(step.template, 'text', context),
};
