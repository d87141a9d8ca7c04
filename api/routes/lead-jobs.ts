import { z } from '@hono/zod-openapi';
import { type LeadJob, listLeadJobs } from '../../db/queries/lead-jobs.ts';
import { leadJobExplainQuery } from '../../workflows/sourcing/lead-job.messages.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { json, operation } from '../operation.ts';
import { askRun } from '../runs.ts';
import { instantSchema, iso, isoOrNull } from '../schemas.ts';

export const leadJobRoutes = router();

const kinds = ['enrichment', 'rules-test', 'rescoring'] as const;
const statuses = ['queued', 'running', 'finished', 'failed'] as const;
const leadJobSchema = z
  .object({
    jobNo: z.int(),
    kind: z.enum(kinds),
    status: z.enum(statuses),
    done: z.int(),
    total: z.int(),
    explanation: z.string().nullable().openapi({ description: 'What it is at, since when, and what comes next; null once it has ended' }),
    problem: z.unknown().nullable(),
    result: z.unknown().nullable().openapi({ description: 'What came of it, once it has finished' }),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
    workflowId: z.string(),
  })
  .openapi('LeadJob');

leadJobRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/lead-jobs',
    summary: 'Work over many leads: look-ups, tests of rules, decisions by new rules. Those under way, and those that ended within a day; newest first',
    tags: ['leads'],
    scope: 'sourcing:read',
    responses: { 200: json(z.object({ items: z.array(leadJobSchema) }), 'At most twenty') },
  }),
  async (c) => {
    const rows = await tenantTx(c, (tx) => listLeadJobs(tx, { limit: 20 }));
    return c.json({ items: await Promise.all(rows.map((row) => toLeadJob(c, row))) }, 200);
  },
);

async function toLeadJob(c: AppContext, row: LeadJob): Promise<z.infer<typeof leadJobSchema>> {
  const open = row.status === 'queued' || row.status === 'running';
  const told = open ? await askRun(c, row.workflowId, leadJobExplainQuery) : null;
  const byRow = `waiting for ${row.waitingFor ?? 'its turn'} since ${iso(row.createdAt)}; next: the first page of leads`;
  return {
    ...{ jobNo: row.jobNo, kind: row.kind as (typeof kinds)[number], status: row.status as (typeof statuses)[number], workflowId: row.workflowId },
    ...{ done: row.done, total: row.total, explanation: open ? (told ?? byRow) : null, problem: row.problem ?? null, result: row.result ?? null },
    ...{ createdAt: iso(row.createdAt), finishedAt: isoOrNull(row.finishedAt) },
  };
}
