import { createHash } from 'node:crypto';
import { resolvePerson } from '../db/across/sign-in.ts';
import { mayDo, roleMay, type Scope } from './access.ts';
import type { AppContext } from './context.ts';
import { refuse } from './errors.ts';
import { requireSameOrigin } from './sessions/origin.ts';

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

type KeyRow = { brokerage_id: string; slug: string; key_id: string; person_id: string; role: string; scopes: string[]; expires_at: Date | null };

/** Finds the caller by the bearer key, or by the session of the browser. Looked up at every request, so that ending either works at once. */
export async function authenticate(c: AppContext): Promise<void> {
  c.header('WWW-Authenticate', 'Bearer');
  if (c.req.header('authorization') === undefined && c.req.header('cookie')) await bySession(c);
  else await byKey(c);
  c.header('WWW-Authenticate', undefined);
}

async function byKey(c: AppContext): Promise<void> {
  const [, key] = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (!key) throw refuse('unauthenticated');
  const rows = await c.var.deps.db.sql<KeyRow[]>`select brokerage_id, slug, key_id, person_id, role, scopes, expires_at from resolve_api_key(${hashKey(key)})`;
  const row = rows[0];
  if (!row) throw refuse('unauthenticated', 'The key is not one we know, or it was revoked.');
  // Credentials live by machine time.
  if (row.expires_at && new Date(row.expires_at).getTime() <= Date.now()) throw refuse('key-expired');
  c.set('session', null);
  c.set('credential', key);
  c.set('caller', { brokerageId: row.brokerage_id, slug: row.slug, keyId: row.key_id, personId: row.person_id, role: row.role, scopes: row.scopes });
}

async function bySession(c: AppContext): Promise<void> {
  const { db, sessions } = c.var.deps;
  const { session, cookies } = await sessions.find(c.req.header('cookie') ?? '');
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
  if (!session) throw refuse('signed-out');
  const person = await resolvePerson(db, session);
  if (!person) throw refuse('signed-out', 'This person may not sign in any more.');
  if (!['GET', 'HEAD'].includes(c.req.method)) requireSameOrigin(c);
  c.set('session', session);
  c.set('credential', session.token);
  c.set('caller', { ...person, keyId: null, scopes: ['*'] });
}

export function requireScope(c: AppContext, scope: Scope): void {
  const { caller } = c.var;
  if (mayDo(caller, scope)) return;
  throw refuse('not-allowed', roleMay(caller.role, scope) ? `The key lacks the scope ${scope}.` : `The role ${caller.role} does not allow ${scope}.`, {
    scope,
  });
}
