import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createDeliveryActivities } from '../../activities/deliveries.ts';
import type { Deps } from '../../activities/deps.ts';
import { OutcomeUnknown } from '../../activities/providers/faults.ts';
import type { CrmContact, CrmOutcome } from '../../activities/providers/ports.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { createFileStore } from '../../db/files.ts';
import { changeCrm, changeSettings, resumeSending, stopSending } from '../../db/queries/core.ts';
import { listDeliveries, requestDelivery, retryDelivery } from '../../db/queries/deliveries.ts';
import { endEnvelope, markSent } from '../../db/queries/envelopes.course.ts';
import { addSignedVersion } from '../../db/queries/envelopes.signed.ts';
import { addParty, findContact, updateContact } from '../../db/queries/parties.ts';
import { listSends } from '../../db/queries/sends.ts';
import { documents, files, people, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { testFolder } from '../../test/folder.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { type FakeProviders, fakeProviders, seedOutreach } from '../../test/seed-outreach.ts';
import { askSignatures, seedFile } from '../../test/seed-signing.ts';
import { contactConsumers } from '../../workers/consumers/contacts.ts';
import { deliveryConsumers } from '../../workers/consumers/deliveries.ts';
import { signingConsumers } from '../../workers/consumers/signing.ts';
import { createPerform } from '../../workers/relay/perform.ts';
import { drain } from '../../workers/relay/relay.ts';
import { type DeliveryResult, explainQuery, statusQuery, timelineQuery } from './delivery.messages.ts';

type Push = { key: string; contact: CrmContact | null; url: string };
let database: TestDatabase;
let engine: TestEngine;
let providers: FakeProviders;
let deps: Deps;
let brokerage: { id: string; slug: string };
let deal: SeededDeal;
const pushes: Push[] = [];
const next: (() => CrmOutcome)[] = [];
const take = (push: Push): CrmOutcome => {
  const instead = next.shift()?.();
  if (instead) return instead;
  pushes.push(push);
  return { kind: 'accepted' };
};

beforeAll(async () => {
  database = await testDatabase();
  engine = await testEngine();
  providers = fakeProviders();
  deps = {
    ...{ db: database.app, files: createFileStore(testFolder('test-files')), email: providers.email },
    crm: {
      name: 'fake-crm',
      upsertContact: async ({ url }, { key, contact }) => take({ key, contact, url }),
      ping: async ({ url }, { key }) => take({ key, contact: null, url }),
    },
  } as Partial<Deps> as Deps;
  await engine.work(createDeliveryActivities(deps));
});
beforeEach(async () => {
  brokerage = await seedOutreach(database.app);
  deal = await seedDeal(database.app, brokerage.id);
  for (const list of [pushes, next, providers.emails]) list.length = 0;
});

// The runs of envelopes are another file's.
const all = [...contactConsumers, ...deliveryConsumers, ...signingConsumers].filter(({ name }) => name !== 'envelope-run');
const settle = (except: string[] = []): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: all.filter(({ name }) => !except.includes(name)),
    perform: createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl: 'https://keyturn.example' }),
    retryDelaysMs: [50, 200],
    log: (line) => expect.unreachable(JSON.stringify(line)),
  });
const change = <T>(fn: (change: Change) => Promise<T>, subject?: { kind: 'deal' | 'contact' | 'brokerage'; id: string }): Promise<T> =>
  changeSubject(
    database.app,
    { brokerageId: brokerage.id, subject: subject ?? { kind: 'brokerage', id: brokerage.id }, actor: { kind: 'person', id: 'test' }, source: 'test' },
    fn,
  );
const deliveries = (kind: string) => inTenant(database.app, brokerage.id, (tx) => listDeliveries(tx, { kind, limit: 20 }));
const resultOf = (workflowId: string) => engine.client.workflow.getHandle(workflowId).result() as Promise<DeliveryResult>;
const openTasks = (kind: string) =>
  inTenant(database.app, brokerage.id, (tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.kind, kind), eq(tasks.status, 'open'))),
  );
