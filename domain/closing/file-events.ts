import { milestoneNames } from './milestones.ts';

/** Facts of a file under contract; the deal's run looks at all of them anew when one comes. */
export const fileEventTypes = [
  ...(['Contract.Recorded', 'Contract.Amended', 'Contract.Ended'] as const),
  ...(['Deadline.Settled', 'Deadline.Moved', 'Deadline.Breached'] as const),
  ...(['Assignment.Drafted', 'Assignment.Effective', 'Assignment.Cancelled'] as const),
  ...(['Checklist.Changed', 'Checklist.Confirmed', 'Checklist.ItemMoved', 'Checklist.Overridden', 'Document.Reviewed'] as const),
  ...milestoneNames,
] as const;
