import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureVerdict } from '../outreach/signature.twilio.ts';

export type StripeRequest = {
  rawBody: string;
  headers: Record<string, string | undefined>;
  /** Endpoint secrets `whsec_…`, used as they are; any of them may have signed. */
  secrets: readonly string[];
  nowUnix: number;
  toleranceSeconds?: number;
};

/** Stripe's `t=…,v1=…[,v1=…]`: hex HMAC-SHA256 over `t.body`; other schemes are ignored. Age is bounded as in Stripe's libraries, but a tolerance of 0 does not switch that off. */
export function verifyStripe({ rawBody, headers, secrets, nowUnix, toleranceSeconds = 300 }: StripeRequest): SignatureVerdict {
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'stripe-signature')?.[1] ?? '';
  const parts = header.split(',').map((part) => part.trim().split('=') as [string, string | undefined]);
  const of = (name: string): string[] => parts.filter(([key]) => key === name).map(([, value]) => value ?? '');
  const [timestamp = '', ...more] = of('t');
  if (!/^\d{1,12}$/.test(timestamp) || more.length > 0) return { signature: null, valid: false };
  const received = of('v1');
  const expected = secrets.filter((secret) => secret !== '').map((secret) => signStripe(secret, timestamp, rawBody));
  const fitting = expected.filter((signature) => received.filter((one) => equal(one, signature)).length > 0);
  return { signature: fitting[0] ?? expected[0] ?? null, valid: fitting.length > 0 && nowUnix - Number(timestamp) <= toleranceSeconds };
}

/** One `v1` of the `Stripe-Signature` header. */
export const signStripe = (secret: string, timestamp: string | number, rawBody: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${rawBody}`).digest('hex');

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
