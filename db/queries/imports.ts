import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { ImportReport, MappingChoice } from '../../domain/sourcing/imports.schemas.ts';
import type { Layout } from '../../domain/sourcing/layout.ts';
import type { Mapping } from '../../domain/sourcing/mapping.ts';
import { ingestionWorkflowId } from '../../domain/sourcing/workflow-ids.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { brokerages, importBatches, importMappings, importRejects, imports } from '../schema/index.ts';
import { drawNumber } from './numbers.ts';

type Row = typeof imports.$inferSelect;
export type Import = Omit<Row, 'layout' | 'mapping' | 'options' | 'report'> & {
  layout: Layout | null;
  mapping: Mapping | null;
  options: MappingChoice;
  report: ImportReport | null;
};
const typed = (row: Row | undefined): Import | undefined => row as Import | undefined;

export type ImportRequest = {
  importId?: string;
  sha256: string;
  fileName: string;
  listName: string;
  listSource: string;
  /** Left out, it is the day of the first import of these bytes, or today. */
  listDate?: string | undefined;
  /** Today where the brokerage is. */
  today: string;
  costCents: number;
  relation: 'cold' | 'known';
  choice: MappingChoice;
};

/** Takes an import in and asks for its run. The file's bytes are stored already. */
export async function requestImport({ tx, now, event }: Change, request: ImportRequest): Promise<Import> {
  const { sha256, fileName, listName, listSource, costCents, relation, choice, today } = request;
  const [brokerage] = await tx.select({ slug: brokerages.slug }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const importNo = await drawNumber(tx, { kind: 'import' });
  const id = request.importId ?? randomUUID();
  // The same bytes read the same way are the same list, however often it is sent.
  const [origin] = await tx
    .select({ importNo: imports.importNo, listDate: imports.listDate })
    .from(imports)
    .where(
      and(
        eq(imports.brokerageId, tx.brokerageId),
        eq(imports.fileSha256, sha256),
        ne(imports.status, 'failed'),
        sql`${imports.options} = ${JSON.stringify(choice)}::jsonb`,
        request.listDate ? eq(imports.listDate, request.listDate) : undefined,
      ),
    )
    .orderBy(asc(imports.importNo))
    .limit(1);
  const [row] = await tx
    .insert(imports)
    .values({
      ...{
        brokerageId: tx.brokerageId,
        id,
        importNo,
        originNo: origin?.importNo ?? importNo,
        fileSha256: sha256,
        fileName,
        listName,
        listSource,
        costCents,
        relation,
      },
      ...{
        listDate: request.listDate ?? origin?.listDate ?? today,
        workflowId: ingestionWorkflowId(brokerage!.slug, importNo),
        options: choice,
        createdAt: now,
      },
    })
    .returning();
  await event('Import.Requested', { importId: id, importNo, workflowId: row!.workflowId }, { kind: 'import', id });
  return typed(row)!;
}

export async function findImport(tx: Tx, { importId }: { importId: string }): Promise<Import | undefined> {
  const [row] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.brokerageId, tx.brokerageId), eq(imports.id, importId)));
  return typed(row);
}

export async function findImportByNo(tx: Tx, { importNo }: { importNo: number }): Promise<Import | undefined> {
  const [row] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.brokerageId, tx.brokerageId), eq(imports.importNo, importNo)));
  return typed(row);
}

/** Newest first. */
export async function listImports(tx: Tx, { before, limit }: { before?: number | undefined; limit: number }): Promise<Import[]> {
  const rows = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.brokerageId, tx.brokerageId), before === undefined ? undefined : lt(imports.importNo, before)))
    .orderBy(desc(imports.importNo))
    .limit(limit);
  return rows as Import[];
}

/** Begins an import, or answers how it began: a second start reads the file as the first did. Null when it is not open. */
export async function beginImport(
  { tx, now }: Change,
  { importId, layout, mapping }: { importId: string; layout: Layout; mapping: Mapping },
): Promise<Import | null> {
  const row = await findImport(tx, { importId });
  if (!row || (row.status !== 'queued' && row.status !== 'running')) return null;
  if (row.status === 'running') return row;
  const [begun] = await tx
    .update(imports)
    .set({ status: 'running', layout, mapping, defaults: mapping.defaults, bytesTotal: layout.bytes, startedAt: now, waitingFor: 'the list being read' })
    .where(and(eq(imports.brokerageId, tx.brokerageId), eq(imports.id, importId)))
    .returning();
  return typed(begun)!;
}

/** Sums up the committed batches. Repeated, it answers the report as written. */
export async function finishImport({ tx, now, event }: Change, { importId }: { importId: string }): Promise<ImportReport | null> {
  const row = await findImport(tx, { importId });
  if (row?.status === 'finished') return row.report;
  if (row?.status !== 'running') return null;
  const report = await reportOf(tx, { importId });
  await tx
    .update(imports)
    .set({ status: 'finished', report, linesDone: report.read, bytesDone: sql`bytes_total`, finishedAt: now, waitingFor: null, runDueAt: null })
    .where(and(eq(imports.brokerageId, tx.brokerageId), eq(imports.id, importId)));
  await event('Import.Finished', { importId, importNo: row.importNo, report });
  return report;
}

export async function failImport(
  { tx, now, event }: Change,
  { importId, code, message, nextStep }: { importId: string; code: string; message: string; nextStep: string },
): Promise<void> {
  const row = await findImport(tx, { importId });
  if (!row || (row.status !== 'queued' && row.status !== 'running')) return;
  await tx
    .update(imports)
    .set({ status: 'failed', problem: { code, detail: message, nextStep }, finishedAt: now, waitingFor: null, runDueAt: null })
    .where(and(eq(imports.brokerageId, tx.brokerageId), eq(imports.id, importId)));
  await event('Import.Failed', { importId, importNo: row.importNo, code, message });
}

