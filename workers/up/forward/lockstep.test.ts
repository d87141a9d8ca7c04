import { randomUUID } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { businessNow } from '../../../activities/time.ts';
import { changeSubject } from '../../../db/events.ts';
import { deals } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../../test/database.ts';
import { seedDeal } from '../../../test/seed-deal.ts';
import { acts, type Consumer } from '../../consumers/types.ts';
import { createPerform } from '../../relay/perform.ts';
import { runRelay } from '../../relay/relay.ts';
import { createBringUp, oneAtATime, runClock } from '../../temporal/clock.ts';
import { namespace } from '../../temporal/settings.ts';
import { startRun } from '../../temporal/start.ts';
import type { WatchActivities, WatchInput } from './lockstep.fixture.ts';
import { bringRunsUp, currentOffset, lockstep } from './lockstep.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** What really passes while runs are moved. */
const slack = 60_000;
const taskQueue = 'workers/up/forward/lockstep.test';

let database: TestDatabase;
let brokerageId: string;
let connection: Connection;
let client: Client;
let stopAll: () => Promise<void>;

/** Told by another run's deed: `tell B` makes deal B's run hear of it. */
const teller: Consumer = acts({
  name: 'test-teller',
  on: ['Deal.StageChanged'],
  async act(tx, event) {
    const [, dealNo] = /^tell (\d+)$/.exec(event.payload.stage.next ?? '') ?? [];
    if (!dealNo) return null;
    const [deal] = await tx
      .select()
      .from(deals)
      .where(eq(deals.dealNo, Number(dealNo)));
    return { kind: 'signal', workflowId: deal!.workflowId, signal: 'tell', input: { what: 'told' } };
  },
});

beforeAll(async () => {
  Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
  database = await testDatabase();
  brokerageId = (await testBrokerage(database.app)).id;
  const { address } = inject('engine');
  connection = await Connection.connect({ address });
  client = new Client({ connection, namespace });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    namespace,
    taskQueue,
    workflowsPath: new URL('./lockstep.fixture.ts', import.meta.url).pathname,
    activities: activities(),
  });
  const working = worker.run();
  const stop = new AbortController();
  const offsetMs = () => currentOffset(database.relay.sql);
  const perform = createPerform({
    client,
    relay: database.relay.sql,
    offsetMs,
    bringUp: createBringUp({ connection, namespace, oneAtATime: oneAtATime(database.relay.sql) }, offsetMs),
    taskQueue,
    publicUrl: 'https://keyturn.example',
  });
  const relaying = runRelay(
    { app: database.app, relay: database.relay.sql, consumers: [teller], retryDelaysMs: [100, 1000], perform, log: () => {} },
    stop.signal,
  );
  stopAll = async () => {
    stop.abort();
    worker.shutdown();
    await Promise.all([working, relaying]);
    await connection.close();
  };
});
afterAll(() => stopAll());

