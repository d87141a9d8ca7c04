import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { mainQueue } from '../queues.ts';
import type * as messages from './messages.ts';
import { watch } from './watch.ts';

// Reads and writes our own database only: tried until it is back, however long that takes. Nobody is told of a deadline twice.
const facts = proxyActivities<Pick<Activities, 'watchDeadline'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Watches one deadline: sleeps to its lead time, wakes, re-reads the facts, then ends, sleeps again, or tells people, until it is met or missed. */
export async function complianceDeadlineWorkflow(input: messages.DeadlineInput): Promise<messages.DeadlineResult> {
  const { brokerageId, deadlineId } = input;
  return watch(input, (summary) => facts.watchDeadline.executeWithOptions({ summary }, [{ brokerageId, deadlineId }]));
}
