import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import postgres from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import { DomainError } from '../domain/errors.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { fingerprint } from '../test/fingerprint.ts';
import { type SampleIds, seedSampleIds } from '../test/sample-ids.ts';
import { inTenant } from './tenant.ts';

let database: TestDatabase;
let a: { id: string; slug: string };
let b: { id: string; slug: string };
let ids: SampleIds;
beforeAll(async () => {
  database = await testDatabase();
  a = await testBrokerage(database.app);
  b = await testBrokerage(database.app);
  ids = await seedSampleIds(database.app, b);
});

test('every table with a tenant column forces row-level security on its owner too, checks what is written, and leads its indexes with the tenant', async () => {
  const owner = postgres(database.ownerUrl, { max: 1 });
  const tables = await owner<{ name: string; enabled: boolean; forced: boolean; policies: string[]; checks: number; type: string; indexes: string[] }[]>`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, format_type(t.atttypid, null) as type,
      array(select policyname::text from pg_policies p where p.tablename = c.relname) as policies,
      (select count(*)::int from pg_policies p where p.tablename = c.relname and p.policyname = 'tenant' and p.with_check is not null and p.qual like '%app.tenant%') as checks,
      array(select indexdef from pg_indexes i where i.tablename = c.relname) as indexes
    from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'brokerage_id' and not t.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`;
  await owner.end();
  expect(tables.length).toBeGreaterThan(25);
  for (const table of tables) {
    expect(table, table.name).toMatchObject({ enabled: true, forced: true, checks: 1, type: 'uuid' });
    // Ids and secrets are looked up on their own; every other index begins with the tenant.
    const foreign = table.indexes.filter((index) => !/\((brokerage_id|id|event_id|"position"|seq|hash|token|unsubscribe_token|started_at)[,) ]/.test(index));
    expect(foreign, table.name).toEqual([]);
  }
});

const areas = readdirSync(new URL('./queries', import.meta.url), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !/\.(test|samples)\.ts$/.test(name),
);

/** Exported query functions by file: those whose first parameter is a transaction or a change. */
const queries: Record<string, Record<string, (...args: unknown[]) => unknown>> = Object.fromEntries(
  await Promise.all(
    areas.map(async (file) => {
      const module: Record<string, unknown> = await import(`./queries/${file}`);
      return [
        file,
        Object.fromEntries(Object.entries(module).filter(([, value]) => typeof value === 'function')) as Record<string, (...args: unknown[]) => unknown>,
      ];
    }),
  ),
);
const samplesOf = async (file: string): Promise<Record<string, (ids: SampleIds) => unknown>> =>
  (await import(`./queries/${file.replace(/\.ts$/, '.samples.ts')}`)).samples;

test.each(Object.keys(queries))('db/queries/%s: every exported function has a sample call', async (file) => {
  const samples: object = await samplesOf(file);
  expect(Object.keys(samples).sort()).toEqual(Object.keys(queries[file]!).sort());
});

test.each(Object.entries(queries).flatMap(([file, functions]) => Object.keys(functions).map((name) => [file, name] as const)))(
  'db/queries/%s %s called by brokerage A neither shows nor changes anything of brokerage B',
  async (file, name) => {
    const params = (await samplesOf(file))[name]!(ids);
    // The sample is alive: for its own brokerage the call reaches the database and is at most refused by a rule of ours.
    await callAs(b.id, file, name, params).catch((error: unknown) => expect(error, 'called by its own brokerage').toBeInstanceOf(DomainError));
    const before = await fingerprint(database.app, b.id);
    const answer = await callAs(a.id, file, name, params, true).catch((error: Error) => ({ refused: error.message }));
    const text = JSON.stringify(answer, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? '';
    for (const secret of [ids.marker, b.id]) expect(text.includes(secret), `${name} shows ${secret}`).toBe(false);
    expect(await fingerprint(database.app, b.id)).toEqual(before);
  },
);

/** Calls a query in a transaction of a brokerage; undone afterwards unless `keep`. */
async function callAs(brokerageId: string, file: string, name: string, params: unknown, keep = false): Promise<unknown> {
  const call = queries[file]![name]!;
  const takesChange = /^(async )?function \w+\(\s*(\{|change\b)/.test(call.toString());
  const undo = new Error('undo');
  let answer: unknown;
  await inTenant(database.app, brokerageId, async (tx) => {
    const event = async (): Promise<string> => randomUUID();
    answer = await call(takesChange ? { tx, now: new Date(), event } : tx, params);
    if (!keep) throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return answer;
}
