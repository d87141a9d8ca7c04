import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { roleMay, roles, type Scope, scopes } from '../api/access.ts';
import { apiKeys, people } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { type CallOptions, type TestApi, testKey, testSession } from './api.ts';
import { atEnd } from './at-end.ts';
import type { TestDatabase } from './database.ts';

/** Somebody who calls: what they bring, and how a failing test names them. */
export type Caller = { who: string; role: string; options: Pick<CallOptions, 'key' | 'cookie' | 'headers'> };

/** Everybody who could stand at the door of a brokerage. */
export async function testCallers(api: TestApi, database: TestDatabase, brokerageId: string) {
  const owner = postgres(database.ownerUrl, { max: 1 });
  atEnd(() => owner.end());
  const byKey = (who: string, key: string): Caller => ({ who, role: 'broker', options: { key } });
  const bySession = (who: string, cookie: string): Caller => ({ who, role: 'broker', options: { cookie } });
  const key = (options: Parameters<typeof testKey>[2] = {}) => testKey(database, brokerageId, options);
  const session = (role = 'broker') => testSession(api, database, brokerageId, { role });

  const [expired, revoked, disabled] = [await key({ expiresAt: new Date(Date.now() - 1000) }), await key(), await key()];
  const [ended, late, out, good] = [await session(), await session(), await session(), await session()];
  await inTenant(database.app, brokerageId, async (tx) => {
    await tx.update(apiKeys).set({ revokedAt: new Date() }).where(eq(apiKeys.id, revoked.keyId));
    for (const id of [disabled.personId, out.personId]) await tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, id));
  });
  await api.call('DELETE', '/v1/session', { cookie: ended.cookie });
  const [lateRow] = await owner`select * from auth.sessions where user_id = ${late.personId}`;

  /** Nobody we know, whatever they bring. The row of the late session goes when it is first seen, so it is laid again. */
  const strangers = async (): Promise<Caller[]> => {
    await owner`insert into auth.sessions ${owner({ ...lateRow, expires_at: new Date(Date.now() - 1000) })} on conflict (id) do update set expires_at = excluded.expires_at`;
    return [
      { who: 'nobody', role: '', options: {} },
      byKey('an unknown key', `kt_${'x'.repeat(24)}`),
      byKey('an expired key', expired.key),
      byKey('a revoked key', revoked.key),
      byKey('a key of a disabled person', disabled.key),
      bySession('a session of nobody', 'keyturn=x.y'),
      bySession('a session that was ended', ended.cookie),
      bySession('a session that expired', late.cookie),
      bySession('a session of a disabled person', out.cookie),
      bySession('a session with another signature', good.cookie.replace(/.{4}$/, 'AAA%3D')),
    ];
  };
  const everyRole = async (): Promise<Caller[]> =>
    (
      await Promise.all(
        roles.map(async (role) => [
          { who: `${role} by key`, role, options: { key: (await key({ role })).key } },
          { who: `${role} by session`, role, options: { cookie: (await session(role)).cookie } },
        ]),
      )
    ).flat();
  const narrower = new Map<Scope, Caller>();
  for (const missing of scopes)
    narrower.set(missing, byKey(`a key without ${missing}`, (await key({ scopes: scopes.filter((scope) => scope !== missing) })).key));
  const foreign: Caller[] = [
    { who: 'a session used by a foreign page', role: 'broker', options: { headers: { cookie: good.cookie, origin: 'https://evil.example' } } },
    { who: 'a session used by a page of a sibling site', role: 'broker', options: { headers: { cookie: good.cookie, 'sec-fetch-site': 'same-site' } } },
    { who: 'a session used by who knows', role: 'broker', options: { headers: { cookie: good.cookie } } },
  ];
  return {
    strangers,
    everyRole,
    narrower,
    foreign,
    mayBy:
      (scope: Scope | 'any') =>
      ({ role }: Caller) =>
        scope === 'any' || roleMay(role, scope),
  };
}
