import { beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedParked } from '../../test/seed-parked.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
});

test('a parked event is given up with the reason, once, and leads to what to do', async () => {
  const b = await testBrokerage(database.app);
  const parkedId = await seedParked(database, b.id);
  const { key, personId } = await testKey(database, b.id, { role: 'engineer' });
  const [listed] = (await api.call('GET', '/v1/parked', { key })).json.items;
  expect(listed).toMatchObject({ id: parkedId, runbook: '/docs/runbooks/parked-events', settledReason: null });
  const discard = (body: object) => api.call('POST', `/v1/parked/${parkedId}/discard`, { key, body });
  expect((await discard({})).status).toBe(400);
  expect((await discard({ reason: 'The import it belongs to was taken back' })).json).toMatchObject({
    status: 'discarded',
    settledBy: personId,
    settledReason: 'The import it belongs to was taken back',
  });
  expect((await discard({ reason: 'again' })).json.type).toBe('/problems/parked-settled');
});
