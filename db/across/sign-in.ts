import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { authAccounts, authSessions, authUsers, signInLinks } from '../schema/auth.ts';

/** A person as their session is judged: looked up at every request, so that a new role or a disabling counts at once. */
export type ResolvedPerson = { brokerageId: string; slug: string; personId: string; role: string };
type PersonRef = { brokerageId: string; personId: string };

/** The person behind a session; null when they are disabled or gone. App role. */
export async function resolvePerson({ sql }: Db, { brokerageId, personId }: PersonRef): Promise<ResolvedPerson | null> {
  const [row] = await sql<{ slug: string; role: string }[]>`select slug, role from resolve_person(${brokerageId}, ${personId})`;
  return row ? { brokerageId, personId, slug: row.slug, role: row.role } : null;
}

/** Who may sign in with an e-mail address: in each brokerage at most one person. App role. */
export async function resolveAddress({ sql }: Db, address: string): Promise<(PersonRef & { slug: string })[]> {
  const rows = await sql<{ brokerage_id: string; slug: string; person_id: string }[]>`select brokerage_id, slug, person_id from resolve_address(${address})`;
  return rows.map((row) => ({ brokerageId: row.brokerage_id, slug: row.slug, personId: row.person_id }));
}

/** The address the library knows a person by: no mail reaches it. */
export const authAddress = (personId: string): string => `${personId}@people.invalid`;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const linkHours = 24;

/** A new one-time link in place of the person's last one; the token is told once. Auth role, machine time. */
export async function makeSignInLink({ orm }: Db, { brokerageId, personId }: PersonRef): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const values = { hash: hashOf(token), expiresAt: new Date(Date.now() + linkHours * 3_600_000) };
  await orm.transaction(async (tx) => {
    await tx
      .insert(authUsers)
      .values({ id: personId, brokerageId, personId, email: authAddress(personId) })
      .onConflictDoNothing();
    await tx
      .insert(signInLinks)
      .values({ userId: personId, ...values })
      .onConflictDoUpdate({ target: signInLinks.userId, set: { ...values, createdAt: sql`clock_timestamp()` } });
  });
  return { token, expiresAt: values.expiresAt };
}

/** Whose link a token is, without using it up; null for none, a used or an expired one. Auth role. */
export async function findSignInLink({ orm }: Db, token: string): Promise<PersonRef | null> {
  const [row] = await orm
    .select({ brokerageId: authUsers.brokerageId, personId: authUsers.personId, expiresAt: signInLinks.expiresAt })
    .from(signInLinks)
    .innerJoin(authUsers, eq(authUsers.id, signInLinks.userId))
    .where(eq(signInLinks.hash, hashOf(token)));
  return row && row.expiresAt.getTime() > Date.now() ? { brokerageId: row.brokerageId, personId: row.personId } : null;
}

/** Uses a link up: of two at once, one gets it. Returns the user's id. Auth role. */
export async function takeSignInLink({ orm }: Db, token: string): Promise<string | null> {
  const [row] = await orm
    .delete(signInLinks)
    .where(eq(signInLinks.hash, hashOf(token)))
    .returning();
  return row && row.expiresAt.getTime() > Date.now() ? row.userId : null;
}

export async function hasPassword({ orm }: Db, userId: string): Promise<boolean> {
  const [row] = await orm.select({ password: authAccounts.password }).from(authAccounts).where(eq(authAccounts.userId, userId));
  return Boolean(row?.password);
}

/** Forgets the person's sessions that have run out: the next one that begins clears up behind the last. Auth role, machine time. */
export async function dropExpiredSessions({ orm }: Db, userId: string): Promise<void> {
  await orm.delete(authSessions).where(and(eq(authSessions.userId, userId), lt(authSessions.expiresAt, new Date())));
}

export type KeptSession = { id: string; startedAt: Date; lastSeenAt: Date; expiresAt: Date; byLink: boolean; userAgent: string | null };

/** The person's sessions that may still be used, the one used last first. Auth role, machine time. */
export const listSessions = ({ orm }: Db, userId: string): Promise<KeptSession[]> =>
  orm
    .select({
      ...{ id: authSessions.id, startedAt: authSessions.createdAt, lastSeenAt: authSessions.updatedAt, expiresAt: authSessions.expiresAt },
      ...{ byLink: authSessions.byLink, userAgent: authSessions.userAgent },
    })
    .from(authSessions)
    .where(and(eq(authSessions.userId, userId), gt(authSessions.expiresAt, new Date())))
    .orderBy(desc(authSessions.updatedAt), authSessions.id);

/** Ends the person's sessions: one, or all but one, or all. Answers how many there were. Auth role. */
export async function endSessions({ orm }: Db, userId: string, { only, but }: { only?: string; but?: string } = {}): Promise<number> {
  const ended = await orm
    .delete(authSessions)
    .where(and(eq(authSessions.userId, userId), only ? eq(authSessions.id, only) : undefined, but ? ne(authSessions.id, but) : undefined))
    .returning({ id: authSessions.id });
  return ended.length;
}

/** Notes that a session is used. Auth role, machine time. */
export async function touchSession({ orm }: Db, id: string): Promise<void> {
  await orm.update(authSessions).set({ updatedAt: new Date() }).where(eq(authSessions.id, id));
}
