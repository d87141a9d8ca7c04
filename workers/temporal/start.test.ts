import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { activityInfo } from '@temporalio/activity';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { stage, tenantId } from '../../workflows/search-attributes.ts';
import { beyondMs, moveRun, oneAtATime, runClock } from './clock.ts';
import { namespace } from './settings.ts';
import type { ClockReading } from './start.fixture.ts';
import { type StartAction, startRun } from './start.ts';

const taskQueue = 'workers/temporal/start.test';
const hour = 3_600_000;
const day = 24 * hour;
/** Slack for what really passes between a start and the reading. */
const slack = 10_000;
/** Where it was to be, or a little beyond: its start and a move each take it so far, and they may meet. */
const isNear = (goalMs: number) => (ms: number) => ms > goalMs - slack && ms < goalMs + 2 * beyondMs + slack;
let connection: Connection;
let client: Client;
let worker: Worker;
let running: Promise<void>;

beforeAll(async () => {
  Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
  const { address } = inject('engine');
  connection = await Connection.connect({ address });
  client = new Client({ connection, namespace });
  worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    namespace,
    taskQueue,
    workflowsPath: new URL('./start.fixture.ts', import.meta.url).pathname,
    activities: { scheduledAt: async () => activityInfo().currentAttemptScheduledTimestampMs, work: (ms: number) => pause(ms) },
  });
  running = worker.run();
});

afterAll(async () => {
  worker.shutdown();
  await running;
  await connection.close();
});

const action = (): StartAction => ({
  kind: 'start',
  workflow: 'clockWorkflow',
  workflowId: `clock/${randomUUID()}`,
  input: { waitMs: 3 * day },
  summary: 'Reads the clock',
  details: 'Reads **both** clocks',
  page: '/',
  attributes: [
    { key: tenantId, value: 'b-1' },
    { key: stage, value: 'open' },
  ],
  memo: { dealNo: 7 },
});

const reading = async (handle: WorkflowHandle): Promise<ClockReading> => {
  for (;;) {
    // Refused until the start delay is over.
    const answer = await handle.query<ClockReading | null>('reading').catch(() => null);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('moveRun', () => {
  it('two who move the same run at once bring it to its goal, and not beyond', async () => {
    const database = await testDatabase();
    // Each in a process of its own: they share the database alone.
    const movers = [0, 1].map(() => ({ connection, namespace, oneAtATime: oneAtATime(database.relay.sql) }));
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        const started = action();
        await startRun(client, started, { offsetMs: 0, taskQueue });
        const handle = client.workflow.getHandle(started.workflowId);
        await reading(handle);
        const moved = await Promise.all(movers.map((mover) => moveRun(mover, started.workflowId, day)));
        expect(moved).toEqual([true, true]);
        const clock = (await runClock(movers[0]!, started.workflowId))!;
        expect(clock.aheadMs).toSatisfy(isNear(day));
        expect(clock.move).toBeNull();
        await handle.terminate();
      }),
    );
  });

  it('a run that is at work when it reaches its goal stays there, however long the work takes', { timeout: 120_000 }, async () => {
    const database = await testDatabase();
    const mover = { connection, namespace, oneAtATime: oneAtATime(database.relay.sql) };
    await Promise.all(
      Array.from({ length: 48 }, async (_, n) => {
        const workflowId = `clock/${randomUUID()}`;
        const options = { taskQueue, workflowId, staticSummary: 'At work', args: [{ waitMs: hour, workMs: n * 25 }] };
        const handle = await client.workflow.start('workingWorkflow', options);
        await expect.poll(async () => (await handle.fetchHistory()).events!.some(({ timerStartedEventAttributes }) => timerStartedEventAttributes)).toBe(true);
        expect(await moveRun(mover, workflowId, hour)).toBe(true);
        await expect.poll(async () => (await runClock(mover, workflowId))!.busy).toBe(false);
        const { aheadMs } = (await runClock(mover, workflowId))!;
        expect(aheadMs, `after ${n * 25} ms of work`).toBeGreaterThan(hour - slack);
        expect(aheadMs, `after ${n * 25} ms of work`).toBeLessThan(hour + 60_000);
        await handle.terminate();
      }),
    );
  });

  it('waits for a move that is on already, and goes on from there', async () => {
    const database = await testDatabase();
    const mover = { connection, namespace, oneAtATime: oneAtATime(database.relay.sql) };
    const started = action();
    await startRun(client, started, { offsetMs: day / 2, taskQueue });
    expect(await moveRun(mover, started.workflowId, day)).toBe(true);
    expect((await runClock(mover, started.workflowId))!.aheadMs).toSatisfy(isNear(day));
    await client.workflow.getHandle(started.workflowId).terminate();
  });
});

describe('startRun', () => {
  it.each([0, 1500, 40 * day])('begins a run at the business clock, in the run and in its activities (offset %i ms)', async (offsetMs) => {
    const started = action();
    await startRun(client, started, { offsetMs, taskQueue });
    const expected = Date.now() + offsetMs;
    const handle = client.workflow.getHandle(started.workflowId);
    const { workflowAt, activityAt } = await reading(handle);
    expect(Math.abs(workflowAt - expected)).toBeLessThan(slack);
    expect(Math.abs(activityAt - expected)).toBeLessThan(slack);
    await handle.terminate();
  });

  it('leaves a run that began ahead waiting at its own timer', async () => {
    const started = action();
    await startRun(client, started, { offsetMs: 40 * day, taskQueue });
    const handle = client.workflow.getHandle(started.workflowId);
    await reading(handle);
    const skipping = async () => (await handle.describe()).raw.workflowExtendedInfo?.timeSkippingInfo?.effectiveConfig?.enabled;
    await expect.poll(skipping).toBe(false);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    const { events } = await handle.fetchHistory();
    expect((events ?? []).filter((event) => event.timerFiredEventAttributes)).toHaveLength(0);
    await handle.terminate();
  });

  it('carries summary, details, search attributes and memo', async () => {
    const started = action();
    await startRun(client, started, { offsetMs: day, taskQueue });
    const handle = client.workflow.getHandle(started.workflowId);
    const description = await handle.describe();
    expect(await description.staticSummary()).toBe(started.summary);
    expect(await description.staticDetails()).toBe(started.details);
    expect(description.typedSearchAttributes.get(tenantId)).toBe('b-1');
    expect(description.memo).toEqual({ dealNo: 7 });
    await handle.terminate();
  });

  it('finds the open run when it is asked twice', async () => {
    const started = action();
    const first = await startRun(client, started, { offsetMs: day, taskQueue });
    const second = await startRun(client, started, { offsetMs: 2 * day, taskQueue });
    expect(second.runId).toBe(first.runId);
    await client.workflow.getHandle(started.workflowId).terminate();
  });
});
