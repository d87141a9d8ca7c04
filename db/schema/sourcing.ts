import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { cents, instant, tenant } from './core.ts';

/** Keys compare by bytes: the order of a language would cost the merge of an import a fifth of its time. */
const key = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
/** Many numbers in little space, as `{[1,501),[777,778)}`. */
const numberRanges = customType<{ data: string }>({ dataType: () => 'int4multirange' });

/** One import of one file: its list (source, date, cost), mapping, progress and report. */
export const imports = pgTable(
  'imports',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    importNo: integer('import_no').notNull(),
    workflowId: text('workflow_id').notNull(),
    fileSha256: text('file_sha256').notNull(),
    fileName: text('file_name').notNull(),
    listName: text('list_name').notNull(),
    listSource: text('list_source').notNull(),
    listDate: date('list_date', { mode: 'string' }).notNull(),
    costCents: cents('cost_cents').notNull().default(0),
    /** cold (a bought or public list) | known (people we know) */
    relation: text('relation').notNull().default('cold'),
    /** Number of the first import of the same bytes read the same way, or its own: the same file again is the same list. */
    originNo: integer('origin_no').notNull().default(0),
    /** What a person chose: { preset, mapping, defaults, … }, as domain/sourcing/imports.schemas.ts has it. */
    options: jsonb('options').notNull().default({}),
    /** Detected layout and column mapping, as used; `mapping.extra` names the entries of `leads.extra`. */
    layout: jsonb('layout'),
    mapping: jsonb('mapping'),
    /** Values for gaps: { state, county, city, … } */
    defaults: jsonb('defaults').notNull().default({}),
    /** queued | running | finished | failed */
    status: text('status').notNull().default('queued'),
    problem: jsonb('problem'),
    bytesDone: cents('bytes_done').notNull().default(0),
    bytesTotal: cents('bytes_total').notNull().default(0),
    linesDone: integer('lines_done').notNull().default(0),
    /** { read, new, updated, unchanged, merged, rejected: { total, byReason }, rowsPerSecond } */
    report: jsonb('report'),
    runDueAt: instant('run_due_at'),
    waitingFor: text('waiting_for'),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [unique('imports_no').on(t.brokerageId, t.importNo), index('imports_file').on(t.brokerageId, t.fileSha256)],
);

/** Committed batches of an import: a batch counts once, also after a kill. Its lead numbers are the membership of the list. */
export const importBatches = pgTable(
  'import_batches',
  {
    brokerageId: tenant(),
    importId: uuid('import_id').notNull(),
    batch: integer('batch').notNull(),
    /** Records of the file up to and with this batch; where a resumed run goes on. */
    records: integer('records').notNull(),
    counts: jsonb('counts').notNull(),
    leadNos: numberRanges('lead_nos').notNull(),
    /** Machine time spent, for the rate. */
    millis: integer('millis').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.importId, t.batch] })],
);

export const importRejects = pgTable(
  'import_rejects',
  {
    brokerageId: tenant(),
    importId: uuid('import_id').notNull(),
    line: integer('line').notNull(),
    reason: text('reason').notNull(),
    detail: text('detail').notNull(),
    raw: text('raw').notNull(),
    /** Number of the import by which a person has sent it again. */
    mendedNo: integer('mended_no'),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.importId, t.line] })],
);

export const importMappings = pgTable(
  'import_mappings',
  { brokerageId: tenant(), name: text('name').notNull(), mapping: jsonb('mapping').notNull(), updatedAt: instant('updated_at').notNull() },
  (t) => [primaryKey({ columns: [t.brokerageId, t.name] })],
);

