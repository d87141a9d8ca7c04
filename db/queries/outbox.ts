import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { deals, inboundMessages, inboundWebhooks, sends } from '../schema/index.ts';

export type OutboxFact = { at: Date; step: string | null; class: string | null; dealNo: number | null };

/** What our own books say about messages in the sandbox, by the provider's id: when by business time, which step, which deal. */
export async function outboxFacts(tx: Tx, { providerIds }: { providerIds: string[] }): Promise<Map<string, OutboxFact>> {
  if (providerIds.length === 0) return new Map();
  const sent = await tx
    .select({ id: sends.providerId, at: sends.claimedAt, step: sends.step, dealNo: deals.dealNo })
    .from(sends)
    .leftJoin(deals, and(eq(deals.brokerageId, sends.brokerageId), eq(deals.id, sends.dealId)))
    .where(and(eq(sends.brokerageId, tx.brokerageId), inArray(sends.providerId, providerIds)));
  const messageOf = sql<string>`coalesce(${inboundWebhooks.payload} ->> 'messageSid', ${inboundWebhooks.payload} ->> 'emailId')`;
  const received = await tx
    .select({ id: messageOf, at: inboundMessages.receivedAt, class: inboundMessages.class })
    .from(inboundWebhooks)
    .innerJoin(inboundMessages, and(eq(inboundMessages.brokerageId, inboundWebhooks.brokerageId), eq(inboundMessages.webhookId, inboundWebhooks.id)))
    .where(and(eq(inboundWebhooks.brokerageId, tx.brokerageId), sql`${messageOf} in ${providerIds}`));
  return new Map<string, OutboxFact>([
    ...sent.map(({ id, at, step, dealNo }) => [id!, { at, step, dealNo, class: null }] as const),
    ...received.map(({ id, at, class: found }) => [id, { at, step: null, dealNo: null, class: found }] as const),
  ]);
}
