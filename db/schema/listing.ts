import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cents, instant, tenant } from './core.ts';

/** What the run that watches a term writes: when it acts next, what it waits for, what it has told. */
const watch = {
  workflowId: text('workflow_id').notNull(),
  runDueAt: instant('run_due_at'),
  waitingFor: text('waiting_for'),
  /** What has been said about which end: ["ahead-24/2026-12-03T23:00:00.000Z", …]. */
  told: jsonb('told').notNull().default([]),
};

/** A seller's agreement with the brokerage. One is in force at a time; a renewal after its end is another. */
export const listingAgreements = pgTable(
  'listing_agreements',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    agreementNo: integer('agreement_no').notNull(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
    /** Of the property; `endsAt` is the last minute of `toOn` there. */
    zone: text('zone').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Exactly one of the two. */
    commissionBps: integer('commission_bps'),
    commissionCents: cents('commission_cents'),
    listPriceCents: cents('list_price_cents'),
    /** exclusive-right-to-sell | exclusive-agency | open */
    exclusivity: text('exclusivity').notNull(),
    /** { documentId?, note? } */
    evidence: jsonb('evidence').notNull(),
    /** in-force | expired | ended */
    status: text('status').notNull().default('in-force'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    endedAt: instant('ended_at'),
    endedReason: text('ended_reason'),
    ...watch,
  },
  (t) => [
    unique('listing_agreements_no').on(t.brokerageId, t.dealId, t.agreementNo),
    uniqueIndex('listing_agreements_in_force').on(t.brokerageId, t.dealId).where(sql`status = 'in-force'`),
  ],
);

/** Somebody looks at the property. */
export const showings = pgTable(
  'showings',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    showingNo: integer('showing_no').notNull(),
    at: instant('at').notNull(),
    zone: text('zone').notNull(),
    /** Who comes, in words; names stay in this row. */
    visitor: text('visitor').notNull(),
    /** scheduled | done | cancelled */
    status: text('status').notNull().default('scheduled'),
    feedback: text('feedback'),
    reason: text('reason'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [unique('showings_no').on(t.brokerageId, t.dealId, t.showingNo), index('showings_at').on(t.brokerageId, t.dealId, t.at)],
);

/** An offer that a buyer made on a listing. Its terms are those last proposed by either side; every round is kept. */
export const offersReceived = pgTable(
  'offers_received',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    offerNo: integer('offer_no').notNull(),
    /** The buyer as the offer names them: { contactId } or { name, email?, phone? }; a party of the deal once accepted. */
    buyer: jsonb('buyer').notNull(),
    partyId: uuid('party_id'),
    priceCents: cents('price_cents').notNull(),
    earnestMoneyCents: cents('earnest_money_cents'),
    /** cash | conventional | fha | va | usda | seller | other */
    financing: text('financing').notNull(),
    closingOn: date('closing_on'),
    /** inspection | financing | appraisal | sale-of-home | title | insurance | other */
    contingencies: text('contingencies').array().notNull(),
    zone: text('zone').notNull(),
    /** Whoever has to answer has until then; null where the offer names no end. */
    expiresAt: instant('expires_at'),
    documentId: uuid('document_id'),
    /** received | countered | accepted | backup | declined | withdrawn | expired | fell-through */
    status: text('status').notNull().default('received'),
    /** Order among the back-ups, from 1. */
    backupPosition: integer('backup_position'),
    /** [{ round, by, terms, expiresAt, at }]: what each side proposed, oldest first. */
    rounds: jsonb('rounds').notNull(),
    reason: text('reason'),
    receivedAt: instant('received_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    changedAt: instant('changed_at').notNull(),
    ...watch,
  },
  (t) => [
    unique('offers_received_no').on(t.brokerageId, t.dealId, t.offerNo),
    uniqueIndex('offers_received_accepted').on(t.brokerageId, t.dealId).where(sql`status = 'accepted'`),
  ],
);