/** A lead is one property with its owners. Money in cents, areas in square feet, rates in basis points. */
export const leads = pgTable(
  'leads',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    leadNo: integer('lead_no').notNull(),
    /** `apn:<state>:<county>:<parcel>` or `adr:<normalised address>`: one lead per key. */
    propertyKey: key('property_key').notNull(),
    /** The normalised address where it names one property; a list without parcel numbers finds the lead by it. */
    addressKey: key('address_key'),
    parcelNumber: text('parcel_number'),
    county: text('county'),
    line: text('line'),
    unit: text('unit'),
    city: text('city'),
    state: text('state'),
    zip: text('zip'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    propertyType: text('property_type'),
    bedrooms: smallint('bedrooms'),
    bathroomsHundredths: integer('bathrooms_hundredths'),
    livingSqft: integer('living_sqft'),
    lotSqft: integer('lot_sqft'),
    yearBuilt: smallint('year_built'),
    units: smallint('units'),
    assessedCents: cents('assessed_cents'),
    valueCents: cents('value_cents'),
    liensCents: cents('liens_cents'),
    lastSaleDate: date('last_sale_date', { mode: 'string' }),
    lastSaleCents: cents('last_sale_cents'),
    listPriceCents: cents('list_price_cents'),
    originalListPriceCents: cents('original_list_price_cents'),
    listedOn: date('listed_on', { mode: 'string' }),
    repairsCents: cents('repairs_cents'),
    /** The list's own figure, used where value or liens are not known. */
    listedEquityBps: integer('listed_equity_bps'),
    /** Sold within three years before its list, with price and living area: may be a comparable sale. */
    comparable: boolean('comparable').notNull().default(false),
    ownerOccupied: boolean('owner_occupied'),
    mailingLine: text('mailing_line'),
    mailingUnit: text('mailing_unit'),
    mailingCity: text('mailing_city'),
    mailingState: text('mailing_state'),
    mailingZip: text('mailing_zip'),
    /** Contacts that own it, the first one first; read through `leadContacts`, changed through `setOwners`. */
    ownerIds: uuid('owner_ids').array().notNull().default([]),
    /** Motivation signals with the date of their filing: [{ kind, on }]; null where no list or provider was asked. */
    signals: json('signals'),
    /** Cells of columns that we do not know, named by `imports.mapping.extra` of the list that gave them (`factsImportId`). */
    extra: json('extra'),
    /** Fields that could not be read: { field: reason } */
    unread: json('unread').notNull().default({}),
    /** Over all values of the line that stands: equal means unchanged. */
    contentHash: text('content_hash').notNull(),
    /** Date of the newest list that changed the facts. */
    asOf: date('as_of', { mode: 'string' }).notNull(),
    /** Date of the line within its list (sale, added on); of two lines about one property the newer wins. */
    lineOn: date('line_on', { mode: 'string' }),
    firstImportId: uuid('first_import_id'),
    factsImportId: uuid('facts_import_id'),
    /** cold (from a list) | known (somebody we know) */
    relation: text('relation').notNull().default('cold'),
    /** new | review | qualified | rejected | in-deal | closed; nothing moves it backwards */
    status: text('status').notNull().default('new'),
    // The decision of the rule set, as last taken.
    outcome: text('outcome'),
    score: integer('score_tenths'),
    hot: boolean('hot').notNull().default(false),
    ruleVersion: integer('rule_version'),
    /** `Decision` of domain/sourcing, or from an import `{ inputs }`, of which `decisionOf` makes the whole by the rule version. */
    decision: json('decision'),
    decidedAt: instant('decided_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('leads_no').on(t.brokerageId, t.leadNo),
    uniqueIndex('leads_key').on(t.brokerageId, t.propertyKey),
    // By its hash: half the size, and compared in one step.
    index('leads_address').on(t.brokerageId, sql`hashtextextended(address_key, 0)`),
    // Partial, because an import pays for every entry: the opener asks for qualified leads only, a comparable sale is a recent one.
    index('leads_qualified').on(t.brokerageId, t.score, t.leadNo).where(sql`status = 'qualified'`),
    index('leads_comps').on(t.brokerageId, t.state, t.zip, t.lastSaleDate).where(sql`comparable`),
  ],
);

/** A person or company that owns property or is written to. */
export const contacts = pgTable(
  'contacts',
  {
    brokerageId: tenant(),
    /** Own dedupe: made of normalised name and mailing address by `contactId` in domain/sourcing/names.ts, so the same owner is one row. */
    id: uuid('id').notNull().defaultRandom(),
    /** person | company | trust */
    kind: text('kind').notNull(),
    firstName: text('first_name'),
    lastName: text('last_name'),
    displayName: text('display_name').notNull(),
    mailingLine: text('mailing_line'),
    mailingUnit: text('mailing_unit'),
    mailingCity: text('mailing_city'),
    mailingState: text('mailing_state'),
    mailingZip: text('mailing_zip'),
    /** A zone the person told us; null when unknown. */
    statedZone: text('stated_zone'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.id] })],
);

/** Who owns what, read from `leads.owner_ids`: a table of its own would cost an import as much as the leads themselves. */
export const leadContacts = pgView('lead_contacts', {
  brokerageId: tenant(),
  leadId: uuid('lead_id').notNull(),
  contactId: uuid('contact_id').notNull(),
  position: smallint('position').notNull(),
})
  .with({ securityInvoker: true })
  .as(
    sql`select l.brokerage_id, l.id as lead_id, o.contact_id, o.position::smallint as position from leads l cross join lateral unnest(l.owner_ids) with ordinality as o(contact_id, position)`,
  );

/** Phones (E.164) and e-mails (lower case) of a contact, each with where it came from. */
export const contactPoints = pgTable(
  'contact_points',
  {
    brokerageId: tenant(),
    contactId: uuid('contact_id').notNull(),
    /** phone | email */
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    /** mobile | landline | voip | null */
    lineType: text('line_type'),
    source: text('source').notNull(),
    sandbox: boolean('sandbox').notNull().default(false),
    rank: smallint('rank').notNull().default(1),
    /** A list marked it as do-not-call. */
    doNotCall: boolean('do_not_call').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.contactId, t.kind, t.value] }), index('contact_points_value').on(t.brokerageId, t.value)],
);

export const ruleSets = pgTable(
  'rule_sets',
  {
    brokerageId: tenant(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    definition: jsonb('definition').notNull(),
    /** draft | published */
    status: text('status').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.version] })],
);

/** Decisions taken one at a time (with comps, by a person, after enrichment); bulk decisions stand on the lead. */
export const decisions = pgTable(
  'decisions',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    leadId: uuid('lead_id').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    inputsHash: text('inputs_hash').notNull(),
    decision: jsonb('decision').notNull(),
    /** The comparable sales an ARV was taken from. */
    comps: jsonb('comps'),
    decidedBy: text('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [index('decisions_lead').on(t.brokerageId, t.leadId, t.decidedAt)],
);

/** What a data provider answered, kept 30 days per property and person; the claim makes it one bill. */
export const enrichments = pgTable(
  'enrichments',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    key: text('key').notNull(),
    kind: text('kind').notNull(),
    leadId: uuid('lead_id').notNull(),
    provider: text('provider').notNull(),
    /** claimed | answered | empty | refused | unknown | released (nothing was asked, or a person lets it be asked again) */
    status: text('status').notNull(),
    /** The attempt that holds the claim: found again by the same work, its first attempt died in between. */
    claimedBy: text('claimed_by').notNull(),
    answer: jsonb('answer'),
    problem: jsonb('problem'),
    sandbox: boolean('sandbox').notNull().default(false),
    costCents: cents('cost_cents').notNull().default(0),
    claimedAt: instant('claimed_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [uniqueIndex('enrichments_key').on(t.brokerageId, t.key), index('enrichments_lead').on(t.brokerageId, t.leadId)],
);
