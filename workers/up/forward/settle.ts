import type { Sql } from 'postgres';
import { type Engine, runClock } from '../../temporal/clock.ts';
import { pool } from './pool.ts';

export type SettleDeps = {
  engine: Engine;
  relay: Sql;
  /** Each consumer with the types it listens to. */
  consumers: readonly { name: string; on: readonly string[] }[];
  /** Webhooks that the sandbox still has to deliver. */
  pendingAnswers: () => Promise<number>;
};

/** Longer than any retry of the relay; a run in real trouble does not hold the clock for ever. */
const patienceMs = 60_000;
/** Looking costs the database and the engine time that the work itself needs: often at first, then less and less. */
const firstPauseMs = 20;
const longestPauseMs = 120;

/**
 * Waits until nothing happens any more by itself: every event numbered and delivered, every answer of the sandbox heard,
 * and no run that was moved or told anything with work in hand. Answers with the earliest retries of waiting activities.
 */
export async function settle(deps: SettleDeps, moved: ReadonlySet<string>, sincePosition: number): Promise<Map<string, number>> {
  const until = Date.now() + patienceMs;
  let pauseMs = firstPauseMs;
  let quietAt = '';
  let busyRun: string | undefined;
  while (Date.now() < until) {
    const mark = await lastSeq(deps.relay);
    if ((await eventsBehind(deps)) === 0 && (await deps.pendingAnswers()) === 0) {
      const { busy, retries } = await lookAt(deps, [busyRun, ...moved, ...(await runsTold(deps.relay, sincePosition))]);
      busyRun = busy;
      // Quiet twice with nothing new between: what was on its way from one part to the next has arrived.
      if (!busy && quietAt === mark) return retries;
      quietAt = busy ? '' : mark;
      if (!busy) pauseMs = firstPauseMs;
    } else quietAt = '';
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
  }
  return new Map();
}

async function eventsBehind({ relay, consumers }: SettleDeps): Promise<number> {
  const listened = consumers.flatMap(({ name, on }) => on.map((type) => ({ name, type })));
  const [row] = await relay<{ behind: string }[]>`
    select (select count(*) from events where position is null) + (
      select count(*) from (
        select 1 from unnest(${listened.map(({ name }) => name)}::text[], ${listened.map(({ type }) => type)}::text[]) as l (name, type)
        left join consumers c on c.name = l.name
        join lateral (select 1 from events e where e.type = l.type and e.position > coalesce(c.position, 0) limit 1) late on true
      ) lagging
    ) as behind`;
  return Number(row!.behind);
}

async function lastSeq(relay: Sql): Promise<string> {
  const [row] = await relay<{ last: string | null }[]>`select max(seq) as last from events`;
  return row!.last ?? '';
}

/** Open runs of the subjects that had events since: they may have been started or told something. */
async function runsTold(relay: Sql, sincePosition: number): Promise<string[]> {
  const rows = await relay<{ workflow_id: string }[]>`
    with recent as (select brokerage_id, subject_id, payload from events where position > ${sincePosition} or position is null),
      named as (
        select brokerage_id, subject_id::text as id from recent
        union select brokerage_id, payload ->> 'dealId' from recent where payload ? 'dealId'
        union select brokerage_id, payload ->> 'leadId' from recent where payload ? 'leadId'
        union select brokerage_id, payload ->> 'enrolmentId' from recent where payload ? 'enrolmentId'
        union select brokerage_id, brokerage_id::text from recent
      )
    select workflow_id from open_runs r join named n on n.brokerage_id = r.brokerage_id and n.id in (r.subject_id::text, r.lead_id::text)`;
  return rows.map((row) => row.workflow_id);
}

/** The first of these runs that has work in hand, if any, and when their waiting activities are tried again. */
async function lookAt({ engine }: SettleDeps, workflowIds: (string | undefined)[]): Promise<{ busy: string | undefined; retries: Map<string, number> }> {
  const retries = new Map<string, number>();
  let busy: string | undefined;
  const distinct = [...new Set(workflowIds)].filter((id) => id !== undefined);
  // One by one until the first busy one was looked at: while work goes on, a look asks the engine about a single run.
  const look = async (workflowId: string): Promise<void> => {
    if (busy) return;
    const clock = await runClock(engine, workflowId);
    if (clock?.busy) busy ??= workflowId;
    if (clock?.retryAt) retries.set(workflowId, clock.retryAt);
  };
  if (distinct[0]) await look(distinct[0]);
  await pool(distinct.slice(1), look, 6);
  return { busy, retries };
}
