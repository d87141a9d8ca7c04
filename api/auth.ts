import { createHash } from 'node:crypto';
import { mayDo, roleMay, type Scope } from './access.ts';
import type { AppContext } from './context.ts';
import { refuse } from './errors.ts';

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

type KeyRow = { brokerage_id: string; slug: string; key_id: string; person_id: string; role: string; scopes: string[]; expires_at: Date | null };

/** Finds the caller by the bearer key. The key is looked up at every request, so that revoking it works at once. */
export async function authenticate(c: AppContext): Promise<void> {
  const [, key] = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? [];
  c.header('WWW-Authenticate', 'Bearer');
  if (!key) throw refuse('unauthenticated');
  const rows = await c.var.deps.db.sql<KeyRow[]>`select brokerage_id, slug, key_id, person_id, role, scopes, expires_at from resolve_api_key(${hashKey(key)})`;
  const row = rows[0];
  if (!row) throw refuse('unauthenticated', 'The key is not one we know, or it was revoked.');
  // Credentials live by machine time.
  if (row.expires_at && new Date(row.expires_at).getTime() <= Date.now()) throw refuse('key-expired');
  c.header('WWW-Authenticate', undefined);
  c.set('caller', { brokerageId: row.brokerage_id, slug: row.slug, keyId: row.key_id, personId: row.person_id, role: row.role, scopes: row.scopes });
}

export function requireScope(c: AppContext, scope: Scope): void {
  const { caller } = c.var;
  if (mayDo(caller, scope)) return;
  throw refuse('not-allowed', roleMay(caller.role, scope) ? `The key lacks the scope ${scope}.` : `The role ${caller.role} does not allow ${scope}.`, {
    scope,
  });
}
