import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant, tenant } from './core.ts';

/** What goes out by itself, once per cause, to the brokerage's own people and systems: contacts to its CRM, notices to its agents. */
export const deliveries = pgTable(
  'deliveries',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    deliveryNo: integer('delivery_no').notNull(),
    /** crm-contact | crm-ping | agent-notice | personal-message | daily-digest */
    kind: text('kind').notNull(),
    /** One per cause; to a CRM it is also the id by which it recognises a repeat. */
    key: text('key').notNull(),
    workflowId: text('workflow_id').notNull(),
    dealId: uuid('deal_id'),
    contactId: uuid('contact_id'),
    personId: uuid('person_id'),
    /** The cause: { fields }, { documentId, version, envelopeId }, { day }, or a person's own words with their channel */
    about: jsonb('about').notNull().default({}),
    /** queued | done | skipped | refused | unknown */
    status: text('status').notNull().default('queued'),
    /** Why it was skipped or refused. */
    reason: text('reason'),
    runDueAt: instant('run_due_at'),
    waitingFor: text('waiting_for'),
    createdAt: instant('created_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    unique('deliveries_key').on(t.brokerageId, t.key),
    unique('deliveries_no').on(t.brokerageId, t.deliveryNo),
    index('deliveries_contact').on(t.brokerageId, t.contactId, t.createdAt),
    index('deliveries_open').on(t.brokerageId).where(sql`status = 'queued'`),
  ],
);
