import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cents, instant, tenant } from './core.ts';

/** The contract a deal is under. An amendment changes it in place and says so in `amendments`; a deal that fell through and is opened again gets another. */
export const contracts = pgTable(
  'contracts',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    /** Id of the form in domain/compliance, and the version whose rules count. */
    form: text('form').notNull(),
    formVersion: text('form_version').notNull(),
    /** Of the property: the zone every deadline ends in. */
    state: text('state').notNull(),
    zone: text('zone').notNull(),
    /** Day 0, and the local time of the last acceptance. */
    effectiveOn: date('effective_on').notNull(),
    effectiveTime: text('effective_time').notNull(),
    priceCents: cents('price_cents').notNull(),
    /** Filled-in blanks of the form: { clock: days }. */
    periods: jsonb('periods').notNull().default({}),
    /** Filled-in dates and boxes: { closing: "2026-12-30", … }. */
    dates: jsonb('dates').notNull().default({}),
    /** in-force | terminated | closed | set-aside (the deal was opened again after it) */
    status: text('status').notNull().default('in-force'),
    /** Counts amendments; a computation names the one it was made for. */
    revision: integer('revision').notNull().default(1),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    endedAt: instant('ended_at'),
    endedReason: text('ended_reason'),
  },
  (t) => [uniqueIndex('contracts_in_force').on(t.brokerageId, t.dealId).where(sql`status = 'in-force'`), index('contracts_deal').on(t.brokerageId, t.dealId)],
);

/** One clock of a contract: what the rule says with its working, what a person set, and where it stands. */
export const deadlines = pgTable(
  'deadlines',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    contractId: uuid('contract_id').notNull(),
    clock: text('clock').notNull(),
    title: text('title').notNull(),
    /** Who has to act: buyer | seller | agent | coordinator | broker | lender | title */
    actor: text('actor').notNull(),
    /** The event that ends it, such as InspectionReport.Received; null when only a person can say. */
    evidence: text('evidence'),
    /** Someone must act on it, so a run watches it; the others are rows. */
    watched: boolean('watched').notNull(),
    /** A right: it ends unused, and nobody misses it. */
    lapses: boolean('lapses').notNull().default(false),
    /** pending | satisfied | waived | terminated | tolled | breached | lapsed */
    status: text('status').notNull().default('pending'),
    /** Calendar date and local time in the property's zone, and the instant; null while a fact that starts it is missing. */
    date: date('date'),
    localTime: text('local_time'),
    dueAt: instant('due_at'),
    /** The rule's own answer with its working, or which fact it waits for. */
    answer: jsonb('answer').notNull(),
    /** { date, localTime, by, reason, at } where a person set the date. */
    byHand: jsonb('by_hand'),
    /** { kind, by, reason, proof, at } of the last change of status. */
    settled: jsonb('settled'),
    workflowId: text('workflow_id').notNull(),
    runDueAt: instant('run_due_at'),
    waitingFor: text('waiting_for'),
    /** What has been done about it: [{ step, at, to }], so that a repeat does nothing. */
    told: jsonb('told').notNull().default([]),
    flaggedAt: instant('flagged_at'),
    movedAt: instant('moved_at').notNull(),
  },
  (t) => [
    unique('deadlines_clock').on(t.brokerageId, t.contractId, t.clock),
    index('deadlines_deal').on(t.brokerageId, t.dealId, t.dueAt),
    // What is to come and what was missed of late, over all files.
    index('deadlines_due').on(t.brokerageId, t.dueAt).where(sql`status in ('pending', 'breached')`),
  ],
);

/** Every change of a contract with what it moved: the cause that deadlines, tasks and messages point to. */
export const amendments = pgTable(
  'amendments',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    contractId: uuid('contract_id').notNull(),
    amendmentNo: integer('amendment_no').notNull(),
    reason: text('reason').notNull(),
    /** As asked: { priceCents?, effective?, periods?, dates?, … } */
    changes: jsonb('changes').notNull(),
    /** What it moved: deadlines old → new, documents, messages, tasks. */
    ripple: jsonb('ripple').notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [unique('amendments_no').on(t.brokerageId, t.contractId, t.amendmentNo), index('amendments_deal').on(t.brokerageId, t.dealId)],
);

/** What has happened on the file, with its evidence; the newest value, older ones are in the event log. */
export const dealFacts = pgTable(
  'deal_facts',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    /** The event's name, such as EarnestMoney.Received. */
    fact: text('fact').notNull(),
    /** The fact, or, for what may happen more than once, the fact with its date and value. */
    key: text('key').notNull(),
    value: jsonb('value'),
    /** The date it took effect where the property is; may lie before it was recorded. */
    effectiveOn: date('effective_on').notNull(),
    evidence: jsonb('evidence'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    /** { by, reason, at } where it was taken back: it never happened on this file, and shows nothing. */
    takenBack: jsonb('taken_back'),
  },
  (t) => [uniqueIndex('deal_facts_once').on(t.brokerageId, t.dealId, t.key).where(sql`taken_back is null`)],
);

/** Who takes part in a deal. Names and addresses are the contact's own rows. */
export const parties = pgTable(
  'parties',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    /** buyer | seller | buyer-agent | listing-agent | lender | title | escrow | inspector | attorney | assignee */
    role: text('role').notNull(),
    addedAt: instant('added_at').notNull(),
    leftAt: instant('left_at'),
  },
  (t) => [
    uniqueIndex('parties_once').on(t.brokerageId, t.dealId, t.role, t.contactId).where(sql`left_at is null`),
    index('parties_deal').on(t.brokerageId, t.dealId),
    index('parties_contact').on(t.brokerageId, t.contactId),
  ],
);
