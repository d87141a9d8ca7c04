import { eventVersion, parseEvent } from '../../domain/events/index.ts';
import type { Rejection } from '../../domain/sourcing/line.ts';
import { numberRanges } from '../../domain/sourcing/number-set.ts';
import type { Batch } from './batch.ts';
import type { BulkConnection } from './copy.ts';

export type Counts = { read: number; new: number; updated: number; unchanged: number; merged: number; rejected: Record<string, number> };

export const noCounts = (): Counts => ({ read: 0, new: 0, updated: 0, unchanged: 0, merged: 0, rejected: {} });

export function addCounts(sum: Counts, { rejected, ...counts }: Counts): void {
  for (const [name, count] of Object.entries(counts) as [Exclude<keyof Counts, 'rejected'>, number][]) sum[name] += count;
  for (const [reason, count] of Object.entries(rejected)) sum.rejected[reason] = (sum.rejected[reason] ?? 0) + count;
}

/** Takes the locks of a batch. Answers whether it is still to be written. */
export async function beginBatch(sql: BulkConnection, brokerageId: string, importId: string, batch: number): Promise<boolean> {
  const [, , , rows] = await Promise.all([
    // One import at a time writes leads of a brokerage, so that what is looked up is still so when it is written.
    sql`select pg_advisory_xact_lock(hashtextextended(${`leads/${brokerageId}`}, 0))`,
    // The import's subject lock, as `changeSubject` takes it: its events keep the order of their commits.
    sql`insert into subjects (brokerage_id, kind, id) values (${brokerageId}, 'import', ${importId}) on conflict do nothing`,
    sql`select 1 from subjects where brokerage_id = ${brokerageId} and kind = 'import' and id = ${importId} for update`,
    sql`select status, exists(select 1 from import_batches where brokerage_id = ${brokerageId} and import_id = ${importId} and batch = ${batch}) as done
      from imports where brokerage_id = ${brokerageId} and id = ${importId}`,
  ]);
  return rows[0]?.status === 'running' && !rows[0].done;
}

type Closing = {
  brokerageId: string;
  importId: string;
  actor: { kind: string; id: string };
  now: Date;
  batch: Batch;
  counts: Counts;
  leadNos: number[];
  rejections: Rejection[];
  began: number;
};

/** The batch row, the rejected lines, the event and the progress: with them the batch is done. */
export async function closeBatch(
  sql: BulkConnection,
  { brokerageId, importId, actor, now, batch, counts, leadNos, rejections, began }: Closing,
): Promise<void> {
  for (const { reason } of rejections) counts.rejected[reason] = (counts.rejected[reason] ?? 0) + 1;
  const { read, new: fresh, updated, unchanged, merged } = counts;
  const told = { read, new: fresh, updated, unchanged, merged, rejected: rejections.length };
  const payload = parseEvent('Leads.Imported', { importId, batch: batch.number, counts: told });
  const millis = Math.round(performance.now() - began);
  await Promise.all([
    ...(rejections.length > 0
      ? [
          sql`insert into import_rejects (brokerage_id, import_id, line, reason, detail, raw)
            select ${brokerageId}::uuid, ${importId}::uuid, r.line, r.reason, r.detail, r.raw
            from jsonb_to_recordset(${JSON.stringify(rejections).replaceAll('\\u0000', '')}::text::jsonb) as r(line integer, reason text, detail text, raw text) on conflict do nothing`,
        ]
      : []),
    sql`insert into import_batches (brokerage_id, import_id, batch, records, counts, lead_nos, millis)
      values (${brokerageId}, ${importId}, ${batch.number}, ${batch.records}, ${JSON.stringify(counts)}::text::jsonb, ${numberRanges(leadNos)}::text::int4multirange, ${millis})`,
    sql`insert into events (brokerage_id, type, version, occurred_at, source, actor, correlation_id, subject_kind, subject_id, payload)
      values (${brokerageId}, 'Leads.Imported', ${eventVersion('Leads.Imported')}, ${now.toISOString()}::timestamptz, 'worker', ${JSON.stringify(actor)}::text::jsonb, ${importId}, 'import', ${importId}, ${JSON.stringify(payload)}::text::jsonb)`,
    sql`update imports set lines_done = ${batch.records}, bytes_done = least(bytes_total, ${batch.position}::bigint) where brokerage_id = ${brokerageId} and id = ${importId}`,
  ]);
}
