import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { offerTemplates, people, ruleSets, sequences, templates } from '../../../db/schema/index.ts';
import { inTenant } from '../../../db/tenant.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { testFolder } from '../../../test/folder.ts';
import { readCredentials, refreshCredentials } from '../credentials.ts';
import { openHome } from '../home.ts';
import { seedSample } from './seed.ts';

let database: TestDatabase;
const folder = testFolder('seed');
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const counts = (brokerageId: string) =>
  inTenant(database.app, brokerageId, async (tx) =>
    Promise.all([people, ruleSets, templates, sequences, offerTemplates].map(async (table) => (await tx.select().from(table)).length)),
  );

it('makes a brokerage that can work, once, with a key that only its owner can read and that is stored hashed', async () => {
  const home = openHome(folder);
  const facts = { appUrl: database.appUrl, home, url: 'http://localhost:3000' };
  const { id } = await seedSample(facts);
  const before = await counts(id);
  expect(Math.min(...before)).toBeGreaterThan(0);

  const credentials = readCredentials(home)!;
  expect(credentials).toMatchObject({ url: 'http://localhost:3000', brokerage: 'cumberland' });
  expect(statSync(home.credentials).mode & 0o777).toBe(0o600);
  const hash = createHash('sha256').update(credentials.key).digest('hex');
  const resolved = await database.app.sql`select slug, role, scopes from resolve_api_key(${hash})`;
  expect([...resolved]).toEqual([{ slug: 'cumberland', role: 'broker', scopes: ['*'] }]);

  // A start that was cut short begins again.
  expect(await seedSample(facts)).toMatchObject({ id });
  expect(await counts(id)).toEqual(before);
  expect(readCredentials(home)).toEqual(credentials);

  refreshCredentials(home, 'http://localhost:3001');
  expect(readCredentials(home)).toEqual({ ...credentials, url: 'http://localhost:3001' });
  expect(readFileSync(join(folder, 'instance.json'), 'utf8')).not.toContain(credentials.key);
});

it('gives everybody a stand-in', async () => {
  const home = openHome(folder);
  const everybody = await inTenant(database.app, home.instance.id, (tx) => tx.select().from(people));
  const ids = new Set(everybody.map((person) => person.id));
  for (const person of everybody) {
    expect(ids).toContain(person.standInId);
    expect(person.standInId).not.toBe(person.id);
  }
});
