import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';

export type ClockMove = { from: string | null; to: string | null; state: string; reachedAt: string | null; doing: string | null; problem: unknown };
export type ClockState = { businessNow: string; offsetMs: number; embedded: boolean; moving: ClockMove | null; last: ClockMove | null };
type Executor = Pick<Db['orm'], 'execute'> | Pick<Tx, 'execute'>;

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The instance's clock, and who moves it: a move that was asked for, or the command line. */
export async function readClock(db: Executor): Promise<ClockState> {
  const [clock] = await db.execute<{ now: string; offset_ms: string; embedded: boolean; by_hand: boolean }>(sql`
    select ${iso('business_now()')} as now, offset_ms, embedded, exists (select 1 from pg_locks where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())
      and ((classid::bigint << 32) | objid::bigint) = hashtext('keyturn-forward')::bigint) as by_hand from instance_clock`);
  const [move] = await db.execute<{ from: string | null; to: string; state: string; reached_at: string | null; doing: string | null; problem: unknown }>(sql`
    select ${iso('from_at')} as from, ${iso('to_at')} as to, state, ${iso('reached_at')} as reached_at, doing, problem
    from clock_moves order by asked_at desc limit 1`);
  const asked = move ? { from: move.from, to: move.to, state: move.state, reachedAt: move.reached_at, doing: move.doing, problem: move.problem } : null;
  const open = asked && ['queued', 'running'].includes(asked.state) ? asked : null;
  return {
    ...{ businessNow: clock!.now, offsetMs: Number(clock!.offset_ms), embedded: clock!.embedded },
    moving: open ?? (clock!.by_hand ? { from: null, to: null, state: 'running', reachedAt: null, doing: null, problem: null } : null),
    last: open ? null : asked,
  };
}

/** Where the log ended when the last move began, and until which instant it goes; null before the first. */
export async function readLastMove(db: Executor): Promise<{ from: string; to: string; fromPosition: number } | null> {
  const [move] = await db.execute<{ from: string; to: string; from_position: string }>(sql`
    select ${iso('from_at')} as from, ${iso('to_at')} as to, from_position from clock_moves where from_position is not null order by asked_at desc limit 1`);
  return move ? { from: move.from, to: move.to, fromPosition: Number(move.from_position) } : null;
}

/** Asks for a move; false when one is open. */
export async function askMove(db: Executor, to: Date): Promise<boolean> {
  const rows = await db.execute(sql`insert into clock_moves (to_at) values (${to.toISOString()}) on conflict do nothing returning id`);
  return rows.length > 0;
}
