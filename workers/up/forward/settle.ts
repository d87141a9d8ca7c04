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
  /** Told what is being waited for, in words. */
  onDoing?: (words: string) => void;
};

/** Without anything new. Longer than any retry of the relay; a run in real trouble does not hold the clock for ever. */
const patienceMs = 60_000;
/** However much there is to do. */
const longestMs = 600_000;
/** Looking costs the database and the engine time that the work itself needs: often at first, then less and less. */
const firstPauseMs = 20;
const longestPauseMs = 120;
const many = 200;

/**
 * Waits until nothing happens any more by itself: every event numbered and delivered, every answer of the sandbox heard,
 * and no run that was moved or told anything with work in hand. Answers with the earliest retries of waiting activities.
 */
export async function settle(deps: SettleDeps, moved: ReadonlySet<string>, sincePosition: number): Promise<Map<string, number>> {
  const began = Date.now();
  let until = began + patienceMs;
  let last = '';
  let quietAt = '';
  let pauseMs = firstPauseMs;
  let busyRun: string | undefined;
  while (Date.now() < until) {
    const mark = await lastSeq(deps.relay);
    // Thousands of runs are at work for minutes: as long as something happens, nothing is given up.
    if (mark !== last) until = Math.min(Date.now() + patienceMs, began + longestMs);
    last = mark;
    const [behind, answers] = [await eventsBehind(deps), await deps.pendingAnswers()];
    if (behind === 0 && answers === 0) {
      const runs = new Set([busyRun, ...moved, ...(await runsTold(deps.relay, sincePosition))]);
      const { busy, retries } = await lookAt(deps, runs);
      busyRun = busy;
      // Quiet twice with nothing new between: what was on its way from one part to the next has arrived. A look at many
      // runs takes longer than that way, and one at thousands is not taken twice.
      if (!busy && quietAt === mark) return retries;
      if (!busy && runs.size > many && (await nothingNew(deps, mark))) return retries;
      quietAt = busy ? '' : mark;
      if (!busy) pauseMs = firstPauseMs;
    } else quietAt = '';
    deps.onDoing?.(
      behind > 0
        ? 'what happened to be taken in'
        : answers > 0
          ? 'answers from outside'
          : busyRun
            ? `${runWords(busyRun)} to finish its step`
            : 'everything to come to rest',
    );
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
  }
  return new Map();
}

/** No run can have got work while all were looked at: it would come from an event, or from an answer of the sandbox. */
async function nothingNew(deps: SettleDeps, mark: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, longestPauseMs));
  return (await deps.pendingAnswers()) === 0 && (await eventsBehind(deps)) === 0 && (await lastSeq(deps.relay)) === mark;
}

/** `deal/acme/26` as `deal 26`: what people call it. */
const runWords = (workflowId: string): string => {
  const [kind, , ...rest] = workflowId.split('/');
  const names: Record<string, string> = { followup: 'follow-up', envelope: 'signatures of deal', deadline: 'deadline of deal', message: 'message of deal' };
  return [names[kind!] ?? kind, kind === 'followup' ? rest.at(-1) : rest[0]].filter(Boolean).join(' ');
};

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

/** Open runs that may have been started or told something since: watchers by events that name them, all others by events of their subject. */
async function runsTold(relay: Sql, sincePosition: number): Promise<string[]> {
  const rows = await relay<{ workflow_id: string }[]>`
    with recent as (select brokerage_id, type, subject_id, payload from events where position > ${sincePosition} or position is null),
      named as (
        select brokerage_id, subject_id::text as id from recent
        union select brokerage_id, payload ->> 'dealId' from recent where payload ? 'dealId'
        union select brokerage_id, payload ->> 'leadId' from recent where payload ? 'leadId'
        union select brokerage_id, payload ->> 'enrolmentId' from recent where payload ? 'enrolmentId'
        union select brokerage_id, brokerage_id::text from recent
      )
    select workflow_id from open_runs r join named n on n.brokerage_id = r.brokerage_id and n.id in (r.subject_id::text, r.lead_id::text)
      where r.kind <> 'deadline'
    union select r.workflow_id from open_runs r join recent e on e.brokerage_id = r.brokerage_id and e.payload ->> 'workflowId' = r.workflow_id
      where r.kind = 'deadline' and e.type in ('Deadline.Opened', 'Deadline.Moved', 'Deadline.Settled', 'Deadline.WatchChanged')`;
  return rows.map((row) => row.workflow_id);
}

/** The first of these runs that has work in hand, if any, and when their waiting activities are tried again. */
async function lookAt(
  { engine }: SettleDeps,
  workflowIds: ReadonlySet<string | undefined>,
): Promise<{ busy: string | undefined; retries: Map<string, number> }> {
  const retries = new Map<string, number>();
  let busy: string | undefined;
  const distinct = [...workflowIds].filter((id) => id !== undefined);
  // One by one until the first busy one was looked at: while work goes on, a look asks the engine about a single run.
  const look = async (workflowId: string): Promise<void> => {
    if (busy) return;
    const clock = await runClock(engine, workflowId);
    if (clock?.busy) busy ??= workflowId;
    if (clock?.retryAt) retries.set(workflowId, clock.retryAt);
  };
  if (distinct[0]) await look(distinct[0]);
  await pool(distinct.slice(1), look, 12);
  return { busy, retries };
}
