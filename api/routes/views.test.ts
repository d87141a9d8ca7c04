import { beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
});

async function arrange() {
  const b = await testBrokerage(database.app);
  const [own, other, broker] = await Promise.all(['coordinator', 'agent', 'broker'].map((role) => testKey(database, b.id, { role })));
  const save = async (key: string, body: object) =>
    api.call('POST', '/v1/views', { key, body: { name: 'Silent files', screen: 'deals', filters: { sort: 'contact', open: true }, ...body } });
  const list = async (key: string, query = '') =>
    (await api.call('GET', `/v1/views${query}`, { key })).json.items as { name: string; mine: boolean; filters: object }[];
  return { own: own!.key, other: other!.key, broker: broker!.key, save, list };
}

test('a view is kept for its person, per screen', async () => {
  const { own, other, save, list } = await arrange();
  const saved = await save(own, {});
  expect(saved.status).toBe(201);
  await save(own, { screen: 'leads' });
  expect(await list(own, '?screen=deals')).toEqual([expect.objectContaining({ name: 'Silent files', mine: true, filters: { sort: 'contact', open: true } })]);
  expect(await list(own)).toHaveLength(2);
  expect(await list(other)).toEqual([]);
  expect((await api.call('PATCH', saved.headers.get('location')!, { key: other, body: { name: 'x' } })).status).toBe(404);
});

test('a shared one is there for all, and changed by its owner or a broker', async () => {
  const { own, other, broker, save, list } = await arrange();
  const path = (await save(own, { shared: true })).headers.get('location')!;
  expect(await list(other)).toEqual([expect.objectContaining({ mine: false })]);
  const refused = await api.call('PATCH', path, { key: other, body: { name: 'Mine now' } });
  expect([refused.status, refused.json.type]).toEqual([403, '/problems/not-your-view']);
  expect((await api.call('PATCH', path, { key: own, body: { name: 'Quiet files' } })).json).toMatchObject({
    name: 'Quiet files',
    screen: 'deals',
    shared: true,
  });
  expect((await api.call('DELETE', path, { key: other })).status).toBe(403);
  expect((await api.call('DELETE', path, { key: broker })).status).toBe(204);
  expect(await list(own)).toEqual([]);
});

test('two of one name are refused, saved or renamed', async () => {
  const { own, other, save } = await arrange();
  await save(own, {});
  expect((await save(own, {})).json.type).toBe('/problems/view-exists');
  expect((await save(other, {})).status).toBe(201);
  const path = (await save(own, { name: 'Second' })).headers.get('location')!;
  expect((await api.call('PATCH', path, { key: own, body: { name: 'Silent files' } })).status).toBe(409);
  expect((await api.call('PATCH', path, { key: own, body: { name: 'Second', filters: {} } })).json.filters).toEqual({});
});

test.each([{ filters: { 'a b': 1 } }, { filters: { a: { b: 1 } } }, { screen: 'Deals!' }, { name: '' }, { colour: 'red' }])('refuses %j', async (body) => {
  const { own, save } = await arrange();
  expect((await save(own, body)).status).toBe(400);
});
