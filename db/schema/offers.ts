import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { cents, instant, tenant } from './core.ts';

/** Letters as data, immutable once published. */
export const offerTemplates = pgTable(
  'offer_templates',
  {
    brokerageId: tenant(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    definition: jsonb('definition').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.slug, t.version] })],
);

export const offers = pgTable(
  'offers',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    offerNo: integer('offer_no').notNull(),
    dealId: uuid('deal_id').notNull(),
    /** The caller's idempotency key or the deal run's own key: asked again, the same offer. */
    requestKey: text('request_key').notNull(),
    /** cash | seller-finance | subject-to */
    terms: text('terms').notNull(),
    /** Everything the letter is made of, pinned at the request. */
    inputs: jsonb('inputs').notNull(),
    inputsHash: text('inputs_hash').notNull(),
    amountCents: cents('amount_cents').notNull(),
    templateSlug: text('template_slug').notNull(),
    templateVersion: integer('template_version').notNull(),
    /** requested | drafted | approved | sent | accepted | declined | expired | superseded | withdrawn | blocked */
    status: text('status').notNull(),
    problem: jsonb('problem'),
    /** Hash of all that stands on the letter, people included: equal letters are rendered once. */
    letterHash: text('letter_hash'),
    pdfSha256: text('pdf_sha256'),
    supersededBy: uuid('superseded_by'),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    draftedAt: instant('drafted_at'),
    approvedAt: instant('approved_at'),
    approvedBy: text('approved_by'),
    sentAt: instant('sent_at'),
    expiresAt: instant('expires_at'),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('offers_no').on(t.brokerageId, t.offerNo),
    unique('offers_request').on(t.brokerageId, t.dealId, t.requestKey),
    // One open offer per deal.
    uniqueIndex('offers_open').on(t.brokerageId, t.dealId).where(sql`status in ('requested','drafted','approved','sent')`),
    index('offers_deal').on(t.brokerageId, t.dealId),
    index('offers_letter').on(t.brokerageId, t.letterHash),
  ],
);
