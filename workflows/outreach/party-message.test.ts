import { ApplicationFailure } from '@temporalio/common';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createOutreachActivities } from '../../activities/outreach.ts';
import { OutcomeUnknown } from '../../activities/providers/faults.ts';
import { createProviders } from '../../activities/providers/index.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { createFileStore } from '../../db/files.ts';
import { closeDeal, findDeal } from '../../db/queries/closing.ts';
import { suppress } from '../../db/queries/consent.ts';
import { recordContract } from '../../db/queries/contracts.ts';
import { resumeSending, stopSending } from '../../db/queries/core.ts';
import { recomputeDeadlines, setDateByHand } from '../../db/queries/deadlines.compute.ts';
import { settleDeadline } from '../../db/queries/deadlines.settle.ts';
import { clockOf } from '../../db/queries/deadlines.ts';
import { addParty, findParty, leaveDeal, updateContact } from '../../db/queries/parties.ts';
import { draftPartyMessages } from '../../db/queries/party-drafts.ts';
import { editMessage, releaseMessage, skipMessage } from '../../db/queries/party-messages.ts';
import { findPartyMessage, listPartyMessages, type PartyMessage } from '../../db/queries/party-messages.view.ts';
import { listSends, settleUnknown } from '../../db/queries/sends.ts';
import { tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { testFolder } from '../../test/folder.ts';
import { runPage } from '../../test/run-page.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { type FakeProviders, fakeProviders, seedOutreach } from '../../test/seed-outreach.ts';
import { partyMessageConsumers } from '../../workers/consumers/party-messages.ts';
import { createPerform } from '../../workers/relay/perform.ts';
import { drain } from '../../workers/relay/relay.ts';
import { mainQueue } from '../queues.ts';
import { explainQuery, lookAgainSignal, type PartyMessageResult, statusQuery, timelineQuery } from './party-message.messages.ts';

let database: TestDatabase;
let engine: TestEngine;
let providers: FakeProviders;
let brokerage: { id: string; slug: string };
let deal: SeededDeal;
beforeAll(async () => {
  database = await testDatabase();
  engine = await testEngine();
  providers = fakeProviders();
  brokerage = await seedOutreach(database.app);
  const files = createFileStore(testFolder('test-files'));
  await engine.work(
    createOutreachActivities({
      db: database.app,
      files,
      email: providers.email,
      text: providers.text,
      propertyData: [],
      ...{ signatures: createProviders({}).signatures, crm: createProviders({}).crm },
      publicUrl: 'https://keyturn.example',
    }),
  );
});
beforeEach(async () => {
  deal = await seedDeal(database.app, brokerage.id);
  providers.emails.length = 0;
});

const settle = (): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: partyMessageConsumers,
    perform: createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl: 'https://keyturn.example' }),
    retryDelaysMs: [50, 200],
    log: (line) => expect.unreachable(JSON.stringify(line)),
  });
