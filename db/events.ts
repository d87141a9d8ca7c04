import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Actor, Subject } from '../domain/events/envelope.ts';
import { type EventPayload, type EventType, eventVersion, parseEvent } from '../domain/events/index.ts';
import type { Db, Tx } from './client.ts';
import { businessNow } from './clock.ts';
import { subjects } from './schema/index.ts';
import { inTenant } from './tenant.ts';

export type ChangeOptions = {
  brokerageId: string;
  subject: Subject;
  actor: Actor;
  /** Which part of Keyturn or which provider: `api`, `worker`, `relay`, `twilio`, … */
  source: string;
  /** Groups everything one cause set off: a request id, an import, a run. Defaults to a new id. */
  correlationId?: string | undefined;
  /** The event that caused this change. */
  causationId?: string | undefined;
  /** Business time of the change; activities pass theirs. Defaults to the instance's clock, read under the lock. */
  at?: Date | undefined;
};

export type Change = {
  tx: Tx;
  /** Business time of this change: the `occurredAt` of its events. */
  now: Date;
  /** Appends an event about the subject (or, with `about`, another subject that is then locked too). Returns its id. */
  event<T extends EventType>(type: T, payload: EventPayload<T>, about?: Subject): Promise<string>;
};

/** Locks the subject until commit, runs `fn`, and commits its rows and events together. */
export function changeSubject<T>(db: Db, options: ChangeOptions, fn: (change: Change) => Promise<T>): Promise<T> {
  return inTenant(db, options.brokerageId, (tx) => changeWithin(tx, options, fn));
}

/** The same inside a transaction that is already open (a consumer's, an idempotent request's). */
export async function changeWithin<T>(tx: Tx, options: Omit<ChangeOptions, 'brokerageId'>, fn: (change: Change) => Promise<T>): Promise<T> {
  await lockSubject(tx, options.subject);
  const now = options.at ?? (await businessNow(tx));
  const correlationId = options.correlationId ?? randomUUID();
  const event = async <E extends EventType>(type: E, payload: EventPayload<E>, about?: Subject): Promise<string> => {
    if (about) await lockSubject(tx, about);
    const subject = about ?? options.subject;
    const eventId = randomUUID();
    // Column by column: the app role may not write seq and position, not even as defaults.
    await tx.execute(sql`insert into events (brokerage_id, event_id, type, version, occurred_at, source, actor, correlation_id, causation_id, subject_kind, subject_id, payload)
      values (${tx.brokerageId}, ${eventId}, ${type}, ${eventVersion(type)}, ${now.toISOString()}, ${options.source}, ${JSON.stringify(options.actor)}::jsonb,
        ${correlationId}, ${options.causationId ?? null}, ${subject.kind}, ${subject.id}, ${JSON.stringify(parseEvent(type, payload))}::jsonb)`);
    return eventId;
  };
  return fn({ tx, now, event });
}

/** Takes the subject's row lock, making the row at its first event. Whoever holds it alone may decide and append. */
export async function lockSubject(tx: Tx, { kind, id }: Subject): Promise<void> {
  await tx.insert(subjects).values({ brokerageId: tx.brokerageId, kind, id }).onConflictDoNothing();
  await tx.execute(sql`select 1 from subjects where brokerage_id = ${tx.brokerageId} and kind = ${kind} and id = ${id} for update`);
}
