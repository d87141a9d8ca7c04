import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../activities/index.ts';
import { inTenant } from '../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { type TestEngine, testEngine } from '../test/engine.ts';
import { seedDeal } from '../test/seed-deal.ts';
import { explainQuery, statusQuery } from '../workflows/closing/messages.ts';
import { mainQueue } from '../workflows/queues.ts';

let database: TestDatabase;
let engine: TestEngine;
let api: TestApi;
let brokerage: { id: string; slug: string };
let key: string;
/** How often each decision reached the facts, by deal. */
const decided = new Map<string, string[]>();

const facts: Partial<Activities> = {
  openDeal: async () => ({ open: true, zone: 'America/Chicago', offerApproval: true, isFile: false, side: 'wholesale' }),
  requestOffer: async () => ({ kind: 'requested', offerId: randomUUID(), offerNo: 1, terms: 'cash', amountCents: 1 }),
  renderOffer: async () => ({ kind: 'drafted', pdfSha256: 'x' }),
  advanceDeal: async () => {},
  approveOffer: async ({ dealId }) => void decided.get(dealId)!.push('approved'),
  sendOffer: async () => ({ kind: 'sent', expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(), followUp: null }),
  recordDecision: async ({ dealId, decision }) => {
    decided.get(dealId)!.push(decision);
    return { kind: 'recorded' };
  },
  closeDeal: async () => {},
};

beforeAll(async () => {
  [database, engine] = [await testDatabase(), await testEngine()];
  await engine.work(facts);
  brokerage = await testBrokerage(database.app);
  key = (await testKey(database, brokerage.id)).key;
  api = testApi(database, { temporalNamespace: engine.namespace });
});

/** A deal whose run waits for the approval of its offer. */
async function waitingDeal() {
  const { dealId, dealNo } = await seedDeal(database.app, brokerage.id);
  decided.set(dealId, []);
  const workflowId = `deal/${brokerage.slug}/${dealNo}`;
  await inTenant(database.app, brokerage.id, (tx) => tx.execute(sql`update deals set workflow_id = ${workflowId} where id = ${dealId}`));
  const input = { brokerageId: brokerage.id, brokerage: brokerage.slug, dealId, dealNo };
  const handle = await engine.client.workflow.start('dealWorkflow', { workflowId, taskQueue: mainQueue, args: [input], staticSummary: `Deal ${dealNo}` });
  await expect.poll(async () => (await handle.query(statusQuery)).stage, { timeout: 20_000 }).toBe('approval');
  return { dealId, dealNo, handle, path: `/v1/deals/${dealNo}` };
}

