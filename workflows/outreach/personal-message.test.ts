import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createDeliveryActivities } from '../../activities/deliveries.ts';
import type { Deps } from '../../activities/deps.ts';
import { OutcomeUnknown } from '../../activities/providers/faults.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { suppress } from '../../db/queries/consent.ts';
import { resumeSending, stopSending } from '../../db/queries/core.ts';
import { findDelivery, listDeliveries } from '../../db/queries/deliveries.ts';
import { requestPersonalMessage, withdrawPersonalMessage } from '../../db/queries/personal-messages.ts';
import { listSends, settleUnknown } from '../../db/queries/sends.ts';
import { inboundMessages, inboundWebhooks, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { type FakeProviders, fakeProviders, seedOutreach, seedSeller } from '../../test/seed-outreach.ts';
import { deliveryConsumers } from '../../workers/consumers/deliveries.ts';
import { createPerform } from '../../workers/relay/perform.ts';
import { drain } from '../../workers/relay/relay.ts';
import { type DeliveryResult, statusQuery } from './delivery.messages.ts';

let database: TestDatabase;
let engine: TestEngine;
let providers: FakeProviders;
let activities: ReturnType<typeof createDeliveryActivities>;
let brokerage: { id: string; slug: string };
beforeAll(async () => {
  database = await testDatabase();
  engine = await testEngine();
  providers = fakeProviders();
  const deps = { db: database.app, email: providers.email, text: providers.text, publicUrl: 'https://keyturn.example' } as Partial<Deps> as Deps;
  activities = createDeliveryActivities(deps);
  await engine.work(activities);
});
beforeEach(async () => {
  brokerage = await seedOutreach(database.app);
  providers.emails.length = 0;
  providers.texts.length = 0;
});

const settle = (): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: deliveryConsumers,
    perform: createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl: 'https://keyturn.example' }),
    retryDelaysMs: [50, 200],
    log: (line) => expect.unreachable(JSON.stringify(line)),
  });