const enterCrm = (url: string | null) => change((c) => changeCrm(c, { url, fresh: false, newSecret: () => `whsec_${Buffer.alloc(24, 7).toString('base64')}` }));
const party = (email = 'ann@example.com') =>
  change((c) => addParty(c, { ...deal, role: 'seller', name: 'Ann Walker', email }), { kind: 'deal', id: deal.dealId });
const move = (contactId: string, wish: Parameters<typeof updateContact>[1] extends infer W ? Omit<W, 'contactId'> : never) =>
  change((c) => updateContact(c, { contactId, ...wish }), { kind: 'contact', id: contactId });

test('a CRM that is entered hears a first word, then every change of a contact once and whole, also with everything else standing still', async () => {
  await enterCrm('https://crm.example.com/hook');
  const { party: seller } = await party();
  await settle();
  const [ping] = await deliveries('crm-ping');
  expect(await resultOf(ping!.workflowId)).toEqual({ outcome: 'done' });
  await resultOf((await deliveries('crm-contact'))[0]!.workflowId);
  pushes.length = 0;
  await move(seller.contactId, { email: 'new@example.com', statedZone: 'America/Chicago' });
  await settle(['contact-crm']);
  expect(pushes).toEqual([]);
  await settle(['contact-outreach', 'contact-signatures', 'agent-notice']);
  await settle(['contact-outreach', 'contact-signatures', 'agent-notice']);
  const [row] = await deliveries('crm-contact');
  expect(await resultOf(row!.workflowId)).toEqual({ outcome: 'done' });
  expect(pushes).toEqual([
    {
      ...{ key: row!.key, url: 'https://crm.example.com/hook' },
      contact: {
        ...{ id: seller.contactId, name: 'Ann Walker', emails: ['new@example.com'], phones: [], zone: 'America/Chicago' },
        ...{ deals: [{ dealNo: deal.dealNo, role: 'seller' }], changed: ['statedZone', 'email'] },
      },
    },
  ]);
  expect(JSON.stringify(await engine.client.workflow.getHandle(row!.workflowId).fetchHistory())).not.toMatch(/example\.com|Walker/);
});

test('what the CRM refuses is a task; tried again by a person it goes out under the same id', async () => {
  await enterCrm('https://crm.example.com/hook');
  const { party: seller } = await party();
  next.push(
    () => ({ kind: 'refused', code: '410', message: 'gone' }),
    () => ({ kind: 'refused', code: '410', message: 'gone' }),
  );
  await settle();
  for (const { workflowId } of [...(await deliveries('crm-contact')), ...(await deliveries('crm-ping'))])
    expect(await resultOf(workflowId)).toEqual({ outcome: 'refused' });
  const [row] = await deliveries('crm-contact');
  expect(row).toMatchObject({ status: 'refused', reason: 'gone (410)', contactId: seller.contactId });
  expect(await openTasks('mend-delivery')).toHaveLength(2);
  await change((c) => retryDelivery(c, { deliveryId: row!.id, by: 'test' }), { kind: 'contact', id: seller.contactId });
  await settle();
  expect(await resultOf(row!.workflowId)).toEqual({ outcome: 'done' });
  expect(pushes).toMatchObject([{ key: row!.key }]);
  expect(await openTasks('mend-delivery')).toHaveLength(1);
});

