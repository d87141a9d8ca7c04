import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { events } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await testBrokerage(database.app)).id;
  key = (await testKey(database, brokerageId)).key;
});
const stops = () => inTenant(database.app, brokerageId, (tx) => tx.select().from(events).where(eq(events.type, 'Sending.Stopped')));

test('64 callers with one key cause one effect and get the same status and bytes', async () => {
  const idempotencyKey = randomUUID();
  const before = (await stops()).length;
  const ask = async (): Promise<{ status: number; text: string }> => {
    for (;;) {
      const { status, text, headers } = await api.call('POST', '/v1/settings/stop-sending', { key, body: { reason: 'test' }, idempotencyKey });
      if (status !== 409) return { status, text };
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const answers = await Promise.all(Array.from({ length: 64 }, ask));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]!.status).toBe(200);
  expect((await stops()).length - before).toBe(1);
});

test('the same key with another body or address is refused', async () => {
  const idempotencyKey = randomUUID();
  await api.call('POST', '/v1/settings/stop-sending', { key, body: { reason: 'one' }, idempotencyKey });
  const otherBody = await api.call('POST', '/v1/settings/stop-sending', { key, body: { reason: 'two' }, idempotencyKey });
  const otherRoute = await api.call('POST', '/v1/settings/resume-sending', { key, body: { reason: 'one' }, idempotencyKey });
  expect([otherBody.status, otherRoute.status]).toEqual([422, 422]);
  expect(otherBody.json.type).toBe('/problems/idempotency-key-reused');
});

test('a refused request leaves its key free', async () => {
  const idempotencyKey = randomUUID();
  expect((await api.call('POST', '/v1/settings/resume-sending', { key, body: { reason: '' }, idempotencyKey })).status).toBe(400);
  expect((await api.call('POST', '/v1/settings/resume-sending', { key, body: { reason: 'mended' }, idempotencyKey })).status).toBe(200);
});

test('a key is kept for thirty days and forgotten after them', async () => {
  const ask = (idempotencyKey: string, reason: string) => api.call('POST', '/v1/settings/stop-sending', { key, body: { reason }, idempotencyKey });
  const [kept, old] = [randomUUID(), randomUUID()];
  await ask(kept, 'kept');
  await ask(old, 'old');
  const age = (name: string, days: number) =>
    inTenant(database.app, brokerageId, (tx) =>
      tx.execute(sql`update idempotency_keys set started_at = now() - ${`${days} days`}::interval where key = ${name}`),
    );
  await age(kept, 29);
  await age(old, 31);
  await ask(randomUUID(), 'another');
  expect([(await ask(kept, 'other body')).status, (await ask(old, 'other body')).status]).toEqual([422, 200]);
});

test('an acting request without a key is told to bring one', async () => {
  const answer = await api.call('POST', '/v1/settings/stop-sending', { key, body: { reason: 'x' }, idempotencyKey: null });
  expect([answer.status, answer.json.type]).toEqual([400, '/problems/idempotency-key-required']);
});
