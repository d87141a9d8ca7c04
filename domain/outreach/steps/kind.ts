import type { Fault } from '../faults.ts';
import type { Step } from '../schemas.ts';

export type CheckContext = { /** Published templates by slug. */ templates: Readonly<Record<string, { channel: string }>> };
export type StepFault = Omit<Fault, 'step'>;

/** What the rest needs to know of one kind of step. */
export type KindOf<S extends Step> = {
  /** Where it may lead, by the name of the field. */
  exits(step: S): { field: string; to: string }[];
  /** Faults inside the step; those of the graph are found from `exits`. */
  faults(step: S, context: CheckContext): StepFault[];
  /** For a wait: when it is over, given when it began and the recipient's zone. */
  endsAt?(step: S, from: Date, zone: string): Date;
};

export const templateFaults = (template: string, channel: 'email' | 'text', { templates }: CheckContext): StepFault[] => {
  const found = Object.hasOwn(templates, template) ? templates[template] : undefined;
  if (!found) return [{ code: 'unknown-template', message: `There is no published template "${template}".` }];
  if (found.channel !== channel) return [{ code: 'wrong-channel', message: `Template "${template}" is for ${found.channel}, this step sends ${channel}.` }];
  return [];
};
