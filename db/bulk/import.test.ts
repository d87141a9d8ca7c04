import { randomUUID } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { writePropertyList } from '../../bench/property-list.ts';
import type { ImportReport } from '../../domain/sourcing/imports.schemas.ts';
import { type StoredDecision, wholeDecision } from '../../domain/sourcing/lead-decision.ts';
import { factsOfLead, type LeadFacts } from '../../domain/sourcing/lead-facts.ts';
import { defaultRuleSet } from '../../domain/sourcing/qualification.default.ts';
import { decide } from '../../domain/sourcing/qualification.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { testFolder } from '../../test/folder.ts';
import { changeSubject } from '../events.ts';
import { beginImport, findImport, finishImport, listCost, listRejects, listsOfLead, requestImport } from '../queries/imports.ts';
import { contactPoints, contacts, events, leadContacts, leads } from '../schema/index.ts';
import { inTenant } from '../tenant.ts';
import { ingestFile } from './ingest.ts';
import { previewFile } from './pieces.ts';

let database: TestDatabase;
const folder = testFolder('import');
beforeAll(async () => {
  database = await testDatabase();
});

type Options = {
  listDate?: string;
  batchLines?: number;
  dieAfter?: number;
  importId?: string;
  relation?: 'cold' | 'known';
  today?: string;
  costCents?: number;
  rules?: boolean;
};

async function imported(brokerageId: string, text: string | { path: string }, options: Options = {}): Promise<{ importId: string; report: ImportReport }> {
  const path = typeof text === 'string' ? join(folder, randomUUID()) : text.path;
  if (typeof text === 'string') writeFileSync(path, text);
  const { db = database.app, importId = randomUUID(), today = '2026-11-21' } = { ...options, db: database.app };
  const change = <T>(fn: Parameters<typeof changeSubject<T>>[2]): Promise<T> =>
    changeSubject(db, { brokerageId, subject: { kind: 'import', id: importId }, actor: { kind: 'system', id: 'test' }, source: 'test' }, fn);
  const { layout, mapping } = await previewFile(path);
  if (!options.importId)
    await change((c) =>
      requestImport(c, {
        importId,
        sha256: typeof text === 'string' ? text : path,
        fileName: 'x',
        listName: 'A list',
        listSource: 'test',
        today,
        costCents: options.costCents ?? 0,
        relation: options.relation ?? 'cold',
        choice: {},
        ...(options.listDate ? { listDate: options.listDate } : {}),
      }),
    );
  const row = (await change((c) => beginImport(c, { importId, layout, mapping })))!;
  let left = options.dieAfter ?? Number.POSITIVE_INFINITY;
  await ingestFile(db, {
    ...{ path, layout, mapping, batchLines: options.batchLines ?? 700 },
    context: {
      ...{
        brokerageId,
        importId,
        listDate: row.listDate,
        listName: row.listName,
        relation: row.relation,
        origin: row.originNo,
        now: new Date('2026-11-21T15:00:00Z'),
        today,
      },
      ...{ actor: { kind: 'system', id: 'test' }, rules: options.rules === false ? null : { version: 1, set: defaultRuleSet } },
    },
    progress: () => {
      if (--left <= 0) throw new Error('killed');
    },
  });
  return { importId, report: (await change((c) => finishImport(c, { importId })))! };
}

const all = (brokerageId: string) => inTenant(database.app, brokerageId, (tx) => tx.select().from(leads).orderBy(asc(leads.leadNo)));
const sum = ({ new: fresh, updated, unchanged, merged, rejected }: ImportReport) => fresh + updated + unchanged + merged + rejected.total;
/** Changes with every write of a row. */
const versions = (brokerageId: string): Promise<string[]> =>
  database.app.sql.begin(async (sql) => {
    await sql`select set_config('app.tenant', ${brokerageId}, true)`;
    return (await sql`select xmin::text || ctid::text as v from leads order by id`).map((row) => row.v as string);
  }) as Promise<string[]>;

