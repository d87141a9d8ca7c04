import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, tenant } from './core.ts';

/** A document of a deal. Its bytes are versions; what the checklist asks for is matched by a person. */
export const documents = pgTable(
  'documents',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    documentNo: integer('document_no').notNull(),
    dealId: uuid('deal_id').notNull(),
    /** The contract of the deal it was taken for, from 1; each contract that fell through before the deal was opened again counts. */
    contractNo: integer('contract_no').notNull().default(1),
    title: text('title').notNull(),
    /** The checklist's id for it (TX-SDN, …), once a person confirmed it. */
    kind: text('kind'),
    /** The edition of the form, as the person who matched it read it. */
    formVersion: text('form_version'),
    /** What the matcher proposes, the likeliest first: [{ id, document, score, reasons, formVersion }] */
    proposals: jsonb('proposals').notNull().default([]),
    /** in-review | accepted | rejected */
    status: text('status').notNull().default('in-review'),
    version: integer('version').notNull().default(1),
    /** The last decision: { decision, reason, note, version, by, at }; null while a version waits for one. */
    review: jsonb('review'),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (t) => [unique('documents_no').on(t.brokerageId, t.dealId, t.documentNo), index('documents_deal').on(t.brokerageId, t.dealId)],
);

export const documentVersions = pgTable(
  'document_versions',
  {
    brokerageId: tenant(),
    documentId: uuid('document_id').notNull(),
    version: integer('version').notNull(),
    sha256: text('sha256').notNull(),
    mime: text('mime').notNull(),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    /** The version it is the signed copy of; null for what people added. */
    signatureOf: integer('signature_of'),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.documentId, t.version] }), unique('document_versions_bytes').on(t.brokerageId, t.documentId, t.sha256)],
);

/** Who has opened which version, and when. */
export const documentViews = pgTable(
  'document_views',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    documentId: uuid('document_id').notNull(),
    version: integer('version').notNull(),
    personId: text('person_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('document_views_document').on(t.brokerageId, t.documentId, t.at)],
);

/** What the law asks of a deal, one row per document id; injected by the state's own consumer. */
export const checklistItems = pgTable(
  'checklist_items',
  {
    brokerageId: tenant(),
    dealId: uuid('deal_id').notNull(),
    document: text('document').notNull(),
    /** us | tx | ca | fl …: the set that put it here. */
    jurisdiction: text('jurisdiction').notNull(),
    title: text('title').notNull(),
    /** required | not-required | suspended | undecided */
    status: text('status').notNull(),
    /** Which clause decided, with the values read, and what is missing. */
    why: jsonb('why').notNull(),
    formVersion: text('form_version'),
    due: jsonb('due'),
    dueOn: date('due_on'),
    consequence: text('consequence'),
    setVersion: text('set_version').notNull(),
    /** missing | in-review | rejected | complete */
    state: text('state').notNull().default('missing'),
    documentId: uuid('document_id'),
    /** { by, reason, at, contractNo } when the broker goes on without it. */
    overridden: jsonb('overridden'),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.dealId, t.document] })],
);

/** Up to where the state's consumer has processed a deal: `closed` waits for it. */
export const complianceMarks = pgTable(
  'compliance_marks',
  {
    brokerageId: tenant(),
    dealId: uuid('deal_id').notNull(),
    /** Position of the last event of the deal it has taken in. */
    position: bigint('position', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.dealId] })],
);

