import { DomainError } from '../../domain/errors.ts';
import { sendSubject } from '../../domain/outreach/delivery.ts';
import { classifyTextError } from '../../domain/outreach/text-errors.ts';
import type { EmailBounce, TextStatusReport } from '../../domain/outreach/webhooks.schemas.ts';
import { type Change, lockSubject } from '../events.ts';
import { suppress } from './consent.ts';
import { sendsTo } from './inbound.ts';
import { requestStops } from './outreach.ts';
import { findSend, findSendByProviderId, markDelivered, markFailed, markRefused, type Send, settleUnknown } from './sends.ts';
import { openTask } from './tasks.ts';

const dayMs = 86_400_000;

/** What became of a text, in whatever order the reports arrive. */
export async function takeInTextStatus(change: Change, { report }: { report: TextStatusReport }): Promise<void> {
  const send = (await findSendByProviderId(change.tx, { providerIds: [report.messageSid] })) ?? (await unrecorded(change, report));
  if (!send) return;
  await lockSubject(change.tx, sendSubject(send));
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
  await requestStops(change, { leadIds: leadsOf(send), reason: optedOut ? 'opted-out' : 'bounced', sourceEventId: send.id });
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
  if (send?.personId) return takeInOwnBounce(change, send, bounce);
  await suppress(change, {
    address: bounce.to,
    channels: ['email'],
    reason: complaint ? 'opt-out' : 'bounce',
    source: `webhook/${webhookId}`,
    contactId: send?.contactId,
  });
  if (!send) return;
  await lockSubject(tx, sendSubject(send));
  if (!complaint) await markRefused(change, { sendId: send.id, code: bounce.code, message: 'the mailbox does not exist' });
  await requestStops(change, { leadIds: leadsOf(send), reason: complaint ? 'opted-out' : 'bounced', sourceEventId: eventId });
}

/** What went to one of the brokerage's own people came back, or they reported it: no seller's follow-up or address has to do with it. */
async function takeInOwnBounce(change: Change, send: Send, { bounce, code }: EmailBounce): Promise<void> {
  const complaint = bounce === 'complaint';
  await lockSubject(change.tx, sendSubject(send));
  await markRefused(change, { sendId: send.id, code, message: complaint ? 'its reader reported it as unwanted' : 'the mailbox does not exist' });
  await openTask(change, {
    ...{ kind: 'mend-delivery', key: `own-address/${send.id}`, subject: sendSubject(send), dealId: send.dealId, role: 'broker' },
    title: complaint ? 'A person of yours reported a message of Keyturn as unwanted' : 'The e-mail address of a person of yours takes nothing',
    reason: `${send.step.replaceAll('-', ' ')} (${code}). ${complaint ? 'Ask them what they want to get' : 'Correct the address under “People”'}`.slice(0, 500),
    dueAt: new Date(change.now.getTime() + dayMs),
  });
}

const leadsOf = ({ leadId }: Send): string[] => (leadId ? [leadId] : []);

/** Somebody used the unsubscribe address of an e-mail. Again changes nothing. */
export async function unsubscribe(change: Change, { sendId }: { sendId: string }): Promise<void> {
  const send = await findSend(change.tx, { sendId });
  if (!send) throw new DomainError('no-such-send', 'There is no such message', { nextStep: 'Use the address from the e-mail' });
  await suppress(change, { address: send.address, channels: ['email'], reason: 'opt-out', source: `unsubscribe/${sendId}`, contactId: send.contactId });
  await requestStops(change, { leadIds: leadsOf(send), reason: 'opted-out', sourceEventId: sendId });
}
