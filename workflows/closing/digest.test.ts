import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createDeliveryActivities } from '../../activities/deliveries.ts';
import type { Deps } from '../../activities/index.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { changeDigest } from '../../db/queries/digests.ts';
import { changePerson } from '../../db/queries/people.ts';
import { deliveries, digests, people } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { fastForward } from '../../test/fast-forward.ts';
import { digestConsumers } from '../../workers/consumers/digests.ts';
import { createPerform } from '../../workers/relay/perform.ts';
import { drain } from '../../workers/relay/relay.ts';
import { digestWorkflowId, explainQuery, lookAgainSignal, statusQuery, timelineQuery } from './digest.messages.ts';

const day = 86_400;
let database: TestDatabase;
let engine: TestEngine;
let brokerage: { id: string; slug: string };
let ann: string;
let bea: string;
/** By brokerage: how often its run has looked. */
const looks = new Map<string, number>();
beforeAll(async () => {
  database = await testDatabase();
  engine = await testEngine();
  const { askForDigests } = createDeliveryActivities({ db: database.app } as Deps);
  await engine.work({
    askForDigests: async (input) => {
      const found = await askForDigests(input);
      looks.set(input.brokerageId, (looks.get(input.brokerageId) ?? 0) + 1);
      return found;
    },
  });
});
beforeEach(async () => {
  brokerage = await testBrokerage(database.app);
  const named = (name: string, role: string) => ({ brokerageId: brokerage.id, name, email: `${name}@example.com`, role });
  [ann, bea] = (
    await tx((t) =>
      t
        .insert(people)
        .values([named('ann', 'coordinator'), named('bea', 'broker')])
        .returning(),
    )
  ).map(({ id }) => id) as [string, string];
});

const tx = <T>(fn: Parameters<typeof inTenant<T>>[2]): Promise<T> => inTenant(database.app, brokerage.id, fn);
/** What a person does, and the relay's telling of it. */
async function told<T>(fn: (c: Change) => Promise<T>): Promise<void> {
  const subject = { kind: 'brokerage', id: brokerage.id } as const;
  await changeSubject(database.app, { brokerageId: brokerage.id, subject, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
  await drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: digestConsumers,
    perform: createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl: 'https://keyturn.example' }),
    retryDelaysMs: [50, 200],
    log: () => {},
  });
}
const turn = (personId: string, on: boolean) => told((c) => changeDigest(c, { personId, on }));
const run = (): WorkflowHandle => engine.client.workflow.getHandle(digestWorkflowId(brokerage.slug));
const readersOf = async (handle: WorkflowHandle) => ((await handle.query(statusQuery)) as { readers: number }).readers;
const until = (readers: number) => expect.poll(() => readersOf(run()), { timeout: 15_000 }).toBe(readers);
const askedFor = () => tx((t) => t.select().from(deliveries).where(eq(deliveries.kind, 'daily-digest')).orderBy(asc(deliveries.deliveryNo)));
const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();

test('every reader is asked for on the mornings of workdays, once, over a weekend, until nobody reads it', async () => {
  await turn(ann, true);
  await until(1);
  expect(await askedFor(), 'the first one comes the next morning').toEqual([]);
  await turn(bea, true);
  await until(2);
  const { nextAt } = await run().query(statusQuery);
  expect(await run().query(explainQuery)).toMatch(/^waiting for the next digest since .*; next: 2 people get it on \w+day \d+ \w+, 07:00$/);
  expect(await tx((t) => t.select().from(digests))).toMatchObject([
    { runDueAt: new Date(nextAt!), waitingFor: expect.stringContaining('2 people read the digest') },
  ]);

  // From the first morning to past the same one a week later: eight days, two of them a weekend, six mornings.
  await fastForward(engine.connection, engine.namespace, run(), (Date.parse(nextAt!) - Date.now()) / 1000 + 7 * day + 2 * 3600);
  await expect.poll(async () => (await askedFor()).length, { timeout: 15_000 }).toBe(12);
  const rows = await askedFor();
  const days = [...new Set(rows.map(({ about }) => (about as { day: string }).day))];
  expect(days).toHaveLength(6);
  expect(days.filter((date) => [0, 6].includes(weekday(date)))).toEqual([]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(12);
  expect((await run().query(timelineQuery)).map(({ what }) => what)).toEqual(expect.arrayContaining([`the digest of ${days[5]}, for 2 people`]));

  await turn(ann, false);
  await until(1);
  await turn(bea, false);
  expect(await run().result()).toEqual({ outcome: 'nobody-reads' });
  expect(await tx((t) => t.select().from(digests))).toMatchObject([{ runDueAt: null, waitingFor: null, lastDay: null }]);
});

test('a reader who is disabled is left out, and coming back begins it anew', async () => {
  await turn(ann, true);
  await until(1);
  await told((c) => changePerson(c, { personId: ann, disabled: true, reason: 'away' }));
  await run().signal(lookAgainSignal, { eventId: randomUUID() });
  expect(await run().result()).toEqual({ outcome: 'nobody-reads' });
  await told((c) => changePerson(c, { personId: bea, name: 'Bea' }));
  await told((c) => changePerson(c, { personId: ann, disabled: false }));
  await until(1);
  expect((await run().describe()).status.name).toBe('RUNNING');
});

test('a long history is continued in a fresh one, with the same morning ahead', async () => {
  await turn(ann, true);
  await until(1);
  const { runId } = await run().describe();
  const before = await run().query(statusQuery);
  for (let n = 1; (await run().describe()).runId === runId; n++) {
    expect(n, 'looks before a fresh history').toBeLessThan(80);
    const seen = looks.get(brokerage.id)!;
    await run().signal(lookAgainSignal, { eventId: randomUUID() });
    await expect.poll(() => looks.get(brokerage.id), { timeout: 15_000 }).toBe(seen + 1);
  }
  expect(await run().query(statusQuery)).toEqual(before);
  await turn(ann, false);
  expect(await run().result()).toEqual({ outcome: 'nobody-reads' });
});
