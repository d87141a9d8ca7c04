import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { findDeal } from '../../db/queries/closing.ts';
import { draftPartyMessages } from '../../db/queries/party-drafts.ts';
import { events, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { contactConsumers } from '../../workers/consumers/contacts.ts';
import { drain } from '../../workers/relay/relay.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let key: string;
let personId: string;
let deal: SeededDeal;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await testBrokerage(database.app)).id;
  ({ key, personId } = await testKey(database, brokerageId));
});
beforeEach(async () => {
  deal = await seedDeal(database.app, brokerageId);
});

const add = (body: object) => api.call('POST', `/v1/deals/${deal.dealNo}/parties`, { key, body });
const list = async (query = '') => (await api.call('GET', `/v1/deals/${deal.dealNo}/parties${query}`, { key })).json.items;
const eventsOf = (type: string, subjectId: string) =>
  inTenant(database.app, brokerageId, (tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.type, type), eq(events.subjectId, subjectId))),
  );

describe('parties', () => {
  test('somebody new becomes a contact with addresses in one form; the same contact in the same role takes part once', async () => {
    const first = await add({ role: 'buyer', name: 'Ben Stone', email: 'Ben@Example.com', phone: '(615) 555-0142' });
    expect(first).toMatchObject({ status: 201, json: { role: 'buyer', name: 'Ben Stone', leftAt: null } });
    const { contactId, id } = first.json;
    expect((await api.call('GET', first.headers.get('location')!, { key })).json.contact).toMatchObject({
      emails: ['ben@example.com'],
      phones: ['+16155550142'],
    });
    expect(await add({ role: 'buyer', contactId })).toMatchObject({ status: 200, json: { id } });
    expect(await add({ role: 'assignee', contactId })).toMatchObject({ status: 201 });
    const contact = () => api.call('GET', `/v1/contacts/${contactId}`, { key });
    const { dealNo } = deal;
    const roles = async () => (await contact()).json.parties.map(({ dealNo, role, left }: Record<string, unknown>) => [dealNo, role, left]).sort();
    expect((await contact()).json.name).toBe('Ben Stone');
    expect(await roles()).toEqual([
      [dealNo, 'assignee', false],
      [dealNo, 'buyer', false],
    ]);
    await api.call('POST', `/v1/parties/${id}/leave`, { key });
    expect(await roles()).toEqual([
      [dealNo, 'assignee', false],
      [dealNo, 'buyer', true],
    ]);
    expect((await api.call('GET', `/v1/contacts/${crypto.randomUUID()}`, { key })).status).toBe(404);
    expect(JSON.stringify(await eventsOf('Party.Added', deal.dealId))).not.toMatch(/Ben|example/);
  });

  test.each([
    [{ role: 'friend', name: 'X' }],
    [{ role: 'buyer' }],
    [{ role: 'buyer', name: 'X', email: 'nowhere' }],
    [{ role: 'buyer', name: 'X', phone: '12' }],
    [{ role: 'buyer', name: 'X', contactId: crypto.randomUUID() }],
    [{ role: 'buyer', contactId: crypto.randomUUID(), email: 'x@example.com' }],
  ])('%j is refused', async (body) => expect((await add(body)).status).toBe(400));

  test('a contact that is not there is refused; a party that leaves is listed only when asked for', async () => {
    expect(await add({ role: 'buyer', contactId: crypto.randomUUID() })).toMatchObject({ status: 422, json: { type: '/problems/no-such-contact' } });
    const { json } = await add({ role: 'lender', name: 'First Bank' });
    await api.call('POST', `/v1/parties/${json.id}/leave`, { key });
    expect((await api.call('POST', `/v1/parties/${json.id}/leave`, { key })).json.leftAt).not.toBeNull();
    expect([(await list()).length, (await list('?all=true')).length]).toEqual([0, 1]);
    expect(await eventsOf('Party.Left', deal.dealId)).toHaveLength(1);
  });
});

