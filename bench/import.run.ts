import { randomUUID } from 'node:crypto';
import { ingestFile } from '../db/bulk/ingest.ts';
import { previewFile } from '../db/bulk/pieces.ts';
import type { ImportContext } from '../db/bulk/writer.ts';
import type { Db } from '../db/client.ts';
import { changeSubject } from '../db/events.ts';
import { beginImport, finishImport, requestImport } from '../db/queries/imports.ts';
import { currentRuleSet } from '../db/queries/rule-sets.ts';
import { inTenant } from '../db/tenant.ts';
import type { ImportReport } from '../domain/sourcing/imports.schemas.ts';
import type { Layout } from '../domain/sourcing/layout.ts';
import type { Mapping } from '../domain/sourcing/mapping.ts';

export type Ready = { db: Db; brokerageId: string; importId: string; path: string; layout: Layout; mapping: Mapping; context: ImportContext };

/** One import as its run does it, without the engine: what the activities call, in their order. */
export async function importList(db: Db, brokerageId: string, path: string): Promise<{ report: ImportReport; millis: number }> {
  const importId = await request(db, brokerageId);
  const started = performance.now();
  const ready = await begin(db, brokerageId, importId, path);
  await ingestFile(db, ready);
  const report = await finish(ready);
  return { report, millis: performance.now() - started };
}

export const request = (db: Db, brokerageId: string): Promise<string> => {
  const importId = randomUUID();
  return change(db, brokerageId, importId, async (c) => {
    const today = new Date().toISOString().slice(0, 10);
    await requestImport(c, {
      importId,
      sha256: 'bench',
      fileName: 'bench',
      listName: 'bench',
      listSource: 'bench',
      today,
      costCents: 0,
      relation: 'cold',
      choice: {},
    });
    return importId;
  });
};

export async function begin(db: Db, brokerageId: string, importId: string, path: string): Promise<Ready> {
  const { layout, mapping } = await previewFile(path);
  const row = (await change(db, brokerageId, importId, (c) => beginImport(c, { importId, layout, mapping })))!;
  const rules = await inTenant(db, brokerageId, (tx) => currentRuleSet(tx));
  const [now, today] = [new Date(), new Date().toISOString().slice(0, 10)];
  const context = {
    ...{ brokerageId, importId, listDate: row.listDate, listName: row.listName, relation: row.relation, origin: row.originNo, now, today },
    ...{ actor: { kind: 'system', id: 'bench' }, rules: rules ? { version: rules.version, set: rules.definition } : null },
  };
  return { db, brokerageId, importId, path, layout, mapping, context };
}

export const finish = async ({ db, brokerageId, importId }: Ready): Promise<ImportReport> =>
  (await change(db, brokerageId, importId, (c) => finishImport(c, { importId })))!;

const change = <T>(db: Db, brokerageId: string, importId: string, fn: Parameters<typeof changeSubject<T>>[2]): Promise<T> =>
  changeSubject(db, { brokerageId, subject: { kind: 'import', id: importId }, actor: { kind: 'system', id: 'bench' }, source: 'bench' }, fn);
