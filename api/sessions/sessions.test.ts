import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { cookieOf, type TestApi, testApi, testKey, testSession } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';

let database: TestDatabase;
let api: TestApi;
let owner: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  owner = postgres(database.ownerUrl, { max: 1 });
});
afterAll(() => owner.end());

const password = 'correct horse battery';
/** Somebody with a password. */
async function withPassword(brokerageId: string, options: { role?: string } = {}) {
  const session = await testSession(api, database, brokerageId, options);
  const set = await api.call('POST', '/v1/session/password', { cookie: session.cookie, body: { newPassword: password } });
  expect(set.status, set.text).toBe(204);
  return { ...session, cookie: cookieOf(set), email: `${session.personId}@example.com` };
}
const signIn = (email: string, given = password, more: object = {}) => api.call('POST', '/v1/session', { body: { email, password: given, ...more } });
const me = (cookie: string) => api.call('GET', '/v1/me', { cookie });

test('signs in with e-mail and password, says who one is, and signs out for good', async () => {
  const { id, slug } = await testBrokerage(database.app);
  const { email, personId } = await withPassword(id, { role: 'marketer' });
  const answer = await signIn(email.toUpperCase());
  expect(answer.status, answer.text).toBe(200);
  expect(answer.json).toMatchObject({
    person: { id: personId, email, role: 'marketer' },
    brokerage: { slug, zone: 'America/Chicago' },
    embedded: true,
    sandbox: false,
    temporalUiUrl: null,
    namespace: 'keyturn',
    session: { hasPassword: true, needsCurrentPassword: true },
  });
  expect(answer.json.may).toContain('outreach:write');
  expect(answer.json.may).not.toContain('people:read');
  const [set] = answer.headers.getSetCookie();
  expect(set).toMatch(/^keyturn=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/i);
  const cookie = cookieOf(answer);
  expect((await me(cookie)).json.person.id).toBe(personId);
  const out = await api.call('DELETE', '/v1/session', { cookie });
  expect([out.status, out.headers.getSetCookie()[0]]).toEqual([204, expect.stringMatching(/^keyturn=;.*Max-Age=0/i)]);
  expect([(await me(cookie)).status, (await me(cookie)).json.type]).toEqual([401, '/problems/signed-out']);
});

test('a session that ran out is forgotten when the person signs in again; another that runs stays', async () => {
  const { id } = await testBrokerage(database.app);
  const { email, personId, cookie } = await withPassword(id);
  await signIn(email);
  const sessions = () =>
    owner<{ token: string; expires_at: Date }[]>`select token, expires_at from auth.sessions where user_id = ${personId} order by created_at`;
  const [, ranOut] = await sessions();
  await owner`update auth.sessions set expires_at = now() - interval '1 second' where token = ${ranOut!.token}`;
  await signIn(email);
  const left = await sessions();
  expect(left).toHaveLength(2);
  expect(left.map(({ token }) => token)).not.toContain(ranOut!.token);
  expect((await me(cookie)).status).toBe(200);
});

test('a key is told the same of itself, narrowed by its scopes', async () => {
  const { id } = await testBrokerage(database.app);
  const { key, personId } = await testKey(database, id, { role: 'agent', scopes: ['closing:read', 'people:write'] });
  const { json } = await api.call('GET', '/v1/me', { key });
  expect(json).toMatchObject({ person: { id: personId }, may: ['closing:read'], session: null });
});

test('over https the cookie is of this host alone', async () => {
  const secure = testApi(database, { publicUrl: 'https://keyturn.example.com' });
  const { id } = await testBrokerage(database.app);
  const { personId } = await testKey(database, id);
  const { token } = await secure.deps.sessions.makeLink({ brokerageId: id, personId });
  const answer = await secure.call('POST', `/sign-in/${token}`);
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-keyturn=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/i)]);
  expect((await secure.call('GET', '/v1/me', { cookie: cookieOf(answer) })).status).toBe(200);
});

test('unknown address, wrong password and a disabled person are answered alike', async () => {
  const { id } = await testBrokerage(database.app);
  const [here, gone] = [await withPassword(id), await withPassword(id)];
  await inTenant(database.app, id, (tx) => tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, gone.personId)));
  const answers = [await signIn(here.email, 'wrong password here'), await signIn('nobody@example.com'), await signIn(gone.email)];
  const told = answers.map(({ status, json: { requestId, ...json }, headers }) => ({ status, json, cookies: headers.getSetCookie() }));
  expect(told[0]).toMatchObject({ status: 401, json: { type: '/problems/wrong-sign-in' }, cookies: [] });
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

