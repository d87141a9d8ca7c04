import { condition, proxyActivities } from '@temporalio/workflow';
import { sendsQueue } from '../workflows/queues.ts';

const { sendStep } = proxyActivities<{ sendStep(): Promise<unknown> }>({ taskQueue: sendsQueue, startToCloseTimeout: '1 minute' });

/** The least a run of one touch and one wait can be: the baseline. */
export async function followUpSequenceWorkflow(_input: unknown): Promise<void> {
  await sendStep();
  await condition(() => false, 2 * 86_400_000);
}