test('an outage is waited for, longer each time, and the row says so; without a CRM nothing is kept, taken out meanwhile it is skipped', async () => {
  const { party: seller } = await party();
  await settle();
  expect(await deliveries('crm-contact')).toEqual([]);
  await enterCrm('https://crm.example.com/hook');
  await move(seller.contactId, { name: 'Ann Stone' });
  await settle(['crm-push-run']);
  const [row] = await deliveries('crm-contact');
  const attempt = (n: number) =>
    new MockActivityEnvironment({ attempt: n }).run(createDeliveryActivities(deps).pushToCrm, { brokerageId: brokerage.id, deliveryId: row!.id });
  next.push(() => {
    throw ApplicationFailure.create({ type: 'ProviderUnavailable', message: 'down' });
  });
  await expect(attempt(5)).rejects.toMatchObject({ nextRetryDelay: 480_000, nonRetryable: false });
  expect((await deliveries('crm-contact'))[0]).toMatchObject({ status: 'queued', waitingFor: 'the next attempt: down' });
  await enterCrm(null);
  await settle();
  expect(await resultOf(row!.workflowId)).toEqual({ outcome: 'skipped' });
  expect(pushes).toEqual([]);
});

/** A document that all have signed, as its envelope's run leaves it. */
async function signed(): Promise<{ documentId: string }> {
  const file = await seedFile(deps, { brokerageId: brokerage.id, dealId: deal.dealId, emails: ['buyer@example.com'] });
  const { id: envelopeId } = await askSignatures(database.app, brokerage.id, deal.dealId, file);
  const sha256 = randomUUID().replaceAll('-', '').padEnd(64, '0');
  await inTenant(database.app, brokerage.id, (tx) =>
    tx.insert(files).values({ brokerageId: brokerage.id, sha256, bytes: 9, mime: 'application/pdf', name: 'signed.pdf' }),
  );
  await change(
    async (c) => {
      await markSent(c, { envelopeId, providerId: randomUUID(), days: 30, found: false });
      await endEnvelope(c, { envelopeId, status: 'completed', reason: null });
      await addSignedVersion(c, { envelopeId, sha256 });
    },
    { kind: 'deal', id: deal.dealId },
  );
  return file;
}
const statusOf = async (documentId: string) =>
  (await inTenant(database.app, brokerage.id, (tx) => tx.select().from(documents).where(eq(documents.id, documentId))))[0]!.status;

test('with the notice stopped a signed document is accepted all the same; the agent is written to once, later', async () => {
  const { documentId } = await signed();
  await settle(['agent-notice']);
  expect([await statusOf(documentId), providers.emails.length, (await deliveries('agent-notice')).length]).toEqual(['accepted', 0, 0]);
  await settle();
  await settle();
  const [row] = await deliveries('agent-notice');
  expect(await resultOf(row!.workflowId)).toEqual({ outcome: 'done' });
  expect(providers.emails).toMatchObject([
    {
      key: row!.workflowId,
      to: 'dana@example.com',
      subject: `Deal ${deal.dealNo}: Purchase contract is signed by all`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    },
  ]);
  const sends = await inTenant(database.app, brokerage.id, (tx) => listSends(tx, { limit: 5 }));
  expect(sends).toMatchObject([{ status: 'sent', step: 'agent-notice', contactId: null, personId: expect.any(String) }]);
  const handle = engine.client.workflow.getHandle(row!.workflowId);
  expect([await handle.query(explainQuery), (await handle.query(timelineQuery)).map(({ what }) => what)]).toEqual(['ended: done', ['asked for', 'done']]);
});

test('a notice is held while sending is stopped, and left out where a broker turned it off', async () => {
  await change((c) => stopSending(c, { by: 'test', reason: 'test' }));
  await signed();
  await settle();
  const [row] = await deliveries('agent-notice');
  const handle = engine.client.workflow.getHandle(row!.workflowId);
  await expect.poll(() => handle.query(statusQuery), { timeout: 15_000 }).toEqual({ state: 'held', why: 'sending is stopped' });
  await change((c) => changeSettings(c, { signatureNotices: false }));
  await change((c) => resumeSending(c, { reason: 'test' }));
  await settle();
  expect(await handle.result()).toEqual({ outcome: 'skipped' });
  expect(providers.emails).toEqual([]);
});

