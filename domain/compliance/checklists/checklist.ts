import { DomainError } from '../../errors.ts';
import { type Checklist, requiredDocuments } from './required.ts';
import type { ChecklistSet } from './row.ts';
import { ChecklistRequest } from './schemas.ts';

/**
 * The one way to a checklist, for API, CLI and case runner alike: `{ facts: DealFacts, on?: date }`, where `on` falls back to `facts.contractDate`.
 * Throws `bad-facts` with every fault of the request, and `no-day` where neither date is given.
 */
export function checklistFor(request: unknown, sets?: readonly ChecklistSet[]): Checklist {
  const parsed = ChecklistRequest.safeParse(request);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    throw new DomainError('bad-facts', `The facts are not usable: ${faults.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')}.`, {
      nextStep: 'Mend the facts listed in details; leave out, or send null for, what is not known.',
      details: { faults },
    });
  }
  const { facts, on } = parsed.data;
  const day = on ?? facts.contractDate;
  if (!day)
    throw new DomainError('no-day', 'A checklist is for a day: neither "on" nor the contract’s date is given.', {
      nextStep: 'Give "on", for example today’s date where the property is.',
    });
  return requiredDocuments(facts, day, sets);
}