test('a password is tried ten times, then its address waits, also with the right one', async () => {
  const { id } = await testBrokerage(database.app);
  const { email } = await withPassword(id);
  const tries = await Promise.all(Array.from({ length: 12 }, () => signIn(email, 'wrong password here')));
  expect(tries.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), 429, 429]);
  const late = await signIn(email);
  expect([late.status, Number(late.headers.get('retry-after'))]).toEqual([429, expect.toSatisfy((seconds: number) => seconds > 800 && seconds <= 900)]);
});

test('an address that is good in two brokerages needs to say which', async () => {
  const [a, b] = [await testBrokerage(database.app), await testBrokerage(database.app)];
  const persons = [
    { brokerage: a, ...(await withPassword(a.id)) },
    { brokerage: b, ...(await withPassword(b.id)) },
  ];
  for (const { brokerage, personId } of persons)
    await inTenant(database.app, brokerage.id, (tx) => tx.update(people).set({ email: 'both@example.com' }).where(eq(people.id, personId)));
  const answer = await signIn('both@example.com');
  expect([answer.status, answer.json.brokerages]).toEqual([409, [a.slug, b.slug].sort()]);
  expect((await signIn('both@example.com', password, { brokerage: b.slug })).json.person.id).toBe(persons[1]!.personId);
});

