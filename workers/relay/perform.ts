import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Sql } from 'postgres';
import type { RunAction, SignalAction } from '../consumers/types.ts';
import { startRun } from '../temporal/start.ts';
import type { Perform } from './take.ts';

export type PerformDeps = {
  client: Client;
  relay: Sql;
  /** Milliseconds by which business time is ahead: runs begin there. */
  offsetMs: () => Promise<number>;
  /** Brings a run's own clock up to business time before a message reaches it; needed only where the clock is moved. */
  bringUp?: (workflowId: string) => Promise<void>;
  taskQueue?: string;
  /** Address of the application, for the way from a run back to its page. */
  publicUrl: string;
};

/** Starts or signals one run. Starting what runs already, and telling what was told already, does nothing. */
export function createPerform({ client, relay, offsetMs, bringUp, taskQueue, publicUrl }: PerformDeps): Perform {
  const address = publicUrl.replace(/\/+$/, '');
  const start = async (action: Exclude<RunAction, SignalAction>): Promise<unknown> =>
    startRun(client, { ...action, kind: 'start', details: linked(action) }, { offsetMs: await offsetMs(), ...(taskQueue ? { taskQueue } : {}) });
  const linked = ({ details, page }: { details: string; page: string }): string => `${details}\n\n[Open it in Keyturn](${address}${page})`;
  const signal = async (workflowId: string, name: string, input: unknown): Promise<boolean> => {
    try {
      await bringUp?.(workflowId);
      await client.workflow.getHandle(workflowId).signal(name, ...(input === undefined ? [] : [input]));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  };

  return async (asked, { correlationId }) => {
    // The request (or whatever caused the event) can be found from the run: its memo names it, and the page of the application.
    const action = asked.kind === 'signal' ? asked : { ...asked, memo: { correlationId, page: `${address}${asked.page}`, ...asked.memo } };
    if (action.kind === 'start') {
      await start(action);
    } else if (action.kind === 'signal') {
      if (await signal(action.workflowId, action.signal, action.input)) return;
      // No such run: it is closed and needs no news, unless its row says that it should be open.
      const [open] = await relay`select 1 from open_runs where workflow_id = ${action.workflowId}`;
      if (open) throw new Error(`the run ${action.workflowId} is not there although its row is open`);
    } else {
      // A run may end between the two; then it is started again and told.
      for (let tries = 0; tries < 5; tries++) {
        await start(action);
        if (await signal(action.workflowId, action.signal, action.signalInput)) return;
      }
      throw new Error(`the run ${action.workflowId} ended before it could be told, five times`);
    }
  };
}
