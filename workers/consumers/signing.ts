import { type Change, lockSubject } from '../../db/events.ts';
import { findDocument, reviewDocument } from '../../db/queries/documents.ts';
import { takeInReport } from '../../db/queries/envelopes.report.ts';
import { voidEnvelopesOf } from '../../db/queries/envelopes.request.ts';
import { addSignedVersion } from '../../db/queries/envelopes.signed.ts';
import { findEnvelope, findReported } from '../../db/queries/envelopes.ts';
import { findWebhook } from '../../db/queries/inbound.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { envelopeReport } from '../../domain/closing/report.schemas.ts';
import { DomainError } from '../../domain/errors.ts';
import { signingRuns } from './signing.runs.ts';
import { type Consumer, type EventOf, writes } from './types.ts';

/** Takes in what the signature provider says, whether it told us or was asked. */
const intake = writes({
  name: 'signature-intake',
  on: ['Webhook.Received'],
  async write(change, { payload: { webhookId, kind } }) {
    if (kind !== 'envelope-report') return;
    const row = await findWebhook(change.tx, { webhookId });
    if (!row) throw new DomainError('no-such-webhook', 'The webhook is not stored any more', { nextStep: 'Discard it: it was pruned' });
    const parsed = envelopeReport.safeParse(row.payload);
    if (!parsed.success) throw new DomainError('bad-webhook', 'The stored webhook has an unknown shape', { nextStep: 'Upgrade, then retry it' });
    const report = parsed.data;
    const envelope = await findReported(change.tx, { providerId: report.envelopeId, key: report.key });
    // Sent by somebody else from the same account.
    if (!envelope) return;
    const deal = { kind: 'deal', id: envelope.dealId } as const;
    await lockSubject(change.tx, deal);
    const ofDeal: Change = { ...change, event: (type, payload) => change.event(type, payload, deal) };
    await takeInReport(ofDeal, { envelopeId: envelope.id, report });
  },
});

/** The document moves by itself: the signed PDF becomes a version of it. */
const signedDocument = writes({
  name: 'signed-document',
  on: ['Envelope.Filed'],
  write: (change, { payload }) => addSignedVersion(change, payload),
});

/** What all have signed needs no other look, unless a person had found fault with more than its signatures: it is accepted, and with that the checklist, the stage and the messages move, each by its own consumer. */
const signedReview = writes({
  name: 'signed-document-review',
  on: ['Document.Signed'],
  async write(change, { payload: { documentId, version, accepted } }) {
    if (accepted === false) return;
    const document = await findDocument(change.tx, { documentId });
    if (document?.version !== version) return;
    await reviewDocument(change, { documentId, decision: 'accept', version, reason: null, note: 'signed by all', by: 'signature' });
  },
});

/** The agent hears of every end, from a consumer of its own: stopped, it holds up nothing else and says it once, later. */
const signatureNotice = writes({
  name: 'signature-notice',
  on: ['Envelope.Completed', 'Envelope.Declined', 'Envelope.Voided', 'Envelope.Expired'],
  async write(change, event) {
    const { dealId, dealNo, envelopeId, envelopeNo, signed, of } = event.payload;
    const envelope = await findEnvelope(change.tx, { envelopeId });
    const { what, next } = noticeOf(event);
    const reason = envelope?.reason ? ` Reason: ${envelope.reason}` : '';
    await openTask(change, {
      kind: 'signature-notice',
      key: `signature-notice/${envelopeId}`,
      subject: { kind: 'deal', id: dealId },
      dealId,
      title: `Envelope ${envelopeNo} of deal ${dealNo} ${what}`,
      reason: `${signed} of ${of} signed. ${next}${reason}`.slice(0, 500),
      role: 'agent',
      dueAt: new Date(change.now.getTime() + 86_400_000),
    });
  },
});

type End = EventOf<'Envelope.Completed' | 'Envelope.Declined' | 'Envelope.Voided' | 'Envelope.Expired'>;

function noticeOf(event: End): { what: string; next: string } {
  switch (event.type) {
    case 'Envelope.Completed':
      return { what: 'is signed by all', next: 'Tell the parties; the signed document is filed by itself.' };
    case 'Envelope.Declined':
      return { what: 'was declined', next: 'Talk to the parties, then ask for signatures anew.' };
    case 'Envelope.Voided':
      return { what: 'was withdrawn', next: 'Ask for signatures anew if they are still needed.' };
    case 'Envelope.Expired':
      return { what: 'has expired', next: 'Ask the parties, then ask for signatures anew.' };
    default:
      return event satisfies never;
  }
}

/** Nobody shall sign for a deal that is off. */
const closedDeals = writes({
  name: 'envelopes-of-closed-deals',
  on: ['Deal.Closed'],
  async write(change, { payload: { dealId, outcome } }) {
    if (outcome !== 'closed') await voidEnvelopesOf(change, { dealId, reason: 'The transaction has ended', by: 'deal' });
  },
});

export const signingConsumers: Consumer[] = [signingRuns, intake, signedDocument, signedReview, signatureNotice, closedDeals];
