import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { changeSubject } from '../db/events.ts';
import { openTask } from '../db/queries/tasks.ts';
import { apiKeys, idempotencyKeys } from '../db/schema/index.ts';
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

test('pages neither repeat nor skip a row while others come in', async () => {
  const subject = { kind: 'brokerage', id: brokerageId } as const;
  const add = (hour: number) =>
    changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
      openTask(change, {
        kind: 'call-seller',
        key: randomUUID(),
        subject,
        title: `Call at ${hour}`,
        reason: 'test',
        role: 'broker',
        dueAt: new Date(Date.UTC(2027, 0, 1, hour)),
      }),
    );
  for (let hour = 0; hour < 12; hour++) await add(hour % 4);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json } = await api.call('GET', `/v1/tasks?limit=5${cursor ? `&cursor=${cursor}` : ''}`, { key });
    seen.push(...json.items.map(({ id }: { id: string }) => id));
    cursor = json.nextCursor;
    if (seen.length === 5) await add(0);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(12);
});

test('a new key is shown once, again only to who asked with the same idempotency key, and stored nowhere', async () => {
  const idempotencyKey = randomUUID();
  const body = { name: 'reader', scopes: ['closing:read'] };
  const made = await api.call('POST', '/v1/keys', { key, body, idempotencyKey });
  expect(made.status, made.text).toBe(201);
  expect((await api.call('GET', '/v1/deals', { key: made.json.key })).status).toBe(200);
  expect((await api.call('POST', '/v1/keys', { key, body, idempotencyKey })).text).toBe(made.text);
  const other = await testKey(database, brokerageId);
  expect((await api.call('POST', '/v1/keys', { key: other.key, body, idempotencyKey })).status).toBe(422);
  const stored = await inTenant(database.app, brokerageId, async (tx) =>
    JSON.stringify([await tx.select().from(idempotencyKeys), await tx.select().from(apiKeys)]),
  );
  expect(stored).not.toContain(made.json.key);
  expect(api.lines.join('')).not.toContain(made.json.key);
});

test('a key makes no key that may do more than itself', async () => {
  const narrow = await testKey(database, brokerageId, { scopes: ['keys:write', 'closing:read'] });
  for (const scope of ['*', 'closing:write'])
    expect((await api.call('POST', '/v1/keys', { key: narrow.key, body: { name: 'x', scopes: [scope] } })).status).toBe(403);
  const engineer = await testKey(database, brokerageId, { role: 'engineer' });
  const broker = await testKey(database, brokerageId);
  expect((await api.call('POST', '/v1/keys', { key: engineer.key, body: { name: 'x', scopes: ['*'], personId: broker.personId } })).status).toBe(403);
});

test('the last active broker stays broker', async () => {
  const alone = await testBrokerage(database.app);
  const { key: own, personId } = await testKey(database, alone.id);
  const answer = await api.call('PATCH', `/v1/people/${personId}`, { key: own, body: { role: 'agent' } });
  expect([answer.status, answer.json.type]).toEqual([409, '/problems/last-broker']);
});

test('a change of settings is told with prior and new value, and only of what differs', async () => {
  const { id } = await testBrokerage(database.app);
  const { key: own } = await testKey(database, id);
  await api.call('PATCH', '/v1/settings', { key: own, body: { dealsPerDay: 7, offerDays: 7 } });
  await database.relay.sql`update events set position = nextval('event_positions') where position is null`;
  const { json } = await api.call('GET', '/v1/events?type=Settings.Changed', { key: own });
  expect(json.items.map(({ payload }: { payload: unknown }) => payload)).toEqual([{ changes: { dealsPerDay: { prior: 25, next: 7 } } }]);
  expect(json.items[0].correlationId).toMatch(/^[0-9a-f-]{36}$/);
});

