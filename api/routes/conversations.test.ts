import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { deliveries, inboundMessages, sends, suppressions, tasks, webhookEndpoints, wrongAddresses } from '../../db/schema/index.ts';
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
  await inTenant(database.app, b.id, (tx) =>
    tx.insert(webhookEndpoints).values([
      { brokerageId: b.id, provider: 'email', token: randomUUID(), address: `offers-${b.slug}@keyturn.example` },
      { brokerageId: b.id, provider: 'twilio', token: randomUUID(), address: '+16155550100' },
    ]),
  );
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
  const { get, heard, sent, seller, key } = await arrange();
  const [answered, waits, machine, silent, waitsLonger] = [await seller(), await seller(), await seller(), await seller(), await seller()];
  await heard(answered, '2026-11-10T10:00:00Z');
  const said = await api.call('POST', `/v1/contacts/${answered.contactId}/messages`, { key, body: { channel: 'email', subject: 'Re', body: 'Hello' } });
  expect(said.status, said.text).toBe(201);
  await sent(waits, '2026-11-02T10:00:00Z');
  await heard(waits, '2026-11-03T10:00:00Z');
  await heard(waitsLonger, '2026-11-02T10:00:00Z');
  await heard(machine, '2026-11-09T10:00:00Z', { class: 'auto-reply' });
  await sent(silent, '2026-11-11T10:00:00Z');
  const { items } = await get('/v1/conversations');
  expect(items.map(({ contactId, unanswered, direction }: Record<string, unknown>) => [contactId, unanswered, direction])).toEqual([
    [waits.contactId, true, 'in'],
    [waitsLonger.contactId, true, 'in'],
    // A reminder that went out by itself would not have answered; a person's words that are on their way do.
    [answered.contactId, false, 'in'],
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

const rowsOf = (brokerageId: string) => inTenant(database.app, brokerageId, (tx) => tx.select().from(deliveries));

test('a person answers: once for one key, the task is done by it, and it can be taken back until it has gone', async () => {
  const { b, key, get, heard, seller } = await arrange();
  const one = await seller();
  await heard(one, '2026-11-10T10:00:00Z');
  const [message] = await inTenant(database.app, b.id, (tx) => tx.select().from(inboundMessages));
  const subject = { kind: 'lead', id: one.leadId } as const;
  await changeSubject(database.app, { brokerageId: b.id, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    openTask(change, {
      ...{ kind: 'answer-seller', key: `answer-seller/${one.leadId}/${message!.id}`, subject, leadId: one.leadId },
      ...{ title: 'Answer a seller', reason: 'test', role: 'agent', dueAt: new Date() },
    }),
  );
  const body = { channel: 'email', subject: 'Your house', body: 'When may I call?' };
  const say = (idempotencyKey: string) => api.call('POST', `/v1/contacts/${one.contactId}/messages`, { key, body, idempotencyKey });
  const [first, again] = [await say('same'), await say('same')];
  expect(first.status, first.text).toBe(201);
  expect(first.json.goes).toMatchObject({ kind: 'now', words: 'at once' });
  expect(again.json).toEqual(first.json);
  expect(await rowsOf(b.id)).toHaveLength(1);
  const [task] = await inTenant(database.app, b.id, (tx) => tx.select().from(tasks));
  expect(task).toMatchObject({ status: 'done', outcome: 'answered' });
  const waiting = (await get(`/v1/contacts/${one.contactId}/thread`)).items[0];
  expect(waiting).toMatchObject({ kind: 'waiting', text: 'When may I call?', status: 'queued' });
  const back = await api.call('POST', `/v1/personal-messages/${first.json.id}/withdraw`, { key });
  expect([back.status, back.json.status]).toEqual([200, 'skipped']);
  expect((await api.call('POST', `/v1/personal-messages/${randomUUID()}/withdraw`, { key })).status).toBe(404);
});

test('where nothing may go a person is told why before and when they try, and nothing is kept', async () => {
  const { b, key, get, seller } = await arrange();
  const one = await seller();
  await inTenant(database.app, b.id, (tx) =>
    tx.insert(suppressions).values({ brokerageId: b.id, channel: 'sms', address: one.phone!, reason: 'opt-out', source: 'reply', at: new Date() }),
  );
  const { points } = await get(`/v1/contacts/${one.contactId}`);
  expect(points.find(({ kind }: { kind: string }) => kind === 'phone').reply).toMatchObject({ kind: 'no', words: expect.stringContaining('suppressed') });
  const path = `/v1/contacts/${one.contactId}/messages`;
  const refused = await api.call('POST', path, { key, body: { channel: 'text', body: 'Hi' } });
  expect([refused.status, refused.json.type]).toEqual([409, '/problems/cannot-be-reached']);
  expect(refused.json.detail).toContain('suppressed');
  const foreign = await api.call('POST', path, { key, body: { channel: 'email', address: 'other@example.com', subject: 'Hi', body: 'Hi' } });
  expect(foreign.json.type).toBe('/problems/cannot-be-reached');
  expect((await api.call('POST', path, { key, body: { channel: 'email', body: 'Hi' } })).status).toBe(400);
  const auditor = await testKey(database, b.id, { role: 'auditor' });
  expect((await api.call('POST', path, { key: auditor.key, body: { channel: 'email', subject: 'Hi', body: 'Hi' } })).status).toBe(403);
  expect(await rowsOf(b.id)).toEqual([]);
});

test('a corrected class does what it asks for: an opt-out suppresses, and is lifted by nobody’s guess', async () => {
  const { b, key, get, heard, seller } = await arrange();
  const one = await seller();
  await heard(one, '2026-11-10T10:00:00Z', { body: 'no more of this please' });
  const [message] = await inTenant(database.app, b.id, (tx) => tx.select().from(inboundMessages));
  const say = (to: string) => api.call('POST', `/v1/inbound/${message!.id}/class`, { key, body: { class: to } });
  expect((await say('opt-out')).json).toEqual({ id: message!.id, class: 'opt-out', was: 'reply' });
  const phone = async () => (await get(`/v1/contacts/${one.contactId}`)).points.find(({ kind }: { kind: string }) => kind === 'phone');
  expect((await phone()).suppressed).toContain('sms: opt-out');
  expect((await say('reply')).json.was).toBe('opt-out');
  expect((await phone()).suppressed).toContain('sms: opt-out');
  expect((await get(`/v1/contacts/${one.contactId}/thread`)).items.find(({ kind }: { kind: string }) => kind === 'received').status).toBe('reply');
});