test('an approval repeated by many callers with one key is done once and answered the same', async () => {
  const { dealId, path } = await waitingDeal();
  const idempotencyKey = randomUUID();
  const ask = async (): Promise<string> => {
    for (;;) {
      const { status, text } = await api.call('POST', `${path}/approve`, { key, idempotencyKey });
      if (status !== 409) return `${status} ${text}`;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const answers = await Promise.all(Array.from({ length: 16 }, ask));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(/^200 /);
  expect(decided.get(dealId)).toEqual(['approved']);
});

test('a crash between the update and its stored answer is bridged: the same key meets the same update', async () => {
  const { dealId, path } = await waitingDeal();
  const idempotencyKey = randomUUID();
  const first = await api.call('POST', `${path}/approve`, { key, idempotencyKey });
  expect(first.status, first.text).toBe(200);
  await inTenant(database.app, brokerage.id, (tx) =>
    tx.execute(sql`update idempotency_keys set status = null, body = null, started_at = now() - interval '1 hour' where key = ${idempotencyKey}`),
  );
  const again = await api.call('POST', `${path}/approve`, { key, idempotencyKey });
  expect([again.status, again.json.stage]).toEqual([200, first.json.stage]);
  expect(decided.get(dealId)).toEqual(['approved']);
});

test('while the first request is at work, its repeat is told to come again', async () => {
  const { path } = await waitingDeal();
  const idempotencyKey = randomUUID();
  await api.call('POST', `${path}/approve`, { key, idempotencyKey });
  await inTenant(database.app, brokerage.id, (tx) =>
    tx.execute(sql`update idempotency_keys set status = null, body = null, started_at = now() where key = ${idempotencyKey}`),
  );
  const answer = await api.call('POST', `${path}/approve`, { key, idempotencyKey });
  expect([answer.status, answer.json.type, answer.headers.get('retry-after')]).toEqual([409, '/problems/request-in-flight', '1']);
});

test('what the run refuses is said in its words and leaves the key free', async () => {
  const { path } = await waitingDeal();
  const idempotencyKey = randomUUID();
  const refused = await api.call('POST', `${path}/accept`, { key, idempotencyKey });
  expect([refused.status, refused.json.type]).toEqual([409, '/problems/not-now']);
  expect(refused.json.detail).toContain('approval');
  await api.call('POST', `${path}/approve`, { key });
  await expect.poll(async () => (await api.call('POST', `${path}/accept`, { key, idempotencyKey })).status, { timeout: 20_000 }).toBe(200);
});

test('explain and timeline over HTTP say what the run says', async () => {
  const { path, handle } = await waitingDeal();
  const [explained, told] = [await api.call('GET', `${path}/explain`, { key }), await api.call('GET', `${path}/timeline`, { key })];
  expect(explained.json.explanation).toBe(await handle.query(explainQuery));
  expect(told.json).toMatchObject({ source: 'run', items: expect.arrayContaining([expect.objectContaining({ what: expect.stringContaining('opened') })]) });
});

test('a deal opened twice for one lead and side, also at once, is one deal with one event', async () => {
  const own = await testBrokerage(database.app);
  const { key } = await testKey(database, own.id);
  await seedDeal(database.app, own.id, { deal: { dealNo: 9000 } });
  const { leadNo } = (await api.call('GET', '/v1/deals/9000', { key })).json;
  const answers = await Promise.all(Array.from({ length: 8 }, () => api.call('POST', '/v1/deals', { key, body: { leadNo, side: 'buyer' } })));
  expect(new Set(answers.map(({ json }) => json.dealNo)).size).toBe(1);
  expect(
    answers.filter(({ status }) => status === 201),
    answers[0]!.text,
  ).toHaveLength(1);
  const opened = answers.find(({ status }) => status === 201)!;
  expect(opened.headers.get('location')).toBe(`/v1/deals/${opened.json.dealNo}`);
  const [events] = await inTenant(database.app, own.id, (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from events where type = 'Deal.Opened' and subject_id = ${opened.json.id}`),
  );
  expect(events!.count).toBe(1);
});

test('a property entered by hand, also spelled differently, is one lead; a deal of another side is another deal', async () => {
  const own = await testBrokerage(database.app);
  const { key } = await testKey(database, own.id);
  const property = { address: '1208 Fairwin Avenue', city: 'Nashville', state: 'TN', owner: 'Ann Walker', email: 'ann@example.com', valueCents: 30_000_000 };
  const first = await api.call('POST', '/v1/deals', { key, body: { property, side: 'wholesale' } });
  expect(first.status, first.text).toBe(201);
  const again = await api.call('POST', '/v1/deals', {
    key,
    body: { property: { address: '1208 FAIRWIN AVE.', city: 'nashville', state: 'tn' }, side: 'wholesale' },
  });
  const other = await api.call('POST', '/v1/deals', { key, body: { property, side: 'buyer' } });
  expect([again.status, again.json.dealNo, other.status, other.json.leadNo]).toEqual([200, first.json.dealNo, 201, first.json.leadNo]);
  expect(first.json.property).toBe('1208 FAIRWIN AVE, NASHVILLE, TN');
});

test('a deal is named by a lead or by a property that can be told apart, not by both or neither', async () => {
  const body = { side: 'listing' };
  const answers = await Promise.all([
    api.call('POST', '/v1/deals', { key, body }),
    api.call('POST', '/v1/deals', { key, body: { ...body, leadNo: 1, property: { address: '1 Main St', zip: '37201' } } }),
    api.call('POST', '/v1/deals', { key, body: { ...body, property: { address: '1 Main St' } } }),
    api.call('POST', '/v1/deals', { key, body: { ...body, property: { address: 'LOT 4 BLK 2', city: 'Nashville', state: 'TN' } } }),
  ]);
  expect(answers.map(({ status, json }) => [status, json.type])).toEqual([
    [400, '/problems/invalid-request'],
    [400, '/problems/invalid-request'],
    [400, '/problems/invalid-request'],
    [422, '/problems/property-unclear'],
  ]);
});

test('a closed deal says that it is closed, and a repeat of the decision that closed it is still answered', async () => {
  const { path, dealId } = await waitingDeal();
  const idempotencyKey = randomUUID();
  const dead = await api.call('POST', `${path}/dead`, { key, body: { reason: 'sold' }, idempotencyKey });
  expect(dead.status, dead.text).toBe(200);
  await inTenant(database.app, brokerage.id, (tx) => tx.execute(sql`update deals set stage = 'dead', closed_at = now() where id = ${dealId}`));
  await expect.poll(async () => (await api.call('POST', `${path}/approve`, { key })).json.type, { timeout: 20_000 }).toBe('/problems/deal-closed');
  expect((await api.call('POST', `${path}/dead`, { key, body: { reason: 'sold' }, idempotencyKey })).text).toBe(dead.text);
});
