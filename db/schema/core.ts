import { sql } from 'drizzle-orm';
import { bigint, bigserial, boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** An absolute instant, to the millisecond, as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
/** Money in integer cents. */
export const cents = (name: string) => bigint(name, { mode: 'number' });
/** Leads every tenant table's indexes. No foreign key: row-level security admits only the caller's own brokerage, and bulk loads would pay for each row. */
export const tenant = () => uuid('brokerage_id').notNull();

export const brokerages = pgTable('brokerages', {
  id: uuid('id').primaryKey().defaultRandom(),
  /** Readable, used in workflow ids: lower case letters, digits and hyphens. */
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  /** CAN-SPAM: a valid postal address stands in every e-mail. */
  postalAddress: text('postal_address').notNull(),
  phone: text('phone'),
  createdAt: instant('created_at').notNull().default(sql`clock_timestamp()`),
});

export const people = pgTable(
  'people',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    /** broker | coordinator | marketer | agent | engineer | auditor */
    role: text('role').notNull(),
    standInId: uuid('stand_in_id'),
    /** Whether they get the digest of the day by e-mail. */
    digest: boolean('digest').notNull().default(false),
    disabledAt: instant('disabled_at'),
    disabledReason: text('disabled_reason'),
  },
  (t) => [uniqueIndex('people_email').on(t.brokerageId, t.email), index('people_role').on(t.brokerageId, t.role)],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    /** SHA-256 of the key, hex; the key itself is shown once. */
    hash: text('hash').notNull().unique(),
    scopes: text('scopes').array().notNull(),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
    createdAt: instant('created_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index('api_keys_person').on(t.brokerageId, t.personId)],
);

/** One row per brokerage; what a broker may change. History of changes is in the event log (`Settings.Changed`). */
export const settings = pgTable('settings', {
  brokerageId: tenant().primaryKey(),
  dealsPerDay: integer('deals_per_day').notNull().default(25),
  offerApproval: boolean('offer_approval').notNull().default(false),
  offerDays: integer('offer_days').notNull().default(7),
  /** Slug of the sequence a deal's lead is enrolled in. */
  followUpSequence: text('follow_up_sequence').notNull().default('seller-follow-up'),
  /** Offer formula as data: { id, formula, ruleBps, assignmentFeeCents, … }, parsed by domain/offers. */
  offerFormula: jsonb('offer_formula').notNull().default({}),
  /** When people hear of a deadline; what is absent is standard: { leadHours, reminderHours, flagAfterHours, ladder } */
  deadlineWatch: jsonb('deadline_watch').notNull().default({}),
  /** Message templates to parties that need no person's release. */
  trustedTemplates: text('trusted_templates').array().notNull().default([]),
  /** Days that signers have; then an envelope is ended. */
  signatureDays: integer('signature_days').notNull().default(30),
  /** Where changes of contacts are pushed to, and the Standard Webhooks secret that signs them. */
  crmUrl: text('crm_url'),
  crmSecret: text('crm_secret'),
  /** The deal's agent gets an e-mail when a document is signed by all. */
  signatureNotices: boolean('signature_notices').notNull().default(true),
  /** While set, nothing is sent on any channel. */
  sendingStoppedAt: instant('sending_stopped_at'),
  sendingStoppedBy: text('sending_stopped_by'),
});

/** Draws the readable numbers (deal, lead, import, offer, enrolment) of a brokerage; bulk work reserves ranges. */
export const counters = pgTable(
  'counters',
  { brokerageId: tenant(), kind: text('kind').notNull(), last: bigint('last', { mode: 'number' }).notNull().default(0) },
  (t) => [primaryKey({ columns: [t.brokerageId, t.kind] })],
);

export const tasks = pgTable(
  'tasks',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    /** One of `taskKinds` in domain/closing/task-kinds.ts. */
    kind: text('kind').notNull(),
    /** One open task per key: repeats of the same cause find it. */
    key: text('key').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    dealId: uuid('deal_id'),
    leadId: uuid('lead_id'),
    title: text('title').notNull(),
    reason: text('reason').notNull(),
    role: text('role').notNull(),
    ownerId: uuid('owner_id'),
    dueAt: instant('due_at').notNull(),
    status: text('status').notNull().default('open'),
    outcome: text('outcome'),
    createdAt: instant('created_at').notNull(),
    /** Out of sight until then. */
    snoozedUntil: instant('snoozed_until'),
    /** The last person's words about it: why it was put off or handed over. */
    note: text('note'),
    doneAt: instant('done_at'),
    doneBy: text('done_by'),
  },
  (t) => [
    unique('tasks_key').on(t.brokerageId, t.key),
    // What people look at all day: the open ones, due first.
    index('tasks_due').on(t.brokerageId, t.dueAt, t.id).where(sql`status = 'open'`),
    index('tasks_open').on(t.brokerageId, t.status, t.dueAt),
    index('tasks_deal').on(t.brokerageId, t.dealId),
  ],
);

/** How a person looks at a screen: filters as data, for themselves or for everybody. */
export const savedViews = pgTable(
  'saved_views',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    ownerId: uuid('owner_id').notNull(),
    name: text('name').notNull(),
    /** deals | leads | needs-me | … : the screen's own word. */
    screen: text('screen').notNull(),
    filters: jsonb('filters').notNull(),
    shared: boolean('shared').notNull().default(false),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [unique('saved_views_name').on(t.brokerageId, t.ownerId, t.screen, t.name), index('saved_views_screen').on(t.brokerageId, t.screen)],
);