test('a seeded list of two thousand lines: the parcels csv-parse finds, every line in one bucket, one event per batch, and nothing rewritten by the same bytes', async () => {
  const { id } = await testBrokerage(database.app);
  const path = join(folder, 'list.csv');
  await writePropertyList(path, 2_000);
  const parcels = new Set<string>();
  let lines = 0;
  for await (const row of createReadStream(path).pipe(parse({ columns: true })) as AsyncIterable<Record<string, string>>) {
    parcels.add(row.APN!);
    lines++;
  }
  const { importId, report } = await imported(id, { path });
  expect(report).toMatchObject({ read: lines, new: parcels.size, merged: lines - parcels.size, updated: 0, unchanged: 0, rejected: { total: 0 } });
  const found = await all(id);
  expect(found).toHaveLength(parcels.size);
  expect(new Set(found.map(({ leadNo }) => leadNo)).size).toBe(parcels.size);
  const told = await inTenant(database.app, id, (tx) =>
    tx
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.brokerageId, id), eq(events.subjectId, importId))),
  );
  expect(told.filter(({ type }) => type === 'Leads.Imported')).toHaveLength(3);
  const before = await versions(id);
  const again = await imported(id, { path });
  expect(again.report).toMatchObject({ read: lines, new: 0, updated: 0, unchanged: parcels.size, merged: lines - parcels.size });
  expect(await versions(id)).toEqual(before);
  // What an import decided is what one lead alone would be decided to be, with its inputs to show for it.
  for (const lead of found.slice(0, 200)) {
    const single = decide(defaultRuleSet, factsOfLead(lead as LeadFacts, '2026-11-21', null).facts);
    expect({ ...wholeDecision(lead.decision as StoredDecision, defaultRuleSet), outcome: lead.outcome, hot: lead.hot, score: lead.score }).toEqual({
      ...single,
      score: single.score === null ? null : Math.round(single.score * 10),
    });
  }
});

