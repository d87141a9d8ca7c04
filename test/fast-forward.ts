import { randomUUID } from 'node:crypto';
import type { Connection, WorkflowHandle } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

/** Moves one run's own clock forward, running every timer on the way, and waits until it is there; false when it ended on the way. */
export async function fastForward(connection: Connection, namespace: string, handle: WorkflowHandle, seconds: number): Promise<boolean> {
  const workflowExecution = { workflowId: handle.workflowId };
  const fastForwardId = randomUUID();
  await connection.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    identity: 'test',
    workflowExecutionOptions: { timeSkippingConfig: { enabled: true, fastForwardConfig: { id: fastForwardId, duration: msToTs(seconds * 1000) } } },
    updateMask: { paths: ['time_skipping_config'] },
  });
  const { fastForwardInfo } = await connection.workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId });
  return fastForwardInfo?.hasCompleted === true;
}
