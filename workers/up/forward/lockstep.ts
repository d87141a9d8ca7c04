import type { Sql } from 'postgres';
import { bringUp, moveRun, oneAtATime } from '../../temporal/clock.ts';
import type { Outside } from './happenings.ts';
import { pool } from './pool.ts';
import type { LetSignersAct } from './sandbox.ts';
import { type SettleDeps, settle } from './settle.ts';

export type LockstepDeps = SettleDeps & {
  /** Lets sample signers act up to an instant and says when the next one would; absent where there are none. */
  signersAct?: LetSignersAct;
  /** Called after each step with the instant that was reached. */
  onReached?: (instant: Date) => Promise<void>;
  /** People outside who act by themselves as time goes by. */
  outside?: Outside | null;
};

/** Runs due this close together go in one step, each on its own clock to its own instant: like workers that are a minute busy. */
const togetherMs = 60_000;
/** A run that is moved to its due instant and keeps it waits for something else. */
const triesPerInstant = 2;

/**
 * Moves the business clock to `target`, everyone in step: the runs due at the earliest instant go there, all that follows
 * from it settles, and again. In the end every open run stands at the target. Answers with the number of steps and moves.
 */
export async function lockstep(deps: LockstepDeps, target: Date): Promise<{ steps: number; moves: number }> {
  const { engine, relay, signersAct = async () => null } = deps;
  const mover = { ...engine, oneAtATime: oneAtATime(relay) };
  const tried = new Map<string, number>();
  const retries = await waitingRetries(deps);
  let [steps, moves] = [0, 0];
  for (;;) {
    const due = (await dueRuns(relay, retries)).filter((run) => run.at <= target.getTime() && (tried.get(keyOf(run)) ?? 0) < triesPerInstant);
    // Asked at each step: an envelope that went out in the last one has signers, too.
    const signerAt = (await signersAct(new Date(Date.now() + (await currentOffset(relay)))))?.getTime() ?? Number.POSITIVE_INFINITY;
    const outsideAt = deps.outside?.nextAt() ?? Number.POSITIVE_INFINITY;
    const earliest = Math.min(due[0]?.at ?? Number.POSITIVE_INFINITY, signerAt, outsideAt);
    if (earliest > target.getTime()) break;
    if (outsideAt === earliest) {
      await hearOutside(deps, outsideAt);
      await deps.onReached?.(new Date(outsideAt));
      continue;
    }
    const batch = due.filter((run) => run.at <= earliest + togetherMs);
    deps.onDoing?.(batch.length === 1 ? 'a run to act' : batch.length > 1 ? `${batch.length} runs to act` : 'signers to act');
    const since = await lastPosition(relay);
    await raiseClock(relay, earliest);
    if (signerAt <= earliest) await signersAct(new Date(earliest));
    await pool(batch, async (run) => {
      tried.set(keyOf(run), (tried.get(keyOf(run)) ?? 0) + 1);
      retries.delete(run.workflowId);
      await moveRun(mover, run.workflowId, run.at - Date.now());
    });
    for (const [workflowId, at] of await settle(deps, new Set(batch.map((run) => run.workflowId)), since)) retries.set(workflowId, at);
    steps += 1;
    moves += batch.length;
    await deps.onReached?.(new Date(earliest));
  }
  await raiseClock(relay, target.getTime());
  await signersAct(target);
  await bringAllUp(deps);
  await deps.onReached?.(target);
  return { steps, moves };
}

/** Somebody outside acts at their instant; the runs it concerns hear of it at that time. */
async function hearOutside(deps: LockstepDeps, at: number): Promise<void> {
  const since = await lastPosition(deps.relay);
  await raiseClock(deps.relay, at);
  deps.onDoing?.('the parties of a file to act');
  await deps.outside!.act(at);
  await settle(deps, new Set(), since);
}

/** Moves every open run that is behind up to the business clock, and names them: at the end of a move, and at a start after one that was cut short. */
export async function bringRunsUp({ engine, relay }: Pick<SettleDeps, 'engine' | 'relay'>): Promise<Set<string>> {
  const moved = new Set<string>();
  const offsetMs = await currentOffset(relay);
  if (offsetMs === 0) return moved;
  const mover = { ...engine, oneAtATime: oneAtATime(relay) };
  const runs = await relay<{ workflow_id: string }[]>`select workflow_id from open_runs`;
  await pool(runs, async ({ workflow_id }) => {
    if (await bringUp(mover, workflow_id, offsetMs)) moved.add(workflow_id);
  });
  return moved;
}

async function bringAllUp(deps: SettleDeps): Promise<void> {
  const since = await lastPosition(deps.relay);
  deps.onDoing?.('every run to stand at the new time');
  await bringRunsUp(deps);
  // Who reached the target had nothing in hand there; whom it told of something is found by its events.
  await settle(deps, new Set(), since);
}

type Due = { workflowId: string; at: number };
const keyOf = ({ workflowId, at }: Due): string => `${workflowId}@${at}`;

/** Runs by the next instant they act by themselves: what their row says, or an activity's next attempt if that is earlier. */
async function dueRuns(relay: Sql, retries: ReadonlyMap<string, number>): Promise<Due[]> {
  const rows = await relay<{ workflow_id: string; at: string | null }[]>`
    select workflow_id, (extract(epoch from run_due_at) * 1000)::bigint as at from open_runs`;
  return rows
    .flatMap(({ workflow_id: workflowId, at }) => {
      const instants = [at === null ? undefined : Number(at), retries.get(workflowId)].filter((instant) => instant !== undefined);
      return instants.length > 0 ? [{ workflowId, at: Math.min(...instants) }] : [];
    })
    .sort((a, b) => a.at - b.at);
}

/** Which runs wait for another attempt of an activity before anything was moved. */
async function waitingRetries(deps: SettleDeps): Promise<Map<string, number>> {
  const runs = await deps.relay<{ workflow_id: string }[]>`select workflow_id from open_runs`;
  return settle(deps, new Set(runs.map((run) => run.workflow_id)), await lastPosition(deps.relay));
}

/** The business clock never runs backwards: wall time goes on while runs are moved. */
async function raiseClock(relay: Sql, instant: number): Promise<void> {
  await relay`update instance_clock set offset_ms = greatest(offset_ms, ${Math.round(instant - Date.now())})`;
}

export async function currentOffset(relay: Sql): Promise<number> {
  const [row] = await relay<{ offset_ms: string }[]>`select offset_ms from instance_clock`;
  return Number(row?.offset_ms ?? 0);
}

async function lastPosition(relay: Sql): Promise<number> {
  const [row] = await relay<{ last: string | null }[]>`select max(position) as last from events`;
  return Number(row!.last ?? 0);
}
