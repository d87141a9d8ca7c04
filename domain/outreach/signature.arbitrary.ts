import { randomBytes } from 'node:crypto';
import { signStandard, verifyStandard } from './signature.standard.ts';
import { signTwilio, verifyTwilio } from './signature.twilio.ts';
import { readEmail, readTwilio } from './webhooks.read.ts';

/** Genuine webhooks and what a forger could make of them. Used by the tests and, by the million, by the bench. */
export type Roll = () => number;

/** A small generator with a seed, so that a failure can be repeated. */
export function roller(seed: number): Roll {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const twilioToken = '0123456789abcdef0123456789abcdef';
export const emailSecret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
export const accountSid = `AC${'1'.repeat(32)}`;

export type TwilioRequest = { url: string; params: Record<string, string>; signature: string };

export function genuineText(roll: Roll): TwilioRequest {
  const sid = `SM${hex(roll, 32)}`;
  const [seller, ours] = [`+1615555${digits(roll, 4)}`, '+16155550000'];
  const base = { AccountSid: accountSid, ApiVersion: '2010-04-01', MessageSid: sid, SmsSid: sid };
  const params: Record<string, string> =
    roll() < 0.5
      ? {
          ...base,
          Body: pick(roll, ['STOP', 'Yes, call me', 'Wrong number', 'how much? 250k']),
          From: seller,
          To: ours,
          SmsStatus: 'received',
          NumMedia: '0',
          NumSegments: '1',
          FromCity: 'NASHVILLE',
        }
      : {
          ...base,
          From: ours,
          To: seller,
          MessageStatus: pick(roll, ['sent', 'delivered', 'undelivered']),
          SmsStatus: 'sent',
          ErrorCode: `300${digits(roll, 2)}`,
        };
  const url = `https://keyturn.example/webhooks/twilio/${hex(roll, 32)}`;
  return { url, params, signature: signTwilio(twilioToken, url, params) };
}

/** One change that a forger without the key could make. */
export function mutateText({ url, params, signature }: TwilioRequest, roll: Roll): TwilioRequest {
  const names = Object.keys(params);
  const name = names[Math.floor(roll() * names.length)]!;
  const value = params[name]!;
  const { [name]: _, ...rest } = params;
  switch (Math.floor(roll() * 9)) {
    case 0:
      return { url, params: { ...params, [name]: changed(value, roll) }, signature };
    case 1:
      return { url, params: rest, signature };
    case 2:
      return { url, params: { ...params, Extra: digits(roll, 3) }, signature };
    case 3: {
      // The border between a name and its value moves: the signed bytes stay the same.
      const whole = name + value;
      const border = 1 + Math.floor(roll() * (whole.length - 1));
      return { url, params: border === name.length ? { ...rest, [`${name}x`]: value } : { ...rest, [whole.slice(0, border)]: whole.slice(border) }, signature };
    }
    case 4: {
      // A value swallows the parameter after it, in the order they are signed.
      const sorted = names.toSorted();
      const next = sorted[sorted.indexOf(name) + 1];
      if (next === undefined) return { url, params: rest, signature };
      const { [next]: __, ...without } = params;
      return { url, params: { ...without, [name]: value + next + params[next] }, signature };
    }
    case 5:
      return { url: `${url.slice(0, -4)}${hex(roll, 4)}x`, params, signature };
    case 6:
      return { url, params, signature: changed(signature, roll) };
    case 7:
      return { url, params, signature: signTwilio(hex(roll, 32), url, params) };
    default:
      return { url: `${url}?bodySHA256=${hex(roll, 64)}`, params, signature: pick(roll, ['', signature]) };
  }
}

/** What the receiver would store, as JSON; null when it refuses. */
export function acceptsText({ url, params, signature }: TwilioRequest): string | null {
  const { valid } = verifyTwilio({ url, params, rawBody: null, headers: { 'X-Twilio-Signature': signature }, tokens: [twilioToken] });
  const read = valid ? readTwilio(params, accountSid) : null;
  return read ? JSON.stringify(read) : null;
}
export function acceptsEmail({ id, timestamp, body, signature }: EmailRequest, nowUnix: number): string | null {
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  const read = verifyStandard({ rawBody: body, headers, secrets: [emailSecret], nowUnix }).valid ? readEmail(body, id) : null;
  return read ? JSON.stringify(read) : null;
}

export type EmailRequest = { id: string; timestamp: string; body: string; signature: string };

export function genuineEmail(roll: Roll, nowUnix: number): EmailRequest {
  const [id, timestamp] = [`msg_${hex(roll, 24)}`, String(nowUnix - Math.floor(roll() * 300))];
  const data = {
    id: hex(roll, 12),
    mailbox: 'offers@acme.test',
    from: `owner${digits(roll, 4)}@example.com`,
    to: 'offers@acme.test',
    subject: 'Re: your offer',
    text: pick(roll, ['Stop writing', 'Call me']),
  };
  const body = JSON.stringify({ type: 'email.received', data });
  return { id, timestamp, body, signature: signStandard(emailSecret, id, timestamp, body) };
}

export function mutateEmail({ id, timestamp, body, signature }: EmailRequest, roll: Roll): EmailRequest {
  switch (Math.floor(roll() * 7)) {
    case 0:
      return { id: changed(id, roll), timestamp, body, signature };
    case 1:
      return { id, timestamp: String(Number(timestamp) + 1 + Math.floor(roll() * 200)), body, signature };
    case 2:
      return { id, timestamp, body: changed(body, roll), signature };
    case 3:
      return { id, timestamp, body, signature: changed(signature, roll) };
    case 4:
      return { id, timestamp, body, signature: signStandard(`whsec_${randomBytes(24).toString('base64')}`, id, timestamp, body) };
    case 5:
      // Genuine, but from another hour.
      return resigned(id, String(Number(timestamp) + (roll() < 0.5 ? -3600 : 3600)), body);
    default:
      return { id, timestamp, body, signature: pick(roll, ['', 'v1,', signature.slice(3), signature.replace('v1,', 'v1a,'), signature.replace('v1,', 'v2,')]) };
  }
}

const resigned = (id: string, timestamp: string, body: string): EmailRequest => ({
  id,
  timestamp,
  body,
  signature: signStandard(emailSecret, id, timestamp, body),
});

/** The text with one character replaced by another. */
function changed(text: string, roll: Roll): string {
  const at = Math.floor(roll() * text.length);
  const other = text[at] === 'q' ? 'r' : 'q';
  return text.slice(0, at) + other + text.slice(at + 1);
}
const digits = (roll: Roll, count: number): string => Array.from({ length: count }, () => Math.floor(roll() * 10)).join('');
const hex = (roll: Roll, count: number): string => Array.from({ length: count }, () => Math.floor(roll() * 16).toString(16)).join('');
const pick = <T>(roll: Roll, items: readonly T[]): T => items[Math.floor(roll() * items.length)]!;
