import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time.js';
import type { Sql } from 'postgres';

export type Engine = { connection: Connection; namespace: string };
/** One at a time for each run, over all processes. */
export type OneAtATime = <T>(workflowId: string, fn: () => Promise<T>) => Promise<T>;
export type Mover = Engine & { oneAtATime: OneAtATime };

/** By a lock of the database, which is given back when its holder dies. Holds a connection meanwhile: never within another transaction. */
export const oneAtATime =
  (relay: Sql): OneAtATime =>
  async (workflowId, fn) =>
    (
      await relay.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(hashtextextended(${`clock/${workflowId}`}, 0))`;
        return { answer: await fn() };
      })
    ).answer as Awaited<ReturnType<typeof fn>>;

const notFound = 5;
const isNotFound = (error: unknown): boolean => isGrpcServiceError(error) && error.code === notFound;
const closeEnoughMs = 1000;

/** What the engine says about an open run's own time. */
export type RunClock = {
  /** Milliseconds by which the run's clock is ahead of wall time. */
  aheadMs: number;
  /** It has work in hand: a workflow task, or an activity that runs or waits for a worker. */
  busy: boolean;
  /** The earliest instant (its own time) at which an activity is tried again. */
  retryAt: number | null;
  /** The move that it is on, if any. */
  move: string | null;
};

/** Reads an open run's clock; null when there is no such run or it has ended. */
export async function runClock({ connection, namespace }: Engine, workflowId: string): Promise<RunClock | null> {
  try {
    const answer = await connection.workflowService.describeWorkflowExecution({ namespace, execution: { workflowId } });
    if (answer.workflowExecutionInfo?.closeTime) return null;
    const wall = Date.now();
    // A run that was never moved has no time-skipping info: its clock is the wall's.
    const own = optionalTsToMs(answer.workflowExtendedInfo?.timeSkippingInfo?.currentTime);
    const aheadMs = own === undefined ? 0 : own - wall;
    const waiting = (answer.pendingActivities ?? []).map((activity) => ({
      at: optionalTsToMs(activity.nextAttemptScheduleTime) ?? 0,
      scheduled: activity.state === scheduledState,
    }));
    const { effectiveConfig, fastForwardInfo } = answer.workflowExtendedInfo?.timeSkippingInfo ?? {};
    const later = waiting.filter(({ at, scheduled }) => scheduled && at > wall + aheadMs);
    return {
      aheadMs,
      busy: !hasBegun(answer.workflowExecutionInfo) || Boolean(answer.pendingWorkflowTask) || later.length < waiting.length,
      retryAt: later.length > 0 ? Math.min(...later.map(({ at }) => at)) : null,
      move: effectiveConfig?.enabled && fastForwardInfo && !fastForwardInfo.hasCompleted ? (fastForwardInfo.fastForwardId ?? null) : null,
    };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}
const scheduledState = 1;

/** A run that begins ahead of wall time waits out its start delay first: no task is pending yet, but there will be one at once. */
const hasBegun = (info: { historyLength?: { toString(): string } | null } | null | undefined): boolean =>
  Number(info?.historyLength?.toString() ?? 0) >= eventsOfFirstTask;
/** Started, task scheduled, started, completed. */
const eventsOfFirstTask = 4;

/**
 * How far beyond its goal a run is taken. Where a move ends while the run is at work, and the work ends before the engine has noticed, the
 * engine takes it to its next timer, be that days away. So the end of a move lies where the work of the goal is done long before.
 */
export const beyondMs = 15_000;

/**
 * Moves an open run's own clock until it is `aheadMs` ahead of wall time, and a few seconds at most beyond, firing every timer and retry on the way: the
 * engine skips only while the run has nothing in hand. Resolves to false when the run has ended.
 *
 * The engine takes a distance, not an instant. Of two who look at the same clock and both set it going, the second would take the
 * run past its goal, and what lies days ahead would happen now. So who sets it going looks alone, and waits for a move that is on.
 */
export async function moveRun(mover: Mover, workflowId: string, aheadMs: number): Promise<boolean> {
  const { connection, namespace } = mover;
  const workflowExecution = { workflowId };
  try {
    for (;;) {
      const move = await mover.oneAtATime(workflowId, () => setGoing(mover, workflowId, aheadMs));
      if (move === 'there' || move === 'ended') return move === 'there';
      // The poll may run out, find the move over and forgotten, or the run ended: the next look tells.
      await connection.workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: move.id }).catch((error: unknown) => {
        if (!isNotFound(error)) throw error;
        return pause(lookAgainMs);
      });
    }
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
const lookAgainMs = 50;

async function setGoing(engine: Engine, workflowId: string, aheadMs: number): Promise<'there' | 'ended' | { id: string }> {
  const clock = await runClock(engine, workflowId);
  if (!clock) return 'ended';
  const missing = Math.round(aheadMs - clock.aheadMs);
  if (missing <= 0) return 'there';
  if (clock.move) return { id: clock.move };
  const id = randomUUID();
  await engine.connection.workflowService.updateWorkflowExecutionOptions({
    namespace: engine.namespace,
    workflowExecution: { workflowId },
    identity: 'keyturn-clock',
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(missing + beyondMs) } } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  return { id };
}

/** Brings a run up to the business clock before a message reaches it; does nothing where the clock was never moved. */
export const createBringUp =
  (mover: Mover, offsetMs: () => Promise<number>) =>
  async (workflowId: string): Promise<void> => {
    const offset = await offsetMs();
    // A second behind is on time: moving costs the run two events of history.
    if (offset > closeEnoughMs) await bringUp(mover, workflowId, offset);
  };

/** Moves a run that is behind by more than a second; says whether it did. */
export async function bringUp(mover: Mover, workflowId: string, offsetMs: number): Promise<boolean> {
  const clock = await runClock(mover, workflowId);
  if (!clock || offsetMs - clock.aheadMs <= closeEnoughMs) return false;
  return moveRun(mover, workflowId, offsetMs);
}
