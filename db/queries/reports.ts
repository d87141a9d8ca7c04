import { DomainError } from '../../domain/errors.ts';
import { classifyTextError } from '../../domain/outreach/text-errors.ts';
import type { EmailBounce, TextStatusReport } from '../../domain/outreach/webhooks.schemas.ts';
import { type Change, lockSubject } from '../events.ts';
import { suppress } from './consent.ts';
import { sendsTo } from './inbound.ts';
import { requestStops } from './outreach.ts';
import { findSend, findSendByProviderId, markDelivered, markFailed, markRefused, type Send, settleUnknown } from './sends.ts';

const dayMs = 86_400_000;

/** What became of a text, in whatever order the reports arrive. */
export async function takeInTextStatus(change: Change, { report }: { report: TextStatusReport }): Promise<void> {
  const send = (await findSendByProviderId(change.tx, { providerIds: [report.messageSid] })) ?? (await unrecorded(change, report));
  if (!send) return;
  await lockSubject(change.tx, { kind: 'lead', id: send.leadId });
  const about = { sendId: send.id };
  switch (report.status) {
    case 'delivered':
    case 'read':
      return markDelivered(change, about);
    case 'failed':
    case 'undelivered':
    case 'canceled':
      return failed(change, send, report.errorCode);
    default:
      return;
  }
}

async function failed(change: Change, send: Send, errorCode: string | null): Promise<void> {
  const { class: found, permanent, message } = classifyTextError(errorCode);
  const code = errorCode ?? 'none';
  const source = `send/${send.id}`;
  if (!permanent) return markFailed(change, { sendId: send.id, code, message });
  const optedOut = found === 'opted-out';
  await suppress(change, {
    address: send.address,
    channels: optedOut ? ['sms', 'call'] : ['sms'],
    reason: optedOut ? 'opt-out' : 'bounce',
    source,
    contactId: send.contactId,
  });
  // A landline takes no texts, but its owner can still be called.
  if (found === 'not-mobile') return markFailed(change, { sendId: send.id, code, message });
  await markRefused(change, { sendId: send.id, code, message });
  await requestStops(change, { leadIds: [send.leadId], reason: optedOut ? 'opted-out' : 'bounced', sourceEventId: send.id });
}

/** A report about a text we have no number for: it is just being recorded, or it is the one whose outcome we never learned. */
async function unrecorded(change: Change, { to, messageSid }: TextStatusReport): Promise<Send | null> {
  const candidates = (await sendsTo(change.tx, { address: to, statuses: ['claimed', 'unknown'], limit: 2 })).filter(({ channel }) => channel === 'text');
  if (candidates.some(({ status }) => status === 'claimed')) throw new Error('the text is still being recorded');
  const [unknown, another] = candidates;
  if (!unknown || another || change.now.getTime() - unknown.claimedAt.getTime() > 2 * dayMs) return null;
  await settleUnknown(change, { sendId: unknown.id, outcome: 'sent', providerId: messageSid, by: 'provider' });
  return (await findSend(change.tx, { sendId: unknown.id })) ?? null;
}

/** An e-mail came back, or its reader reported it. */
export async function takeInBounce(change: Change, { webhookId, eventId, bounce }: { webhookId: string; eventId: string; bounce: EmailBounce }): Promise<void> {
  const { tx } = change;
  const send =
    (await findSendByProviderId(tx, { providerIds: bounce.messageId ? [bounce.messageId] : [] })) ?? (await sendsTo(tx, { address: bounce.to, limit: 1 }))[0];
  const complaint = bounce.bounce === 'complaint';
  if (bounce.bounce === 'soft') {
    // The mailbox is full or away: the address is good, this message was lost.
    if (send) await markFailed(change, { sendId: send.id, code: bounce.code, message: 'the mailbox did not take it' });
    return;
  }
  await suppress(change, {
    address: bounce.to,
    channels: ['email'],
    reason: complaint ? 'opt-out' : 'bounce',
    source: `webhook/${webhookId}`,
    contactId: send?.contactId,
  });
  if (!send) return;
  await lockSubject(tx, { kind: 'lead', id: send.leadId });
  // A notice to a person of the brokerage came back: the seller's follow-up has nothing to do with it.
  if (send.personId) return markRefused(change, { sendId: send.id, code: bounce.code, message: 'the mailbox does not exist' });
  if (!complaint) await markRefused(change, { sendId: send.id, code: bounce.code, message: 'the mailbox does not exist' });
  await requestStops(change, { leadIds: [send.leadId], reason: complaint ? 'opted-out' : 'bounced', sourceEventId: eventId });
}

/** Somebody used the unsubscribe address of an e-mail. Again changes nothing. */
export async function unsubscribe(change: Change, { sendId }: { sendId: string }): Promise<void> {
  const send = await findSend(change.tx, { sendId });
  if (!send) throw new DomainError('no-such-send', 'There is no such message', { nextStep: 'Use the address from the e-mail' });
  await suppress(change, { address: send.address, channels: ['email'], reason: 'opt-out', source: `unsubscribe/${sendId}`, contactId: send.contactId });
  await requestStops(change, { leadIds: [send.leadId], reason: 'opted-out', sourceEventId: sendId });
}
