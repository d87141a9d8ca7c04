import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { apiKeys, people } from '../schema/index.ts';
import { endCalendarFeed } from './calendar.feeds.ts';

export type Person = typeof people.$inferSelect;
export type ApiKey = typeof apiKeys.$inferSelect;
export type PersonChange = {
  name?: string | undefined;
  email?: string | undefined;
  role?: string | undefined;
  standInId?: string | null | undefined;
  disabled?: boolean | undefined;
  /** Why they are disabled. */
  reason?: string | undefined;
};

export const listPeople = (tx: Tx, { after, limit }: { after?: string | undefined; limit: number }): Promise<Person[]> =>
  tx
    .select()
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), after ? sql`${people.id} > ${after}::uuid` : undefined))
    .orderBy(asc(people.id))
    .limit(limit);

export async function readPerson(tx: Tx, { personId }: { personId: string }): Promise<Person | null> {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.id, personId)));
  return row ?? null;
}

/** Whether one of the brokerage's own people has this e-mail address. */
export async function isOwnAddress(tx: Tx, { address }: { address: string }): Promise<boolean> {
  const [row] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), sql`lower(${people.email}) = ${address.toLowerCase()}`))
    .limit(1);
  return row !== undefined;
}

/** Names by id; what is no person of the brokerage (a rule, a template) is left out. */
export async function namesOf(tx: Tx, { ids }: { ids: readonly string[] }): Promise<Record<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => uuid.test(id));
  if (wanted.length === 0) return {};
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), inArray(people.id, wanted)));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function addPerson(
  { tx, event }: Change,
  { personId, ...person }: { personId: string; name: string; email: string; role: string; standInId?: string | undefined },
): Promise<Person> {
  if (person.standInId) await requirePerson(tx, person.standInId);
  const [row] = await tx
    .insert(people)
    .values({ brokerageId: tx.brokerageId, id: personId, ...person })
    .onConflictDoNothing()
    .returning();
  if (!row)
    throw new DomainError('person-exists', 'The brokerage has a person with this e-mail address already.', {
      nextStep: 'Change that person, or use another address.',
    });
  await event('Person.Added', { personId, role: person.role });
  return row;
}

/** Changes what differs. With a disabling the person's keys, sessions, calendar address and sign-in link end, for good: enabled again, they are let in anew. */
export async function changePerson(change: Change, { personId, ...wanted }: PersonChange & { personId: string }): Promise<Person> {
  const { tx, now, event } = change;
  const prior = await requirePerson(tx, personId);
  if (wanted.standInId) await requirePerson(tx, wanted.standInId);
  if (wanted.standInId === personId) throw new DomainError('own-stand-in', 'Nobody stands in for themselves.', { nextStep: 'Name another person.' });
  const values: Partial<Person> = {};
  if (wanted.name !== undefined && wanted.name !== prior.name) values.name = wanted.name;
  if (wanted.email !== undefined && wanted.email !== prior.email) values.email = wanted.email;
  if (wanted.role !== undefined && wanted.role !== prior.role) values.role = wanted.role;
  if (wanted.standInId !== undefined && wanted.standInId !== prior.standInId) values.standInId = wanted.standInId;
  if (wanted.disabled !== undefined && wanted.disabled !== (prior.disabledAt !== null)) values.disabledAt = wanted.disabled ? now : null;
  // Why stays in the row: people's words may name people.
  if (values.disabledAt !== undefined) values.disabledReason = wanted.disabled ? (wanted.reason ?? null) : null;
  if (Object.keys(values).length === 0) return prior;
  const [next] = await tx
    .update(people)
    .set(values)
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.id, personId)))
    .returning();
  await requireBroker(tx);
  await event('Person.Changed', {
    personId,
    fields: Object.keys(values).filter((name) => name !== 'disabledReason'),
    ...(values.role === undefined ? {} : { role: { prior: prior.role, next: values.role } }),
    ...(values.standInId === undefined ? {} : { standIn: { prior: prior.standInId, next: values.standInId } }),
    ...(values.disabledAt === undefined ? {} : { disabled: { prior: prior.disabledAt !== null, next: values.disabledAt !== null } }),
  });
  if (values.disabledAt) {
    await tx.execute(sql`select end_sessions(${personId})`);
    for (const { id } of await keysInUse(tx, personId)) await revokeKey(change, { keyId: id });
    await endCalendarFeed(change, { personId });
  }
  return next!;
}

const keysInUse = (tx: Tx, personId: string): Promise<{ id: string }[]> =>
  tx
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.brokerageId, tx.brokerageId), eq(apiKeys.personId, personId), isNull(apiKeys.revokedAt)));

export const listKeys = (tx: Tx, { after, limit }: { after?: string | undefined; limit: number }): Promise<ApiKey[]> =>
  tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.brokerageId, tx.brokerageId), after ? sql`${apiKeys.id} > ${after}::uuid` : undefined))
    .orderBy(asc(apiKeys.id))
    .limit(limit);

/** Stores the hash of a new key; the key itself is known to nobody but who is answered. */
export async function addKey(
  { tx, event }: Change,
  key: { keyId: string; personId: string; name: string; hash: string; scopes: string[]; expiresAt: Date | null },
): Promise<ApiKey> {
  await requireActive(tx, key);
  const { keyId: id, ...values } = key;
  const [row] = await tx
    .insert(apiKeys)
    .values({ brokerageId: tx.brokerageId, id, ...values })
    .returning();
  await event('Key.Made', { keyId: id, personId: key.personId, scopes: key.scopes, expiresAt: key.expiresAt?.toISOString() ?? null });
  return row!;
}

export async function readKey(tx: Tx, { keyId }: { keyId: string }): Promise<ApiKey | null> {
  const [row] = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.brokerageId, tx.brokerageId), eq(apiKeys.id, keyId)));
  return row ?? null;
}

/** Revokes a key, once; from then on it is not one we know. Machine time, as for all credentials. */
export async function revokeKey({ tx, event }: Change, { keyId }: { keyId: string }): Promise<void> {
  const revoked = await tx
    .update(apiKeys)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(eq(apiKeys.brokerageId, tx.brokerageId), eq(apiKeys.id, keyId), isNull(apiKeys.revokedAt)))
    .returning({ personId: apiKeys.personId });
  for (const { personId } of revoked) await event('Key.Revoked', { keyId, personId });
}

/** The person, who is there and not disabled. */
export async function requireActive(tx: Tx, { personId }: { personId: string }): Promise<Person> {
  const person = await requirePerson(tx, personId);
  if (person.disabledAt) throw new DomainError('person-disabled', 'This person is disabled.', { nextStep: 'Enable the person first, or choose another.' });
  return person;
}

async function requirePerson(tx: Tx, personId: string): Promise<Person> {
  const person = await readPerson(tx, { personId });
  if (!person) throw new DomainError('no-such-person', 'The brokerage has no such person.', { nextStep: 'List the people and take the id of one.' });
  return person;
}

/** Somebody must be able to let others in again. */
async function requireBroker(tx: Tx): Promise<void> {
  const [broker] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.role, 'broker'), isNull(people.disabledAt)))
    .limit(1);
  if (!broker) throw new DomainError('last-broker', 'This is the last active broker.', { nextStep: 'Make somebody else broker first.' });
}