test('a contact is changed in one place, with one event that names the fields and no value', async () => {
  const { contactId } = (await add({ role: 'seller', name: 'Ann Walker', email: 'old@example.com' })).json;
  const change = (body: object) => api.call('POST', `/v1/contacts/${contactId}`, { key, body });
  expect((await change({ name: 'Ann W. Stone', email: 'new@example.com', phone: '615-555-0143' })).json).toMatchObject({
    ...{ name: 'Ann W. Stone', emails: ['new@example.com'], phones: ['+16155550143'] },
  });
  await change({ email: 'new@example.com' });
  const told = await eventsOf('Contact.Updated', contactId);
  expect(told.map(({ payload }) => payload)).toEqual([
    { contactId, fields: ['name', 'email', 'phone'], deals: [{ dealId: deal.dealId, dealNo: deal.dealNo }] },
  ]);
  expect((await change({ statedZone: 'Mars/Base' })).status).toBe(400);
  expect((await list())[0].name).toBe('Ann W. Stone');
});

test('a draft that waits for a person follows its contact: another name in its words, another recipient, and its task says so', async () => {
  const { contactId } = (await add({ role: 'seller', name: 'Ann Walker', email: 'old2@example.com' })).json;
  await changeSubject(
    database.app,
    { brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
    async (change) =>
      draftPartyMessages(change, {
        ...{ deal: (await findDeal(change.tx, deal))!, template: 'document-accepted', cause: deal.dealId, roles: ['seller'], about: {} },
        variables: { document: { title: 'the survey' } },
      }),
  );
  const read = async () => (await api.call('GET', `/v1/deals/${deal.dealNo}/messages`, { key })).json.items[0];
  expect(await read()).toMatchObject({ recipient: 'old2@example.com', body: expect.stringContaining('Hello Ann Walker') });
  await api.call('POST', `/v1/contacts/${contactId}`, { key, body: { name: 'Ann Stone', email: 'new2@example.com' } });
  await drain({
    ...{ app: database.app, relay: database.relay.sql, consumers: contactConsumers, perform: async () => {}, retryDelaysMs: [] },
    log: (line) => expect.unreachable(JSON.stringify(line)),
  });
  const message = await read();
  expect(message).toMatchObject({ recipient: 'new2@example.com', recipientProblem: null, body: expect.stringContaining('Hello Ann Stone') });
  expect(
    await inTenant(database.app, brokerageId, (tx) =>
      tx
        .select()
        .from(tasks)
        .where(eq(tasks.key, `release-message/${message.id}`)),
    ),
  ).toMatchObject([{ reason: expect.stringContaining("The recipient's name and e-mail address changed") }]);
  expect(JSON.stringify(await eventsOf('PartyMessage.Readdressed', deal.dealId))).not.toMatch(/Stone|example/);
});

test('a contract brings its parties, and an amendment changes them as one act whose dry run says what it touches', async () => {
  const contract = {
    form: 'tx-trec-resale',
    effectiveOn: '2026-11-20',
    priceCents: 20_000_000,
    periods: { optionDays: 7 },
    dates: { closingDate: '2026-12-30' },
    state: 'TX',
    zone: 'America/Chicago',
  };
  const record = (parties: object[]) => api.call('POST', `/v1/deals/${deal.dealNo}/contract`, { key, body: { ...contract, parties } });
  expect(await record([{ role: 'buyer', contactId: crypto.randomUUID() }])).toMatchObject({ status: 422, json: { type: '/problems/no-such-contact' } });
  expect((await api.call('GET', `/v1/deals/${deal.dealNo}/contract`, { key })).status).toBe(409);
  expect(
    (
      await record([
        { role: 'buyer', name: 'Ben Stone', email: 'Ben@Example.com' },
        { role: 'title', name: 'First Title' },
      ])
    ).status,
  ).toBe(201);
  const [buyer] = await list();
  expect((await list()).map(({ role }: { role: string }) => role)).toEqual(['buyer', 'title']);
  const change = (dryRun: boolean, parties: object) =>
    api.call('POST', `/v1/deals/${deal.dealNo}/changes?dryRun=${dryRun}`, { key, body: { reason: 'the buyer assigns', parties } });
  const wish = { add: [{ role: 'buyer', name: 'Cara Field', email: 'cara@example.com' }], leave: [buyer.id] };
  const dry = await change(true, wish);
  expect(dry).toMatchObject({
    status: 200,
    json: {
      dryRun: true,
      changes: { [`parties.${buyer.id}`]: { prior: 'buyer', next: null }, 'parties.new.1': { prior: null, next: 'buyer' } },
      envelopes: [],
    },
  });
  expect(dry.json.people).toContainEqual({ role: 'title', why: 'a buyer takes part no more; a buyer takes part from now on' });
  expect((await list()).map(({ name }: { name: string }) => name)).toEqual(['Ben Stone', 'First Title']);
  expect((await change(false, wish)).json).toMatchObject({ dryRun: false, amendmentNo: 1, changes: dry.json.changes, people: dry.json.people });
  expect((await list()).map(({ name }: { name: string }) => name)).toEqual(['Cara Field', 'First Title']);
  expect(JSON.stringify(await eventsOf('Contract.Amended', deal.dealId))).not.toMatch(/Cara|example/);
  expect(await change(false, { leave: [buyer.id] })).toMatchObject({ status: 404, json: { type: '/problems/no-such-party' } });
  expect((await change(false, {})).status).toBe(400);
});

describe('messages', () => {
  const draft = async () => {
    await add({ role: 'seller', name: 'Ann Walker', email: 'ann@example.com' });
    await changeSubject(
      database.app,
      { brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      async (change) =>
        draftPartyMessages(change, {
          ...{ deal: (await findDeal(change.tx, deal))!, template: 'document-accepted', cause: deal.dealId, roles: ['seller'], about: { document: 'TX-SDN' } },
          variables: { document: { title: 'the survey' } },
        }),
    );
    return (await api.call('GET', `/v1/deals/${deal.dealNo}/messages?status=draft`, { key })).json.items[0];
  };
  const act = ({ id }: { id: string }, what: string, body?: object) => api.call('POST', `/v1/party-messages/${id}/${what}`, { key, body });
  const tasksOf = ({ id }: { id: string }) =>
    inTenant(database.app, brokerageId, (tx) =>
      tx
        .select()
        .from(tasks)
        .where(eq(tasks.key, `release-message/${id}`)),
    );

  test('a draft waits with a task, is edited and released once; then it changes no more', async () => {
    const message = await draft();
    expect(await tasksOf(message)).toMatchObject([{ status: 'open', role: 'coordinator' }]);
    expect((await act(message, 'edit', { body: 'Well done.' })).json).toMatchObject({ body: 'Well done.', status: 'draft' });
    expect((await act(message, 'release')).json).toMatchObject({ status: 'released', decidedBy: personId, waitingFor: 'its run to send it' });
    expect((await act(message, 'release')).status).toBe(200);
    expect(await eventsOf('PartyMessage.Released', deal.dealId)).toHaveLength(1);
    expect(await tasksOf(message)).toMatchObject([{ status: 'done', outcome: 'released' }]);
    expect(await act(message, 'edit', { body: 'No.' })).toMatchObject({ status: 409, json: { type: '/problems/message-decided' } });
    expect((await act(message, 'skip', { reason: 'x' })).status).toBe(409);
  });

  test('a draft is left out with its reason', async () => {
    const message = await draft();
    expect((await act(message, 'skip', { reason: 'told by phone' })).json).toMatchObject({ status: 'skipped', reason: 'told by phone' });
    expect(await tasksOf(message)).toMatchObject([{ status: 'done', outcome: 'skipped' }]);
    expect((await act(message, 'release')).status).toBe(409);
    expect((await act(message, 'edit', {})).status).toBe(400);
  });

  test('only templates we have can be trusted', async () => {
    const trust = (names: string[]) => api.call('PATCH', '/v1/settings', { key, body: { trustedTemplates: names } });
    expect((await trust(['document-accepted'])).json).toMatchObject({ trustedTemplates: ['document-accepted'] });
    expect((await trust(['anything'])).status).toBe(400);
    await trust([]);
  });
});