function activities(): WatchActivities {
  const event = async (dealId: string, what: string) => {
    const at = await businessNow({ db: database.app });
    await changeSubject(
      database.app,
      { brokerageId, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test', at },
      (change) => change.event('Deal.StageChanged', { dealId, dealNo: 1, stage: { prior: null, next: what }, reason: null }),
    );
  };
  return {
    keepDue: ({ dealId, at }) =>
      inTenant(database.app, brokerageId, async (tx) => {
        await tx
          .update(deals)
          .set({ runDueAt: at ? new Date(at) : null })
          .where(eq(deals.id, dealId));
      }),
    act: ({ dealId, what }) => event(dealId, what),
    async actLater({ dealId, what, hours }) {
      if (activityInfo().attempt === 1) throw ApplicationFailure.create({ message: 'not yet', nextRetryDelay: hours * hour });
      await event(dealId, what);
    },
    end: ({ dealId }) =>
      inTenant(database.app, brokerageId, async (tx) => {
        await tx.update(deals).set({ closedAt: sql`business_now()` }).where(eq(deals.id, dealId));
      }),
  };
}

type Watched = { dealId: string; dealNo: number; workflowId: string };

async function watch(from: number, steps: [afterMs: number, what: string][], later?: WatchInput['later']): Promise<Watched> {
  const workflowId = `watch/${randomUUID()}`;
  const { dealId, dealNo } = await seedDeal(database.app, brokerageId, { deal: { workflowId } });
  const input: WatchInput = { dealId, steps: steps.map(([afterMs, what]) => ({ at: new Date(from + afterMs).toISOString(), what })), ...(later && { later }) };
  await startRun(
    client,
    { kind: 'start', workflow: 'watchWorkflow', workflowId, input, summary: 'Watches', details: '', page: '/', attributes: [] },
    { offsetMs: await currentOffset(database.relay.sql), taskQueue },
  );
  return { dealId, dealNo, workflowId };
}

const businessClock = async (): Promise<number> => Date.now() + (await currentOffset(database.relay.sql));
const deps = () => ({
  engine: { connection, namespace },
  relay: database.relay.sql,
  consumers: [{ name: teller.name, on: teller.on }],
  pendingAnswers: async () => 0,
});

/** What happened to a deal, and how long after `from` by business time. */
async function deeds({ dealId }: Watched, from: number): Promise<{ what: string; afterMs: number }[]> {
  const rows = await database.relay.sql<{ what: string; at: Date | string }[]>`
    select payload -> 'stage' ->> 'next' as what, occurred_at as at from events where subject_id = ${dealId} order by seq`;
  return rows.map(({ what, at }) => ({ what, afterMs: new Date(at).getTime() - from }));
}

const near = (afterMs: number) => ({
  asymmetricMatch: (actual: unknown) => Math.abs((actual as number) - afterMs) < slack,
  toString: () => `about ${afterMs}`,
});

describe('lockstep', () => {
  it('lets every run act at its own instants and leaves all of them at the target', async () => {
    const from = await businessClock();
    const a = await watch(from, [
      [day, 'a1'],
      [3 * day, 'a2'],
      [30 * day, 'a3'],
    ]);
    const b = await watch(from, [
      [2 * day, 'b1'],
      [30 * day, 'b2'],
    ]);
    await lockstep(deps(), new Date(from + 4 * day));
    expect(await deeds(a, from)).toEqual([
      { what: 'a1', afterMs: near(day) },
      { what: 'a2', afterMs: near(3 * day) },
    ]);
    expect(await deeds(b, from)).toEqual([{ what: 'b1', afterMs: near(2 * day) }]);
    expect(await businessClock()).toSatisfy((now: number) => Math.abs(now - from - 4 * day) < slack);
    for (const { workflowId } of [a, b]) {
      const clock = await runClock({ connection, namespace }, workflowId);
      expect(Math.abs(Date.now() + clock!.aheadMs - from - 4 * day)).toBeLessThan(slack);
    }
  });

  it('stops where sample signers would act, on the way and beside the runs', async () => {
    const from = await businessClock();
    const run = await watch(from, [[3 * day, 'c1']]);
    const due = [2 * day, 2 * day + 5 * hour, 9 * day].map((afterMs) => from + afterMs);
    const acted: number[] = [];
    const signersAct = async (now: Date): Promise<Date | null> => {
      for (; due[0] !== undefined && due[0] <= now.getTime(); due.shift()) acted.push(now.getTime() - from);
      return due[0] === undefined ? null : new Date(due[0]);
    };
    await lockstep({ ...deps(), signersAct }, new Date(from + 4 * day));
    expect(acted).toEqual([near(2 * day), near(2 * day + 5 * hour)]);
    expect(await deeds(run, from)).toEqual([{ what: 'c1', afterMs: near(3 * day) }]);
    expect(await businessClock()).toSatisfy((now: number) => Math.abs(now - from - 4 * day) < slack);
  });

  it('brings a run up to the business clock before a message reaches it', async () => {
    const from = await businessClock();
    const told = await watch(from, [[50 * day, 'late']]);
    await watch(from, [[5 * day, `tell ${told.dealNo}`]]);
    await lockstep(deps(), new Date(from + 6 * day));
    const [heard] = await deeds(told, from);
    const [, at] = heard!.what.split('@');
    expect(Date.parse(at!) - from).toEqual(near(5 * day));
    expect(heard!.afterMs).toEqual(near(5 * day));
  });

  it('moves a run whose activity has put itself off, at the hour it named', async () => {
    const from = await businessClock();
    const put = await watch(from, [[20 * day, 'end']], { what: 'put off', hours: 11 });
    const other = await watch(from, [[12 * hour, 'after it']]);
    await lockstep(deps(), new Date(from + day));
    expect(await deeds(put, from)).toEqual([{ what: 'put off', afterMs: near(11 * hour) }]);
    expect(await deeds(other, from)).toEqual([{ what: 'after it', afterMs: near(12 * hour) }]);
  });

  it('brings up at the next start what a move that was cut short left behind', async () => {
    const from = await businessClock();
    const run = await watch(from, [[40 * day, 'much later']]);
    await database.relay.sql`update instance_clock set offset_ms = offset_ms + ${2 * day}`;
    await bringRunsUp(deps());
    const clock = await runClock({ connection, namespace }, run.workflowId);
    expect(Date.now() + clock!.aheadMs - from).toEqual(near(2 * day));
  });
});