test('requests of a key are counted, and the one too many is told when to come again', async () => {
  const slow = testApi(database, { requestsPerMinute: 3 });
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push(await slow.call('GET', '/v1/settings', { key }));
  expect(answers.map(({ status, headers }) => [status, headers.get('ratelimit-remaining')])).toEqual([
    [200, '2'],
    [200, '1'],
    [200, '0'],
    [429, '0'],
  ]);
  expect(Number(answers[3]!.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a request id of the caller reaches the answer, the log and the events; an odd one is replaced', async () => {
  const answer = await api.call('POST', '/v1/settings/stop-sending', { key, body: { reason: 'test' }, headers: { 'x-request-id': 'trace-77' } });
  expect(answer.headers.get('x-request-id')).toBe('trace-77');
  expect(api.lines.some((line) => line.includes('"requestId":"trace-77"'))).toBe(true);
  const rows = await inTenant(database.app, brokerageId, (tx) => tx.query.events.findMany({ columns: { correlationId: true } }));
  expect(rows.map(({ correlationId }) => correlationId)).toContain('trace-77');
  expect((await api.call('GET', '/healthz', { headers: { 'x-request-id': 'a b; c' } })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('the reference loads nothing from elsewhere, and no page may', async () => {
  const page = await api.call('GET', '/docs');
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/https?:|\*/);
  expect(page.text).not.toMatch(/https?:\/\//);
  const script = await api.call('GET', '/docs/scalar.js');
  expect([script.status, script.text.length > 1_000_000]).toEqual([200, true]);
  const { json } = await api.call('GET', '/openapi.json');
  expect(json.openapi).toBe('3.1.0');
});

test('readiness says what can be reached and how far the relay is behind', async () => {
  const { status, json } = await api.call('GET', '/readyz');
  expect(status).toBe(200);
  expect(json).toMatchObject({ database: { ok: true }, engine: { ok: true }, relay: { lagMs: expect.any(Number), parked: 0 } });
});

test('without a database a request is answered 503 with a time to come again, not an error of ours', async () => {
  const { openDb } = await import('../db/client.ts');
  const lost = testApi({ ...database, app: openDb('postgres://nobody:x@127.0.0.1:1/none') });
  const answer = await lost.call('GET', '/v1/settings', { key });
  expect([answer.status, answer.json.type, answer.headers.get('retry-after')]).toEqual([503, '/problems/database-unavailable', '2']);
  expect((await lost.call('GET', '/readyz')).status).toBe(503);
});

test('a deadline answers with its working, and a fact that is missing is named with what to do', async () => {
  const body = {
    regime: 'tx-trec-resale',
    formVersion: '20-18',
    clock: 'option-period-end',
    zone: 'America/Chicago',
    inputs: { effectiveDate: '2027-03-01', optionDays: 10 },
  };
  const good = await api.call('POST', '/v1/calculators/deadline', { key, body });
  expect(good.json).toMatchObject({
    date: '2027-03-11',
    localTime: '17:00',
    instant: '2027-03-11T23:00:00Z',
    working: { clause: { paragraph: '5B', mark: 'A' } },
  });
  const missing = await api.call('POST', '/v1/calculators/deadline', { key, body: { ...body, inputs: { optionDays: 10 } } });
  expect([missing.status, missing.json.type, missing.json.missing]).toEqual([422, '/problems/missing-fact', ['effectiveDate']]);
  const { json } = await api.call('GET', '/v1/calculators/deadline', { key });
  expect(json.items.map(({ regime }: { regime: string }) => regime)).toContain('ca-car-rpa');
});

test('formulas answer through the same function as everywhere, and name all faults of their inputs', async () => {
  const good = await api.call('POST', '/v1/calculators/mao-percent', { key, body: { arvCents: 30_000_000, ruleBps: 7000, repairsCents: 4_000_000 } });
  expect(good.json.outputs).toMatchObject({ maoCents: 17_000_000 });
  const bad = await api.call('POST', '/v1/calculators/mao-percent', { key, body: { arvCents: -1, ruleBps: 'x' } });
  expect([bad.status, bad.json.errors.length]).toEqual([400, 3]);
  expect((await api.call('POST', '/v1/calculators/toString', { key, body: {} })).status).toBe(404);
});
