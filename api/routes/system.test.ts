import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { reportState } from '../../db/across/health.ts';
import { deals, sends } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedSampleIds } from '../../test/sample-ids.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database, { temporalUiUrl: 'http://localhost:8233' });
});

test('tells of engine, queues, processes, breakers, what is unsettled and what is stuck', async () => {
  const b = await testBrokerage(database.app);
  const { dealId, sendId } = await seedSampleIds(database.app, b);
  await inTenant(database.app, b.id, async (tx) => {
    await tx
      .update(deals)
      .set({ runDueAt: new Date(Date.now() - 3_600_000), waitingFor: 'the offer' })
      .where(eq(deals.id, dealId));
    await tx.update(sends).set({ status: 'unknown' }).where(eq(sends.id, sendId));
  });
  await reportState(database.app, 'worker', { breakers: [{ name: 'twilio', state: 'open' }] });
  await reportState(database.app, 'relay', { consumers: [{ name: 'deal-run', waiting: 2, oldestMs: 400 }] });
  const { key } = await testKey(database, b.id, { role: 'engineer' });
  const system = (await api.call('GET', '/v1/system', { key })).json;
  expect(system.engine).toMatchObject({
    ok: true,
    version: expect.stringMatching(/^\d/),
    runUrl: 'http://localhost:8233/namespaces/keyturn/workflows/{workflowId}',
  });
  expect(system.queues.map(({ name, kind }: Record<string, string>) => `${name} ${kind}`)).toContain('keyturn-sends activity');
  expect(system.processes).toContainEqual(expect.objectContaining({ name: 'worker', silent: false }));
  expect(system.breakers).toEqual([{ name: 'twilio', process: 'worker', state: 'open' }]);
  expect(system.relay.consumers).toEqual([{ name: 'deal-run', waiting: 2, oldestMs: 400 }]);
  expect(system.unsettled.sends).toBe(1);
  const [stuck] = system.stuck.filter(({ kind }: { kind: string }) => kind === 'deal');
  expect(stuck).toMatchObject({ waitingFor: 'the offer', runbook: '/docs/runbooks/stuck-runs', reason: expect.any(String) });
  expect(stuck.lateSeconds).toBeGreaterThanOrEqual(3600);
  expect(system.files.freeBytes).toBeGreaterThan(0);
});

test('answers while the engine is away, and says so', async () => {
  const b = await testBrokerage(database.app);
  const alone = testApi(database, { temporalAddress: '127.0.0.1:1' });
  const { key } = await testKey(database, b.id);
  const answer = await alone.call('GET', '/v1/system', { key });
  expect([answer.status, answer.json.engine.ok, answer.json.queues[0].pollers]).toEqual([200, false, null]);
});

test('is for brokers and engineers', async () => {
  const b = await testBrokerage(database.app);
  for (const role of ['coordinator', 'marketer', 'agent'])
    expect((await api.call('GET', '/v1/system', { key: (await testKey(database, b.id, { role })).key })).status, role).toBe(403);
});
