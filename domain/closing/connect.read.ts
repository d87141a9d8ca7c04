import { connectMessage, type DocusignEnvelope, type DocusignSigner } from './connect.schemas.ts';
import { afterReport, type EnvelopeReport, type EnvelopeStatus, newEnvelope, type SignerReport, type SignerStatus } from './envelope.ts';

/** Our key travels in a custom field of this name: it finds the envelope also where its answer was lost. */
export const keyField = 'keyturnKey';
export const keyOf = (envelope: Pick<DocusignEnvelope, 'customFields'> | null | undefined): string | null =>
  envelope?.customFields?.textCustomFields?.find(({ name }) => name === keyField)?.value ?? null;

/** A verified message of DocuSign Connect: a report for `afterReport`, and what makes it the same message as a copy of it. */
export type ConnectEvent = EnvelopeReport & { event: string; generatedAt: string; accountId: string | null; key: string | null; dedupeKey: string };

/**
 * Reads a message; null when it is not about an envelope or not well formed. An event we do not know is kept: it may
 * still say where the envelope stands. `retryCount` differs between copies, so the key is made of what does not.
 */
export function readConnect(rawBody: string): ConnectEvent | null {
  const parsed = connectMessage.safeParse(json(rawBody));
  if (!parsed.success) return null;
  const { event, generatedDateTime, data } = parsed.data;
  const { envelopeId, envelopeSummary, recipientId = null, accountId = null } = data;
  // A summary of another envelope is not what the message is about.
  if (envelopeSummary?.envelopeId && envelopeSummary.envelopeId !== envelopeId) return null;
  const generatedAt = utc(generatedDateTime);
  const summary = readEnvelope({ ...envelopeSummary, envelopeId }, generatedAt);
  const spoken = spokenBy(event, envelopeId, recipientId, generatedAt);
  // The summary is as new as its sending, which on a repeat is later than the event.
  const { status, at, reason, signers } = afterReport(afterReport(newEnvelope, summary), spoken);
  return {
    envelopeId,
    event,
    generatedAt,
    status,
    at: at ?? generatedAt,
    reason,
    signers,
    accountId,
    key: keyOf(envelopeSummary),
    // Two signers can be asked in the same instant: their messages differ by the signer only.
    dedupeKey: [envelopeId, event, generatedDateTime, ...(recipientId === null ? [] : [recipientId])].join(':'),
  };
}

/** What an envelope of a reply says; `asOf` is the instant of those facts that come without their own. */
export function readEnvelope(envelope: DocusignEnvelope, asOf: string): EnvelopeReport {
  const { envelopeId, status = null, statusChangedDateTime, voidedReason = null, recipients } = envelope;
  const at = statusChangedDateTime ? utc(statusChangedDateTime) : asOf;
  return { envelopeId, at, status, reason: voidedReason, signers: (recipients?.signers ?? []).flatMap((signer) => readSigner(signer, at)) };
}

function readSigner(signer: DocusignSigner, asOf: string): SignerReport[] {
  const { recipientId, routingOrder = null, status, declinedReason = null } = signer;
  if (!status) return [];
  const of: Partial<Record<SignerStatus, string | null>> = {
    sent: signer.sentDateTime,
    delivered: signer.deliveredDateTime,
    signed: signer.signedDateTime,
    completed: signer.signedDateTime,
    declined: signer.declinedDateTime,
  };
  const own = of[status];
  return [{ recipientId, routingOrder, status, at: own ? utc(own) : asOf, reason: declinedReason }];
}

const envelopeEvents: Record<string, EnvelopeStatus> = {
  'envelope-created': 'created',
  'envelope-sent': 'sent',
  'envelope-delivered': 'delivered',
  'envelope-completed': 'completed',
  'envelope-declined': 'declined',
  'envelope-voided': 'voided',
};
const signerEvents: Record<string, SignerStatus> = {
  'recipient-sent': 'sent',
  'recipient-delivered': 'delivered',
  'recipient-completed': 'completed',
  'recipient-declined': 'declined',
};

function spokenBy(event: string, envelopeId: string, recipientId: string | null, at: string): EnvelopeReport {
  const status = Object.hasOwn(signerEvents, event) ? signerEvents[event] : undefined;
  const signers = status && recipientId !== null ? [{ recipientId, routingOrder: null, status, at, reason: null }] : [];
  return { envelopeId, at, status: (Object.hasOwn(envelopeEvents, event) && envelopeEvents[event]) || null, reason: null, signers };
}

const utc = (instant: string): string => new Date(instant).toISOString();

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