test('a notice that was refused goes out when a person has it tried again, and the refusal stays in the ledger', async () => {
  providers.next.email.push(() => ({ kind: 'refused', permanent: true, code: '550', message: 'no such mailbox' }));
  await signed();
  await settle();
  const [row] = await deliveries('agent-notice');
  expect(await resultOf(row!.workflowId)).toEqual({ outcome: 'refused' });
  await change((c) => retryDelivery(c, { deliveryId: row!.id, by: 'test' }));
  await settle();
  expect(await resultOf(row!.workflowId)).toEqual({ outcome: 'done' });
  expect(providers.emails).toMatchObject([{ key: row!.workflowId, to: 'dana@example.com' }]);
  const sends = await inTenant(database.app, brokerage.id, (tx) => listSends(tx, { limit: 5 }));
  expect(sends.map(({ status }) => status).toSorted()).toEqual(['bounced', 'sent']);
});

test('the digest of a day that is over when its run begins is left out, and its run says so', async () => {
  const [reader] = await inTenant(database.app, brokerage.id, (tx) => tx.update(people).set({ digest: true }).returning());
  await change((c) => requestDelivery(c, { kind: 'daily-digest', key: 'digest/1', personId: reader!.id, about: { day: '2020-01-02' } }));
  await settle();
  const [row] = await deliveries('daily-digest');
  expect(await resultOf(row!.workflowId)).toEqual({ outcome: 'skipped' });
  const handle = engine.client.workflow.getHandle(row!.workflowId);
  expect(await handle.query(explainQuery)).toBe('ended: skipped (its day is over)');
  expect((await handle.describe()).memo).toMatchObject({ kind: 'daily-digest', page: 'https://keyturn.example/account' });
});

test('when nobody knows whether a notice went out, it is not sent again and a person finds out', async () => {
  providers.next.email.push(() => {
    throw new OutcomeUnknown({ provider: 'smtp', operation: 'e-mail', effect: true }, 'ECONNRESET');
  });
  await signed();
  await settle();
  const [row] = await deliveries('agent-notice');
  expect(await resultOf(row!.workflowId)).toEqual({ outcome: 'unknown' });
  expect([providers.emails.length, (await openTasks('decide-unknown-send')).length]).toEqual([0, 1]);
});

test('neither suppression nor consent of an address follows to the one that takes its place', async () => {
  const { party: seller } = await party();
  await move(seller.contactId, { phone: '+16155550177' });
  const { listAddresses } = await import('../../db/queries/outreach-facts.ts');
  const { recordConsent, suppress } = await import('../../db/queries/consent.ts');
  await change(
    async (c) => {
      await recordConsent(c, { contactId: seller.contactId, channel: 'sms', address: '+16155550177', form: 'written', evidence: 'web form' });
      await suppress(c, { address: 'ann@example.com', channels: ['email'], reason: 'opt-out', source: 'test' });
    },
    { kind: 'contact', id: seller.contactId },
  );
  await move(seller.contactId, { phone: '+16155550178', email: 'other@example.com' });
  const addresses = await inTenant(database.app, brokerage.id, (tx) => listAddresses(tx, { contactId: seller.contactId }));
  expect(addresses.toSorted((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
    { kind: 'email', value: 'other@example.com', suppressed: [], consents: [] },
    { kind: 'phone', value: '+16155550178', suppressed: [], consents: [] },
  ]);
  await move(seller.contactId, { email: 'ann@example.com' });
  const back = await inTenant(database.app, brokerage.id, (tx) => listAddresses(tx, { contactId: seller.contactId }));
  expect(back.find(({ kind }) => kind === 'email')).toMatchObject({ value: 'ann@example.com', suppressed: ['email'] });
  expect((await inTenant(database.app, brokerage.id, (tx) => findContact(tx, { contactId: seller.contactId })))!.phones).toEqual(['+16155550178']);
});
