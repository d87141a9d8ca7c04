import { randomUUID } from 'node:crypto';
import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time.js';

export type Engine = { connection: Connection; namespace: string };

const notFound = 5;
const closeEnoughMs = 1000;

/** What the engine says about an open run's own time. */
export type RunClock = {
  /** Milliseconds by which the run's clock is ahead of wall time. */
  aheadMs: number;
  /** It has work in hand: a workflow task, or an activity that runs or waits for a worker. */
  busy: boolean;
  /** The earliest instant (its own time) at which an activity is tried again. */
  retryAt: number | null;
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
    const later = waiting.filter(({ at, scheduled }) => scheduled && at > wall + aheadMs);
    return {
      aheadMs,
      busy: !hasBegun(answer.workflowExecutionInfo) || Boolean(answer.pendingWorkflowTask) || later.length < waiting.length,
      retryAt: later.length > 0 ? Math.min(...later.map(({ at }) => at)) : null,
    };
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === notFound) return null;
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
 * Moves an open run's own clock until it is `aheadMs` ahead of wall time, firing every timer and retry on the way: the
 * engine skips only while the run has nothing in hand. Resolves to false when the run has ended.
 */
export async function moveRun(engine: Engine, workflowId: string, aheadMs: number, known?: RunClock): Promise<boolean> {
  const { connection, namespace } = engine;
  const workflowExecution = { workflowId };
  try {
    for (let found = known; ; found = undefined) {
      const clock = found ?? (await runClock(engine, workflowId));
      if (!clock) return false;
      const missing = Math.round(aheadMs - clock.aheadMs);
      if (missing <= 0) return true;
      const fastForwardId = randomUUID();
      await connection.workflowService.updateWorkflowExecutionOptions({
        namespace,
        workflowExecution,
        identity: 'keyturn-clock',
        workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration: msToTs(missing) } } },
        updateMask: { paths: ['time_skipping_config'] },
      });
      const answer = await connection.workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId });
      // Not there: the poll ran out, somebody else moved it too, or it ended. The next look tells.
      if (answer.fastForwardInfo?.hasCompleted) return true;
    }
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === notFound) return false;
    throw error;
  }
}

/** Brings a run up to the business clock before a message reaches it; does nothing where the clock was never moved. */
export const createBringUp =
  (engine: Engine, offsetMs: () => Promise<number>) =>
  async (workflowId: string): Promise<void> => {
    const offset = await offsetMs();
    // A second behind is on time: moving costs the run two events of history.
    if (offset > closeEnoughMs) await bringUp(engine, workflowId, offset);
  };

/** Moves a run that is behind by more than a second; says whether it did. */
export async function bringUp(engine: Engine, workflowId: string, offsetMs: number): Promise<boolean> {
  const clock = await runClock(engine, workflowId);
  if (!clock || offsetMs - clock.aheadMs <= closeEnoughMs) return false;
  return moveRun(engine, workflowId, offsetMs, clock);
}
