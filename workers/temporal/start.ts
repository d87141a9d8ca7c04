import { randomUUID } from 'node:crypto';
import { Client, type Connection } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';
import { mainQueue } from '../../workflows/queues.ts';
import type { RunAction } from '../consumers/types.ts';
import { beyondMs } from './clock.ts';

export type StartAction = Extract<RunAction, { kind: 'start' }>;

/**
 * Starts a run, or finds the one that is open under its id. With an offset (an embedded instance whose business clock
 * is ahead) the run begins at business time: its own clock and its first activities are there from the first moment.
 */
export async function startRun(
  client: Client,
  action: StartAction,
  { offsetMs, taskQueue = mainQueue }: { offsetMs: number; taskQueue?: string },
): Promise<{ runId: string }> {
  const ahead = offsetMs > 0;
  const handle = await (ahead ? aheadClient(client) : client).workflow.start(action.workflow, {
    workflowId: action.workflowId,
    taskQueue,
    args: [action.input],
    staticSummary: action.summary,
    staticDetails: action.details,
    typedSearchAttributes: new TypedSearchAttributes(action.attributes),
    ...(action.memo && { memo: action.memo }),
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    ...(ahead && { startDelay: offsetMs }),
  });
  return { runId: handle.firstExecutionRunId };
}

const aheadClients = new WeakMap<Client, Client>();

/** The same client, whose delayed starts skip their delay. */
function aheadClient(client: Client): Client {
  let made = aheadClients.get(client);
  if (!made) {
    made = new Client({ ...client.options, connection: skippingDelays(client.connection as Connection) });
    aheadClients.set(client, made);
  }
  return made;
}

/**
 * A view of a connection that lets each delayed start jump over its delay. The fast-forward ends soon after the
 * delay and switches skipping off again: without that bound the run would race through its own timers.
 * The SDK has no option for it, so the field is added to the request it has encoded.
 */
function skippingDelays(connection: Connection): Connection {
  const { workflowService } = connection;
  type Start = typeof workflowService.startWorkflowExecution;
  const start = ((request: Parameters<Start>[0], ...rest: []) =>
    workflowService.startWorkflowExecution(
      {
        ...request,
        timeSkippingConfig: { enabled: true, fastForwardConfig: { id: randomUUID(), duration: msToTs(tsToMs(request.workflowStartDelay) + beyondMs) } },
      },
      ...rest,
    )) as Start;
  const service = new Proxy(workflowService, { get: (target, name) => (name === 'startWorkflowExecution' ? start : Reflect.get(target, name)) });
  return Object.create(connection, { workflowService: { value: service } }) as Connection;
}
