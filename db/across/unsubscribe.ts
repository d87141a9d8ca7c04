import { sql } from 'drizzle-orm';
import type { Db } from '../client.ts';

export type UnsubscribeTarget = { brokerageId: string; sendId: string };

/** Which e-mail an unsubscribe address was made for; null for none. */
export async function resolveUnsubscribe({ orm }: Db, token: string): Promise<UnsubscribeTarget | null> {
  const [row] = await orm.execute<{ brokerage_id: string; send_id: string }>(sql`select brokerage_id, send_id from resolve_unsubscribe(${token})`);
  return row ? { brokerageId: row.brokerage_id, sendId: row.send_id } : null;
}
