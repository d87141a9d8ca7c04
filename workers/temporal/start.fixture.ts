import { condition, defineQuery, proxyActivities, setHandler } from '@temporalio/workflow';

export type ClockReading = { workflowAt: number; activityAt: number };

const { scheduledAt } = proxyActivities<{ scheduledAt(): Promise<number> }>({ startToCloseTimeout: '10s', summary: 'Read the attempt’s scheduled time' });
const { work } = proxyActivities<{ work(ms: number): Promise<void> }>({ startToCloseTimeout: '1 minute', summary: 'Work for a while' });

/** Reads the run's clock and its first activity's, then waits as a deal does. */
export async function clockWorkflow({ waitMs }: { waitMs: number }): Promise<void> {
  let reading: ClockReading | null = null;
  setHandler(defineQuery<ClockReading | null>('reading'), () => reading);
  const workflowAt = Date.now();
  reading = { workflowAt, activityAt: await scheduledAt() };
  await condition(() => false, waitMs, { summary: 'Wait for nobody' });
}

/** Does its work after a while, then waits for days. */
export async function workingWorkflow({ waitMs, workMs }: { waitMs: number; workMs: number }): Promise<void> {
  await condition(() => false, waitMs, { summary: 'Wait for the hour' });
  await work(workMs);
  await condition(() => false, 3 * 86_400_000, { summary: 'Wait for nobody' });
}
