import { activityInfo, heartbeat } from '@temporalio/activity';
import { ingestFile } from '../../db/bulk/ingest.ts';
import { previewFile } from '../../db/bulk/pieces.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { beginImport, failImport, findImport, finishImport, type Import } from '../../db/queries/imports.ts';
import { currentRuleSet } from '../../db/queries/rule-sets.ts';
import { brokerages } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { DomainError } from '../../domain/errors.ts';
import { dayIn } from '../../domain/offers/expiry.ts';
import type { ImportReport } from '../../domain/sourcing/imports.schemas.ts';
import type { Deps } from '../deps.ts';
import { finalRefusals } from '../refusals.ts';
import { businessNow } from '../time.ts';

export type OfImport = { brokerageId: string; importId: string };
export type ImportProgress = { batches: number; lines: number };

/** Facts of imports. What they store is there once, however often they are killed and run again. */
export function createImportActivities(deps: Deps) {
  const { db, files } = deps;
  const change = async <T>({ brokerageId, importId }: OfImport, fn: (change: Change) => Promise<T>): Promise<T> => {
    const run = activityInfo().workflowExecution?.workflowId ?? 'unknown';
    const subject = { kind: 'import', id: importId } as const;
    return changeSubject(
      db,
      { brokerageId, subject, actor: { kind: 'workflow', id: run }, source: 'worker', correlationId: importId, at: await businessNow(deps) },
      fn,
    );
  };
  const fail = (input: OfImport, { code, message, nextStep }: { code: string; message: string; nextStep: string }) =>
    change(input, (c) => failImport(c, { importId: input.importId, code, message, nextStep }));

  return {
    /** The first step of an import's run: looks at the file and settles how it is read. Goes on only while the row is open. */
    async beginImport(input: OfImport): Promise<{ kind: 'closed' } | { kind: 'failed'; code: string } | { kind: 'begun'; preset: string; bytes: number }> {
      const { brokerageId, importId } = input;
      const row = await inTenant(db, brokerageId, (tx) => findImport(tx, { importId }));
      if (!row || (row.status !== 'queued' && row.status !== 'running')) return { kind: 'closed' };
      try {
        const seen = await previewFile(files.path(brokerageId, row.fileSha256), row.options);
        const begun = await change(input, (c) => beginImport(c, { importId, layout: seen.layout, mapping: seen.mapping }));
        return begun === null ? { kind: 'closed' } : { kind: 'begun', preset: begun.mapping!.preset, bytes: begun.layout!.bytes };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        await fail(input, error);
        return { kind: 'failed', code: error.code };
      }
    },

    /** Reads the list and stores it batch by batch; goes on behind the last committed one. */
    ingestList: (input: OfImport): Promise<ImportProgress> =>
      finalRefusals(async () => {
        const { brokerageId, importId } = input;
        const now = await businessNow(deps);
        const found = await inTenant(db, brokerageId, async (tx) => {
          const [brokerage] = await tx.select({ zone: brokerages.zone }).from(brokerages);
          return { row: await findImport(tx, { importId }), rules: await currentRuleSet(tx), zone: brokerage?.zone ?? 'UTC' };
        });
        const { row, rules } = found;
        if (row?.status !== 'running') return { batches: 0, lines: row?.linesDone ?? 0 };
        const progress: ImportProgress = { batches: 0, lines: row.linesDone };
        // A beat every few seconds, also while one batch takes long: without it the engine would start a second attempt beside this one.
        const beat = setInterval(() => heartbeat(progress), 5_000);
        try {
          await ingestFile(db, {
            path: files.path(brokerageId, row.fileSha256),
            layout: row.layout!,
            mapping: row.mapping!,
            context: { ...contextOf(row), now, today: dayIn(now, found.zone), rules: rules ? { version: rules.version, set: rules.definition } : null },
            progress: ({ batches, records }) => {
              Object.assign(progress, { batches, lines: records });
              heartbeat(progress);
            },
          });
          return progress;
        } finally {
          clearInterval(beat);
        }
      }),

    /** Sums the batches up, writes the report and tells that the list is there. */
    finishImport: (input: OfImport): Promise<ImportReport | null> => finalRefusals(() => change(input, (c) => finishImport(c, { importId: input.importId }))),

    /** Ends an import that cannot go on. What it stored until then stays. */
    failImport: ({ brokerageId, importId, code, message }: OfImport & { code: string; message: string }): Promise<void> =>
      fail({ brokerageId, importId }, { code, message, nextStep: 'Mend the list and send it again: lines that are stored already change nothing' }),
  };
}

function contextOf({ brokerageId, id: importId, listDate, listName, relation, originNo: origin, workflowId }: Import) {
  return { brokerageId, importId, listDate, listName, relation, origin, actor: { kind: 'workflow', id: workflowId } };
}
