import { randomUUID } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { beforeAll, expect, test } from 'vitest';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { fastForward } from '../../test/fast-forward.ts';
import { mainQueue } from '../queues.ts';
import { explainQuery, lookAgainSignal, openingWorkflowId } from './messages.ts';
import type { dealOpeningWorkflow } from './opening.ts';

let engine: TestEngine;
const waiting = new Map<string, { leads: number; perDay: number; looks: number }>();
beforeAll(async () => {
  engine = await testEngine();
  await engine.work({
    openDealsByRule: async ({ brokerageId }) => {
      const world = waiting.get(brokerageId)!;
      const opened = Math.min(world.leads, world.perDay);
      world.leads -= opened;
      world.looks++;
      const nextAt = world.leads > 0 ? new Date(activityInfo().currentAttemptScheduledTimestampMs + 86_400_000).toISOString() : null;
      return { opened, waiting: world.leads, nextAt, waitingFor: nextAt && `the next day's number: ${world.leads} qualified leads wait` };
    },
  });
});

async function start(leads: number, perDay: number) {
  const brokerageId = randomUUID();
  const world = { leads, perDay, looks: 0 };
  waiting.set(brokerageId, world);
  const handle = await engine.client.workflow.start<typeof dealOpeningWorkflow>('dealOpeningWorkflow', {
    taskQueue: mainQueue,
    workflowId: openingWorkflowId(brokerageId),
    staticSummary: 'Openings of a test',
    args: [{ brokerageId, brokerage: 'test' }],
  });
  return { handle, world };
}

test('no more deals than the daily number are opened on one day, and the run ends when nobody waits', async () => {
  const { handle, world } = await start(60, 25);
  await expect.poll(() => handle.query(explainQuery), { timeout: 15_000 }).toContain('35 qualified leads wait');
  await fastForward(engine.connection, engine.namespace, handle, 1.5 * 86_400);
  await expect.poll(() => world.leads, { timeout: 15_000 }).toBe(10);
  await fastForward(engine.connection, engine.namespace, handle, 86_400);
  expect(await handle.result()).toEqual({ opened: 60 });
});

test('leads that become qualified during the day are looked at when they are, not the next morning', async () => {
  const { handle, world } = await start(26, 25);
  await expect.poll(() => world.looks, { timeout: 15_000 }).toBe(1);
  world.perDay = 50;
  await handle.signal(lookAgainSignal, { eventId: randomUUID() });
  expect(await handle.result()).toEqual({ opened: 26 });
});
