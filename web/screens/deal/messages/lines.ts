import type { Answer, Item } from '../../../api/client.ts';
import type { Tone } from '../../../parts/tone.ts';

export type Message = Item<'/v1/deals/{no}/messages'>;
export type Automation = Answer<'/v1/deals/{no}/automation', 'get'>;
export type FollowUp = Automation['followUps'][number];
type Send = FollowUp['sends'][number];
export type Party = Item<'/v1/deals/{no}/parties'>;

/** One message that went out, or ended otherwise. */
export type Line = {
  id: string;
  at: string;
  to: string;
  address: string | null;
  what: string;
  subject: string | null;
  body: string | null;
  tone: Tone;
  words: string;
  reason: string | null;
  /** To be settled by a person: its line in the ledger, and whether a follow-up may send it again. */
  unknown: { sendId: string; again: boolean } | null;
  /** Of the run that sent it; null where none was started. */
  workflowId: string | null;
};

const ofLedger: Record<string, [Tone, string]> = {
  claimed: ['info', 'on its way'],
  sent: ['good', 'sent'],
  delivered: ['good', 'delivered'],
  failed: ['bad', 'not delivered'],
  bounced: ['bad', 'refused by the recipient’s side'],
  refused: ['bad', 'refused'],
  unknown: ['warn', 'outcome unknown'],
  'not-sent': ['neutral', 'not sent, as was found out'],
};
const ofMessage: Record<string, [Tone, string]> = {
  skipped: ['neutral', 'left out'],
  refused: ['bad', 'not sent'],
  unknown: ['warn', 'outcome unknown'],
  sent: ['good', 'sent'],
};

/** Everything that has ended, newest first: to parties and by follow-ups alike. */
export function endedLines(messages: readonly Message[], nameOf: (partyId: string) => string, followUps: readonly FollowUp[]): Line[] {
  const toParties = messages.filter(({ status }) => status !== 'draft' && status !== 'released').map((message) => ofParty(message, nameOf(message.partyId)));
  const sent = followUps.flatMap((followUp) => followUp.sends.map((send) => ofFollowUp(send, followUp)));
  return [...toParties, ...sent].sort((a, b) => b.at.localeCompare(a.at));
}

function ofParty({ id, decidedAt, createdAt, recipient, why, subject, body, status, send, sendId, reason, workflowId: run }: Message, to: string): Line {
  // What the ledger knows is later: a sent one may have been delivered or refused since.
  const [tone, words] = (status === 'sent' && send ? ofLedger[send] : ofMessage[status]) ?? ['neutral', status];
  const unknown = status === 'unknown' && sendId ? { sendId, again: false } : null;
  // Left out before anybody let it go, it never had a run.
  const workflowId = status === 'skipped' ? null : run;
  return { id, at: decidedAt ?? createdAt, to, address: recipient, what: why, subject, body, tone, words, reason, unknown, workflowId };
}

function ofFollowUp(
  { id, claimedAt, settledAt, address, what, subject, body, status, problem }: Send,
  { contact, status: course, workflowId }: FollowUp,
): Line {
  const [tone, words] = ofLedger[status] ?? ['neutral', status];
  const unknown = status === 'unknown' ? { sendId: id, again: course === 'open' } : null;
  return {
    id,
    at: settledAt ?? claimedAt,
    to: contact ?? address,
    address,
    what: `Follow-up: ${what}`,
    subject,
    body,
    tone,
    words,
    reason: problem,
    unknown,
    workflowId,
  };
}

const bases: Record<FollowUp['zoneBasis'], string> = {
  address: 'by their mailing address',
  stated: 'as they told us',
  prefix: 'by the area code of their phone',
  disagree: 'address and phone disagree: texts wait until both places allow them',
  nothing: 'not known where they are, so the brokerage’s own',
};
export const zoneWords = ({ place, zoneBasis }: FollowUp): string => `${place.endsWith(' time') ? place : `${place} time`}, ${bases[zoneBasis]}`;

/** Why a step goes when it goes. */
export const whyThen = (kind: string): string | null =>
  ({
    text: 'texts go between 8 am and 9 pm there',
    'call-task': 'opens a task for a person',
    branch: 'decided by what is known then',
    archive: 'the follow-up ends',
  })[kind] ?? null;

const holds: Record<string, string> = {
  'sending-stopped': 'Held: the brokerage has stopped all sending.',
  'missing-variable': 'Held: a word the template needs is not known. Fill it in at the lead, then resume.',
  'no-sender': 'Held: no sender is set up for this kind of message.',
  fault: 'Held after a fault: look at its task, then resume.',
};
/** How a follow-up stands when it does not simply go on. */
export function holdWords({ paused, heldBy, status, stopReason }: FollowUp): string | null {
  if (status !== 'open') return `Ended: ${(stopReason ?? status).replaceAll('-', ' ')}.`;
  if (stopReason) return `Stopping: ${stopReason.replaceAll('-', ' ')}.`;
  if (paused) return 'Held by a person. It keeps its place: nothing goes out, nothing is dropped.';
  return heldBy ? (holds[heldBy] ?? `Held: ${heldBy.replaceAll('-', ' ')}.`) : null;
}
