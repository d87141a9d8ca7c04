import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureVerdict } from '../outreach/signature.twilio.ts';

export type ConnectRequest = {
  /** The bytes as received. */
  rawBody: string | Uint8Array;
  headers: Record<string, string | undefined>;
  /** HMAC keys in force at DocuSign Connect; any of them may have signed. */
  keys: readonly string[];
};

/** DocuSign sends one header per active key, `X-DocuSign-Signature-1` to `-100`; any key may match any of them. There is no timestamp: deduplicate. */
export function verifyDocusign({ rawBody, headers, keys }: ConnectRequest): SignatureVerdict {
  const received = Object.entries(headers)
    .filter(([name]) => /^x-docusign-signature-([1-9]\d?|100)$/i.test(name))
    .map(([, value]) => value ?? '');
  // Every pair is compared, so that the time taken does not tell which one fits; an empty key would let anybody sign.
  const expected = keys.filter((key) => key !== '').map((key) => signDocusign(key, rawBody));
  const fitting = expected.filter((signature) => received.filter((one) => equal(one, signature)).length > 0);
  return { signature: fitting[0] ?? expected[0] ?? null, valid: fitting.length > 0 };
}

/** Base64 of HMAC-SHA256 over the raw body. */
export const signDocusign = (key: string, rawBody: string | Uint8Array): string => createHmac('sha256', key).update(rawBody).digest('base64');

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
