import { beforeAll, describe, expect, test } from 'vitest';
import { counters, ruleSets } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { defaultRuleSet } from '../domain/sourcing/qualification.default.ts';
import { type TestApi, testApi, testKey, testSession } from '../test/api.ts';
import { type Caller, testCallers } from '../test/callers.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { fingerprint } from '../test/fingerprint.ts';
import { type OperationIds, seedOperationIds } from '../test/operation-ids.ts';
import type { Scope } from './access.ts';
import { createApp } from './app.ts';
import { type Described, describedOperations } from './operations.fixture.ts';
import { addressOf, type OperationSample, openOperations, operationSamples } from './operations.samples.ts';

const operations = describedOperations(createApp({} as never));
const guarded = operations.filter(({ name }) => !openOperations.includes(name));

let database: TestDatabase;
let api: TestApi;
/** Whose rows the calls name. Nobody from elsewhere may see or change them, so all operations share them. */
let b: { id: string };
let ids: OperationIds;
/** Where the callers of every kind belong. */
let a: { id: string };
let callers: Awaited<ReturnType<typeof testCallers>>;
let everyRole: Caller[];
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  [a, b] = [await testBrokerage(database.app), await testBrokerage(database.app)];
  ids = await seedOperationIds(database, b as never);
  await numberApart(a.id);
  callers = await testCallers(api, database, a.id);
  everyRole = await callers.everyRole();
});

/** What the callers make of their own never has a number that a sample of the other brokerage names. */
const numberApart = (brokerageId: string) =>
  inTenant(database.app, brokerageId, async (tx) => {
    await tx.insert(counters).values(['deal', 'lead', 'import', 'offer', 'lead-job'].map((kind) => ({ brokerageId, kind, last: 1000 })));
    await tx
      .insert(ruleSets)
      .values({ brokerageId, version: 1000, name: 'Far', definition: defaultRuleSet, status: 'published', createdBy: 'test', createdAt: new Date(0) });
  });

const call = (operation: Described, sample: OperationSample, options: Caller['options']) =>
  api.call(operation.method, addressOf(operation.path, sample), {
    body: sample.body,
    ...sample.upload,
    ...options,
    headers: { ...sample.upload?.headers, ...options.headers },
  });
/** A brokerage that has everything, of which a sample names each. */
const filled = async () => {
  const brokerage = await testBrokerage(database.app);
  return { brokerage, ids: await seedOperationIds(database, brokerage) };
};
let read: ReturnType<typeof filled> | undefined;
const prints = async () => ({ a: await fingerprint(database.app, a.id), b: await fingerprint(database.app, b.id) });

test('every operation that callers can read about has a sample call, and every sample an operation', () => {
  expect(Object.keys(operationSamples).sort()).toEqual(guarded.map(({ name }) => name).sort());
  for (const name of openOperations) expect(operations.find((operation) => operation.name === name)?.scope, name).toBeNull();
});

describe.each(guarded)('$name', (operation: Described) => {
  const needed = operation.scope as Scope | 'any';

  test('serves its own brokerage, by key and by session', async () => {
    const own = async () => {
      // What only reads leaves a brokerage as it was for the next one.
      const { brokerage, ids } = operation.method === 'GET' ? await (read ??= filled()) : await filled();
      return { brokerage, sample: operationSamples[operation.name]!(ids) };
    };
    const first = await own();
    const byKey = await call(operation, first.sample, { key: (await testKey(database, first.brokerage.id)).key });
    expect(byKey.status, byKey.text).toBe(first.sample.status ?? 200);
    if (byKey.status === 201) expect(byKey.headers.get('location')).toMatch(/^\/v1\//);
    // What was done cannot be done again.
    const second = await own();
    const bySession = await call(operation, second.sample, { cookie: (await testSession(api, database, second.brokerage.id)).cookie });
    expect(bySession.status, bySession.text).toBe(second.sample.sessionStatus ?? second.sample.status ?? 200);
  });

  test('refuses strangers, narrower keys, roles that may not and foreign pages, and does nothing for them', async () => {
    const sample = operationSamples[operation.name]!(ids);
    const before = await prints();
    for (const { who, options } of await callers.strangers()) {
      const answer = await call(operation, sample, options);
      expect([answer.status, answer.headers.get('www-authenticate')], `${who}: ${answer.text}`).toEqual([401, 'Bearer']);
    }
    const may = callers.mayBy(needed);
    const refused = needed === 'any' ? [] : [callers.narrower.get(needed)!, ...everyRole.filter((caller) => !may(caller))];
    for (const { who, options } of refused) {
      const answer = await call(operation, sample, options);
      expect([answer.status, answer.json.scope], `${who}: ${answer.text}`).toEqual([403, needed]);
    }
    for (const { who, options } of operation.method === 'GET' ? [] : callers.foreign) {
      const answer = await call(operation, sample, options);
      expect([answer.status, answer.json.type], `${who}: ${answer.text}`).toEqual([403, '/problems/foreign-origin']);
    }
    expect(await prints()).toEqual(before);
  });

  test('shows and changes nothing of another brokerage to any role that may, by key or by session', async () => {
    const sample = operationSamples[operation.name]!(ids);
    const before = await fingerprint(database.app, b.id);
    // These end the session that asks.
    const fresh = operation.path.startsWith('/v1/session') ? await callers.everyRole() : everyRole;
    const allowed = fresh.filter(callers.mayBy(needed));
    expect(allowed.length).toBeGreaterThan(0);
    for (const { who, options } of allowed) {
      const answer = await call(operation, sample, options);
      const told = `${who}: ${answer.text}`;
      expect(answer.status, told).not.toBe(401);
      expect(answer.json?.scope, told).toBeUndefined();
      if (sample.ownOnly) expect(answer.status, told).toBeLessThan(500);
      else expect([403, 404, 409, 422], told).toContain(answer.status);
      for (const secret of [ids.marker, b.id]) expect(answer.text, who).not.toContain(secret);
    }
    expect(await fingerprint(database.app, b.id)).toEqual(before);
  });
});
