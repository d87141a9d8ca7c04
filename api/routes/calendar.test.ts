import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Tx } from '../../db/client.ts';
import { businessNow } from '../../db/clock.ts';
import { contracts, deadlines, deals } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { localDate } from '../../domain/time/zoned.ts';
import { type TestApi, type TestKey, type TestSession, testApi, testKey, testSession } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedDeal } from '../../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
let brokerage: { id: string; slug: string };
let broker: TestKey;
let reader: TestSession;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerage = await testBrokerage(database.app);
  broker = await testKey(database, brokerage.id);
  reader = await testSession(api, database, brokerage.id, { role: 'coordinator' });
});

const make = async (cookie: string, body: object = {}): Promise<string> => {
  const made = await api.call('POST', '/v1/me/calendar', { cookie, body });
  expect(made.status, made.text).toBe(201);
  return (made.json.url as string).replace('http://localhost:3000', '');
};
/** The entries of a calendar by their UID, each as its properties; folded lines are one line again. */
async function read(path: string): Promise<Record<string, Record<string, string>>> {
  const answer = await api.call('GET', path);
  expect(answer.status, answer.text).toBe(200);
  const [, ...entries] = answer.text.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n');
  const propertiesOf = (entry: string) =>
    Object.fromEntries(entry.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
  return Object.fromEntries(entries.map(propertiesOf).map((entry) => [entry.UID, entry]));
}
const inDays = (today: string, days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const written = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => inTenant(database.app, brokerage.id, fn);
const idOf = async (tx: Tx, dealNo: number): Promise<string> => (await tx.select().from(deals).where(eq(deals.dealNo, dealNo)))[0]!.id;
/** A Texas contract of today: its option ends at five in the afternoon of the seventh day. */
async function underContract() {
  const today = localDate(await inTenant(database.app, brokerage.id, businessNow), 'America/Chicago');
  const { dealNo } = await seedDeal(database.app, brokerage.id, { lead: { line: '418 HERONSGATE WAY', city: 'SAN ANTONIO', state: 'TX', zip: '78228' } });
  const terms = { form: 'tx-trec-resale', effectiveOn: today, priceCents: 28_500_000, periods: { optionDays: 7 }, dates: { closingDate: inDays(today, 40) } };
  expect((await api.call('POST', `/v1/deals/${dealNo}/contract`, { key: broker.key, body: terms })).status).toBe(201);
  return { dealNo, today, uid: (clock: string) => `${brokerage.slug}/${dealNo}/deadline/${clock}@localhost` };
}
const basic = (date: string) => date.replaceAll('-', '');

it('shows key dates at their hour, whole days as days, and showings; an amendment moves the entry', async () => {
  const { dealNo, today, uid } = await underContract();
  const at = new Date(Date.parse(`${inDays(today, 3)}T18:00:00Z`)).toISOString();
  expect((await api.call('POST', `/v1/deals/${dealNo}/showings`, { key: broker.key, body: { at, visitor: 'Canary Visitor' } })).status).toBe(201);
  const path = await make(reader.cookie);
  const entries = await read(path);
  const due = (await api.call('GET', `/v1/deals/${dealNo}/deadlines/option`, { key: broker.key })).json.dueAt as string;
  expect(entries[uid('option')]).toMatchObject({
    DTEND: due.replaceAll(/[-:]|\.000/g, ''),
    SUMMARY: expect.stringMatching(/ · 418 Heronsgate Way\\, San Antonio$/),
    'URL;VALUE=URI': `http://localhost:3000/deals/${dealNo}`,
  });
  expect(entries[uid('closing')]).toMatchObject({ 'DTSTART;VALUE=DATE': basic(inDays(today, 40)) });
  expect(entries[`${brokerage.slug}/${dealNo}/showing/1@localhost`]).toMatchObject({ DTSTART: basic(at).replaceAll(/:|\.000/g, '') });
  expect(JSON.stringify(entries)).not.toContain('Canary');

  const change = { reason: 'repairs', dates: { closingDate: inDays(today, 50) } };
  expect((await api.call('POST', `/v1/deals/${dealNo}/changes`, { key: broker.key, body: change })).text).toContain('closing');
  expect((await read(path))[uid('closing')]).toMatchObject({ 'DTSTART;VALUE=DATE': basic(inDays(today, 50)) });
});

it('a contract after one that fell through shows each of its dates once; what the first had missed is gone', async () => {
  const { dealNo, today, uid } = await underContract();
  const path = await make(reader.cookie);
  await written(async (tx) =>
    tx
      .update(deadlines)
      .set({ status: 'breached' })
      .where(and(eq(deadlines.dealId, await idOf(tx, dealNo)), eq(deadlines.clock, 'option'))),
  );
  expect((await read(path))[uid('option')]!.SUMMARY).toMatch(/^Missed: /);
  expect(
    (await api.call('POST', `/v1/deals/${dealNo}/fall-through`, { key: broker.key, body: { reason: 'financing denied', earnestMoney: 'to-buyer' } })).status,
  ).toBe(200);
  // As its run does.
  await written((tx) => tx.update(deals).set({ stage: 'fell-through', closedAt: new Date() }).where(eq(deals.dealNo, dealNo)));
  expect((await api.call('POST', `/v1/deals/${dealNo}/reopen`, { key: broker.key, body: { reason: 'a second buyer' } })).status).toBe(200);
  expect((await read(path))[uid('option')]).toBeUndefined();
  const terms = { form: 'tx-trec-resale', effectiveOn: today, priceCents: 28_500_000, periods: { optionDays: 9 }, dates: { closingDate: inDays(today, 50) } };
  expect((await api.call('POST', `/v1/deals/${dealNo}/contract`, { key: broker.key, body: terms })).status).toBe(201);
  const text = (await api.call('GET', path)).text;
  expect(text.split(`UID:${uid('option')}`)).toHaveLength(2);
});

it('a closed file shows what is due after its closing, and nothing else', async () => {
  const { dealNo, today, uid } = await underContract();
  const own = { title: 'Hand over the keys', actor: 'agent', reason: 'addendum', count: { days: 5, from: 'closingDate' } };
  expect((await api.call('POST', `/v1/deals/${dealNo}/deadlines`, { key: broker.key, body: own })).status).toBe(201);
  const path = await make(reader.cookie);
  expect(Object.keys(await read(path))).toEqual(expect.arrayContaining([uid('own-1'), uid('closing')]));
  // As its run does.
  await written(async (tx) => {
    await tx
      .update(contracts)
      .set({ status: 'closed' })
      .where(eq(contracts.dealId, await idOf(tx, dealNo)));
    await tx.update(deals).set({ stage: 'closed', closedAt: new Date() }).where(eq(deals.dealNo, dealNo));
  });
  const entries = await read(path);
  expect(Object.keys(entries).filter((one) => one.includes(`/${dealNo}/`))).toEqual([uid('own-1')]);
  expect(entries[uid('own-1')]).toMatchObject({ 'DTSTART;VALUE=DATE': basic(inDays(today, 45)) });
});

it('shows the closings alone where they alone are wanted, and nothing of another brokerage', async () => {
  const { uid } = await underContract();
  const closings = Object.keys(await read(await make(reader.cookie, { what: 'closings' })));
  expect(closings).toContain(uid('closing'));
  expect(closings.every((one) => one.includes('/deadline/closing@'))).toBe(true);
  const other = await testBrokerage(database.app);
  expect(await read(await make((await testSession(api, database, other.id)).cookie))).toEqual({});
});

it('answers an unchanged calendar with 304, and says when it was read', async () => {
  await underContract();
  const { cookie } = await testSession(api, database, brokerage.id, { role: 'coordinator' });
  expect((await api.call('GET', '/v1/me/calendar', { cookie })).json).toEqual({ feed: null });
  const path = await make(cookie);
  expect((await api.call('GET', '/v1/me/calendar', { cookie })).json).toMatchObject({ feed: { what: 'key-dates', readAt: null } });
  const first = await api.call('GET', path);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const again = await api.call('GET', path, { headers: { 'if-none-match': first.headers.get('etag')! } });
  expect([again.status, again.text]).toEqual([304, '']);
  expect((await api.call('GET', '/v1/me/calendar', { cookie })).json.feed.readAt).toMatch(/Z$/);
});

it('a new address ends the old; an ended one, one of a disabled person and one that never was are not there', async () => {
  const { cookie, personId } = await testSession(api, database, brokerage.id, { role: 'coordinator' });
  const old = await make(cookie);
  const path = await make(cookie);
  const status = async (at: string) => (await api.call('GET', at)).status;
  expect([await status(old), await status(path)]).toEqual([404, 200]);
  expect((await api.call('DELETE', '/v1/me/calendar', { cookie })).status).toBe(204);
  expect(await status(path)).toBe(404);
  const last = await make(cookie);
  expect((await api.call('PATCH', `/v1/people/${personId}`, { key: broker.key, body: { disabled: true, reason: 'left' } })).status).toBe(200);
  expect(await status(last)).toBe(404);
  expect((await api.call('PATCH', `/v1/people/${personId}`, { key: broker.key, body: { disabled: false } })).status).toBe(200);
  expect(await status(last), 'enabled again, they make a new one').toBe(404);
  for (const junk of ['x.ics', `${'a'.repeat(32)}.ics`, `${'a'.repeat(32)}`, '%00.ics']) {
    const answer = await api.call('GET', `/calendar/${junk}`);
    expect([answer.status, answer.json.nextStep]).toEqual([404, 'Make a new address in Keyturn under “Your account”.']);
  }
  expect(api.lines.filter((line) => line.includes(path.slice(10, 42)))).toEqual([]);
});

it('a key gives itself no address that would outlive it', async () => {
  const answer = await api.call('POST', '/v1/me/calendar', { key: broker.key, body: {} });
  expect([answer.status, answer.json.type]).toEqual([409, '/problems/session-needed']);
});