const change = <T>(fn: (change: Change) => Promise<T>): Promise<T> => {
  const subject = { kind: 'brokerage', id: brokerage.id } as const;
  return changeSubject(database.app, { brokerageId: brokerage.id, subject, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
};
/** Where it is three o'clock in the night now, at whatever hour the test runs. */
const nightZone = (): string => {
  const offset = ((3 - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
};
async function written(channel: 'email' | 'text', contact: object = {}) {
  const seller = await seedSeller(database.app, brokerage.id, { contact });
  const { delivery, plan } = await change((c) =>
    requestPersonalMessage(c, {
      ...{ contactId: seller.contactId, file: { leadId: seller.leadId, dealId: null }, by: randomUUID(), key: randomUUID() },
      ...{ channel, address: null, subject: channel === 'email' ? 'Your house' : null, body: 'When <may> I call?' },
    }),
  );
  return { seller, delivery, plan };
}
const resultOf = ({ workflowId }: { workflowId: string }) => engine.client.workflow.getHandle(workflowId).result() as Promise<DeliveryResult>;
const rowOf = ({ id }: { id: string }) => inTenant(database.app, brokerage.id, (tx) => findDelivery(tx, { deliveryId: id }));
const sendsOf = () => inTenant(database.app, brokerage.id, (tx) => listSends(tx, { limit: 20 }));
const nowhere = { mailingState: null, mailingZip: null, mailingCity: null };

test('an e-mail goes out once in the person’s own words, through the ledger', async () => {
  const { seller, delivery, plan } = await written('email');
  expect(plan.kind).toBe('now');
  await settle();
  expect(await resultOf(delivery)).toEqual({ outcome: 'done' });
  expect(providers.emails).toMatchObject([{ key: delivery.workflowId, to: seller.email, subject: 'Your house', text: 'When <may> I call?', headers: {} }]);
  expect(await sendsOf()).toMatchObject([{ status: 'sent', contactId: seller.contactId, templateSlug: 'personal-message' }]);
});

test('an e-mail to who wrote lands in their thread: it names what they wrote last, else what went to them last', async () => {
  const { seller, delivery } = await written('email');
  await settle();
  await resultOf(delivery);
  const again = async () => {
    const next = await change((c) =>
      requestPersonalMessage(c, {
        ...{ contactId: seller.contactId, file: { leadId: seller.leadId, dealId: null }, by: randomUUID(), key: randomUUID() },
        ...{ channel: 'email', address: null, subject: 'Your house', body: 'And one thing more' },
      }),
    );
    await settle();
    await resultOf(next.delivery);
    return providers.emails.at(-1)!.headers;
  };
  const first = `<${(await sendsOf()).find(({ key }) => key === delivery.workflowId)!.providerId}>`;
  expect(await again()).toEqual({ 'In-Reply-To': first, References: first });
  await inTenant(database.app, brokerage.id, async (tx) => {
    const payload = { kind: 'inbound-email', messageId: 'theirs@example.com' };
    const [webhook] = await tx.insert(inboundWebhooks).values({ brokerageId: brokerage.id, provider: 'email', providerEventId: 'e1', payload }).returning();
    const said = { channel: 'email', fromAddress: seller.email!, contactId: seller.contactId, body: 'Call me', class: 'question', webhookId: webhook!.id };
    await tx.insert(inboundMessages).values({ brokerageId: brokerage.id, ...said, receivedAt: new Date() });
  });
  expect(await again()).toEqual({ 'In-Reply-To': '<theirs@example.com>', References: '<theirs@example.com>' });
});

test('a text waits for the morning where its recipient is, and says until when', async () => {
  const { delivery, plan } = await written('text', { ...nowhere, statedZone: nightZone() });
  // The prefix of the number names another zone, so both count.
  expect(plan.kind).toBe('later');
  const attempt = new MockActivityEnvironment().run(activities.sendPersonalMessage, { brokerageId: brokerage.id, deliveryId: delivery.id });
  const failure = await attempt.then(
    () => expect.unreachable('it was sent'),
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect((failure as ApplicationFailure).type).toBe('QuietHours');
  const row = await rowOf(delivery);
  expect(row).toMatchObject({ status: 'queued', waitingFor: expect.stringContaining('quiet hours until then') });
  expect(row!.runDueAt!.getTime()).toBeGreaterThan(Date.now());
  expect(providers.texts).toEqual([]);
  expect(await sendsOf()).toEqual([]);
});

test('what was taken back in time never goes out', async () => {
  const { delivery } = await written('email');
  await change((c) => withdrawPersonalMessage(c, { deliveryId: delivery.id, by: 'test' }));
  await settle();
  const answer = await new MockActivityEnvironment().run(activities.sendPersonalMessage, { brokerageId: brokerage.id, deliveryId: delivery.id });
  expect(answer).toMatchObject({ kind: 'skipped' });
  expect(providers.emails).toEqual([]);
});

test('an opt-out between writing and sending holds it back, and the answer is owed again', async () => {
  const { seller, delivery } = await written('email');
  await change((c) => suppress(c, { address: seller.email!, channels: ['email'], reason: 'opt-out', source: 'test' }));
  await settle();
  expect(await resultOf(delivery)).toEqual({ outcome: 'refused' });
  expect(providers.emails).toEqual([]);
  const open = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(tasks));
  expect(open).toMatchObject([{ kind: 'answer-seller', status: 'open', reason: expect.stringContaining('suppressed') }]);
});

test('while sending is stopped it is held, and goes out when sending goes on', async () => {
  await change((c) => stopSending(c, { by: 'test', reason: 'test' }));
  const { delivery, plan } = await written('email');
  expect(plan.kind).toBe('held');
  await settle();
  const handle = engine.client.workflow.getHandle(delivery.workflowId);
  await expect.poll(() => handle.query(statusQuery), { timeout: 10_000 }).toEqual({ state: 'held', why: 'sending is stopped' });
  await change((c) => resumeSending(c, { reason: 'test' }));
  await settle();
  expect(await resultOf(delivery)).toEqual({ outcome: 'done' });
  expect(providers.emails).toHaveLength(1);
});

test('an unclear outcome is not sent again; a person settles it', async () => {
  const { delivery } = await written('email');
  providers.next.email.push(() => {
    throw new OutcomeUnknown({ provider: 'smtp', operation: 'e-mail' } as never, 'ECONNRESET');
  });
  await settle();
  expect(await resultOf(delivery)).toEqual({ outcome: 'unknown' });
  const [send] = await sendsOf();
  await change((c) => settleUnknown(c, { sendId: send!.id, outcome: 'sent', by: 'test' }));
  await settle();
  expect((await inTenant(database.app, brokerage.id, (tx) => listDeliveries(tx, { kind: 'personal-message', limit: 5 })))[0]).toMatchObject({ status: 'done' });
  expect(providers.emails).toEqual([]);
});
