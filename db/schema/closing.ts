import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, tenant } from './core.ts';

export const deals = pgTable(
  'deals',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealNo: integer('deal_no').notNull(),
    workflowId: text('workflow_id').notNull(),
    leadId: uuid('lead_id').notNull(),
    /** listing | buyer | wholesale */
    side: text('side').notNull(),
    /** rule | person */
    openedBy: text('opened_by').notNull(),
    /** What the seller wishes: { terms?, priceCents?, closeInDays?, … }; changed by POST. */
    wishes: jsonb('wishes').notNull().default({}),
    /** What the law asks about property and parties: { yearBuilt, hasHoa, financed, … }; null or absent while nobody knows. */
    lawFacts: jsonb('law_facts').notNull().default({}),
    /** Projection of the run: `dealStages` of domain/closing/course.ts */
    stage: text('stage').notNull().default('open'),
    runDueAt: instant('run_due_at'),
    waitingFor: text('waiting_for'),
    waitingSince: instant('waiting_since'),
    closedReason: text('closed_reason'),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('deals_no').on(t.brokerageId, t.dealNo),
    // One open deal per lead and side.
    uniqueIndex('deals_open').on(t.brokerageId, t.leadId, t.side).where(sql`closed_at is null`),
    index('deals_stage').on(t.brokerageId, t.stage, t.dealNo),
    index('deals_lead').on(t.brokerageId, t.leadId),
  ],
);

/** The run that sends a brokerage's digests, while somebody wants one. */
export const digests = pgTable('digests', {
  brokerageId: tenant().primaryKey(),
  workflowId: text('workflow_id').notNull(),
  /** The last day whose digests were asked for, or the day before the first; null while nobody reads them. */
  lastDay: date('last_day'),
  runDueAt: instant('run_due_at'),
  waitingFor: text('waiting_for'),
});

/** The daily opening of deals by rule: one run per brokerage. */
export const openings = pgTable('openings', {
  brokerageId: tenant().primaryKey(),
  workflowId: text('workflow_id').notNull(),
  runDueAt: instant('run_due_at'),
  waitingFor: text('waiting_for'),
});
