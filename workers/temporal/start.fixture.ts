import { condition, defineQuery, proxyActivities, setHandler } from '@temporalio/workflow';

export type ClockReading = { workflowAt: number; activityAt: number };

const { scheduledAt } = proxyActivities<{ scheduledAt(): Promise<number> }>({ startToCloseTimeout: '10s', summary: 'Read the attempt’s scheduled time' });

/** Reads the run's clock and its first activity's, then waits as a deal does. */
export async function clockWorkflow({ waitMs }: { waitMs: number }): Promise<void> {
  let reading: ClockReading | null = null;
  setHandler(defineQuery<ClockReading | null>('reading'), () => reading);
  const workflowAt = Date.now();
  reading = { workflowAt, activityAt: await scheduledAt() };
  await condition(() => false, waitMs, { summary: 'Wait for nobody' });
}
