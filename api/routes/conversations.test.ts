import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { inboundMessages, sends, suppressions, wrongAddresses } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededSeller, seedSeller } from '../../test/seed-outreach.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
});

async function arrange() {
  const b = await testBrokerage(database.app);
  const { key } = await testKey(database, b.id, { role: 'agent' });
  const get = async (path: string) => (await api.call('GET', path, { key })).json;
  const heard = (of: SeededSeller, at: string, more: Partial<typeof inboundMessages.$inferInsert> = {}) =>
    inTenant(database.app, b.id, (tx) =>
      tx.insert(inboundMessages).values({
        ...{ brokerageId: b.id, channel: 'text', fromAddress: of.phone!, contactId: of.contactId, body: 'Call me', class: 'reply', receivedAt: new Date(at) },
        ...more,
      }),
    );
  const sent = (of: SeededSeller, at: string) =>
    inTenant(database.app, b.id, (tx) =>
      tx.insert(sends).values({
        ...{ brokerageId: b.id, key: randomUUID(), channel: 'email', leadId: of.leadId, contactId: of.contactId, step: 'first', address: of.email! },
        ...{ templateSlug: 'offer', templateVersion: 2, subject: 'Your house', body: 'We offer', status: 'delivered', claimedAt: new Date(at) },
      }),
    );
  return { b, key, get, heard, sent, seller: () => seedSeller(database.app, b.id) };
}

test('who waits for an answer comes first, then the newest; machines and opt-outs wait for none', async () => {
  const { get, heard, sent, seller } = await arrange();
  const [answered, waits, machine, silent, waitsLonger] = [await seller(), await seller(), await seller(), await seller(), await seller()];
  await heard(answered, '2026-11-10T10:00:00Z');
  await sent(answered, '2026-11-10T11:00:00Z');
  await sent(waits, '2026-11-02T10:00:00Z');
  await heard(waits, '2026-11-03T10:00:00Z');
  await heard(waitsLonger, '2026-11-02T10:00:00Z');
  await heard(machine, '2026-11-09T10:00:00Z', { class: 'auto-reply' });
  await sent(silent, '2026-11-11T10:00:00Z');
  const { items } = await get('/v1/conversations');
  expect(items.map(({ contactId, unanswered, direction }: Record<string, unknown>) => [contactId, unanswered, direction])).toEqual([
    [waits.contactId, true, 'in'],
    [waitsLonger.contactId, true, 'in'],
    [answered.contactId, false, 'out'],
    [machine.contactId, false, 'in'],
  ]);
  const first = await get('/v1/conversations?limit=2');
  const second = await get(`/v1/conversations?limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(items);
  expect(second.nextCursor).toBeNull();
});

test('a thread holds all channels with consent and suppressions and where they come from, page by page', async () => {
  const { b, get, heard, sent, seller } = await arrange();
  const [one, other] = [await seller(), await seller()];
  await heard(one, '2026-11-03T10:00:00Z');
  await sent(one, '2026-11-02T10:00:00Z');
  await heard(other, '2026-11-04T10:00:00Z');
  await inTenant(database.app, b.id, async (tx) => {
    await tx
      .insert(suppressions)
      .values({ brokerageId: b.id, channel: 'text', address: one.phone!, reason: 'opted-out', source: 'reply', at: new Date('2026-11-05T10:00:00Z') });
    await tx
      .insert(wrongAddresses)
      .values({ brokerageId: b.id, contactId: one.contactId, address: one.email!, source: 'reply', at: new Date('2026-11-06T10:00:00Z') });
  });
  const { items } = await get(`/v1/contacts/${one.contactId}/thread`);
  expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['consent', 'received', 'sent', 'suppression', 'suppression']);
  expect(items.map(({ at }: { at: string }) => at)).toEqual(
    items
      .map(({ at }: { at: string }) => at)
      .sort()
      .reverse(),
  );
  expect(items.find(({ kind }: { kind: string }) => kind === 'sent')).toMatchObject({ subject: 'Your house', source: 'offer · first', status: 'delivered' });
  expect(items.find(({ kind }: { kind: string }) => kind === 'consent').source).toMatch(/^(written|oral): /);
  let paged: unknown[] = [];
  for (let cursor = ''; ; ) {
    const page = await get(`/v1/contacts/${one.contactId}/thread?limit=2${cursor}`);
    paged = [...paged, ...page.items];
    if (!page.nextCursor) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(paged).toEqual(items);
});

test('a person with every number, what holds each back, and their properties', async () => {
  const { b, get, seller } = await arrange();
  const one = await seller();
  await inTenant(database.app, b.id, (tx) =>
    tx.insert(suppressions).values({ brokerageId: b.id, channel: 'text', address: one.phone!, reason: 'opted-out', source: 'reply', at: new Date() }),
  );
  const person = await get(`/v1/contacts/${one.contactId}`);
  expect(person.points).toContainEqual(
    expect.objectContaining({ kind: 'phone', value: one.phone, suppressed: 'text: opted-out (reply)', wrong: false, consent: 'sms: written' }),
  );
  expect(person.points).toContainEqual(expect.objectContaining({ kind: 'email', value: one.email, suppressed: null }));
  expect(person.properties).toEqual([expect.objectContaining({ leadNo: one.leadNo, property: '1208 FAIRWIN AVE, NASHVILLE, TN 37216', dealNo: null })]);
});

test('nobody is a 404, a cursor of another list a 400', async () => {
  const { key } = await arrange();
  expect((await api.call('GET', `/v1/contacts/${randomUUID()}`, { key })).status).toBe(404);
  expect((await api.call('GET', `/v1/contacts/${randomUUID()}/thread`, { key })).status).toBe(404);
  expect((await api.call('GET', '/v1/conversations?cursor=abc', { key })).json.type).toBe('/problems/bad-cursor');
});
