import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, tenant } from './core.ts';

/** Follow-up sequences as data; a version never changes once saved. */
export const sequences = pgTable(
  'sequences',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    definition: jsonb('definition').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
  },
  (t) => [unique('sequences_version').on(t.brokerageId, t.slug, t.version)],
);

/** Message templates; compiled (mjml → html) when published, immutable. */
export const templates = pgTable(
  'templates',
  {
    brokerageId: tenant(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    /** email | text */
    channel: text('channel').notNull(),
    subject: text('subject'),
    /** As written: mjml with liquid variables, or plain text with liquid variables. */
    source: text('source').notNull(),
    /** What is rendered at send time. */
    compiled: text('compiled').notNull(),
    /** The plain-text part of an e-mail, rendered likewise; empty for texts. */
    plain: text('plain').notNull().default(''),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.slug, t.version] })],
);

export const enrolments = pgTable(
  'enrolments',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    enrolmentNo: integer('enrolment_no').notNull(),
    workflowId: text('workflow_id').notNull(),
    sequenceId: uuid('sequence_id').notNull(),
    sequenceSlug: text('sequence_slug').notNull(),
    sequenceVersion: integer('sequence_version').notNull(),
    leadId: uuid('lead_id').notNull(),
    contactId: uuid('contact_id'),
    dealId: uuid('deal_id'),
    offerId: uuid('offer_id'),
    /** { templateSlug: version } pinned at enrolment */
    templateVersions: jsonb('template_versions').notNull(),
    /** open | finished | stopped | archived */
    status: text('status').notNull().default('open'),
    /** replied | opted-out | bounced | deal-closed | stopped-by-person | kill… */
    stopReason: text('stop_reason'),
    paused: boolean('paused').notNull().default(false),
    /** Why nothing goes out although it is due: sending-stopped | missing-variable | no-sender | fault; null when nothing holds it. */
    heldBy: text('held_by'),
    step: text('step'),
    /** What comes next by the definition, whatever holds it now: { step, dueAt, words } */
    plan: jsonb('plan').notNull().default({}),
    runDueAt: instant('run_due_at'),
    waitingFor: text('waiting_for'),
    counts: jsonb('counts').notNull().default({}),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('enrolments_no').on(t.brokerageId, t.sequenceSlug, t.leadId, t.enrolmentNo),
    uniqueIndex('enrolments_open').on(t.brokerageId, t.sequenceSlug, t.leadId).where(sql`status = 'open'`),
    index('enrolments_lead').on(t.brokerageId, t.leadId),
    index('enrolments_deal').on(t.brokerageId, t.dealId),
  ],
);

/** Each step a run has taken, with the answer it was given: taken again after a kill, it gets the same one. */
export const touches = pgTable(
  'touches',
  {
    brokerageId: tenant(),
    /** The ledger's key: workflow id + enrolment number + step + visit */
    key: text('key').notNull(),
    enrolmentId: uuid('enrolment_id').notNull(),
    step: text('step').notNull(),
    kind: text('kind').notNull(),
    /** sent | unknown | skipped | task | decided | waited */
    outcome: text('outcome').notNull(),
    why: text('why'),
    answer: jsonb('answer').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.key] }), index('touches_enrolment').on(t.brokerageId, t.enrolmentId, t.at)],
);

/** The send ledger: one key per effect, claimed before the call. */
export const sends = pgTable(
  'sends',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    /** workflow id + enrolment number + step + visit */
    key: text('key').notNull(),
    /** email | text */
    channel: text('channel').notNull(),
    enrolmentId: uuid('enrolment_id'),
    /** Null for what is about no lead: the digest of the day. */
    leadId: uuid('lead_id'),
    dealId: uuid('deal_id'),
    /** Null for what goes to a person of the brokerage. */
    contactId: uuid('contact_id'),
    personId: uuid('person_id'),
    step: text('step').notNull(),
    address: text('address').notNull(),
    templateSlug: text('template_slug').notNull(),
    templateVersion: integer('template_version').notNull(),
    subject: text('subject'),
    body: text('body'),
    /** claimed | sent | delivered | failed | bounced | refused | unknown | not-sent (settled by a person) */
    status: text('status').notNull(),
    providerId: text('provider_id'),
    problem: jsonb('problem'),
    unsubscribeToken: text('unsubscribe_token'),
    claimedAt: instant('claimed_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [
    unique('sends_key').on(t.brokerageId, t.key),
    index('sends_provider').on(t.brokerageId, t.providerId),
    index('sends_lead').on(t.brokerageId, t.leadId, t.claimedAt),
    index('sends_contact').on(t.brokerageId, t.contactId, t.claimedAt),
    index('sends_unknown').on(t.brokerageId, t.status),
    uniqueIndex('sends_unsubscribe').on(t.unsubscribeToken),
  ],
);

/** Suppressed addresses: E.164 or e-mail, for the whole brokerage. */
export const suppressions = pgTable(
  'suppressions',
  {
    brokerageId: tenant(),
    channel: text('channel').notNull(),
    address: text('address').notNull(),
    reason: text('reason').notNull(),
    source: text('source').notNull(),
    at: instant('at').notNull(),
    liftedAt: instant('lifted_at'),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.channel, t.address] })],
);

/** Addresses that turned out to belong to somebody else: never used again for this contact, still open to others. */
export const wrongAddresses = pgTable(
  'wrong_addresses',
  {
    brokerageId: tenant(),
    contactId: uuid('contact_id').notNull(),
    address: text('address').notNull(),
    source: text('source').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.contactId, t.address] })],
);

/** Recorded consent, with its evidence; enrichment never creates one. */
export const consents = pgTable(
  'consents',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    contactId: uuid('contact_id').notNull(),
    channel: text('channel').notNull(),
    address: text('address').notNull(),
    /** written | oral */
    form: text('form').notNull(),
    evidence: text('evidence').notNull(),
    givenAt: instant('given_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('consents_address').on(t.brokerageId, t.channel, t.address), index('consents_contact').on(t.brokerageId, t.contactId)],
);

/** What sellers wrote to us, on any channel. */
export const inboundMessages = pgTable(
  'inbound_messages',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    channel: text('channel').notNull(),
    fromAddress: text('from_address').notNull(),
    contactId: uuid('contact_id'),
    body: text('body').notNull(),
    /** opt-out | wrong-number | unclear | hold | resume | help | reply | auto-reply */
    class: text('class').notNull(),
    webhookId: uuid('webhook_id'),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [index('inbound_from').on(t.brokerageId, t.fromAddress), index('inbound_contact').on(t.brokerageId, t.contactId, t.receivedAt)],
);

/** Inbound provider webhooks, unique by (tenant, provider, event id); kept at least 90 days. */
export const inboundWebhooks = pgTable(
  'inbound_webhooks',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    provider: text('provider').notNull(),
    providerEventId: text('provider_event_id').notNull(),
    payload: jsonb('payload').notNull(),
    receivedAt: instant('received_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [unique('inbound_webhooks_once').on(t.brokerageId, t.provider, t.providerEventId)],
);

/** A brokerage's receiving endpoints: an unguessable token in the path names tenant and provider. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    /** twilio | email | docusign */
    provider: text('provider').notNull(),
    token: text('token').notNull().unique(),
    /** The sending number, mailbox or account this endpoint belongs to. */
    address: text('address').notNull(),
  },
  (t) => [index('webhook_endpoints_tenant').on(t.brokerageId, t.provider)],
);
