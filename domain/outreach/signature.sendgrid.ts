import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { SignatureVerdict } from './signature.twilio.ts';

export type SendgridRequest = {
  /** The bytes as received: SendGrid's trailing line end is signed too. */
  rawBody: string;
  headers: Record<string, string | undefined>;
  /** Public keys (SPKI, base64) as SendGrid shows them; any of them may fit. */
  keys: readonly string[];
  nowUnix?: number | null;
  /** Null for none: SendGrid repeats an event for a day, and the event's id tells copies. */
  toleranceSeconds?: number | null;
};

/** SendGrid's signed event webhook: ECDSA (P-256, SHA-256) over timestamp and raw body. */
export function verifySendgrid({ rawBody, headers, keys, nowUnix = null, toleranceSeconds = null }: SendgridRequest): SignatureVerdict {
  const of = (name: string): string => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  const timestamp = of('x-twilio-email-event-webhook-timestamp');
  const received = of('x-twilio-email-event-webhook-signature');
  const signature = Buffer.from(received, 'base64');
  // Node reads base64 with anything in between; the scheme does not.
  const wellFormed = /^\d{1,12}$/.test(timestamp) && signature.length > 0 && signature.toString('base64') === received;
  const inTime = nowUnix === null || toleranceSeconds === null || Math.abs(nowUnix - Number(timestamp)) <= toleranceSeconds;
  const signed = Buffer.from(timestamp + rawBody);
  return { signature: null, valid: wellFormed && inTime && keys.some((key) => verify('sha256', signed, publicKey(key), signature)) };
}

function publicKey(spki: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'ec') throw new Error('a SendGrid verification key is an elliptic-curve key in base64');
  return key;
}