test('killed between any two batches and run again, an import comes to the same rows and the same report', async () => {
  const path = join(folder, 'killed.csv');
  await writePropertyList(path, 1_200, 5);
  const plain = ({ id: _, brokerageId: __, ownerIds: ___, firstImportId: ____, factsImportId: _____, ...lead }: typeof leads.$inferSelect) => lead;
  const whole = await testBrokerage(database.app);
  const { report } = await imported(whole.id, { path }, { batchLines: 250 });
  const expected = (await all(whole.id)).map(plain);
  for (const dieAfter of [1, 2, 4]) {
    const { id } = await testBrokerage(database.app);
    const importId = randomUUID();
    await changeSubject(
      database.app,
      { brokerageId: id, subject: { kind: 'import', id: importId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      (c) =>
        requestImport(c, {
          importId,
          sha256: path,
          fileName: 'x',
          listName: 'A list',
          listSource: 'test',
          today: '2026-11-21',
          costCents: 0,
          relation: 'cold',
          choice: {},
        }),
    );
    await expect(imported(id, { path }, { batchLines: 250, dieAfter, importId })).rejects.toThrow('killed');
    const resumed = await imported(id, { path }, { batchLines: 250, importId });
    expect({ ...resumed.report, rowsPerSecond: 0 }).toEqual({ ...report, rowsPerSecond: 0 });
    expect((await all(id)).map(plain)).toEqual(expected);
  }
});

const header = 'APN,County,State,Address,City,Bedrooms,Est Value,Est. Remaining balance of Open Loans,Owner 1 First Name,Owner 1 Last Name,Phone 1,Colour';

test('a later list updates what is newer, an older one fills gaps, and both add membership', async () => {
  const { id } = await testBrokerage(database.app);
  const first = await imported(id, `${header}\n1-1,Davidson,TN,12 Oak St,Nashville,,300000,,June,Upton,,red\n`, { listDate: '2026-06-01', costCents: 900 });
  const later = await imported(id, `${header}\n1-1,Davidson,TN,,,,350000,100000,Ruth,Locke,(615) 212-3456,blue\n`, {
    listDate: '2026-09-01',
    relation: 'known',
  });
  expect(later.report).toMatchObject({ new: 0, updated: 1 });
  const older = await imported(id, `${header}\n1-1,Davidson,TN,9 Elm Rd,Madison,3,1,1,Paul,Dunn,,green\n`, { listDate: '2026-01-01' });
  expect(older.report).toMatchObject({ updated: 1 });
  expect((await imported(id, `${header}\n1-1,Davidson,TN,9 Elm Rd,Madison,3,1,1,Paul,Dunn,,green\n`, { listDate: '2026-01-01' })).report).toMatchObject({
    updated: 0,
    unchanged: 1,
  });
  const [lead] = await all(id);
  expect(lead).toMatchObject({
    leadNo: 1,
    line: '12 OAK ST',
    city: 'NASHVILLE',
    bedrooms: 3,
    valueCents: 35_000_000,
    liensCents: 10_000_000,
    asOf: '2026-09-01',
    firstImportId: first.importId,
    factsImportId: later.importId,
    extra: ['blue'],
    relation: 'cold',
  });
  const { owners, points, lists, cost } = await inTenant(database.app, id, async (tx) => ({
    owners: await tx
      .select({ name: contacts.displayName })
      .from(leadContacts)
      .innerJoin(contacts, eq(contacts.id, leadContacts.contactId))
      .where(eq(leadContacts.leadId, lead!.id)),
    points: await tx.select({ value: contactPoints.value, source: contactPoints.source }).from(contactPoints),
    lists: await listsOfLead(tx, { leadNo: 1 }),
    cost: await listCost(tx, { importId: first.importId }),
  }));
  expect(owners).toEqual([{ name: 'Ruth Locke' }]);
  expect(points).toEqual([{ value: '+16152123456', source: 'A list' }]);
  expect(lists.map(({ importNo, listDate }) => [importNo, listDate])).toEqual([
    [1, '2026-06-01'],
    [2, '2026-09-01'],
    [3, '2026-01-01'],
    [4, '2026-01-01'],
  ]);
  expect(cost).toEqual({ leads: 1, costCents: 900, costPerLeadCents: 900 });
});

test('nothing moves a lead backwards: not one with a deal, not what a person decided, not a value after repair once found', async () => {
  const { id } = await testBrokerage(database.app);
  const line = (apn: string, value: number) => `${apn},Davidson,TN,,,,${value},0,,,,`;
  await imported(id, [header, line('1-1', 1000), line('1-2', 1000), line('1-3', 1000)].join('\n'), { listDate: '2026-06-01' });
  const inputs = { equityBps: 10_000, arvCents: 40_000_000, repairsCents: null };
  await inTenant(database.app, id, async (tx) => {
    await tx.update(leads).set({ status: 'in-deal' }).where(eq(leads.leadNo, 1));
    await tx
      .update(leads)
      .set({ status: 'rejected', outcome: 'rejected', decision: { inputs: {}, person: { by: 'pat', outcome: 'rejected', reason: 'sold' } } })
      .where(eq(leads.leadNo, 2));
    await tx.update(leads).set({ decision: { inputs } }).where(eq(leads.leadNo, 3));
  });
  const { report } = await imported(id, [header, line('1-1', 2000), line('1-2', 2000), line('1-3', 2000)].join('\n'), { listDate: '2026-07-01' });
  expect(report).toMatchObject({ updated: 3 });
  expect(await all(id)).toMatchObject([
    { status: 'in-deal', valueCents: 200_000 },
    { status: 'rejected', outcome: 'rejected', decision: { person: { by: 'pat' } } },
    { status: 'review', decision: { inputs: { arvCents: 40_000_000 } } },
  ]);
});

test('a decision is taken again only when one of its inputs changed', async () => {
  const { id } = await testBrokerage(database.app);
  await imported(id, `${header}\n1-1,Davidson,TN,12 Oak St,Nashville,2,300000,100000,,,,\n`, { listDate: '2026-06-01' });
  await inTenant(database.app, id, (tx) => tx.update(leads).set({ decidedAt: new Date('2026-06-02T00:00:00Z') }));
  await imported(id, `${header}\n1-1,Davidson,TN,12 Oak St,Nashville,3,300000,100000,,,,\n`, { listDate: '2026-07-01' });
  expect((await all(id))[0]).toMatchObject({ bedrooms: 3, decidedAt: new Date('2026-06-02T00:00:00Z') });
  await imported(id, `${header}\n1-1,Davidson,TN,12 Oak St,Nashville,3,300000,290000,,,,\n`, { listDate: '2026-08-01' });
  expect((await all(id))[0]).toMatchObject({ outcome: 'rejected', status: 'rejected', decidedAt: new Date('2026-11-21T15:00:00Z') });
});

test('a line with an address alone finds the parcel that lies there; where several do it is rejected and says so', async () => {
  const { id } = await testBrokerage(database.app);
  await imported(
    id,
    [header, '1-1,Davidson,TN,12 Oak St,Nashville,,,,,,,', '1-2,Davidson,TN,14 Oak St,Nashville,,,,,,,', '1-3,Davidson,TN,14 Oak Street,Nashville,,,,,,,'].join(
      '\n',
    ),
    { listDate: '2026-06-01' },
  );
  const { report, importId } = await imported(
    id,
    [header, ',,TN,12 Oak Street,Nashville,4,,,,,,', ',,TN,14 Oak St,Nashville,4,,,,,,', ',,TN,16 Oak St,Nashville,4,,,,,,'].join('\n'),
    { listDate: '2026-07-01' },
  );
  expect(report).toMatchObject({ read: 3, new: 1, updated: 1, rejected: { total: 1, byReason: { 'several-properties': 1 } } });
  expect(await inTenant(database.app, id, (tx) => listRejects(tx, { importId, limit: 9 }))).toMatchObject([
    { line: 3, reason: 'several-properties', raw: ',,TN,14 Oak St,Nashville,4,,,,,,' },
  ]);
  // The parcel of an address that was known without one makes no second lead.
  const named = await imported(id, `${header}\n1-9,Davidson,TN,16 OAK ST,Nashville,,,,,,,\n`, { listDate: '2026-08-01' });
  expect(named.report).toMatchObject({ new: 0, updated: 1 });
  expect((await all(id)).map(({ propertyKey, bedrooms }) => [propertyKey, bedrooms])).toEqual([
    ['apn:TN:DAVIDSON:11', 4],
    ['apn:TN:DAVIDSON:12', null],
    ['apn:TN:DAVIDSON:13', null],
    ['apn:TN:DAVIDSON:19', 4],
  ]);
});

test('lines with and without a parcel number about one property meet in one batch and across batches', async () => {
  const lines = [',,TN,12 Oak St,Nashville,3,,,,,,', '1-1,Davidson,TN,12 Oak St,Nashville,,250000,,,,,', '1-1,Davidson,TN,,,5,,,,,,'];
  for (const batchLines of [1, 2, 3]) {
    const { id } = await testBrokerage(database.app);
    const { report } = await imported(id, [header, ...lines].join('\n'), { batchLines });
    expect(report).toMatchObject({ read: 3, new: 1, merged: 2 });
    expect(sum(report)).toBe(3);
    expect(await all(id)).toMatchObject([{ propertyKey: 'apn:TN:DAVIDSON:11', valueCents: 25_000_000, line: '12 OAK ST' }]);
  }
});

test('one brokerage never meets the leads or contacts of another', async () => {
  const [a, b] = [await testBrokerage(database.app), await testBrokerage(database.app)];
  const text = `${header}\n1-1,Davidson,TN,12 Oak St,Nashville,,300000,,June,Upton,,\n`;
  expect((await imported(a.id, text)).report.new).toBe(1);
  expect((await imported(b.id, text)).report.new).toBe(1);
  const owners = await Promise.all([a, b].map(({ id }) => inTenant(database.app, id, (tx) => tx.select({ id: contacts.id }).from(contacts))));
  expect(owners.map((rows) => rows.length)).toEqual([1, 1]);
  expect(owners[0]).not.toEqual(owners[1]);
});

test('without published rules leads are new and undecided', async () => {
  const { id } = await testBrokerage(database.app);
  const { importId } = await imported(id, `${header}\n1-1,Davidson,TN,,,,300000,,,,,\n`, { rules: false });
  expect(await all(id)).toMatchObject([{ status: 'new', outcome: null, decision: null, decidedAt: null, ruleVersion: null }]);
  expect(await inTenant(database.app, id, (tx) => findImport(tx, { importId }))).toMatchObject({ status: 'finished', linesDone: 1 });
});

test('Windows-1252, UTF-16 and UTF-8 across pieces give the same names', async () => {
  const text = `${header}\n1-1,Davidson,TN,12 Oak St,Nashville,,,,Zoé,Peña,,${'ü'.repeat(40_000)}\n1-2,Davidson,TN,14 Oak St,Nashville,,,,Zoé,Peña,,\n`;
  const encoded = {
    utf8: Buffer.from(text),
    bom: Buffer.from(`\u{feff}${text}`),
    latin: Buffer.from(text, 'latin1'),
    utf16: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  };
  for (const [name, bytes] of Object.entries(encoded)) {
    const { id } = await testBrokerage(database.app);
    const path = join(folder, name);
    writeFileSync(path, bytes);
    expect((await imported(id, { path })).report).toMatchObject({ read: 2, new: 2 });
    const owners = await inTenant(database.app, id, (tx) => tx.select({ name: contacts.displayName }).from(contacts));
    expect(new Set(owners.map((owner) => owner.name))).toEqual(new Set(['Zoé Peña']));
  }
});
