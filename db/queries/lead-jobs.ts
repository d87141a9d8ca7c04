import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { LeadSelection } from '../../domain/sourcing/selection.schemas.ts';
import type { Tx } from '../client.ts';
import { businessNow } from '../clock.ts';
import type { Change } from '../events.ts';
import { brokerages, importBatches, imports, leadJobLeads, leadJobs, leads } from '../schema/index.ts';
import { drawNumber } from './numbers.ts';

export type LeadJobKind = 'enrichment' | 'rules-test' | 'rescoring';
export type LeadJob = typeof leadJobs.$inferSelect;

/** The ids of the leads that are meant, best score first. */
export async function selectLeads(tx: Tx, { leadNos, status, importNo, state, zip, limit = 500 }: LeadSelection): Promise<{ id: string; leadNo: number }[]> {
  const inList =
    importNo === undefined
      ? undefined
      : sql`exists (select 1 from ${importBatches} b join ${imports} i on i.brokerage_id = b.brokerage_id and i.id = b.import_id
          where b.brokerage_id = ${tx.brokerageId} and i.import_no = ${importNo} and ${leads.leadNo} <@ b.lead_nos)`;
  return tx
    .select({ id: leads.id, leadNo: leads.leadNo })
    .from(leads)
    .where(
      and(
        eq(leads.brokerageId, tx.brokerageId),
        leadNos ? inArray(leads.leadNo, leadNos) : undefined,
        status ? eq(leads.status, status) : undefined,
        state ? eq(leads.state, state) : undefined,
        zip ? eq(leads.zip, zip) : undefined,
        inList,
      ),
    )
    .orderBy(desc(sql`coalesce(${leads.score}, 0)`), asc(leads.leadNo))
    .limit(leadNos?.length ?? limit);
}

