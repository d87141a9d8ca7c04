import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { contactsAt } from '../../db/queries/consent.ts';
import { addParty } from '../../db/queries/parties.ts';
import { takeInEmail, takeInText } from '../../db/queries/replies.ts';
import { matchInbound } from '../../db/queries/unmatched.ts';
import { contactPoints, events, inboundWebhooks, people, suppressions, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { seedSeller } from '../../test/seed-outreach.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
});

const stranger = '+12105550199';
async function arrange() {
  const b = await testBrokerage(database.app);
  const { key } = await testKey(database, b.id, { role: 'coordinator' });
  const inB = <T>(fn: Parameters<typeof changeSubject<T>>[2]) =>
    changeSubject(database.app, { brokerageId: b.id, subject: { kind: 'brokerage', id: b.id }, actor: { kind: 'system', id: 'test' }, source: 'test' }, fn);
  const source = async () => {
    const eventId = randomUUID();
    const [row] = await inTenant(database.app, b.id, (tx) =>
      tx.insert(inboundWebhooks).values({ brokerageId: b.id, provider: 'twilio', providerEventId: eventId, payload: {} }).returning({ id: inboundWebhooks.id }),
    );
    return { webhookId: row!.id, eventId };
  };
  const text = async (body: string, from = stranger) => {
    const given = await source();
    await inB((change) =>
      takeInText(change, { ...given, text: { kind: 'inbound-text', messageSid: given.eventId, from, to: '+16155550100', body, optOutType: null } }),
    );
  };
  const email = async (body: string, from: string, autoReply = false) => {
    const given = await source();
    const mail = {
      kind: 'inbound-email',
      from,
      to: 'us@keyturn.example',
      subject: 'The house',
      body,
      inReplyTo: null,
      references: [],
      autoReply,
      messageId: '<x@y>',
    };
    await inB((change) => takeInEmail(change, { ...given, email: mail as never }));
  };
  const waiting = async () =>
    (await api.call('GET', '/v1/inbound/unmatched', { key })).json.items as {
      messageId: string;
      taskId: string;
      messages: number;
      body: string;
      class: string;
    }[];
  const match = (messageId: string, contactId: string) => api.call('POST', `/v1/inbound/${messageId}/contact`, { key, body: { contactId } });
  const open = (kind: string) =>
    inTenant(database.app, b.id, (tx) =>
      tx
        .select()
        .from(tasks)
        .where(and(eq(tasks.brokerageId, b.id), eq(tasks.kind, kind), eq(tasks.status, 'open'))),
    );
  return { b, key, inB, text, email, waiting, match, open };
}

test('a word from a number that nobody has waits for a person, one task however often they write; a machine’s does not', async () => {
  const { text, email, waiting, open } = await arrange();
  await text('Is the offer still on?');
  await text('Hello?');
  await email('I am out of the office until Monday and will answer then.', 'absent@example.com', true);
  const [first, ...more] = await waiting();
  expect([first, more.map(({ class: kind }) => kind)]).toMatchObject([{ body: 'Is the offer still on?', messages: 2 }, []]);
  const [task] = await open('match-message');
  expect(task).toMatchObject({ role: 'coordinator', title: 'Say who wrote: a text from a number that nobody has' });
  expect(JSON.stringify(task)).not.toContain('2105550199');
});

test('once a person says who it is, all of it is theirs: follow-ups stop, the answer is owed, the number is known', async () => {
  const { b, key, text, waiting, match, open } = await arrange();
  const seller = await seedSeller(database.app, b.id);
  await text('Is the offer still on?');
  await text('Hello?');
  const { messageId } = (await waiting())[0]!;
  expect((await match(messageId, seller.contactId)).json).toEqual({ id: messageId, contactId: seller.contactId, messages: 2 });
  expect([await waiting(), await open('match-message')]).toEqual([[], []]);
  const heard = await inTenant(database.app, b.id, (tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.brokerageId, b.id), eq(events.type, 'Reply.Received'))),
  );
  expect(heard.map(({ payload }) => payload)).toMatchObject([
    { leadId: seller.leadId, class: 'reply' },
    { leadId: seller.leadId, class: 'reply' },
  ]);
  const points = await inTenant(database.app, b.id, (tx) =>
    tx
      .select()
      .from(contactPoints)
      .where(and(eq(contactPoints.brokerageId, b.id), eq(contactPoints.value, stranger))),
  );
  expect(points).toMatchObject([{ contactId: seller.contactId, kind: 'phone', source: 'person' }]);
  const thread = (await api.call('GET', `/v1/contacts/${seller.contactId}/thread`, { key })).json.items as { text: string }[];
  expect(thread.map((entry) => entry.text)).toEqual(expect.arrayContaining(['Hello?', 'Is the offer still on?']));
  // Said again it changes nothing; said of somebody else it is refused.
  expect((await match(messageId, seller.contactId)).json).toMatchObject({ messages: 0 });
  const other = await seedSeller(database.app, b.id);
  expect((await match(messageId, other.contactId)).json).toMatchObject({ type: '/problems/message-matched', status: 409 });
});

