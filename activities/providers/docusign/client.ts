import type { z } from 'zod';
import { ProviderFault } from '../faults.ts';
import { exchange, faultOfStatus, type Reply } from '../http.ts';
import {
  envelope,
  envelopeSummary,
  envelopesPage,
  errorCode,
  json,
  type envelopesPage as pageSchema,
  recipients,
  recipientsUpdate,
  updateSummary,
} from './schemas.ts';
import { createTokens, type GrantSettings } from './token.ts';

export type DocusignSettings = GrantSettings & {
  /** The account's base address, such as https://na3.docusign.net. */
  baseUrl: string;
  accountId: string;
};
export type DocusignClient = ReturnType<typeof createClient>;
export type EnvelopesPage = z.output<typeof pageSchema>;

const maxPdfBytes = 60_000_000;
const maxListBytes = 10_000_000;

/** DocuSign's eSignature REST API 2.1 over plain HTTP: the part we use. A refusal carries DocuSign's error code. */
export function createClient(settings: DocusignSettings) {
  const tokens = createTokens(settings);
  const root = `${settings.baseUrl.replace(/\/+$/, '')}/restapi/v2.1/accounts/${encodeURIComponent(settings.accountId)}/envelopes`;

  async function call(method: string, path: string, body: object | null, signal: AbortSignal, maxBytes?: number): Promise<Reply> {
    for (let fresh = false; ; fresh = true) {
      const token = await tokens.token(signal);
      const reply = await exchange({
        url: `${root}${path}`,
        method,
        headers: { authorization: `Bearer ${token}`, accept: 'application/json, application/pdf', ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
        signal,
        ...(maxBytes && { maxBytes }),
      });
      if (reply.status === 401) tokens.drop(token);
      // A token can be ended before its time; a call that was not let in has done nothing.
      if (reply.status === 401 && !fresh) continue;
      if (reply.status < 200 || reply.status > 299) throw faultOf(reply);
      return reply;
    }
  }
  const read = <S extends z.ZodType>(schema: S, reply: Reply, kind: 'unclear' | 'reply-invalid'): z.output<S> => {
    const parsed = schema.safeParse(json(reply.text));
    if (parsed.success) return parsed.data;
    throw new ProviderFault(kind, 'REPLY_INVALID');
  };
  const segment = (envelopeId: string): string => `/${encodeURIComponent(envelopeId)}`;

  return {
    /** It answered 2xx, so it acted, even where its words cannot be read. */
    create: async (definition: object, signal: AbortSignal): Promise<string> =>
      read(envelopeSummary, await call('POST', '', definition, signal), 'unclear').envelopeId,
    get: async (envelopeId: string, signal: AbortSignal) =>
      read(envelope, await call('GET', `${segment(envelopeId)}?include=recipients,custom_fields`, null, signal), 'reply-invalid'),
    list: async (query: Record<string, string>, signal: AbortSignal): Promise<EnvelopesPage> =>
      read(envelopesPage, await call('GET', `?${new URLSearchParams(query)}`, null, signal, maxListBytes), 'reply-invalid'),
    update: async (envelopeId: string, changes: object, signal: AbortSignal): Promise<void> =>
      void read(updateSummary, await call('PUT', segment(envelopeId), changes, signal), 'reply-invalid'),
    recipients: async (envelopeId: string, signal: AbortSignal) =>
      read(recipients, await call('GET', `${segment(envelopeId)}/recipients`, null, signal), 'reply-invalid'),
    updateRecipients: async (envelopeId: string, changes: object, signal: AbortSignal) =>
      read(recipientsUpdate, await call('PUT', `${segment(envelopeId)}/recipients?resend_envelope=true`, changes, signal), 'reply-invalid'),
    async combinedPdf(envelopeId: string, signal: AbortSignal): Promise<Uint8Array> {
      const { bytes } = await call('GET', `${segment(envelopeId)}/documents/combined`, null, signal, maxPdfBytes);
      const whole = bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) && bytes.subarray(-1024).includes('%%EOF');
      if (!whole) throw new ProviderFault('reply-invalid', 'NOT_A_PDF');
      return bytes;
    },
  };
}

/** DocuSign says when a limit ends in a header of its own, in seconds since 1970. */
function faultOf(reply: Reply): ProviderFault {
  const code = errorCode(reply.text) ?? String(reply.status);
  const fault = faultOfStatus(reply, code);
  const reset = Number(reply.headers['x-ratelimit-reset']);
  const limited = /_APIINVOCATION_LIMIT_EXCEEDED$/.test(code);
  if (fault.kind !== 'rate-limited' && !limited) return fault;
  const waitMs = fault.retryAfterMs ?? (Number.isFinite(reset) ? Math.min(Math.max(reset * 1000 - Date.now(), 1000), 3_600_000) : null);
  return new ProviderFault('rate-limited', code, waitMs);
}
