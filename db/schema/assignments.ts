import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cents, instant, tenant } from './core.ts';

/** The assignment of a wholesale contract. A cancelled one stays; at most one of a contract is not. */
export const assignments = pgTable(
  'assignments',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    contractId: uuid('contract_id').notNull(),
    assignmentNo: integer('assignment_no').notNull(),
    assigneePartyId: uuid('assignee_party_id').notNull(),
    feeCents: cents('fee_cents').notNull(),
    /** The day it takes effect where the property is: planned, then the day it did. */
    effectiveOn: date('effective_on').notNull(),
    /** The written assignment. */
    documentId: uuid('document_id'),
    /** drafted | disclosed | effective | cancelled */
    state: text('state').notNull(),
    /** What the broker went on without: { requirement: { by, reason, at } } */
    overrides: jsonb('overrides').notNull().default({}),
    /** The law as it was judged when the state last changed. */
    law: jsonb('law').notNull().default([]),
    draftedAt: instant('drafted_at').notNull(),
    draftedBy: text('drafted_by').notNull(),
    effectiveAt: instant('effective_at'),
    effectiveBy: text('effective_by'),
    cancelledAt: instant('cancelled_at'),
    cancelledReason: text('cancelled_reason'),
  },
  (t) => [
    unique('assignments_no').on(t.brokerageId, t.dealId, t.assignmentNo),
    uniqueIndex('assignments_standing').on(t.brokerageId, t.contractId).where(sql`state <> 'cancelled'`),
    index('assignments_effective').on(t.brokerageId, t.effectiveOn).where(sql`state = 'effective'`),
  ],
);
