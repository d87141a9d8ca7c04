import { isMilestone } from '../closing/milestones.ts';

/** Of an event as the log holds it: its type, and what of its payload tells kinds apart. */
export type LoggedEvent = { type: string; channel: string | null; status: string | null; step: string | null };

/** What a person wants to read about, in the order of the journey; the text after the number. */
const kinds: readonly [string, (event: LoggedEvent) => boolean][] = [
  ['deals opened', ({ type }) => type === 'Deal.Opened'],
  ['letters drafted', ({ type }) => type === 'Offer.Drafted'],
  ['offers sent', ({ type }) => type === 'Offer.Sent'],
  ['digests sent', ({ type, step }) => type === 'Message.Sent' && step === 'daily-digest'],
  ['e-mails sent', ({ type, channel }) => type === 'Message.Sent' && channel === 'email'],
  ['texts sent', ({ type, channel }) => type === 'Message.Sent' && channel === 'text'],
  ['messages held back', ({ type }) => type === 'Message.NotSent'],
  ['sends of unknown outcome', ({ type }) => type === 'Message.OutcomeUnknown'],
  ['bounces', ({ type }) => type === 'Message.Bounced'],
  ['replies', ({ type }) => type === 'Reply.Received'],
  ['opt-outs', ({ type }) => type === 'Contact.OptedOut'],
  ['tasks for people', ({ type }) => type === 'Task.Opened'],
  ['follow-ups ended', ({ type }) => type === 'Enrolment.Closed'],
  ['offers accepted', ({ type }) => type === 'Offer.Accepted'],
  ['offers declined', ({ type }) => type === 'Offer.Declined'],
  ['offers expired', ({ type }) => type === 'Offer.Expired'],
  ['offers received', ({ type }) => type === 'OfferReceived.Recorded'],
  ['offers accepted by our sellers', ({ type }) => type === 'OfferReceived.Accepted' || type === 'OfferReceived.Promoted'],
  ['offers received that expired', ({ type }) => type === 'OfferReceived.Expired'],
  ['listings ended', ({ type }) => type === 'ListingAgreement.Ended'],
  ['contracts recorded', ({ type }) => type === 'Contract.Recorded'],
  ['amendments', ({ type }) => type === 'Contract.Amended'],
  ['facts of files', ({ type }) => isMilestone(type)],
  ['facts taken back', ({ type }) => type === 'Fact.TakenBack'],
  ['documents received', ({ type }) => type === 'Document.Uploaded' || type === 'Document.VersionAdded'],
  ['documents accepted', ({ type, status }) => type === 'Document.Reviewed' && status === 'accepted'],
  ['documents rejected', ({ type, status }) => type === 'Document.Reviewed' && status === 'rejected'],
  ['deadlines moved', ({ type }) => type === 'Deadline.Moved'],
  ['deadlines met', ({ type, status }) => type === 'Deadline.Settled' && status === 'satisfied'],
  ['reminders', ({ type }) => type === 'Deadline.Reminded'],
  ['flags', ({ type }) => type === 'Deadline.Flagged'],
  ['escalations', ({ type }) => type === 'Deadline.Escalated'],
  ['deadlines missed', ({ type }) => type === 'Deadline.Breached'],
  ['contracts ended', ({ type }) => type === 'Contract.Ended'],
  ['envelopes sent', ({ type }) => type === 'Envelope.Sent'],
  ['envelopes signed by all', ({ type }) => type === 'Envelope.Completed'],
  ['envelopes declined', ({ type }) => type === 'Envelope.Declined'],
  ['envelopes withdrawn or expired', ({ type }) => type === 'Envelope.Voided' || type === 'Envelope.Expired'],
  ['envelopes refused', ({ type }) => type === 'Envelope.NotSent'],
  ['envelopes of unknown outcome', ({ type }) => type === 'Envelope.OutcomeUnknown'],
  ['deals closed', ({ type }) => type === 'Deal.Closed'],
];

/** What an event counts as in a report; undefined for what nobody reads about. */
export const happeningOf = (event: LoggedEvent): string | undefined => kinds.find(([, fits]) => fits(event))?.[0];

/** Every kind, in the order of the journey. */
export const happeningKinds: readonly string[] = kinds.map(([kind]) => kind);

/** `1 reply`, `3 replies`. */
export const happeningWords = (kind: string, times: number): string => `${times} ${times === 1 ? oneOf(kind) : kind}`;

/** One of a kind: `reply`, `fact of a file`. */
export const oneOf = (kind: string): string =>
  kind
    .replace('replies', 'reply')
    .replace('facts of files', 'fact of a file')
    .replace(/^(\S+?)s\b/, '$1')
    .replace(/^follow-up ended/, 'follow-up ended');
