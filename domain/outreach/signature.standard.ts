import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureVerdict } from './signature.twilio.ts';

export type StandardRequest = {
  rawBody: string;
  headers: Record<string, string | undefined>;
  /** `whsec_` + base64; any of them may have signed. */
  secrets: readonly string[];
  nowUnix: number;
  toleranceSeconds?: number;
};

/** Standard Webhooks 1.0.0, symmetric: HMAC-SHA256 over `id.timestamp.body`, five minutes of tolerance in both directions. */
export function verifyStandard({ rawBody, headers, secrets, nowUnix, toleranceSeconds = 300 }: StandardRequest): SignatureVerdict {
  const of = (name: string): string => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
  const [id, timestamp] = [of('webhook-id'), of('webhook-timestamp')];
  // Spelled out, because '1e9', '0x10' and ' 5 ' are numbers to JavaScript but not to the scheme.
  if (id === '' || !/^[0-9]{1,12}$/.test(timestamp)) return { signature: null, valid: false };
  const received = of('webhook-signature').split(' ');
  const fitting = secrets
    .map((secret) => signStandard(secret, id, timestamp, rawBody))
    .map((signature) => ({ signature, fits: received.some((one) => equal(one, signature)) }));
  const match = fitting.find(({ fits }) => fits);
  return {
    signature: match?.signature ?? fitting[0]?.signature ?? null,
    valid: match !== undefined && Math.abs(nowUnix - Number(timestamp)) <= toleranceSeconds,
  };
}

/** One `v1,…` entry of the `webhook-signature` header. */
export function signStandard(secret: string, id: string, timestamp: string | number, rawBody: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  // An empty key would let anybody sign.
  if (key.length < 16) throw new Error('a webhook secret is whsec_ followed by base64 of at least 16 bytes');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${rawBody}`).digest('base64')}`;
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
