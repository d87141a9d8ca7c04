import { beforeAll, expect, test } from 'vitest';
import { inTenant } from '../../db/tenant.ts';
import { cookieOf, type TestApi, testApi, testKey, testSession } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';

let database: TestDatabase;
let api: TestApi;
let id: string;
let broker: Awaited<ReturnType<typeof testKey>>;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  id = (await testBrokerage(database.app)).id;
  broker = await testKey(database, id);
});
const eventsOf = (personId: string) =>
  inTenant(database.app, id, async (tx) => {
    const rows = await tx.execute<{ type: string; payload: { personId?: string } }>(`select type, payload from events order by seq` as never);
    return rows.filter(({ payload }) => payload.personId === personId).map(({ type }) => type);
  });
const patch = (personId: string, body: object, key = broker.key) => api.call('PATCH', `/v1/people/${personId}`, { key, body });

test('inviting answers with a link that lets the person in; a narrowed key invites without', async () => {
  const body = { name: 'Ida Invited', email: 'Ida@Example.com', role: 'marketer', standInId: broker.personId };
  const { status, json } = await api.call('POST', '/v1/people', { key: broker.key, body });
  expect([status, json.email, json.standInId]).toEqual([201, 'ida@example.com', broker.personId]);
  const cookie = cookieOf(await api.call('POST', new URL(json.signInLink.url).pathname));
  expect((await api.call('GET', '/v1/me', { cookie })).json.person.id).toBe(json.id);
  expect(await eventsOf(json.id)).toEqual(['Person.Added', 'Person.SignInLinkMade']);
  const narrow = await testKey(database, id, { scopes: ['people:write'] });
  const other = await api.call('POST', '/v1/people', { key: narrow.key, body: { name: 'Nora', email: 'nora@example.com', role: 'agent' } });
  expect([other.status, other.json.signInLink]).toEqual([201, null]);
});

test('a disabling keeps its reason in the row and out of the log, and enabling takes it away', async () => {
  const { personId } = await testKey(database, id, { role: 'agent' });
  expect((await patch(personId, { disabled: true, reason: 'Left the brokerage' })).json).toMatchObject({ disabledReason: 'Left the brokerage' });
  const [event] = await inTenant(database.app, id, (tx) =>
    tx.execute<{ payload: object }>(`select payload from events where type = 'Person.Changed' order by seq desc limit 1` as never),
  );
  expect(event!.payload).toEqual({ personId, fields: ['disabledAt'], disabled: { prior: false, next: true } });
  expect((await patch(personId, { disabled: false })).json).toMatchObject({ disabledAt: null, disabledReason: null });
});

test('disabling ends sessions, link and keys with their events; enabling lets in anew only', async () => {
  const { cookie, personId } = await testSession(api, database, id, { role: 'agent' });
  const { token } = await api.deps.sessions.makeLink({ brokerageId: id, personId });
  const keys = async () =>
    (await api.call('GET', '/v1/keys?limit=200', { key: broker.key })).json.items.filter((key: { personId: string }) => key.personId === personId);
  expect((await patch(personId, { disabled: true })).json.disabledAt).not.toBeNull();
  expect(await eventsOf(personId)).toEqual(['Person.Changed', 'Key.Revoked']);
  expect((await keys()).map((key: { revokedAt: string | null }) => key.revokedAt !== null)).toEqual([true]);
  expect((await api.call('POST', `/v1/people/${personId}/sign-in-links`, { key: broker.key })).json.type).toBe('/problems/person-disabled');
  expect((await patch(personId, { disabled: false })).json.disabledAt).toBeNull();
  expect((await api.call('GET', '/v1/me', { cookie })).status).toBe(401);
  expect((await api.call('POST', `/sign-in/${token}`)).status).toBe(404);
  expect((await api.call('POST', `/v1/people/${personId}/sign-in-links`, { key: broker.key })).status).toBe(201);
});

test('a disabling that is refused ends nothing', async () => {
  const alone = await testBrokerage(database.app);
  const { cookie, personId } = await testSession(api, database, alone.id);
  const ask = (body: object) => api.call('PATCH', `/v1/people/${personId}`, { cookie, body });
  expect((await ask({ disabled: true })).json.type).toBe('/problems/last-broker');
  expect((await ask({ role: 'agent' })).json.type).toBe('/problems/last-broker');
  expect((await api.call('GET', '/v1/me', { cookie })).json.person.role).toBe('broker');
});

test('two brokers who demote each other at once leave one', async () => {
  const pair = await testBrokerage(database.app);
  const [one, two] = [await testSession(api, database, pair.id), await testSession(api, database, pair.id)];
  const demote = (by: string, whom: string) => api.call('PATCH', `/v1/people/${whom}`, { cookie: by, body: { role: 'agent' } });
  const answers = await Promise.all([demote(one.cookie, two.personId), demote(two.cookie, one.personId)]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('the history of settings says who, when, and what it was and is', async () => {
  const own = await testBrokerage(database.app);
  const session = await testSession(api, database, own.id);
  const key = await testKey(database, own.id);
  await api.call('PATCH', '/v1/settings', { cookie: session.cookie, body: { dealsPerDay: 7, offerDays: 3 } });
  await api.call('PATCH', '/v1/settings', { key: key.key, body: { dealsPerDay: 8 } });
  await api.call('POST', '/v1/settings/stop-sending', { cookie: session.cookie, body: { reason: 'a complaint' } });
  const { json } = await api.call('GET', '/v1/settings/history?limit=2', { key: key.key });
  expect(json.items).toEqual([
    {
      at: expect.any(String),
      by: { personId: session.personId, name: 'Pat Example', key: null },
      reason: 'a complaint',
      changes: [{ setting: 'sendingStopped', prior: false, next: true }],
    },
    {
      at: expect.any(String),
      by: { personId: key.personId, name: 'Pat Example', key: 'test' },
      reason: null,
      changes: [{ setting: 'dealsPerDay', prior: 7, next: 8 }],
    },
  ]);
  const rest = await api.call('GET', `/v1/settings/history?limit=2&cursor=${json.nextCursor}`, { key: key.key });
  expect(rest.json.items.map(({ changes }: { changes: object[] }) => changes)).toEqual([
    [
      { setting: 'dealsPerDay', prior: 25, next: 7 },
      { setting: 'offerDays', prior: 7, next: 3 },
    ],
  ]);
  expect(rest.json.nextCursor).toBeNull();
});
