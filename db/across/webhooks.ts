import { sql } from 'drizzle-orm';
import type { Db } from '../client.ts';

export type WebhookEndpoint = { brokerageId: string; slug: string; provider: string; address: string };

/** Whose endpoint a token in an address is; null for none. */
export async function resolveWebhookEndpoint({ orm }: Db, token: string): Promise<WebhookEndpoint | null> {
  const [row] = await orm.execute<{ brokerage_id: string; slug: string; provider: string; address: string }>(
    sql`select brokerage_id, slug, provider, address from resolve_webhook_endpoint(${token})`,
  );
  return row ? { brokerageId: row.brokerage_id, slug: row.slug, provider: row.provider, address: row.address } : null;
}