/** Signatures asked for through the e-signature provider; the claim stands before the call. */
export const envelopes = pgTable(
  'envelopes',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    envelopeNo: integer('envelope_no').notNull(),
    dealId: uuid('deal_id').notNull(),
    documentId: uuid('document_id').notNull(),
    documentVersion: integer('document_version').notNull(),
    /** Our key at the provider: a repeat finds what is there. */
    key: text('key').notNull(),
    subject: text('subject').notNull(),
    message: text('message'),
    workflowId: text('workflow_id').notNull(),
    providerId: text('provider_id'),
    /** requested | claimed | sent | delivered | completed | declined | voided | expired | unknown | failed */
    status: text('status').notNull().default('requested'),
    /** What all reports of the provider come to (`EnvelopeState`), whatever order they came in. */
    progress: jsonb('progress').notNull().default({}),
    /** Why it ended otherwise than signed; may hold a signer's own words. */
    reason: text('reason'),
    /** { cause, reason, by } once it shall be ended: a report that it is void is read by it. */
    voiding: jsonb('voiding'),
    signedSha256: text('signed_sha256'),
    /** Ended at the provider by then, if not everybody has signed. */
    expiresAt: instant('expires_at'),
    /** Machine time of the last word about it from the provider: what stays silent is asked about. */
    heardAt: instant('heard_at'),
    runDueAt: instant('run_due_at'),
    waitingFor: text('waiting_for'),
    requestedAt: instant('requested_at').notNull(),
    requestedBy: text('requested_by').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    unique('envelopes_no').on(t.brokerageId, t.dealId, t.envelopeNo),
    unique('envelopes_key').on(t.brokerageId, t.key),
    index('envelopes_open').on(t.brokerageId).where(sql`ended_at is null`),
    uniqueIndex('envelopes_provider').on(t.brokerageId, t.providerId).where(sql`provider_id is not null`),
  ],
);

export const envelopeRecipients = pgTable(
  'envelope_recipients',
  {
    brokerageId: tenant(),
    envelopeId: uuid('envelope_id').notNull(),
    partyId: uuid('party_id').notNull(),
    /** Ours at the provider, from 1: reports name the signer by it. */
    recipientNo: integer('recipient_no').notNull(),
    /** Signs after everybody with a lower number. */
    routingOrder: integer('routing_order').notNull(),
    /** The words of the document where this signer signs; null leaves the place to them. */
    anchor: text('anchor'),
    /** Name and address the provider has of this signer; null until it was given any. */
    givenName: text('given_name'),
    givenEmail: text('given_email'),
    /** The last correction at the provider: { outcome, code, at } */
    correction: jsonb('correction'),
    /** waiting | sent | delivered | completed | declined */
    status: text('status').notNull().default('waiting'),
    at: instant('at'),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.envelopeId, t.partyId] })],
);

/** Up to where a provider's list of changes has been read, by the provider's own clock. Of the instance: its account serves all brokerages. */
export const providerCursors = pgTable('provider_cursors', {
  provider: text('provider').primaryKey(),
  through: text('through').notNull(),
});

/** Messages to the parties of a deal. They wait for a person unless their template is trusted; all go through the send ledger. */
export const partyMessages = pgTable(
  'party_messages',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    /** One per cause, party and template: a repeat of the same cause finds it. */
    key: text('key').notNull(),
    /** Counts within the deal. */
    messageNo: integer('message_no').notNull(),
    workflowId: text('workflow_id').notNull(),
    dealId: uuid('deal_id').notNull(),
    partyId: uuid('party_id').notNull(),
    template: text('template').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** The recipient's name as the words have it. */
    addressedName: text('addressed_name'),
    /** What it speaks of, so that a moved date finds its drafts: { clock?, document? } */
    about: jsonb('about').notNull().default({}),
    /** draft | released | sent | skipped | unknown | refused */
    status: text('status').notNull().default('draft'),
    /** Why it was skipped or refused. */
    reason: text('reason'),
    trusted: boolean('trusted').notNull().default(false),
    runDueAt: instant('run_due_at'),
    waitingFor: text('waiting_for'),
    createdAt: instant('created_at').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
  },
  (t) => [
    unique('party_messages_key').on(t.brokerageId, t.key),
    unique('party_messages_no').on(t.brokerageId, t.dealId, t.messageNo),
    index('party_messages_open').on(t.brokerageId).where(sql`status = 'released'`),
  ],
);
