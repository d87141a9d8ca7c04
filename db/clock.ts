import { sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';

type Executor = Pick<Db['orm'], 'execute'> | Pick<Tx, 'execute'>;

/** Business time: wall time plus the instance's offset. Everything a user calls a date uses it. */
export async function businessNow(db: Executor): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select to_char(business_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`);
  return new Date(row!.now);
}

/** Milliseconds by which business time is ahead of wall time; 0 in production. */
export async function clockOffsetMs(db: Executor): Promise<number> {
  const [row] = await db.execute<{ offset_ms: string }>(sql`select offset_ms from instance_clock`);
  return Number(row?.offset_ms ?? 0);
}
