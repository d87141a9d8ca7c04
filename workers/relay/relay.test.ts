import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import type { Subject } from '../../domain/events/envelope.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { acts, type Consumer, writes } from '../consumers/types.ts';
import { drain, runRelay } from './relay.ts';

let database: TestDatabase;
let brokerageId: string;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  brokerageId = (await testBrokerage(database.app)).id;
});

const say = (subject: Subject, reason: string, holdMs = 0): Promise<string> =>
  changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, async ({ event, tx }) => {
    const id = await event('Sending.Stopped', { reason });
    if (holdMs) await tx.execute(sql`select pg_sleep(${holdMs / 1000})`);
    return id;
  });
const lead = (): Subject => ({ kind: 'lead', id: randomUUID() });
const options = (consumers: Consumer[], retryDelaysMs: number[] = []) => ({
  app: database.app,
  relay: database.relay.sql,
  consumers,
  retryDelaysMs,
  perform: async () => {},
  log: () => {},
});

/** Hears of this brokerage's events only: the log is shared by the tests of this file. */
const listener = (heard: string[], fail?: (reason: string) => boolean): Consumer =>
  acts({
    name: `listener-${randomUUID()}`,
    on: ['Sending.Stopped'],
    async act(_tx, event) {
      if (event.brokerageId !== brokerageId) return null;
      if (fail?.(event.payload.reason)) throw new Error(`cannot take ${event.payload.reason}`);
      heard.push(event.payload.reason);
      return null;
    },
  });

test('a transaction that commits late is delivered, after those that overtook it', async () => {
  const heard: string[] = [];
  const consumer = listener(heard);
  const late = say(lead(), 'late', 400);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await say(lead(), 'early');
  await drain(options([consumer]));
  expect(heard).toEqual(['early']);
  await late;
  await drain(options([consumer]));
  expect(heard).toEqual(['early', 'late']);
});

test('a thousand events of fifty subjects arrive once each, in order within each subject, while transactions stay open for random times', async () => {
  const heard: string[] = [];
  const stop = new AbortController();
  const running = runRelay({ ...options([listener(heard)]), pollMs: 50 }, stop.signal);
  const subjects = Array.from({ length: 50 }, lead);
  await Promise.all(
    subjects.map(async (subject, s) => {
      for (let n = 0; n < 20; n++) await say(subject, `${s}.${n}`, Math.random() < 0.1 ? 20 : 0);
    }),
  );
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(1000);
  stop.abort();
  await running;
  for (let s = 0; s < 50; s++) expect(heard.filter((reason) => reason.startsWith(`${s}.`))).toEqual(Array.from({ length: 20 }, (_, n) => `${s}.${n}`));
});

test('what cannot be taken is parked with its cause, holds back its own subject only, and follows in order once retried', async () => {
  const heard: string[] = [];
  let broken = true;
  const consumer = listener(heard, (reason) => broken && reason === 'a1');
  const [a, b] = [lead(), lead()];
  await say(a, 'a1');
  await say(b, 'b1');
  await say(a, 'a2');
  await drain(options([consumer]));
  expect(heard).toEqual(['b1']);
  const parked = await database.relay.sql`select cause, behind from parked_events where consumer = ${consumer.name} order by position`;
  expect(parked).toMatchObject([{ cause: 'cannot take a1', behind: false }, { behind: true }]);

  await say(a, 'a3');
  await drain(options([consumer]));
  expect(heard).toEqual(['b1']);

  broken = false;
  await database.relay.sql`update parked_events set status = 'retry' where consumer = ${consumer.name} and not behind`;
  await drain(options([consumer]));
  expect(heard).toEqual(['b1', 'a1', 'a2', 'a3']);
});

test('what is discarded is skipped, and what waited behind it is delivered', async () => {
  const heard: string[] = [];
  const consumer = listener(heard, (reason) => reason === 'bad');
  const subject = lead();
  await say(subject, 'bad');
  await say(subject, 'good');
  await drain(options([consumer]));
  await database.relay.sql`update parked_events set status = 'discarded' where consumer = ${consumer.name} and not behind`;
  await drain(options([consumer]));
  expect(heard).toEqual(['good']);
});

test('a fault that passes is tried again and parks nothing', async () => {
  const heard: string[] = [];
  let failures = 2;
  const consumer = listener(heard, () => failures-- > 0);
  await say(lead(), 'x');
  await drain(options([consumer], [1, 1, 1]));
  expect(heard).toEqual(['x']);
});

test('a consumer that writes takes a redelivered event once', async () => {
  const subject = lead();
  const consumer = writes({
    name: `writer-${randomUUID()}`,
    on: ['Sending.Stopped'],
    async write({ tx, now }, event) {
      await tx.insert(tasks).values({
        brokerageId: tx.brokerageId,
        kind: 'test',
        key: `${event.eventId}/${Math.random()}`,
        subjectKind: subject.kind,
        subjectId: subject.id,
        title: 't',
        reason: 'r',
        role: 'broker',
        dueAt: now,
        createdAt: now,
      });
    },
  });
  await say(subject, 'once');
  await drain(options([consumer]));
  // As after a crash between the commit and the cursor: the whole log comes again.
  await database.relay.sql`update consumers set position = 0 where name = ${consumer.name}`;
  await drain(options([consumer]));
  const rows = await inTenant(database.app, brokerageId, (tx) => tx.select().from(tasks));
  expect(rows.filter((row) => row.kind === 'test')).toHaveLength(1);
});

test('nobody but the relay may write a position, and nobody may change the log', async () => {
  await say(lead(), 'x');
  const as = (statement: string) =>
    database.app.orm.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.tenant', ${brokerageId}, true)`);
      await tx.execute(sql.raw(statement));
    });
  await expect(as('update events set position = 1')).rejects.toThrow();
  await expect(as("update events set payload = '{}'")).rejects.toThrow();
  await expect(as('delete from events')).rejects.toThrow();
});