test('a one-time link shows a button, lets in once, and is replaced by the next one', async () => {
  const { id } = await testBrokerage(database.app);
  const { key } = await testKey(database, id);
  const { personId } = await testKey(database, id, { role: 'coordinator' });
  const make = async (): Promise<string> => new URL((await api.call('POST', `/v1/people/${personId}/sign-in-links`, { key })).json.url).pathname;
  const [first, second] = [await make(), await make()];
  expect((await api.call('GET', first)).status).toBe(404);
  const page = await api.call('GET', second);
  expect([page.status, page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([200, 'same-origin', 'no-store']);
  expect(page.text).toContain('<form method="post">');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.text).not.toContain('<script');
  expect((await api.call('GET', second)).status).toBe(200);
  const foreign = await api.call('POST', second, { headers: { origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
  const both = await Promise.all([api.call('POST', second), api.call('POST', second)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  const used = both.find(({ status }) => status === 303)!;
  expect(used.headers.get('location')).toBe('/');
  expect((await me(cookieOf(used))).json).toMatchObject({ person: { id: personId }, session: { hasPassword: false, needsCurrentPassword: false } });
});

test('a link ends after 24 hours of machine time', async () => {
  const { id } = await testBrokerage(database.app);
  const { personId } = await testKey(database, id);
  const { token, expiresAt } = await api.deps.sessions.makeLink({ brokerageId: id, personId });
  expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(24);
  await owner`update auth.sign_in_links set expires_at = now() where user_id = ${personId}`;
  expect((await api.call('GET', `/sign-in/${token}`)).status).toBe(404);
  expect((await api.call('POST', `/sign-in/${token}`)).status).toBe(404);
});

test('a narrowed key makes no link, and nobody but a broker does', async () => {
  const { id } = await testBrokerage(database.app);
  const narrow = await testKey(database, id, { scopes: ['people:write', 'people:read'] });
  const answer = await api.call('POST', `/v1/people/${narrow.personId}/sign-in-links`, { key: narrow.key });
  expect([answer.status, answer.json.type]).toEqual([403, '/problems/not-allowed']);
});

test('the database holds neither tokens nor passwords, and a hash lets nobody in', async () => {
  const { id } = await testBrokerage(database.app);
  const { cookie, personId } = await withPassword(id);
  const { token: link } = await api.deps.sessions.makeLink({ brokerageId: id, personId });
  const token = decodeURIComponent(cookie.replace('keyturn=', '')).split('.')[0]!;
  const [rows] = await owner<{ all: string; token: string; hash: string }[]>`
    select concat((select string_agg(t::text, '') from auth.sessions t), (select string_agg(t::text, '') from auth.accounts t),
      (select string_agg(t::text, '') from auth.users t), (select string_agg(t::text, '') from auth.sign_in_links t)) as all,
      (select token from auth.sessions where user_id = ${personId}) as token, (select hash from auth.sign_in_links where user_id = ${personId}) as hash`;
  expect(token).toHaveLength(32);
  for (const secret of [token, link, password, `${personId}@example.com`]) expect(rows!.all).not.toContain(secret);
  expect(rows!.token).toBe(createHash('sha256').update(token).digest('hex'));
  expect((await api.call('GET', `/sign-in/${rows!.hash}`)).status).toBe(404);
  expect((await me(cookie.replace(token, rows!.token))).status).toBe(401);
});

test('each role reads its own schema only, and the app ends sessions of its own tenant only', async () => {
  const [a, b] = [await testBrokerage(database.app), await testBrokerage(database.app)];
  const { cookie, personId } = await testSession(api, database, b.id);
  await expect(database.app.sql`select * from auth.sessions`).rejects.toThrow(/permission denied/);
  const auth = postgres(database.authUrl, { max: 1 });
  const tables = await owner<{ name: string }[]>`select table_name as name from information_schema.tables where table_schema = 'public'`;
  for (const { name } of tables) await expect(auth.unsafe(`select * from public."${name}"`), name).rejects.toThrow(/permission denied/);
  await expect(auth`select * from resolve_person(${b.id}, ${personId})`).rejects.toThrow(/permission denied/);
  await auth.end();
  await inTenant(database.app, a.id, (tx) => tx.execute(`select end_sessions('${personId}')` as never));
  expect((await me(cookie)).status).toBe(200);
  await inTenant(database.app, b.id, (tx) => tx.execute(`select end_sessions('${personId}')` as never));
  expect((await me(cookie)).status).toBe(401);
});

test('a new role counts at the next request, and a disabled person is out at once', async () => {
  const { id } = await testBrokerage(database.app);
  const { cookie, personId } = await testSession(api, database, id, { role: 'auditor' });
  const write = () => api.call('PATCH', '/v1/settings', { cookie, body: { dealsPerDay: 4 } });
  expect((await write()).status).toBe(403);
  const set = (values: Partial<typeof people.$inferInsert>) => inTenant(database.app, id, (tx) => tx.update(people).set(values).where(eq(people.id, personId)));
  await set({ role: 'broker' });
  expect((await write()).status).toBe(200);
  await set({ disabledAt: new Date() });
  expect((await write()).status).toBe(401);
});

test('what a session does is told of its person', async () => {
  const { id } = await testBrokerage(database.app);
  const { cookie, personId } = await testSession(api, database, id);
  await api.call('PATCH', '/v1/settings', { cookie, body: { dealsPerDay: 9 } });
  const [event] = await inTenant(database.app, id, (tx) => tx.execute(`select actor from events where type = 'Settings.Changed'` as never));
  expect(event).toEqual({ actor: { kind: 'person', id: personId } });
});

test('an acting POST of a session is done once, and only that session reads a secret answer again', async () => {
  const { id } = await testBrokerage(database.app);
  const [one, other] = [await testSession(api, database, id), await testSession(api, database, id)];
  const ask = (cookie: string) =>
    api.call('POST', '/v1/keys', { cookie, idempotencyKey: `same-${id}`, body: { name: 'mine', personId: one.personId, scopes: ['*'] } });
  const [first, again] = [await ask(one.cookie), await ask(one.cookie)];
  expect([first.status, again.text, again.headers.get('idempotent-replayed')]).toEqual([201, first.text, 'true']);
  expect((await ask(other.cookie)).json.type).toBe('/problems/idempotency-key-reused');
});

test('changing a password takes the present one and ends the other sessions', async () => {
  const { id } = await testBrokerage(database.app);
  const { email, cookie, personId } = await withPassword(id);
  const elsewhere = cookieOf(await signIn(email));
  const put = (body: object, by = cookie) => api.call('POST', '/v1/session/password', { cookie: by, body });
  expect((await put({ newPassword: 'another one entirely' })).json.type).toBe('/problems/wrong-password');
  expect((await put({ newPassword: 'another one entirely', currentPassword: 'not this one at all' })).json.type).toBe('/problems/wrong-password');
  expect((await put({ newPassword: 'short', currentPassword: password })).status).toBe(400);
  expect((await put({ newPassword: 'aaaaaaaaaaaaaaaa', currentPassword: password })).json.type).toBe('/problems/password-unfit');
  expect((await put({ newPassword: `x${email}`, currentPassword: password })).json.type).toBe('/problems/password-unfit');
  const done = await put({ newPassword: 'another one entirely', currentPassword: password });
  expect(done.status).toBe(204);
  for (const old of [cookie, elsewhere]) expect((await me(old)).status).toBe(401);
  expect((await me(cookieOf(done))).status).toBe(200);
  expect((await signIn(email)).status).toBe(401);
  expect((await signIn(email, 'another one entirely')).status).toBe(200);
  // Forgotten: a link is the way to a new one, for half an hour.
  const { token } = await api.deps.sessions.makeLink({ brokerageId: id, personId });
  const fresh = cookieOf(await api.call('POST', `/sign-in/${token}`));
  await owner`update auth.sessions set created_at = now() - interval '31 minutes' where user_id = ${personId} and by_link`;
  expect((await put({ newPassword: 'a third one, quite' }, fresh)).status).toBe(403);
  await owner`update auth.sessions set created_at = now() where user_id = ${personId} and by_link`;
  expect((await put({ newPassword: 'a third one, quite' }, fresh)).status).toBe(204);
});

test('a key cannot choose a password', async () => {
  const { id } = await testBrokerage(database.app);
  const { key } = await testKey(database, id);
  expect((await api.call('POST', '/v1/session/password', { key, body: { newPassword: password } })).json.type).toBe('/problems/session-needed');
});

test('an idle session ends after a week, a used one is prolonged, none outlives a month', async () => {
  const { id } = await testBrokerage(database.app);
  const { cookie, personId } = await testSession(api, database, id);
  await owner`update auth.sessions set expires_at = now() + interval '5 days' where user_id = ${personId}`;
  const used = await me(cookie);
  expect([used.status, cookieOf(used)]).toEqual([200, cookie]);
  expect(Math.round((new Date(used.json.session.expiresAt).getTime() - Date.now()) / 86_400_000)).toBe(7);
  await owner`update auth.sessions set created_at = now() - interval '31 days' where user_id = ${personId}`;
  expect((await me(cookie)).status).toBe(401);
  const idle = await testSession(api, database, id);
  await owner`update auth.sessions set expires_at = now() where user_id = ${idle.personId}`;
  expect((await me(idle.cookie)).status).toBe(401);
});

test('what changes something comes from a page of ours', async () => {
  const { id } = await testBrokerage(database.app);
  const { cookie } = await testSession(api, database, id);
  const patch = async (headers: Record<string, string>) =>
    (await api.call('PATCH', '/v1/settings', { body: { dealsPerDay: 5 }, headers: { cookie, ...headers } })).status;
  expect(await patch({})).toBe(403);
  expect(await patch({ origin: 'null' })).toBe(403);
  expect(await patch({ origin: 'https://evil.example' })).toBe(403);
  expect(await patch({ origin: 'https://evil.example', host: 'localhost:3000' })).toBe(403);
  expect(await patch({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await patch({ origin: 'http://localhost:3000' })).toBe(200);
  expect(await patch({ origin: 'http://10.0.0.7:3000', host: '10.0.0.7:3000' })).toBe(200);
  expect(await patch({ 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect((await signInFrom('https://evil.example')).json.type).toBe('/problems/foreign-origin');
});
const signInFrom = (origin: string) => api.call('POST', '/v1/session', { body: { email: 'a@example.com', password }, headers: { origin } });

test('nothing of signing in stands in the log but ids', async () => {
  const { id } = await testBrokerage(database.app);
  const { email, cookie, personId } = await withPassword(id);
  await signIn(email, 'wrong password here');
  const log = api.lines.join('\n');
  for (const secret of [email, password, 'wrong password here', cookie.replace('keyturn=', '')]) expect(log).not.toContain(secret);
  expect(log).toContain(personId);
});

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const list = async (cookie: string) => (await api.call('GET', '/v1/sessions', { cookie })).json.items as Record<string, unknown>[];
const endings = (brokerageId: string) =>
  inTenant(database.app, brokerageId, (tx) => tx.execute(`select actor, payload from events where type = 'Person.SessionsEnded'` as never));

test('one sees where one is signed in, told by the browser and by when it was used, and never a token', async () => {
  const { id } = await testBrokerage(database.app);
  const { email, cookie, personId } = await withPassword(id);
  const elsewhere = await api.call('POST', '/v1/session', { body: { email, password }, headers: { 'user-agent': firefox } });
  await owner`update auth.sessions set created_at = now() - interval '3 days', updated_at = now() - interval '2 days' where user_id = ${personId} and user_agent = ${firefox}`;
  await owner`insert into auth.sessions (id, user_id, token, expires_at) values ('old', ${personId}, 'old', now() - interval '1 second')`;
  const answer = await api.call('GET', '/v1/sessions', { cookie });
  expect(answer.json.items).toMatchObject([
    { current: true, device: null, byLink: false },
    { current: false, device: 'Firefox on Linux', byLink: false },
  ]);
  expect(Object.keys(answer.json.items[0]).sort()).toEqual(['byLink', 'current', 'device', 'expiresAt', 'id', 'lastSeenAt', 'startedAt']);
  const rows = await owner<{ token: string }[]>`select token from auth.sessions where user_id = ${personId}`;
  for (const secret of [cookie, cookieOf(elsewhere)].map((each) => decodeURIComponent(each.split('=')[1]!).split('.')[0]!))
    expect(answer.text).not.toContain(secret);
  for (const { token } of rows) expect(answer.text).not.toContain(`"${token}"`);
  // It is used: that is known to five minutes.
  const seen = () => list(cookie).then((items) => items.find(({ device }) => device !== null)!.lastSeenAt as string);
  expect(Date.now() - Date.parse(await seen())).toBeGreaterThan(86_400_000);
  await me(cookieOf(elsewhere));
  expect(Date.now() - Date.parse(await seen())).toBeLessThan(60_000);
});

test('one ends a session of one’s own, or all others, which is recorded; nobody else’s, and not by a key', async () => {
  const { id } = await testBrokerage(database.app);
  const { email, cookie, personId } = await withPassword(id);
  const other = await withPassword(id);
  const away = await Promise.all([signIn(email), signIn(email), signIn(email)]).then((answers) => answers.map(cookieOf));
  const [theirs] = await list(other.cookie);
  expect((await api.call('DELETE', `/v1/sessions/${theirs!.id}`, { cookie })).status).toBe(404);
  const [first] = (await list(away[0]!)).filter(({ current }) => current);
  expect((await api.call('DELETE', `/v1/sessions/${first!.id}`, { cookie })).status).toBe(204);
  expect([(await me(away[0]!)).status, (await me(away[1]!)).status]).toEqual([401, 200]);
  expect((await api.call('DELETE', '/v1/sessions', { cookie })).json).toEqual({ ended: 2 });
  expect((await api.call('DELETE', '/v1/sessions', { cookie })).json).toEqual({ ended: 0 });
  expect([(await me(away[1]!)).status, (await me(cookie)).status, (await me(other.cookie)).status]).toEqual([401, 200, 200]);
  const actor = { kind: 'person', id: personId };
  expect(await endings(id)).toEqual([1, 2].map((count) => ({ actor, payload: { personId, count } })));
  const { key } = await testKey(database, id);
  expect((await api.call('DELETE', '/v1/sessions', { key })).json.type).toBe('/problems/session-needed');
});

test('who lets people in signs somebody out everywhere; of another brokerage nobody', async () => {
  const [here, there] = [await testBrokerage(database.app), await testBrokerage(database.app)];
  const broker = await withPassword(here.id, { role: 'broker' });
  const [agent, stranger] = [await withPassword(here.id, { role: 'agent' }), await withPassword(there.id)];
  const path = (personId: string) => `/v1/people/${personId}/sessions`;
  expect((await api.call('GET', path(agent.personId), { cookie: broker.cookie })).json.items).toMatchObject([{ current: false, device: null }]);
  for (const method of ['GET', 'DELETE']) {
    expect((await api.call(method, path(stranger.personId), { cookie: broker.cookie })).status).toBe(404);
    expect((await api.call(method, path(broker.personId), { cookie: agent.cookie })).status).toBe(403);
  }
  expect((await api.call('DELETE', path(agent.personId), { cookie: broker.cookie })).json).toEqual({ ended: 1 });
  expect([(await me(agent.cookie)).status, (await me(stranger.cookie)).status]).toEqual([401, 200]);
  expect((await signIn(agent.email)).status).toBe(200);
  expect(await endings(here.id)).toEqual([{ actor: { kind: 'person', id: broker.personId }, payload: { personId: agent.personId, count: 1 } }]);
});
