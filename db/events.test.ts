import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { changeSubject } from './events.ts';
import { events } from './schema/index.ts';
import { inTenant } from './tenant.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
const actor = { kind: 'system', id: 'test' } as const;

test('a change that fails leaves neither its rows nor its event', async () => {
  const { id: brokerageId } = await testBrokerage(database.app);
  const subject = { kind: 'brokerage', id: brokerageId } as const;
  const failing = changeSubject(database.app, { brokerageId, subject, actor, source: 'test' }, async ({ event }) => {
    await event('Sending.Stopped', { reason: 'test' });
    throw new Error('late');
  });
  await expect(failing).rejects.toThrow('late');
  await changeSubject(database.app, { brokerageId, subject, actor, source: 'test' }, ({ event }) => event('Sending.Resumed', { reason: 'test' }));
  const types = await inTenant(database.app, brokerageId, (tx) => tx.select({ type: events.type }).from(events));
  expect(types).toEqual([{ type: 'Sending.Resumed' }]);
});

test('order of seq within a subject is order of commit, whoever starts first', async () => {
  const { id: brokerageId } = await testBrokerage(database.app);
  const subject = { kind: 'lead', id: randomUUID() } as const;
  const committed: number[] = [];
  await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      changeSubject(database.app, { brokerageId, subject, actor, source: 'test' }, async ({ event, tx }) => {
        await event('Sending.Stopped', { reason: String(n) });
        await tx.execute(sql`select pg_sleep(${Math.random() / 50})`);
        committed.push(n);
      }),
    ),
  );
  const rows = await inTenant(database.app, brokerageId, (tx) => tx.select({ payload: events.payload }).from(events).orderBy(events.seq));
  expect(rows.map((row) => Number((row.payload as { reason: string }).reason))).toEqual(committed);
});

test('a payload that does not fit its type never reaches the log', async () => {
  const { id: brokerageId } = await testBrokerage(database.app);
  const bad = changeSubject(database.app, { brokerageId, subject: { kind: 'brokerage', id: brokerageId }, actor, source: 'test' }, ({ event }) =>
    event('Sending.Stopped', { reason: 7 } as never),
  );
  await expect(bad).rejects.toThrow('Sending.Stopped was given a payload that does not fit');
});

test('without a tenant a query is an error, not all rows', async () => {
  await expect(database.app.sql`select * from leads`).rejects.toThrow(/app.tenant|uuid/);
});