/** Makes the row of a job and the event that starts its run. */
export async function requestLeadJob(
  change: Change,
  { kind, input, leadIds = [], by }: { kind: LeadJobKind; input: Record<string, unknown>; leadIds?: string[] | undefined; by: string },
): Promise<LeadJob> {
  const { tx, now } = change;
  const [brokerage] = await tx.select({ slug: brokerages.slug }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const jobNo = await drawNumber(tx, { kind: 'lead-job' });
  const [job] = await tx
    .insert(leadJobs)
    .values({
      brokerageId: tx.brokerageId,
      id: randomUUID(),
      jobNo,
      kind,
      workflowId: `${kind}/${brokerage!.slug}/${jobNo}`,
      input,
      total: leadIds.length > 0 ? leadIds.length : await countUndecided(tx),
      requestedBy: by,
      createdAt: now,
    })
    .returning();
  for (let from = 0; from < leadIds.length; from += 2000) {
    const rows = leadIds.slice(from, from + 2000).map((leadId, at) => ({ brokerageId: tx.brokerageId, jobId: job!.id, leadId, position: from + at }));
    await tx.insert(leadJobLeads).values(rows).onConflictDoNothing();
  }
  const { id: jobId, workflowId, total } = job!;
  await change.event('LeadJob.Requested', { jobId, jobNo, kind, workflowId, leads: total }, { kind: 'brokerage', id: tx.brokerageId });
  return job!;
}

async function countUndecided(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from ${leads} where brokerage_id = ${tx.brokerageId} and status in ('new', 'review', 'qualified', 'rejected')`,
  );
  return row!.count;
}

export async function findLeadJob(tx: Tx, { jobId }: { jobId: string }): Promise<LeadJob | undefined> {
  const [row] = await tx
    .select()
    .from(leadJobs)
    .where(and(eq(leadJobs.brokerageId, tx.brokerageId), eq(leadJobs.id, jobId)));
  return row;
}

export async function findLeadJobByNo(tx: Tx, { jobNo, kind }: { jobNo: number; kind?: string | undefined }): Promise<LeadJob | undefined> {
  const [row] = await tx
    .select()
    .from(leadJobs)
    .where(and(eq(leadJobs.brokerageId, tx.brokerageId), eq(leadJobs.jobNo, jobNo), kind ? eq(leadJobs.kind, kind) : undefined));
  return row;
}

/** Those under way, and those that ended within a day of business time; newest first. */
export async function listLeadJobs(tx: Tx, { limit }: { limit: number }): Promise<LeadJob[]> {
  const yesterday = new Date((await businessNow(tx)).getTime() - 86_400_000);
  return tx
    .select()
    .from(leadJobs)
    .where(and(eq(leadJobs.brokerageId, tx.brokerageId), or(inArray(leadJobs.status, ['queued', 'running']), gt(leadJobs.finishedAt, yesterday))))
    .orderBy(desc(leadJobs.jobNo))
    .limit(limit);
}

/** The next leads of an enrichment that nobody asked about yet. */
export async function leadsToAsk(tx: Tx, { jobId, limit }: { jobId: string; limit: number }): Promise<string[]> {
  const rows = await tx
    .select({ leadId: leadJobLeads.leadId })
    .from(leadJobLeads)
    .where(and(eq(leadJobLeads.brokerageId, tx.brokerageId), eq(leadJobLeads.jobId, jobId), isNull(leadJobLeads.outcome)))
    .orderBy(leadJobLeads.position)
    .limit(limit);
  return rows.map(({ leadId }) => leadId);
}

/** The next leads of an enrichment that were asked about and are to be decided. */
export async function leadsToDecide(tx: Tx, { jobId, limit }: { jobId: string; limit: number }): Promise<string[]> {
  const rows = await tx
    .select({ leadId: leadJobLeads.leadId })
    .from(leadJobLeads)
    .where(and(eq(leadJobLeads.brokerageId, tx.brokerageId), eq(leadJobLeads.jobId, jobId), isNotNull(leadJobLeads.outcome), eq(leadJobLeads.decided, false)))
    .orderBy(leadJobLeads.position)
    .limit(limit);
  return rows.map(({ leadId }) => leadId);
}

/** Ticks a lead off: asked about with an outcome, or decided. */
export async function tickJobLead(tx: Tx, { jobId, leadId, ...done }: { jobId: string; leadId: string; outcome?: string; decided?: boolean }): Promise<void> {
  await tx
    .update(leadJobLeads)
    .set(done)
    .where(and(eq(leadJobLeads.brokerageId, tx.brokerageId), eq(leadJobLeads.jobId, jobId), eq(leadJobLeads.leadId, leadId)));
}

export type EnrichmentCounts = { asked: number; decided: number; total: number; outcomes: Record<string, number>; decisions: Record<string, number> };

/** How many leads of an enrichment came to what, for its report: what the providers said, and how they are decided now. */
export async function enrichmentCounts(tx: Tx, { jobId }: { jobId: string }): Promise<EnrichmentCounts> {
  const rows = await tx.execute<{ outcome: string | null; decision: string | null; count: number }>(sql`
    select j.outcome, case when j.decided then coalesce(l.outcome, 'none') end as decision, count(*)::int as count
    from ${leadJobLeads} j left join ${leads} l on l.brokerage_id = j.brokerage_id and l.id = j.lead_id
    where j.brokerage_id = ${tx.brokerageId} and j.job_id = ${jobId} group by 1, 2`);
  const counts: EnrichmentCounts = { asked: 0, decided: 0, total: 0, outcomes: {}, decisions: {} };
  for (const { outcome, decision, count } of rows) {
    counts.total += count;
    if (outcome !== null) {
      counts.asked += count;
      counts.outcomes[outcome] = (counts.outcomes[outcome] ?? 0) + count;
    }
    if (decision !== null) {
      counts.decided += count;
      counts.decisions[decision] = (counts.decisions[decision] ?? 0) + count;
    }
  }
  return counts;
}

/** Writes where a job stands; one that has ended stays as it is. */
export async function saveLeadJob(
  tx: Tx,
  { jobId, ...values }: { jobId: string } & Partial<Pick<LeadJob, 'done' | 'total' | 'cursor' | 'result' | 'waitingFor'>>,
): Promise<void> {
  await tx
    .update(leadJobs)
    .set({ status: 'running', ...values })
    .where(and(eq(leadJobs.brokerageId, tx.brokerageId), eq(leadJobs.id, jobId), inArray(leadJobs.status, ['queued', 'running'])));
}

/** Ends a job, once. */
export async function endLeadJob(
  change: Change,
  { jobId, problem = null, result }: { jobId: string; problem?: { code: string; message: string } | null; result?: Record<string, unknown> | undefined },
): Promise<void> {
  const { tx, now } = change;
  const status = problem ? 'failed' : 'finished';
  const [job] = await tx
    .update(leadJobs)
    .set({ status, problem, finishedAt: now, waitingFor: null, ...(result ? { result } : {}) })
    .where(and(eq(leadJobs.brokerageId, tx.brokerageId), eq(leadJobs.id, jobId), inArray(leadJobs.status, ['queued', 'running'])))
    .returning();
  if (job) await change.event('LeadJob.Finished', { jobId, jobNo: job.jobNo, kind: job.kind, status }, { kind: 'brokerage', id: tx.brokerageId });
}
