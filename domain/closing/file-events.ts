import { milestoneNames } from './milestones.ts';

/** How far signatures have come: the deal waits for them. */
export const signatureEventTypes = [
  ...(['Envelope.Sent', 'Envelope.NotSent', 'Envelope.Progressed', 'Envelope.Completed'] as const),
  ...(['Envelope.Declined', 'Envelope.Voided', 'Envelope.Expired'] as const),
] as const;

/** Facts of a file under contract; the deal's run looks at all of them anew when one comes. */
export const fileEventTypes = [
  ...(['Contract.Recorded', 'Contract.Amended', 'Contract.Ended'] as const),
  ...(['Deadline.Settled', 'Deadline.Moved', 'Deadline.Breached'] as const),
  ...(['Checklist.Changed', 'Checklist.Confirmed', 'Checklist.ItemMoved', 'Checklist.Overridden', 'Document.Reviewed'] as const),
  ...signatureEventTypes,
  ...milestoneNames,
] as const;