/** The address at which a person's calendar program reads the key dates; one per person, a new one ends the old. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    brokerageId: tenant(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** SHA-256 of the token, hex; the address itself is shown once. */
    hash: text('hash').notNull().unique(),
    /** key-dates | closings */
    what: text('what').notNull(),
    madeAt: instant('made_at').notNull(),
    /** Kept to the hour. */
    readAt: instant('read_at'),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.personId] })],
);

/** A stored file; its bytes lie in <home>/files/<brokerage>/<sha256>, written before this row. */
export const files = pgTable(
  'files',
  {
    brokerageId: tenant(),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    mime: text('mime').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.sha256] })],
);

/** API idempotency: stored in the transaction of the effect, kept 30 days of machine time. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    brokerageId: tenant(),
    key: text('key').notNull(),
    route: text('route').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** null while in flight */
    status: integer('status'),
    headers: jsonb('headers'),
    body: text('body'),
    startedAt: instant('started_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.key] }), index('idempotency_age').on(t.startedAt)],
);

/** The instance's business clock: wall time plus this offset. One row, no tenant. */
export const instanceClock = pgTable('instance_clock', {
  only: boolean('only').primaryKey().default(true),
  offsetMs: bigint('offset_ms', { mode: 'number' }).notNull().default(0),
  /** Set once at the first start; only an embedded instance may move its clock. */
  embedded: boolean('embedded').notNull().default(false),
});

/** Moves of the business clock that people asked for over the API; the supervisor of an embedded instance carries them out. No tenant, machine time. */
export const clockMoves = pgTable(
  'clock_moves',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    toAt: instant('to_at').notNull(),
    /** queued | running | done | failed */
    state: text('state').notNull().default('queued'),
    /** Business time and the log's end when it began: what happened in it is read from there. */
    fromAt: instant('from_at'),
    fromPosition: bigint('from_position', { mode: 'number' }),
    /** Business time that everybody stands at. */
    reachedAt: instant('reached_at'),
    /** What is being waited for, in words. */
    doing: text('doing'),
    /** Why it ended before its instant, and what to do: { cause, nextStep } */
    problem: jsonb('problem'),
    askedAt: instant('asked_at').notNull().default(sql`clock_timestamp()`),
    endedAt: instant('ended_at'),
  },
  // One at a time.
  (t) => [
    uniqueIndex('clock_moves_open').on(sql`(state in ('queued', 'running'))`).where(sql`state in ('queued', 'running')`),
    index('clock_moves_asked').on(t.askedAt),
  ],
);

/** Root things that change together; the row is locked until commit. */
export const subjects = pgTable('subjects', { brokerageId: tenant(), kind: text('kind').notNull(), id: uuid('id').notNull() }, (t) => [
  primaryKey({ columns: [t.brokerageId, t.kind, t.id] }),
]);

export const events = pgTable(
  'events',
  {
    brokerageId: tenant(),
    eventId: uuid('event_id').primaryKey().defaultRandom(),
    /** Drawn after the subject's lock: within a subject, order of seq is order of commit. */
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    /** Written by the relay alone. */
    position: bigint('position', { mode: 'number' }).unique(),
    type: text('type').notNull(),
    version: integer('version').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    recordedAt: instant('recorded_at').notNull().default(sql`clock_timestamp()`),
    source: text('source').notNull(),
    /** { kind: person | key | workflow | provider | system, id } */
    actor: jsonb('actor').notNull(),
    correlationId: text('correlation_id').notNull(),
    causationId: text('causation_id'),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    payload: jsonb('payload').notNull(),
  },
  (t) => [
    index('events_subject').on(t.brokerageId, t.subjectKind, t.subjectId, t.seq),
    index('events_type').on(t.brokerageId, t.type, t.seq),
    index('events_position').on(t.brokerageId, t.position),
    index('events_unnumbered').on(t.seq).where(sql`position is null`),
  ],
);

/** Marks of PostgreSQL-writing consumers: this event was taken in, in the same transaction. */
export const inbox = pgTable(
  'inbox',
  {
    brokerageId: tenant(),
    consumer: text('consumer').notNull(),
    eventId: uuid('event_id').notNull(),
    takenAt: instant('taken_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.brokerageId, t.consumer, t.eventId] })],
);

/** Where each consumer stands; no tenant. */
export const consumers = pgTable('consumers', { name: text('name').primaryKey(), position: bigint('position', { mode: 'number' }).notNull().default(0) });

export const parkedEvents = pgTable(
  'parked_events',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    consumer: text('consumer').notNull(),
    eventId: uuid('event_id').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    type: text('type').notNull(),
    cause: text('cause').notNull(),
    nextStep: text('next_step').notNull(),
    attempts: integer('attempts').notNull(),
    /** Parked only because an earlier event of its subject is: taken up by itself once that one is settled. */
    behind: boolean('behind').notNull().default(false),
    /** parked | retry (asked for by a person) | done | discarded */
    status: text('status').notNull().default('parked'),
    parkedAt: instant('parked_at').notNull().default(sql`clock_timestamp()`),
    settledAt: instant('settled_at'),
    settledBy: text('settled_by'),
    /** Why it was discarded. */
    settledReason: text('settled_reason'),
  },
  (t) => [
    unique('parked_once').on(t.brokerageId, t.consumer, t.eventId),
    index('parked_open').on(t.brokerageId, t.status, t.consumer, t.subjectId, t.position),
  ],
);

/** What each process last said about itself (breakers, queue depth); no tenant, nothing about anybody. Machine time. */
export const processStates = pgTable('process_states', {
  name: text('name').primaryKey(),
  at: instant('at').notNull().default(sql`clock_timestamp()`),
  state: jsonb('state').notNull(),
});
