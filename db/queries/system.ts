import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

export type StuckRun = { workflowId: string; kind: string; dueAt: string; lateSeconds: number; waitingFor: string | null };
const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Open runs whose next instant has gone by for longer than that: nobody woke them, or they keep failing. */
export async function listStuckRuns(tx: Tx, { lateMinutes, limit }: { lateMinutes: number; limit: number }): Promise<StuckRun[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select workflow_id, kind, ${iso('run_due_at')} as due, extract(epoch from (select business_now()) - run_due_at)::int as late, waiting_for from open_runs
    where brokerage_id = ${tx.brokerageId} and run_due_at < (select business_now()) - ${lateMinutes} * interval '1 minute' order by run_due_at limit ${limit}`);
  return rows.map(
    ({ workflow_id, kind, due, late, waiting_for }) => ({ workflowId: workflow_id, kind, dueAt: due, lateSeconds: late, waitingFor: waiting_for }) as StuckRun,
  );
}

/** What a person has to settle because nobody knows whether it was done, and what could not be taken in. */
export async function countUnsettled(tx: Tx, _: Record<never, never> = {}): Promise<{ sends: number; envelopes: number; lookups: number; parked: number }> {
  const [row] = await tx.execute<{ sends: number; envelopes: number; lookups: number; parked: number }>(sql`select
    (select count(*)::int from sends where brokerage_id = ${tx.brokerageId} and status = 'unknown') as sends,
    (select count(*)::int from envelopes where brokerage_id = ${tx.brokerageId} and ended_at is null and status = 'unknown') as envelopes,
    (select count(*)::int from enrichments where brokerage_id = ${tx.brokerageId} and status = 'unknown') as lookups,
    (select count(*)::int from parked_events where brokerage_id = ${tx.brokerageId} and status = 'parked') as parked`);
  return row!;
}
