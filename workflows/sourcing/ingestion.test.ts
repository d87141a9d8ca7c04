import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { ApplicationFailure } from '@temporalio/common';
import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Deps } from '../../activities/deps.ts';
import { createImportActivities } from '../../activities/sourcing/import.ts';
import { changeSubject } from '../../db/events.ts';
import { createFileStore } from '../../db/files.ts';
import { findImport, listRejects, requestImport } from '../../db/queries/imports.ts';
import { contacts, events, leads, ruleSets } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { defaultRuleSet } from '../../domain/sourcing/qualification.default.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { testFolder } from '../../test/folder.ts';
import { mainQueue } from '../queues.ts';
import { ingestionRunWorkflow } from './ingestion.ts';
import { type IngestionStatus, ingestionExplainQuery, ingestionStatusQuery } from './messages.ts';

let database: TestDatabase;
let engine: TestEngine;
let deps: Deps;
let brokerage: { id: string; slug: string };
/** The disk returns other bytes than it was given. */
let broken = false;

beforeAll(async () => {
  database = await testDatabase();
  engine = await testEngine();
  const files = createFileStore(testFolder('lists'));
  deps = { db: database.app, files, publicUrl: 'http://localhost:3000', propertyData: [] } as unknown as Deps;
  brokerage = await testBrokerage(database.app);
  await inTenant(database.app, brokerage.id, (tx) =>
    tx.insert(ruleSets).values({
      brokerageId: brokerage.id,
      version: 1,
      name: 'default',
      definition: defaultRuleSet,
      status: 'published',
      createdBy: 'test',
      createdAt: new Date(),
      publishedAt: new Date(),
    }),
  );
  const activities = createImportActivities(deps);
  await engine.work({
    ...activities,
    ingestList: async (input) => {
      const progress = await activities.ingestList(input);
      if (broken) throw ApplicationFailure.nonRetryable('This gzip file is damaged', 'broken-gzip');
      return progress;
    },
  });
});

async function requested(bytes: Buffer, listDate = '2026-11-01'): Promise<{ importId: string; importNo: number; workflowId: string }> {
  const { sha256 } = await deps.files.put(brokerage.id, bytes);
  const importId = randomUUID();
  const row = await changeSubject(
    database.app,
    { brokerageId: brokerage.id, subject: { kind: 'import', id: importId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
    (change) =>
      requestImport(change, {
        importId,
        sha256,
        fileName: 'list.csv',
        listName: 'A list',
        listSource: 'county',
        listDate,
        today: '2026-11-21',
        costCents: 900,
        relation: 'cold',
        choice: {},
      }),
  );
  return { importId, importNo: row.importNo, workflowId: row.workflowId };
}

async function run({ importId, importNo, workflowId }: { importId: string; importNo: number; workflowId: string }): Promise<IngestionStatus> {
  const handle = await engine.client.workflow.start(ingestionRunWorkflow, {
    ...{ taskQueue: mainQueue, workflowId, staticSummary: `Import ${importNo}` },
    args: [{ brokerageId: brokerage.id, brokerage: brokerage.slug, importId, importNo }],
  });
  const status = await handle.result();
  expect(await handle.query(ingestionStatusQuery)).toEqual(status);
  expect(await handle.query(ingestionExplainQuery)).toBe(status.step);
  return status;
}

const list = [
  'APN,Address,City,State,Zip,County,Owner 1 First Name,Owner 1 Last Name,Est. Value,Est. Remaining balance of Open Loans,Pre-FC Recording Date',
  '012 00 0 001.00,12 Oak St,Nashville,TN,37206,Davidson,June,Upton,250000,100000,10/2/2026',
  '012 00 0 002.00,14 Oak St,Nashville,TN,37206,Davidson,,"Oak Street Homes, LLC",310000,300000,',
  '012 00 0 001.00,12 Oak Street,Nashville,TN,37206,Davidson,June,Upton,255000,100000,',
  ',,,,,,,,1,,',
].join('\r\n');

test('a list becomes decided leads with their owners, one event per batch and one report', async () => {
  const asked = await requested(gzipSync(list));
  expect(await run(asked)).toMatchObject({ outcome: 'finished', lines: 4 });
  const { id: brokerageId } = brokerage;
  const found = await inTenant(database.app, brokerageId, async (tx) => ({
    row: await findImport(tx, asked),
    leads: await tx.select().from(leads).orderBy(asc(leads.line)),
    owners: await tx.select().from(contacts),
    rejects: await listRejects(tx, { importId: asked.importId, limit: 10 }),
    types: await tx
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.brokerageId, brokerageId), eq(events.subjectId, asked.importId)))
      .orderBy(asc(events.seq)),
  }));
  expect(found.row).toMatchObject({
    status: 'finished',
    report: { read: 4, new: 2, updated: 0, unchanged: 0, merged: 1, rejected: { total: 1, byReason: { 'no-identity': 1 } }, rowsPerSecond: expect.any(Number) },
  });
  expect(found.types.map(({ type }) => type)).toEqual(['Import.Requested', 'Leads.Imported', 'Import.Finished']);
  expect(found.rejects).toEqual([{ line: 5, reason: 'no-identity', detail: '', raw: ',,,,,,,,1,,', mendedNo: null }]);
  expect(found.leads).toMatchObject([
    {
      propertyKey: 'apn:TN:DAVIDSON:01200000100',
      line: '12 OAK ST',
      valueCents: 25_000_000,
      liensCents: 10_000_000,
      status: 'review',
      outcome: 'review',
      score: 350,
      ruleVersion: 1,
    },
    { line: '14 OAK ST', status: 'rejected', outcome: 'rejected', score: 0, signals: [] },
  ]);
  expect(found.leads.map(({ leadNo }) => leadNo).sort()).toEqual([1, 2]);
  expect(found.owners.map(({ displayName, kind }) => ({ displayName, kind })).sort((a, b) => a.kind.localeCompare(b.kind))).toEqual([
    { displayName: 'Oak Street Homes, LLC', kind: 'company' },
    { displayName: 'June Upton', kind: 'person' },
  ]);
});

