import { DomainError } from '../errors.ts';
import { standing } from './course.ts';

/** Where a person goes on who acts on a deal that has ended: only one that went to closing is final. */
export const goOnFrom = (stage: string): string =>
  stage === 'closed'
    ? 'That is final: funding, recording and documents can still be added to its file; for another sale of the property open a new deal.'
    : stage === 'fell-through'
      ? 'Open it again when another contract comes, or open a new deal for this property.'
      : 'Open it again if the seller agrees after all, or open a new deal for this property.';

/** The refusal of an act on a deal that has ended. */
export const dealEnded = ({ dealNo, stage }: { dealNo: number; stage: string }, nextStep = goOnFrom(stage)): DomainError =>
  new DomainError('deal-closed', `${standing(dealNo, stage)}.`, { nextStep });