/** What the committed batches of an import come to. Every line read is in exactly one bucket. */
export async function reportOf(tx: Tx, { importId }: { importId: string }): Promise<ImportReport> {
  const batches = await tx
    .select({ counts: importBatches.counts, millis: importBatches.millis })
    .from(importBatches)
    .where(and(eq(importBatches.brokerageId, tx.brokerageId), eq(importBatches.importId, importId)));
  const report: ImportReport = { read: 0, new: 0, updated: 0, unchanged: 0, merged: 0, rejected: { total: 0, byReason: {} }, rowsPerSecond: 0 };
  let millis = 0;
  for (const batch of batches) {
    const { rejected, ...counts } = batch.counts as {
      read: number;
      new: number;
      updated: number;
      unchanged: number;
      merged: number;
      rejected: Record<string, number>;
    };
    for (const name of ['read', 'new', 'updated', 'unchanged', 'merged'] as const) report[name] += counts[name];
    for (const [reason, count] of Object.entries(rejected)) {
      report.rejected.byReason[reason] = (report.rejected.byReason[reason] ?? 0) + count;
      report.rejected.total += count;
    }
    millis += batch.millis;
  }
  report.rowsPerSecond = millis === 0 ? 0 : Math.round((report.read * 1000) / millis);
  const sum = report.new + report.updated + report.unchanged + report.merged + report.rejected.total;
  if (sum !== report.read)
    throw new DomainError('report-does-not-sum', `${sum} lines are in buckets, ${report.read} were read`, { nextStep: 'Tell us: this is our fault' });
  return report;
}

export type Reject = { line: number; reason: string; detail: string; raw: string; mendedNo: number | null };

/** Lines that were not taken, in the order of the file. */
export async function listRejects(tx: Tx, { importId, after = 0, limit }: { importId: string; after?: number; limit: number }): Promise<Reject[]> {
  return tx
    .select({ line: importRejects.line, reason: importRejects.reason, detail: importRejects.detail, raw: importRejects.raw, mendedNo: importRejects.mendedNo })
    .from(importRejects)
    .where(and(eq(importRejects.brokerageId, tx.brokerageId), eq(importRejects.importId, importId), gt(importRejects.line, after)))
    .orderBy(asc(importRejects.line))
    .limit(limit);
}

/** Marks rejected lines as sent again by a later import. Answers how many of them were open. */
export async function markMended(tx: Tx, { importId, lines, mendedNo }: { importId: string; lines: number[]; mendedNo: number }): Promise<number> {
  const rows = await tx
    .update(importRejects)
    .set({ mendedNo })
    .where(
      and(
        eq(importRejects.brokerageId, tx.brokerageId),
        eq(importRejects.importId, importId),
        inArray(importRejects.line, lines),
        isNull(importRejects.mendedNo),
      ),
    )
    .returning({ line: importRejects.line });
  return rows.length;
}

/** How many leads a list has, and what each of them cost. */
export async function listCost(tx: Tx, { importId }: { importId: string }): Promise<{ leads: number; costCents: number; costPerLeadCents: number | null }> {
  const [row] = await tx.execute<{ leads: string; cost: string }>(sql`
    select i.cost_cents as cost, (select count(distinct l.lead_no) from leads l join import_batches b on l.lead_no <@ b.lead_nos
      where l.brokerage_id = ${tx.brokerageId} and b.brokerage_id = ${tx.brokerageId} and b.import_id = i.id) as leads
    from imports i where i.brokerage_id = ${tx.brokerageId} and i.id = ${importId}`);
  const [leads, costCents] = [Number(row?.leads ?? 0), Number(row?.cost ?? 0)];
  return { leads, costCents, costPerLeadCents: leads === 0 ? null : Math.round(costCents / leads) };
}

/** The lists a lead stands on, oldest first. */
export async function listsOfLead(
  tx: Tx,
  { leadNo }: { leadNo: number },
): Promise<{ importNo: number; listName: string; listSource: string; listDate: string }[]> {
  const rows = await tx.execute<{ import_no: number; list_name: string; list_source: string; list_date: string }>(sql`
    select distinct i.import_no, i.list_name, i.list_source, i.list_date::text from import_batches b join imports i on i.brokerage_id = b.brokerage_id and i.id = b.import_id
    where b.brokerage_id = ${tx.brokerageId} and b.lead_nos @> ${leadNo}::integer order by i.import_no`);
  return rows.map((row) => ({ importNo: row.import_no, listName: row.list_name, listSource: row.list_source, listDate: row.list_date }));
}

export async function saveMapping({ tx, now }: Change, { name, mapping }: { name: string; mapping: MappingChoice }): Promise<void> {
  await tx
    .insert(importMappings)
    .values({ brokerageId: tx.brokerageId, name, mapping, updatedAt: now })
    .onConflictDoUpdate({ target: [importMappings.brokerageId, importMappings.name], set: { mapping, updatedAt: now } });
}

export async function findMapping(tx: Tx, { name }: { name: string }): Promise<MappingChoice | undefined> {
  const [row] = await tx
    .select()
    .from(importMappings)
    .where(and(eq(importMappings.brokerageId, tx.brokerageId), eq(importMappings.name, name)));
  return row?.mapping as MappingChoice | undefined;
}

export async function listMappings(tx: Tx): Promise<{ name: string; mapping: MappingChoice; updatedAt: Date }[]> {
  const rows = await tx.select().from(importMappings).where(eq(importMappings.brokerageId, tx.brokerageId)).orderBy(importMappings.name).limit(500);
  return rows.map(({ name, mapping, updatedAt }) => ({ name, mapping: mapping as MappingChoice, updatedAt }));
}