test('the same bytes again write no lead and tell so', async () => {
  const written = (): Promise<{ n: string }[]> =>
    database.app.sql.begin(async (sql) => {
      await sql`select set_config('app.tenant', ${brokerage.id}, true)`;
      return sql`select string_agg(xmin::text || id::text, ',' order by id) as n from leads`;
    }) as never;
  const before = await written();
  const asked = await requested(gzipSync(list));
  expect(await run(asked)).toMatchObject({ outcome: 'finished' });
  expect(await written()).toEqual(before);
  const row = await inTenant(database.app, brokerage.id, (tx) => findImport(tx, asked));
  expect(row?.report).toMatchObject({ read: 4, new: 0, updated: 0, unchanged: 2, merged: 1, rejected: { total: 1 } });
});

test('a file that ends too early fails its import with a reason, and a second start of the run does nothing', async () => {
  const packed = gzipSync(Buffer.from(list.repeat(2000)), { level: 1 });
  const asked = await requested(packed.subarray(0, packed.length - 300));
  expect(await run(asked)).toMatchObject({ outcome: 'failed', reason: 'truncated-gzip' });
  const row = await inTenant(database.app, brokerage.id, (tx) => findImport(tx, asked));
  expect(row).toMatchObject({ status: 'failed', problem: { code: 'truncated-gzip', detail: expect.stringContaining('ends too early') } });
  expect(await run({ ...asked, workflowId: `${asked.workflowId}/again` })).toMatchObject({ outcome: 'closed' });
});

test('a list that cannot be read to its end fails its import with the reason, and what was stored stays', async () => {
  broken = true;
  const asked = await requested(Buffer.from(`${list}\n012 00 0 003.00,16 Oak St,Nashville,TN,37206,Davidson,,,,,`));
  expect(await run(asked)).toMatchObject({ outcome: 'failed', reason: 'broken-gzip' });
  const row = await inTenant(database.app, brokerage.id, (tx) => findImport(tx, asked));
  expect(row).toMatchObject({ status: 'failed', problem: { code: 'broken-gzip', nextStep: expect.stringContaining('send it again') } });
  expect(await inTenant(database.app, brokerage.id, (tx) => tx.select({ leadNo: leads.leadNo }).from(leads))).toHaveLength(3);
});
