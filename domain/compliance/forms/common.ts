import type { FactName } from '../facts.ts';
import type { Duty } from './form.ts';

/**
 * Duties of nearly every purchase that the state's form leaves to others: the Closing Disclosure to Regulation Z, the rest to the generic
 * milestones. A form that has its own rule for one of them leaves it out here.
 */
type CommonDuty = 'appraisal' | 'loan-approval' | 'insurance' | 'walk-through' | 'closing-disclosure';

export function commonDuties(anchor: FactName, ids: readonly CommonDuty[]): Duty[] {
  const milestone = { regime: 'us-generic', anchor, daysFact: 'days' } as const;
  const duties: Record<CommonDuty, Duty> = {
    appraisal: {
      ...milestone,
      id: 'appraisal',
      title: 'Appraisal',
      clock: 'appraisal',
      defaultDays: 17,
      term: 'appraisalDays',
      actor: 'lender',
      satisfiedBy: 'Appraisal.Received',
      financedOnly: true,
    },
    'loan-approval': {
      ...milestone,
      id: 'loan-approval',
      title: 'Loan approval',
      clock: 'loan-approval',
      defaultDays: 21,
      term: 'loanApprovalDays',
      actor: 'lender',
      satisfiedBy: 'Financing.Approved',
      financedOnly: true,
    },
    insurance: {
      ...milestone,
      id: 'insurance',
      title: 'Insurance',
      clock: 'insurance',
      defaultDays: 17,
      term: 'insuranceDays',
      actor: 'buyer',
      satisfiedBy: 'Insurance.Bound',
    },
    'walk-through': {
      id: 'walk-through',
      title: 'Final walk-through',
      regime: 'us-generic',
      clock: 'walk-through',
      anchor: 'closingDate',
      daysFact: 'daysBefore',
      defaultDays: 1,
      term: 'walkThroughDaysBefore',
      actor: 'buyer',
      satisfiedBy: 'WalkThrough.Completed',
    },
    'closing-disclosure': {
      id: 'closing-disclosure',
      title: 'Closing Disclosure received',
      regime: 'reg-z',
      clock: 'cd-latest-receipt',
      anchor: 'closingDate',
      actor: 'lender',
      satisfiedBy: 'ClosingDisclosure.Received',
      financedOnly: true,
    },
  };
  return ids.map((id) => duties[id]);
}
