import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** Draws the next readable number of a kind, or the first of `count` numbers. The counter's row is locked until commit. */
export async function drawNumber(tx: Tx, { kind, count = 1 }: { kind: string; count?: number }): Promise<number> {
  const [row] = await tx.execute<{ last: string }>(sql`
    insert into counters (brokerage_id, kind, last) values (${tx.brokerageId}, ${kind}, ${count})
    on conflict (brokerage_id, kind) do update set last = counters.last + ${count} returning last`);
  return Number(row!.last) - count + 1;
}
