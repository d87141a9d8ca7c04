import { randomUUID } from 'node:crypto';
import { ingestFile } from '../db/bulk/ingest.ts';
import { previewFile } from '../db/bulk/pieces.ts';
import type { Db } from '../db/client.ts';
import { changeSubject } from '../db/events.ts';
import { beginImport, finishImport, requestImport } from '../db/queries/imports.ts';
import { currentRuleSet } from '../db/queries/rule-sets.ts';
import { inTenant } from '../db/tenant.ts';
import type { ImportReport } from '../domain/sourcing/imports.schemas.ts';

/** One import as its run does it, without the engine: what the activities call, in their order. */
export async function importList(db: Db, brokerageId: string, path: string, name = 'bench'): Promise<{ report: ImportReport; millis: number }> {
  const importId = randomUUID();
  const [now, today] = [new Date(), new Date().toISOString().slice(0, 10)];
  const change = <T>(fn: Parameters<typeof changeSubject<T>>[2]): Promise<T> =>
    changeSubject(db, { brokerageId, subject: { kind: 'import', id: importId }, actor: { kind: 'system', id: 'bench' }, source: 'bench' }, fn);
  await change((c) =>
    requestImport(c, { importId, sha256: name, fileName: name, listName: name, listSource: 'bench', today, costCents: 0, relation: 'cold', choice: {} }),
  );
  const started = performance.now();
  const { layout, mapping } = await previewFile(path);
  const row = (await change((c) => beginImport(c, { importId, layout, mapping })))!;
  const rules = await inTenant(db, brokerageId, (tx) => currentRuleSet(tx));
  await ingestFile(db, {
    ...{ path, layout, mapping },
    context: {
      ...{ brokerageId, importId, listDate: row.listDate, listName: row.listName, relation: row.relation, origin: row.originNo, now, today },
      ...{ actor: { kind: 'system', id: 'bench' }, rules: rules ? { version: rules.version, set: rules.definition } : null },
    },
  });
  const report = (await change((c) => finishImport(c, { importId })))!;
  return { report, millis: performance.now() - started };
}
