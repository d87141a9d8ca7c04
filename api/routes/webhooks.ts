import { resolveWebhookEndpoint, type WebhookEndpoint } from '../../db/across/webhooks.ts';
import { takeInWebhook } from '../../db/queries/webhooks.ts';
import { inTenant } from '../../db/tenant.ts';
import { readConnect } from '../../domain/closing/connect.read.ts';
import { keptReport } from '../../domain/closing/report.ts';
import { verifyDocusign } from '../../domain/closing/signature.docusign.ts';
import { verifyStandard } from '../../domain/outreach/signature.standard.ts';
import { formParams, verifyTwilio } from '../../domain/outreach/signature.twilio.ts';
import { type ReadWebhook, readEmail, readTwilio } from '../../domain/outreach/webhooks.read.ts';
import type { WebhookPayload } from '../../domain/outreach/webhooks.schemas.ts';
import { limitBody } from '../body-limit.ts';
import { type AppContext, router } from '../context.ts';
import { found, refuse } from '../errors.ts';

/**
 * Where providers call: verified over the bytes as received, kept with its event in one transaction, answered. Everything
 * else is done by the event's consumers. Not part of the contract for callers, so not in the OpenAPI document.
 */
export const webhookRoutes = router();

webhookRoutes.post('/webhooks/twilio/:token', async (c) => {
  const { endpoint, rawBody } = await received(c, 'twilio', 64_000);
  const { publicUrl, webhooks } = c.var.deps.config;
  const { pathname, search } = new URL(c.req.url);
  const headers = c.req.header();
  // Twilio signs the address it was given: ours by configuration, whatever a proxy made of it on the way.
  const verdict = verifyTwilio({ url: `${publicUrl}${pathname}${search}`, params: null, rawBody, headers, tokens: keys(webhooks.twilioTokens) });
  if (!verdict.valid) throw refuse('webhook-not-genuine');
  await takeIn(c, endpoint, readTwilio(formParams(rawBody, headers['content-type']) ?? {}, webhooks.twilioAccountSid));
  return c.body('<?xml version="1.0" encoding="UTF-8"?><Response/>', 200, { 'content-type': 'text/xml' });
});

webhookRoutes.post('/webhooks/email/:token', async (c) => {
  const { endpoint, rawBody } = await received(c, 'email', 1_000_000);
  const headers = c.req.header();
  // Signatures live by machine time.
  const verdict = verifyStandard({ rawBody, headers, secrets: keys(c.var.deps.config.webhooks.emailSecrets), nowUnix: Math.floor(Date.now() / 1000) });
  if (!verdict.valid) throw refuse('webhook-not-genuine');
  await takeIn(c, endpoint, readEmail(rawBody, headers['webhook-id'] ?? ''));
  return c.body(null, 204);
});

webhookRoutes.post('/webhooks/docusign/:token', async (c) => {
  const { endpoint, rawBody } = await received(c, 'docusign', 1_000_000);
  const { docusignKeys, docusignAccountId } = c.var.deps.config.webhooks;
  const verdict = verifyDocusign({ rawBody, headers: c.req.header(), keys: keys(docusignKeys) });
  if (!verdict.valid) throw refuse('webhook-not-genuine');
  const read = readConnect(rawBody);
  // Of another account of DocuSign's, signed with a key that both have.
  if (read && docusignAccountId && read.accountId?.toLowerCase() !== docusignAccountId.toLowerCase()) throw refuse('webhook-not-genuine');
  await takeIn(c, endpoint, read && keptReport(read.dedupeKey, read));
  return c.body(null, 204);
});

/** The body as text, exactly as sent, and whose endpoint it came to. */
async function received(c: AppContext, provider: string, maxBytes: number): Promise<{ endpoint: WebhookEndpoint; rawBody: string }> {
  limitBody(c, maxBytes);
  const token = c.req.param('token') ?? '';
  const endpoint = /^[\w-]{16,128}$/.test(token) ? await resolveWebhookEndpoint(c.var.deps.db, token) : null;
  if (endpoint?.provider !== provider) throw refuse('not-found', 'There is no such webhook address.');
  try {
    return {
      endpoint: found(endpoint, 'webhook address', ''),
      rawBody: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await c.req.arrayBuffer()),
    };
  } catch {
    throw refuse('webhook-not-genuine', 'The body is not UTF-8.');
  }
}

async function takeIn(c: AppContext, { brokerageId, provider, address }: WebhookEndpoint, read: ReadWebhook | null): Promise<void> {
  if (!read) throw refuse('webhook-unread');
  // A genuine webhook of another brokerage, sent here again, is none of ours.
  if (!ourAddresses(read.payload).includes(address.toLowerCase())) throw refuse('webhook-not-genuine');
  const taken = await inTenant(c.var.deps.db, brokerageId, (tx) => takeInWebhook(tx, { provider, ...read, correlationId: c.var.requestId }));
  c.var.deps.log.info(
    { requestId: c.var.requestId, webhookId: taken?.webhookId, provider, kind: read.payload.kind },
    taken ? 'webhook taken in' : 'webhook known already',
  );
}

function ourAddresses(payload: WebhookPayload): string[] {
  switch (payload.kind) {
    case 'inbound-text':
      return [payload.to];
    case 'text-status':
      return [payload.from ?? ''];
    case 'inbound-email':
    case 'email-bounce':
      return [payload.mailbox];
    case 'envelope-report':
      return [payload.accountId?.toLowerCase() ?? ''];
    default:
      return payload satisfies never;
  }
}

/** Without a key nothing can be told apart; a provider that is told so tries again, and nothing is lost. */
function keys(configured: string[]): string[] {
  if (configured.length === 0) throw refuse('webhooks-not-configured');
  return configured;
}
