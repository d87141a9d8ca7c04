import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { apiKeys, people } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { fingerprint } from '../test/fingerprint.ts';
import { seedOperationIds } from '../test/operation-ids.ts';
import { roleMay, roles, type Scope, scopes } from './access.ts';
import { createApp } from './app.ts';
import { type Described, describedOperations } from './operations.fixture.ts';
import { addressOf, openOperations, operationSamples } from './operations.samples.ts';

const operations = describedOperations(createApp({} as never));
const guarded = operations.filter(({ name }) => !openOperations.includes(name));

let database: TestDatabase;
let api: TestApi;
let aKey: string;
let a: { id: string };
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  a = await testBrokerage(database.app);
  aKey = (await testKey(database, a.id)).key;
});

test('every operation that callers can read about has a sample call, and every sample an operation', () => {
  expect(Object.keys(operationSamples).sort()).toEqual(guarded.map(({ name }) => name).sort());
  for (const name of openOperations) expect(operations.find((operation) => operation.name === name)?.scope, name).toBeNull();
});

describe.each(guarded)('$name', (operation: Described) => {
  const arrange = async () => {
    const b = await testBrokerage(database.app);
    const ids = await seedOperationIds(database, b);
    const sample = operationSamples[operation.name]!(ids);
    const ask = (key: string | undefined) => api.call(operation.method, addressOf(operation.path, sample), { key, body: sample.body, ...sample.upload });
    return { b, ids, sample, ask };
  };

  test('serves its own brokerage', async () => {
    const { b, sample, ask } = await arrange();
    const answer = await ask((await testKey(database, b.id)).key);
    expect(answer.status, answer.text).toBe(sample.status ?? 200);
    if (answer.status === 201) expect(answer.headers.get('location')).toMatch(/^\/v1\//);
  });

  test('refuses who brings no key, an unknown, an expired or a revoked one, and one of a disabled person', async () => {
    const { b, ask } = await arrange();
    const expired = await testKey(database, b.id, { expiresAt: new Date(Date.now() - 1000) });
    const revoked = await testKey(database, b.id);
    const disabled = await testKey(database, b.id);
    await inTenant(database.app, b.id, async (tx) => {
      await tx.update(apiKeys).set({ revokedAt: new Date() }).where(eq(apiKeys.id, revoked.keyId));
      await tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, disabled.personId));
    });
    const before = await fingerprint(database.app, b.id);
    for (const key of [undefined, `kt_${randomUUID()}`, expired.key, revoked.key, disabled.key]) {
      const answer = await ask(key);
      expect([answer.status, answer.headers.get('www-authenticate')], answer.text).toEqual([401, 'Bearer']);
    }
    expect(await fingerprint(database.app, b.id)).toEqual(before);
  });

  test('refuses a key without its scope, and a role that may not', async () => {
    const { b, ask } = await arrange();
    const needed = operation.scope as Scope | 'any';
    if (needed === 'any') return;
    const narrower = await testKey(database, b.id, { scopes: scopes.filter((scope) => scope !== needed) });
    const others = await Promise.all(roles.filter((role) => !roleMay(role, needed)).map((role) => testKey(database, b.id, { role })));
    const before = await fingerprint(database.app, b.id);
    for (const { key } of [narrower, ...others]) {
      const answer = await ask(key);
      expect([answer.status, answer.json.scope], answer.text).toEqual([403, needed]);
    }
    expect(await fingerprint(database.app, b.id)).toEqual(before);
  });

  test('shows and changes nothing of another brokerage', async () => {
    const { b, ids, sample, ask } = await arrange();
    const before = await fingerprint(database.app, b.id);
    const answer = await ask(aKey);
    if (sample.ownOnly) expect(answer.status, answer.text).toBeLessThan(500);
    else expect([404, 409, 422], answer.text).toContain(answer.status);
    for (const secret of [ids.marker, b.id]) expect(answer.text).not.toContain(secret);
    expect(await fingerprint(database.app, b.id)).toEqual(before);
  });
});
