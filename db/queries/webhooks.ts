import type { WebhookPayload } from '../../domain/outreach/webhooks.schemas.ts';
import type { Tx } from '../client.ts';
import { changeWithin } from '../events.ts';
import { inboundWebhooks } from '../schema/index.ts';

/** Keeps a verified webhook with its event. A copy of one that is here changes nothing and answers null. */
export async function takeInWebhook(
  tx: Tx,
  { provider, eventId, payload, correlationId }: { provider: string; eventId: string; payload: WebhookPayload; correlationId: string },
): Promise<{ webhookId: string } | null> {
  const [row] = await tx
    .insert(inboundWebhooks)
    .values({ brokerageId: tx.brokerageId, provider, providerEventId: eventId, payload })
    .onConflictDoNothing({ target: [inboundWebhooks.brokerageId, inboundWebhooks.provider, inboundWebhooks.providerEventId] })
    .returning({ id: inboundWebhooks.id });
  if (!row) return null;
  const subject = { kind: 'webhook', id: row.id } as const;
  await changeWithin(tx, { subject, actor: { kind: 'provider', id: provider }, source: provider, correlationId }, ({ event }) =>
    event('Webhook.Received', { webhookId: row.id, provider, kind: payload.kind }),
  );
  return { webhookId: row.id };
}
