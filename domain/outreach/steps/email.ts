import type { EmailStep } from '../schemas.ts';
import { type KindOf, templateFaults } from './kind.ts';

export const email: KindOf<EmailStep> = {
  exits: (step) => [{ field: 'next', to: step.next }],
  faults: (step, context) => templateFaults(step.template, 'email', context),
};
