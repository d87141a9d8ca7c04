import { randomUUID } from 'node:crypto';
import type { Delivery, Mail } from './journal.ts';
import type { SellerAct } from './sellers.ts';
import type { Store, TextState } from './store.ts';
import type { Webhooks } from './webhooks.ts';

/** What was answered, and whether a webhook carries it: without an endpoint of that address nobody hears it. */
export type Answered = { id: string; heard: boolean };

/** A seller's text to one of our numbers: a STOP blocks the pair at the provider, then the webhook carries it. */
export function textUs(
  store: Store,
  webhooks: Webhooks,
  accountSid: string,
  text: { seller: string; ours: string; body: string; by: 'script' | 'person' },
): Answered {
  const { seller, ours, body, by } = text;
  const id = `SM${randomUUID().replaceAll('-', '')}`;
  store.add({ type: 'inbound', id, at: new Date().toISOString(), channel: 'text', from: seller, to: ours, body, subject: null, by });
  const word = body.trim().toUpperCase();
  const optOutType = stopWords.has(word) ? 'STOP' : startWords.has(word) ? 'START' : helpWords.has(word) ? 'HELP' : null;
  if (optOutType === 'STOP' || optOutType === 'START') store.add({ type: 'stop', ours, seller, on: optOutType === 'STOP' });
  const endpoint = store.endpoint('twilio', ours);
  if (!endpoint) return { id, heard: false };
  const params: Record<string, string> = {
    ToCountry: 'US',
    SmsMessageSid: id,
    NumMedia: '0',
    SmsSid: id,
    SmsStatus: 'received',
    FromCountry: 'US',
    To: ours,
    NumSegments: '1',
    MessageSid: id,
    AccountSid: accountSid,
    From: seller,
    ApiVersion: '2010-04-01',
    Body: body,
    ...(optOutType ? { OptOutType: optOutType } : {}),
  };
  webhooks.send({ url: endpoint.url, content: { kind: 'form', params } });
  return { id, heard: true };
}

// Twilio's default lists: single words only.
const stopWords = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const startWords = new Set(['START', 'YES', 'UNSTOP']);
const helpWords = new Set(['HELP', 'INFO']);

/** A seller's e-mail to one of our mailboxes. */
export function mailUs(
  store: Store,
  webhooks: Webhooks,
  mail: { seller: string; ours: string; subject: string; body: string; inReplyTo: string | null; autoReply: boolean; by: 'script' | 'person' },
): Answered {
  const { seller, ours, subject, body, inReplyTo, autoReply, by } = mail;
  const id = `${randomUUID()}@${seller.slice(seller.lastIndexOf('@') + 1)}`;
  store.add({ type: 'inbound', id, at: new Date().toISOString(), channel: 'email', from: seller, to: ours, body, subject, by });
  const data = {
    id,
    mailbox: ours,
    from: seller,
    to: ours,
    subject,
    text: body,
    messageId: `<${id}>`,
    inReplyTo,
    references: inReplyTo ? [inReplyTo] : [],
    autoSubmitted: autoReply ? 'auto-replied' : 'no',
  };
  return { id, heard: sendEvent(store, webhooks, ours, { type: 'email.received', timestamp: new Date().toISOString(), data }) };
}

/** The report that an e-mail came back. */
export function bounceMail(store: Store, webhooks: Webhooks, { id, from, to, messageId }: Mail): void {
  const data = { id: `bounce-${id}`, mailbox: from, to, messageId, bounce: 'hard', code: '5.1.1' };
  sendEvent(store, webhooks, from, { type: 'email.bounced', timestamp: new Date().toISOString(), data });
}

function sendEvent(store: Store, webhooks: Webhooks, mailbox: string, event: object): boolean {
  const endpoint = store.endpoint('email', mailbox);
  if (endpoint) webhooks.send({ url: endpoint.url, content: { kind: 'json', body: JSON.stringify(event) } });
  return endpoint !== undefined;
}

/** What the sample seller does about an e-mail that arrived. */
export function answerMail(store: Store, webhooks: Webhooks, mail: Mail, act: SellerAct): void {
  if (act.kind === 'bounce-later') bounceMail(store, webhooks, mail);
  if (act.kind !== 'write' && act.kind !== 'auto-reply') return;
  const autoReply = act.kind === 'auto-reply';
  mailUs(store, webhooks, {
    seller: mail.to,
    ours: mail.from,
    subject: `Re: ${mail.subject}`,
    body: act.body,
    inReplyTo: mail.messageId,
    autoReply,
    by: 'script',
  });
}

/** A text on its way to the handset, reported step by step; then what the sample seller does about it. */
export function deliverText(store: Store, webhooks: Webhooks, accountSid: string, text: TextState, act: SellerAct): void {
  const final = act.kind === 'undelivered' ? { status: 'undelivered', errorCode: act.errorCode } : { status: 'delivered', errorCode: null };
  // There is no callback for the initial status.
  const reports = [{ status: 'sent', errorCode: null }, final];
  for (const report of reports) store.add({ type: 'text-status', sid: text.sid, ...report, at: new Date().toISOString() });
  if (text.statusCallback) webhooks.send(...reports.map((report) => ({ url: text.statusCallback!, content: statusReport(accountSid, text, report) })));
  if (act.kind === 'write') textUs(store, webhooks, accountSid, { seller: text.to, ours: text.from, body: act.body, by: 'script' });
}

function statusReport(
  accountSid: string,
  { sid, from, to }: TextState,
  { status, errorCode }: { status: string; errorCode: string | null },
): Delivery['content'] {
  const params: Record<string, string> = {
    SmsSid: sid,
    SmsStatus: status,
    MessageStatus: status,
    To: to,
    MessageSid: sid,
    AccountSid: accountSid,
    From: from,
    ApiVersion: '2010-04-01',
  };
  if (errorCode) params.ErrorCode = errorCode;
  return { kind: 'form', params };
}
