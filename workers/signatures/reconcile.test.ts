import { ApplicationFailure } from '@temporalio/common';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { readCursor } from '../../db/across/signatures.ts';
import { createFileStore } from '../../db/files.ts';
import { envelopes, inboundWebhooks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type FakeSignatures, fakeSignatures } from '../../test/fake-signatures.ts';
import { testFolder } from '../../test/folder.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { askSignatures, pdf, seedFile } from '../../test/seed-signing.ts';
import { signingConsumers } from '../consumers/signing.ts';
import { drain } from '../relay/relay.ts';
import { startReconciliation } from './job.ts';
import { reconcile } from './reconcile.ts';

let database: TestDatabase;
let provider: FakeSignatures;
beforeEach(async () => {
  database = await testDatabase();
  provider = fakeSignatures(pdf);
});
const look = () => reconcile({ db: database.app, signatures: provider });
const intake = (): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: signingConsumers.filter(({ name }) => name === 'signature-intake'),
    perform: async () => {},
    retryDelaysMs: [50],
    log: () => {},
  });

/** An envelope that is claimed, and at the provider; whether we know that is the test's. */
async function sent({ known = true } = {}) {
  const { id: brokerageId } = await testBrokerage(database.app);
  const { dealId } = await seedDeal(database.app, brokerageId);
  const files = createFileStore(testFolder('test-files'));
  const file = await seedFile({ db: database.app, files }, { brokerageId, dealId, emails: ['buyer@example.com'] });
  const { id, key } = await askSignatures(database.app, brokerageId, dealId, file);
  await provider.send({
    key,
    subject: 'x',
    message: null,
    documents: [],
    signers: [{ recipientId: '1', name: 'Jo', email: 'x@example.com', routingOrder: 1, tabs: [] }],
    statusCallback: null,
  });
  const { snapshot } = provider.of(key);
  const set = {
    status: known ? 'sent' : 'claimed',
    providerId: known ? snapshot.envelopeId : null,
    progress: known ? structuredClone(snapshot) : {},
    heardAt: new Date(),
  };
  await inTenant(database.app, brokerageId, (tx) => tx.update(envelopes).set(set).where(eq(envelopes.id, id)));
  return {
    ...{ brokerageId, key },
    row: async () => (await inTenant(database.app, brokerageId, (tx) => tx.select().from(envelopes).where(eq(envelopes.id, id))))[0]!,
    kept: async () => (await inTenant(database.app, brokerageId, (tx) => tx.select().from(inboundWebhooks))).length,
    silentFor: (days: number) =>
      inTenant(database.app, brokerageId, (tx) =>
        tx
          .update(envelopes)
          .set({ heardAt: sql`clock_timestamp() - ${days} * interval '1 day'` })
          .where(eq(envelopes.id, id)),
      ),
  };
}

test('nobody is asked while no signature is waited for', async () => {
  expect(await look()).toEqual({ asked: false, changed: 0, repaired: 0 });
  expect(await readCursor(database.app, provider.name)).toBeNull();
});

test('what changed is kept once and goes the way of a webhook; the look goes on from where it was', async () => {
  const { key, row, kept } = await sent();
  expect(await look()).toMatchObject({ asked: true, repaired: 0 });
  provider.act(key, '1', 'completed');
  expect(await look()).toMatchObject({ repaired: 1 });
  // Not yet taken in: the same look finds the same, and keeps it once.
  expect(await look()).toMatchObject({ repaired: 0 });
  expect(await kept()).toBe(1);
  await intake();
  expect(await row()).toMatchObject({ status: 'completed' });
  expect(await look()).toMatchObject({ repaired: 0 });
  expect(await readCursor(database.app, provider.name)).toMatch(/Z$/);
});

test('an envelope whose sending ended unclear is found by its key', async () => {
  const { key, row } = await sent({ known: false });
  expect(await look()).toMatchObject({ repaired: 1 });
  await intake();
  expect(await row()).toMatchObject({ status: 'sent', providerId: provider.of(key).snapshot.envelopeId });
});

test('one that was silent for a day is asked about by itself, once a day, when the list does not name it', async () => {
  const { key, row, silentFor } = await sent();
  provider.changedSince = async () => ({ envelopes: [], through: '2026-12-01T00:00:00.000Z' });
  provider.act(key, '1', 'declined', 'No');
  expect(await look()).toMatchObject({ repaired: 0 });
  await silentFor(2);
  expect(await look()).toMatchObject({ repaired: 1 });
  await intake();
  expect(await row()).toMatchObject({ status: 'declined', reason: 'No' });
});

test('one silent envelope that the provider will not speak of keeps neither the others nor the list from being taken in', async () => {
  const [refused, silent, listed] = [await sent(), await sent(), await sent()];
  const { state } = provider;
  provider.changedSince = async () => ({ envelopes: [provider.act(listed.key, '1', 'completed')], through: '2026-12-01T00:00:00.000Z' });
  provider.state = async (which) => {
    if ('envelopeId' in which && which.envelopeId === provider.of(refused.key).snapshot.envelopeId)
      throw ApplicationFailure.nonRetryable('not an envelope of this account', 'ProviderRefused');
    return state(which);
  };
  provider.act(silent.key, '1', 'completed');
  await refused.silentFor(3);
  await silent.silentFor(2);
  expect(await look()).toMatchObject({ repaired: 2 });
  expect([await refused.kept(), await silent.kept(), await listed.kept()]).toEqual([0, 1, 1]);
  expect(await readCursor(database.app, provider.name)).toBe('2026-12-01T00:00:00.000Z');
});

test('brokerages do not get what is another’s, and of two processes one looks', async () => {
  const [mine, other] = [await sent(), await sent()];
  provider.act(mine.key, '1', 'completed');
  const [a, b] = await Promise.all([look(), look()]);
  expect([a.asked, b.asked].sort()).toEqual([false, true]);
  expect([await mine.kept(), await other.kept()]).toEqual([1, 0]);
});

test('a provider that is down is asked again from the same instant, and the process says what is wrong', async () => {
  const { key, kept } = await sent();
  const { changedSince } = provider;
  const asked: (string | null)[] = [];
  provider.changedSince = async (since) => {
    asked.push(since);
    if (asked.length < 3) throw new Error('docusign could not be reached');
    return changedSince(since);
  };
  provider.act(key, '1', 'completed');
  const warned: string[] = [];
  const job = startReconciliation({
    db: database.app,
    signatures: provider,
    log: { info() {}, warn: (_, text) => void warned.push(text) },
    everyMs: 50,
    firstAfterMs: 1,
  });
  await expect.poll(() => job.state().problem).toBe('docusign could not be reached');
  await expect.poll(() => job.state(), { timeout: 5000 }).toMatchObject({ repaired: 1, problem: null, lastAt: expect.any(String) });
  await job.stop();
  expect(asked.slice(0, 3)).toEqual([null, null, null]);
  expect([await kept(), warned.length]).toEqual([1, 2]);
});
