import { milestoneNames } from './milestones.ts';

/** What happens to a listing before a contract; an offer accepted on it begins the file. */
export const listingEventTypes = [
  ...(['ListingAgreement.Recorded', 'ListingAgreement.Changed', 'ListingAgreement.Ended'] as const),
  ...(['OfferReceived.Recorded', 'OfferReceived.Countered', 'OfferReceived.Accepted', 'OfferReceived.Declined', 'OfferReceived.Withdrawn'] as const),
  ...(['OfferReceived.Expired', 'OfferReceived.FellThrough', 'OfferReceived.BackedUp', 'OfferReceived.Promoted'] as const),
] as const;

/** How far signatures have come: the deal waits for them. */
export const signatureEventTypes = [
  ...(['Envelope.Sent', 'Envelope.NotSent', 'Envelope.Progressed', 'Envelope.Completed'] as const),
  ...(['Envelope.Declined', 'Envelope.Voided', 'Envelope.Expired'] as const),
] as const;

/** Facts of a listing and of a file under contract; the deal's run looks at all of them anew when one comes. */
export const fileEventTypes = [
  ...(['Contract.Recorded', 'Contract.Amended', 'Contract.Ended'] as const),
  ...(['Deadline.Settled', 'Deadline.Moved', 'Deadline.Breached'] as const),
  ...(['Assignment.Drafted', 'Assignment.Effective', 'Assignment.Cancelled'] as const),
  ...(['Checklist.Changed', 'Checklist.Confirmed', 'Checklist.ItemMoved', 'Checklist.Overridden', 'Checklist.FactGivenUp'] as const),
  'Document.Reviewed',
  ...listingEventTypes,
  ...signatureEventTypes,
  ...milestoneNames,
  'Fact.TakenBack',
] as const;