test('an opt-out from an unknown address ends what goes to the addresses that are known, once it is known whose it is', async () => {
  const { b, email, waiting, match } = await arrange();
  const seller = await seedSeller(database.app, b.id);
  await email('Please take me off your list and stop writing to me.', 'private@example.com');
  const suppressed = () => inTenant(database.app, b.id, (tx) => tx.select().from(suppressions).where(eq(suppressions.brokerageId, b.id)));
  expect((await suppressed()).map(({ address }) => address)).toEqual(['private@example.com']);
  const [one] = await waiting();
  expect(one).toMatchObject({ class: 'opt-out' });
  await match(one!.messageId, seller.contactId);
  expect((await suppressed()).map(({ address }) => address)).toEqual(expect.arrayContaining(['private@example.com', seller.phone]));
});

test('what they write while a person says who they are is not lost: it is in the tray, or theirs', async () => {
  const { b, text, waiting, inB } = await arrange();
  const seller = await seedSeller(database.app, b.id);
  await text('Is the offer still on?');
  const { messageId } = (await waiting())[0]!;
  let later: Promise<void> | undefined;
  let written = false;
  const subject = { kind: 'contact', id: seller.contactId } as const;
  await changeSubject(database.app, { brokerageId: b.id, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, async (change) => {
    await matchInbound(change, { inboundId: messageId, contactId: seller.contactId, by: 'test' });
    later = text('I mean the white house').then(() => void (written = true));
    await expect.poll(async () => written || (await isWaitedFor())).toBe(true);
  });
  await later;
  expect(await waiting()).toMatchObject([{ body: 'I mean the white house' }]);
  expect(await inB(({ tx }) => contactsAt(tx, { address: stranger }))).toEqual([seller.contactId]);
});
/** Whether somebody stands before a lock of this test's database. */
const isWaitedFor = async (): Promise<boolean> =>
  (
    await database.relay
      .sql`select 1 from pg_locks where not granted and locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
  ).length > 0;

test('set aside, it is gone until they write again', async () => {
  const { key, text, waiting } = await arrange();
  await text('You won a prize');
  const { taskId } = (await waiting())[0]!;
  expect((await api.call('POST', `/v1/tasks/${taskId}/done`, { key, body: { outcome: 'not for us' } })).status).toBe(200);
  expect(await waiting()).toEqual([]);
  await text('You won another prize');
  expect(await waiting()).toMatchObject([{ body: 'You won another prize', messages: 2 }]);
});

test('a party who writes by themselves is answered, though they own no lead', async () => {
  const { b, inB, email, waiting, open } = await arrange();
  const { dealId, dealNo } = await seedDeal(database.app, b.id);
  await inB((change) => addParty(change, { dealId, dealNo, role: 'title', name: 'Tess Title', email: 'tess@title.example' } as never));
  await email('When can we expect the survey?', 'tess@title.example');
  expect(await waiting()).toEqual([]);
  expect(await open('answer-seller')).toMatchObject([{ title: 'Answer a party of the deal', dealId, role: 'coordinator' }]);
});

test('contacts are found by name, e-mail and number; nobody is matched to a contact of another brokerage', async () => {
  const { b, key, text, waiting, match } = await arrange();
  const seller = await seedSeller(database.app, b.id);
  const ids = async (q: string) =>
    ((await api.call('GET', `/v1/contacts?q=${encodeURIComponent(q)}`, { key })).json.items as { id: string }[]).map(({ id }) => id);
  expect(await ids(seller.email!.toUpperCase())).toEqual([seller.contactId]);
  const digits = seller.phone!.slice(-10);
  expect(await ids(`(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`)).toEqual([seller.contactId]);
  expect(await ids('100%')).toEqual([]);
  const elsewhere = await arrange();
  const theirs = await seedSeller(database.app, elsewhere.b.id);
  await text('Hello');
  const { messageId } = (await waiting())[0]!;
  expect((await match(messageId, theirs.contactId)).json.type).toBe('/problems/no-such-contact');
  expect((await elsewhere.match(messageId, theirs.contactId)).status).toBe(404);
});

test('those of open deals come first, however many bear the name', async () => {
  const { b, key } = await arrange();
  await inTenant(database.app, b.id, (tx) =>
    tx.execute(sql`insert into contacts (brokerage_id, id, kind, display_name, created_at)
      select ${b.id}, gen_random_uuid(), 'person', 'Aaron Crowd ' || n, now() from generate_series(1, 5000) n`),
  );
  const { dealNo } = await seedDeal(database.app, b.id, { owners: ['Zoe Crowd'] });
  const { items } = (await api.call('GET', '/v1/contacts?q=crowd', { key })).json as { items: { name: string; deals: number[] }[] };
  expect(items).toHaveLength(20);
  expect(items[0]).toMatchObject({ name: 'Zoe Crowd', deals: [dealNo] });
});

test('one of the brokerage’s own people who writes by themselves is nobody to be matched', async () => {
  const { b, email, waiting, open } = await arrange();
  await inTenant(database.app, b.id, (tx) => tx.insert(people).values({ brokerageId: b.id, name: 'Marcus Bell', email: 'Marcus@example.com', role: 'agent' }));
  await email('Did the seller answer?', 'marcus@example.com');
  expect([await waiting(), await open('match-message')]).toEqual([[], []]);
});
