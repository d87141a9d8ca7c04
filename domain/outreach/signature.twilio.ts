import { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js';

export type SignedRequest = {
  /** The public address the provider called, with its query, as it was configured there. */
  url: string;
  /** Parameters of a form body, already parsed; null to read them from `rawBody`. */
  params: Record<string, string | string[]> | null;
  /** The bytes as received, as UTF-8 text. */
  rawBody: string | null;
  headers: Record<string, string | undefined>;
  /** Auth tokens in force: two during a rotation. */
  tokens: readonly string[];
};
export type SignatureVerdict = {
  /** What the fitting key makes of this request, or the first one where none fits. */
  signature: string | null;
  valid: boolean;
};

/**
 * Twilio's own library decides, over the address with and without its port, in constant time. A JSON body counts only
 * when the signed address carries its hash: otherwise a signature over the bare address would fit any body.
 */
export function verifyTwilio({ url, params, rawBody, headers, tokens }: SignedRequest): SignatureVerdict {
  const received = header(headers, 'x-twilio-signature') ?? '';
  const byHash = /[?&]bodySHA256=/.test(url);
  const form = byHash ? {} : (params ?? formParams(rawBody ?? '', header(headers, 'content-type')));
  if (!form || !URL.canParse(url)) return { signature: null, valid: false };
  const fits = (token: string): boolean =>
    byHash ? validateRequestWithBody(token, received, url, rawBody ?? '') : validateRequest(token, received, url, form);
  // Every token is tried, so that the time taken does not tell which one fits.
  const fitting = tokens.filter((token) => token !== '' && fits(token));
  if (fitting.length > 0) return { signature: received, valid: true };
  return { signature: tokens[0] ? signTwilio(tokens[0], url, form) : null, valid: false };
}

/** The signature Twilio sends: over the address without a standard port. */
export function signTwilio(token: string, url: string, params: Record<string, string | string[]>): string {
  return getExpectedTwilioSignature(token, url.replace(/^(https:\/\/[^/?#]*?):443(?=[/?#]|$)|^(http:\/\/[^/?#]*?):80(?=[/?#]|$)/, '$1$2'), params);
}

/** Parameters of a form body; a name sent twice keeps both values. Null for another kind of body: it could not be covered by a signature over parameters. */
export function formParams(rawBody: string, contentType: string | undefined): Record<string, string | string[]> | null {
  if (contentType !== undefined && !/^application\/x-www-form-urlencoded\b/i.test(contentType)) return null;
  const params: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(rawBody)) {
    const earlier = params[name];
    params[name] = earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value];
  }
  return params;
}

function header(headers: Record<string, string | undefined>, name: string): string | undefined {
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name);
  return found === undefined ? undefined : headers[found];
}