const change = <T>(fn: (change: Change) => Promise<T>, subject: { kind: 'deal' | 'brokerage'; id: string } = { kind: 'deal', id: deal.dealId }): Promise<T> =>
  changeSubject(database.app, { brokerageId: brokerage.id, subject, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
const read = (messageId: string) => inTenant(database.app, brokerage.id, (tx) => findPartyMessage(tx, { messageId }));
const metNow = { status: 'satisfied', reason: 'test', proof: null, by: 'test' } as const;
const handleOf = (message: PartyMessage) => engine.client.workflow.getHandle(message.workflowId);
const result = (message: PartyMessage): Promise<PartyMessageResult> => handleOf(message).result() as Promise<PartyMessageResult>;

/** A draft to one seller of the deal. */
const draft = (email: string | undefined = `s${deal.dealNo}@example.com`): Promise<PartyMessage> =>
  change(async (c) => {
    const row = (await findDeal(c.tx, deal))!;
    await addParty(c, { ...deal, role: 'seller', name: 'Ann Walker', email });
    const variables = { document: { title: 'the survey' } };
    await draftPartyMessages(c, { deal: row, template: 'document-accepted', cause: `test/${deal.dealNo}`, roles: ['seller'], about: {}, variables });
    return (await listPartyMessages(c.tx, { ...deal, limit: 1 }))[0]!;
  });
const release = ({ id }: PartyMessage) => change((c) => releaseMessage(c, { messageId: id, by: 'test' }));
const openTask = (messageId: string) =>
  inTenant(database.app, brokerage.id, (tx) =>
    tx
      .select()
      .from(tasks)
      .where(eq(tasks.key, `reach-party/${messageId}`)),
  );

test('a released message is sent once, in the words a person gave it, through the ledger', async () => {
  const message = await draft();
  await change((c) => editMessage(c, { messageId: message.id, subject: 'About <your> survey' }));
  await settle();
  expect(providers.emails).toEqual([]);
  await release(message);
  await settle();
  expect(await result(message)).toEqual({ outcome: 'sent' });
  expect(await runPage(handleOf(message))).toBe(`https://keyturn.example/deals/${deal.dealNo}/messages`);
  expect(providers.emails).toMatchObject([
    { key: message.workflowId, to: `s${deal.dealNo}@example.com`, subject: 'About <your> survey', text: expect.stringContaining('Ann Walker') },
  ]);
  expect(await read(message.id)).toMatchObject({ status: 'sent', sendStatus: 'sent', waitingFor: null });
  expect(await handleOf(message).query(timelineQuery)).toMatchObject([{ what: 'released' }, { what: 'sent' }]);
  // Released again by a repeat: nothing goes out twice.
  await release(message).catch(() => {});
  await settle();
  expect(providers.emails).toHaveLength(1);
});

test('while sending is stopped it is held and says so; it goes out when sending goes on', async () => {
  const own = { kind: 'brokerage', id: brokerage.id } as const;
  const message = await draft();
  await change((c) => stopSending(c, { by: 'test', reason: 'test' }), own);
  await release(message);
  await settle();
  await expect.poll(() => handleOf(message).query(statusQuery), { timeout: 10_000 }).toEqual({ state: 'held', why: 'sending is stopped' });
  expect(await handleOf(message).query(explainQuery)).toMatch(/^held since \w+day .*: sending is stopped; next: it goes out when that is over$/);
  expect(await read(message.id)).toMatchObject({ status: 'released', waitingFor: 'sending is stopped', runDueAt: null });
  expect(providers.emails).toEqual([]);
  await change((c) => resumeSending(c, { reason: 'test' }), own);
  await settle();
  expect(await result(message)).toEqual({ outcome: 'sent' });
  expect(providers.emails).toHaveLength(1);
});

/** A message about the closing date of a contract, released and held by a stop of all sending. */
async function heldAboutClosing(): Promise<PartyMessage> {
  const own = { kind: 'brokerage', id: brokerage.id } as const;
  await change(async (c) => {
    await recordContract(c, {
      ...{ dealId: deal.dealId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone: 'America/Chicago', priceCents: 20_000_000, by: 'test' },
      ...{ effectiveOn: '2026-11-20', effectiveTime: '12:00', periods: {}, dates: { closingDate: '2199-06-01' } },
    });
    return recomputeDeadlines(c, { dealId: deal.dealId, cause: { kind: 'rule', id: 'contract' } });
  });
  const message = await change(async (c) => {
    const row = (await findDeal(c.tx, deal))!;
    await addParty(c, { ...deal, role: 'seller', name: 'Ann Walker', email: `s${deal.dealNo}@example.com` });
    const variables = { deadline: { title: 'Closing', when: '1 Jun', zone: 'America/Chicago' } };
    const about = { clock: 'closing' };
    await draftPartyMessages(c, { deal: row, template: 'deadline-reminder', cause: `test/${deal.dealNo}`, roles: ['seller'], about, variables });
    return (await listPartyMessages(c.tx, { ...deal, limit: 1 }))[0]!;
  });
  await change((c) => stopSending(c, { by: 'test', reason: 'test' }), own);
  await release(message);
  await settle();
  await expect.poll(() => handleOf(message).query(statusQuery), { timeout: 10_000 }).toMatchObject({ state: 'held' });
  return message;
}
const goesOn = async (): Promise<void> => {
  await change((c) => resumeSending(c, { reason: 'test' }), { kind: 'brokerage', id: brokerage.id });
  await settle();
};
const closingOn = (date: string, by = 'test') =>
  change((c) => {
    const byHand = { date, localTime: '17:00', by, reason: 'test', at: c.now.toISOString() };
    return setDateByHand(c, { dealId: deal.dealId, clock: 'closing', byHand, cause: { kind: 'hand', id: by } });
  });

test('held, it goes out as it was released while what it speaks of stands', async () => {
  const message = await heldAboutClosing();
  await goesOn();
  expect(await result(message)).toEqual({ outcome: 'sent' });
});

test.each<[string, () => Promise<unknown>, string]>([
  ['a date that has moved', () => closingOn('2199-06-09'), 'the deadline has moved'],
  [
    'a deadline that is met',
    () =>
      change(async (c) =>
        settleDeadline(c, { deal: { id: deal.dealId, dealNo: deal.dealNo }, row: await clockOf(c.tx, { dealId: deal.dealId, clock: 'closing' }), ...metNow }),
      ),
    'the deadline is satisfied',
  ],
  ['a deal that fell through', () => change((c) => closeDeal(c, { dealId: deal.dealId, outcome: 'fell-through', reason: null })), 'the deal is fell-through'],
])('held until it would speak of %s, it is not said any more', async (_, happens, why) => {
  const message = await heldAboutClosing();
  await happens();
  await goesOn();
  expect(await result(message)).toEqual({ outcome: 'not-open' });
  expect(await read(message.id)).toMatchObject({ status: 'skipped', reason: expect.stringContaining(why), waitingFor: null });
  expect(providers.emails).toEqual([]);
});

test('when nobody knows whether it went out, it is not sent again and a person finds out', async () => {
  const message = await draft();
  providers.next.email.push(() => {
    throw new OutcomeUnknown({ provider: 'smtp', operation: 'e-mail' } as never, 'ECONNRESET');
  });
  await release(message);
  await settle();
  expect(await result(message)).toEqual({ outcome: 'unknown' });
  const sends = await inTenant(database.app, brokerage.id, (tx) => listSends(tx, { status: 'unknown', limit: 10 }));
  const send = sends.find(({ key }) => key === message.workflowId)!;
  expect(providers.emails).toEqual([]);
  await change((c) => settleUnknown(c, { sendId: send.id, outcome: 'sent', by: 'test' }));
  await settle();
  expect(await read(message.id)).toMatchObject({ status: 'sent', reason: null });
});

test('a fault that passes is tried again', async () => {
  const message = await draft();
  providers.next.email.push(() => {
    throw ApplicationFailure.create({ type: 'ProviderDown', message: 'down', nextRetryDelay: 100 });
  });
  await release(message);
  await settle();
  expect(await result(message)).toEqual({ outcome: 'sent' });
});

test.each<[string, (message: PartyMessage) => Promise<unknown>, string]>([
  [
    'a suppressed address',
    () => change((c) => suppress(c, { address: `s${deal.dealNo}@example.com`, channels: ['email'], reason: 'opt-out', source: 'test' })),
    'suppressed',
  ],
  ['a party that has left', ({ partyId }) => change((c) => leaveDeal(c, { partyId })), 'left the deal'],
  [
    'an address that takes nothing',
    async () => providers.next.email.push(() => ({ kind: 'refused', code: '550', message: 'no such mailbox', permanent: true })),
    'no such mailbox',
  ],
  [
    'a fault that no attempt mends',
    async () =>
      providers.next.email.push(() => {
        throw ApplicationFailure.nonRetryable('the account is closed', 'Unauthorised');
      }),
    'the account is closed',
  ],
])('%s is not written to, and a person is asked to reach the party', async (_, prepare, why) => {
  const message = await draft();
  await prepare(message);
  await release(message);
  await settle();
  expect(await result(message)).toEqual({ outcome: 'refused' });
  expect(await read(message.id)).toMatchObject({ status: 'refused', reason: expect.stringContaining(why) });
  expect(await openTask(message.id)).toMatchObject([{ status: 'open', reason: expect.stringContaining(why) }]);
  expect(providers.emails).toEqual([]);
});

test('it goes to the address the contact has by then', async () => {
  const message = await draft();
  const { contactId } = (await inTenant(database.app, brokerage.id, (tx) => findParty(tx, message)))!;
  await change((c) => updateContact(c, { contactId, email: `new${deal.dealNo}@example.com` }));
  await release(message);
  await settle();
  await result(message);
  expect(providers.emails).toMatchObject([{ to: `new${deal.dealNo}@example.com` }]);
});

test('a run that is started for a message nobody released ends at once', async () => {
  const message = await draft();
  await change((c) => skipMessage(c, { messageId: message.id, reason: 'told by phone', by: 'test' }));
  const input = { brokerageId: brokerage.id, messageId: message.id, dealNo: deal.dealNo, messageNo: 1, template: message.template };
  const handle = await engine.client.workflow.signalWithStart('partyMessageWorkflow', {
    taskQueue: mainQueue,
    workflowId: message.workflowId,
    args: [input],
    signal: lookAgainSignal,
    signalArgs: [{ eventId: 'test' }],
    staticSummary: 'A message that was skipped',
  });
  expect(await handle.result()).toEqual({ outcome: 'not-open' });
  expect(providers.emails).toEqual([]);
});
