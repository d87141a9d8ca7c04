import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant, tenant } from './core.ts';

/** Long work on many leads, each done by one run: asking data providers, trying a rule set out, deciding by a new one. */
export const leadJobs = pgTable(
  'lead_jobs',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    jobNo: integer('job_no').notNull(),
    /** enrichment | rules-test | rescoring */
    kind: text('kind').notNull(),
    workflowId: text('workflow_id').notNull(),
    /** What was asked: { selection } or { ruleVersion } */
    input: jsonb('input').notNull(),
    /** queued | running | finished | failed */
    status: text('status').notNull().default('queued'),
    problem: jsonb('problem'),
    total: integer('total').notNull().default(0),
    done: integer('done').notNull().default(0),
    /** Number of the last lead looked at, where all are gone through in order. */
    cursor: integer('cursor').notNull().default(0),
    result: jsonb('result').notNull().default({}),
    runDueAt: instant('run_due_at'),
    waitingFor: text('waiting_for'),
    requestedBy: text('requested_by').notNull(),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [unique('lead_jobs_no').on(t.brokerageId, t.jobNo)],
);

/** The leads of an enrichment, each done once: asked about, then decided. */
export const leadJobLeads = pgTable(
  'lead_job_leads',
  {
    brokerageId: tenant(),
    jobId: uuid('job_id').notNull(),
    leadId: uuid('lead_id').notNull(),
    position: integer('position').notNull(),
    /** null until asked about: answered | cached | empty | refused | unknown | elsewhere */
    outcome: text('outcome'),
    decided: boolean('decided').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.jobId, t.leadId] }), index('lead_job_leads_order').on(t.brokerageId, t.jobId, t.position)],
);
