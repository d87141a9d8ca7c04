import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClosingActivities } from '../../activities/closing.ts';
import type { Deps } from '../../activities/index.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { openDeal } from '../../db/queries/closing.ts';
import { endContract, recordContract } from '../../db/queries/contracts.ts';
import { factsNotTakenIn } from '../../db/queries/file.view.ts';
import { changeAgreement, endAgreement, lastAgreement, recordAgreement } from '../../db/queries/listing-agreements.ts';
import {
  acceptOfferReceived,
  backUpOffer,
  counterOfferReceived,
  promoteBackup,
  recordOfferReceived,
  refuseOfferReceived,
} from '../../db/queries/offers-received.answers.ts';
import { listOffersReceived } from '../../db/queries/offers-received.ts';
import { listShowings, scheduleShowing } from '../../db/queries/showings.ts';
import { deals, events, offers, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { fileEventTypes } from '../../domain/closing/file-events.ts';
import { localDate } from '../../domain/time/zoned.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { fastForward } from '../../test/fast-forward.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { closingConsumers } from '../../workers/consumers/closing.ts';
import { listingConsumers } from '../../workers/consumers/listing.ts';
import { createPerform } from '../../workers/relay/perform.ts';
import { drain } from '../../workers/relay/relay.ts';
import { explainQuery, lookAgainSignal, timelineQuery } from '../compliance/messages.ts';
import * as dealMessages from './messages.ts';

const hour = 3600;
const day = 24 * hour;
const zone = 'America/Chicago';
let database: TestDatabase;
let engine: TestEngine;
let brokerage: { id: string; slug: string };
beforeAll(async () => {
  database = await testDatabase();
  engine = await testEngine();
  brokerage = await testBrokerage(database.app);
  const real = createClosingActivities({ db: database.app } as Deps);
  await engine.work({
    ...real,
    closeDeal: async (input) => {
      await real.closeDeal(input);
      await heldBack.get(input.dealId)?.();
    },
  });
});
/** By deal: what is waited for between the closing of its row and the run's hearing of it. */
const heldBack = new Map<string, () => Promise<void>>();

const change = <T>(dealId: string, fn: (c: Change) => Promise<T>): Promise<T> =>
  changeSubject(database.app, { brokerageId: brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
const settle = (): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: [...closingConsumers, ...listingConsumers],
    perform: createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl: 'https://keyturn.example' }),
    retryDelaysMs: [50, 200],
    log: () => {},
  });
const inDays = (days: number): string => localDate(new Date(Date.now() + days * day * 1000), zone);
const ahead = (hours: number): Date => new Date(Date.now() + hours * hour * 1000);
const of = (workflowId: string): WorkflowHandle => engine.client.workflow.getHandle(workflowId);
const forward = (handle: WorkflowHandle, seconds: number) => fastForward(engine.connection, engine.namespace, handle, seconds);
const explained = (handle: WorkflowHandle, words: RegExp) => expect.poll(() => handle.query(explainQuery), { timeout: 15_000 }).toMatch(words);
const typesOf = async (dealId: string, prefix: string): Promise<string[]> =>
  inTenant(database.app, brokerage.id, async (tx) =>
    (await tx.select().from(events).where(eq(events.subjectId, dealId)).orderBy(events.seq)).map(({ type }) => type).filter((type) => type.startsWith(prefix)),
  );
const openTasks = (dealId: string, kind: string) =>
  inTenant(database.app, brokerage.id, (tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.dealId, dealId), eq(tasks.kind, kind), eq(tasks.status, 'open'))),
  );

/** A listing opened by hand, its run started by the relay. */
async function opened() {
  const { leadId } = await seedDeal(database.app, brokerage.id, {
    deal: { dealNo: 100_000 + Math.floor(Math.random() * 1_000_000), closedAt: new Date(), stage: 'dead' },
  });
  const dealId = randomUUID();
  const { dealNo, workflowId } = await change(dealId, (c) => openDeal(c, { dealId, leadId, side: 'listing', openedBy: 'person', wishes: {} }));
  await settle();
  return { dealId, dealNo, run: of(workflowId), offerRun: (no: number) => of(`offer-in/${brokerage.slug}/${dealNo}/${no}`) };
}
const agree = async (dealId: string, toOn = inDays(180)) => {
  const terms = {
    commissionBps: 300,
    commissionCents: null,
    listPriceCents: null,
    exclusivity: 'open',
    evidence: { note: 'paper' },
    signedOn: inDays(0),
    by: 'test',
  };
  const agreement = await change(dealId, (c) => recordAgreement(c, { dealId, fromOn: inDays(0), toOn, zone, ...terms }));
  await settle();
  return agreement;
};
const offered = async (dealId: string, name: string, expiresAt: Date | null = null) => {
  const terms = { priceCents: 30_000_000, earnestMoneyCents: null, financing: 'cash', closingOn: null, contingencies: [] };
  await change(dealId, (c) => recordOfferReceived(c, { dealId, buyer: { name }, ...terms, zone, expiresAt, documentId: null, by: 'test' }));
  await settle();
};
const told = async <T>(dealId: string, fn: (c: Change) => Promise<T>): Promise<void> => {
  await change(dealId, fn);
  await settle();
};

/** A listing under contract with a back-up behind it. */
async function backedUp() {
  const { dealId, run } = await opened();
  await agree(dealId);
  for (const name of ['Ann', 'Bea']) await offered(dealId, name);
  await told(dealId, (c) => acceptOfferReceived(c, { dealId, offerNo: 1, others: 'keep', by: 'test' }));
  await told(dealId, (c) => backUpOffer(c, { dealId, offerNo: 2, position: null, expiresAt: null, by: 'test' }));
  await told(dealId, (c) =>
    recordContract(c, {
      ...{ dealId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone, priceCents: 30_000_000, by: 'test' },
      ...{ effectiveOn: inDays(0), effectiveTime: '12:00', periods: {}, dates: { closingDate: inDays(45) } },
    }),
  );
  return { dealId, run };
}
const fallsThrough = (dealId: string) =>
  told(dealId, (c) => endContract(c, { dealId, status: 'terminated', reason: 'financing denied', earnestMoney: 'to-buyer' }));

describe("a listing's course", () => {
  it('waits for its agreement, then for offers, then for their answers, and makes no offer of ours', async () => {
    const { dealId, run } = await opened();
    await explained(run, /^waiting for the listing agreement since/);
    await agree(dealId);
    await explained(run, new RegExp(`^waiting for offers on the listing until ${inDays(180)} since`));
    await offered(dealId, 'Ann');
    await explained(run, /^waiting for the answer to offer 1 since/);
    await expect(run.executeUpdate(dealMessages.acceptUpdate, { args: [{ by: 'p' }] })).rejects.toMatchObject({
      cause: { message: expect.stringContaining('answered by its number') },
    });
    await told(dealId, (c) =>
      counterOfferReceived(c, { dealId, offerNo: 1, by: 'seller', expiresAt: null, proposed: { priceCents: 31_000_000 }, actor: 'test' }),
    );
    await explained(run, /^waiting for the buyer's answer to the counter of offer 1 since/);
    await told(dealId, (c) => acceptOfferReceived(c, { dealId, offerNo: 1, by: 'test' }));
    await explained(run, /^waiting for the contract since/);
    expect(await openTasks(dealId, 'record-contract')).toHaveLength(1);
    // Before a contract the buyer may go: the listing is on the market again.
    await told(dealId, (c) => refuseOfferReceived(c, { dealId, offerNo: 1, act: 'withdraw', reason: null, by: 'test' }));
    await explained(run, /^waiting for offers on the listing/);
    expect(await openTasks(dealId, 'record-contract')).toEqual([]);
    const [row] = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(deals).where(eq(deals.id, dealId)));
    expect(row).toMatchObject({ stage: 'listed' });
    expect(await inTenant(database.app, brokerage.id, (tx) => tx.select().from(offers).where(eq(offers.dealId, dealId)))).toEqual([]);
    expect(await openTasks(dealId, 'make-offer')).toEqual([]);
  });

  it('given up, it takes its agreement, open offers and showings with it', async () => {
    const { dealId, dealNo, run, offerRun } = await opened();
    const { workflowId } = await agree(dealId);
    await offered(dealId, 'Ann', ahead(72));
    await change(dealId, (c) => scheduleShowing(c, { dealId, at: ahead(48), zone, visitor: 'Ann', by: 'test' }));
    await explained(of(workflowId), /^waiting for its last day until/);
    await explained(offerRun(1), /^waiting for the seller's answer until .*; next: a task, 24 hours ahead/);
    await run.executeUpdate(dealMessages.markDeadUpdate, { args: [{ by: 'p', reason: 'the seller stays' }] });
    expect(await run.result()).toEqual({ outcome: 'dead' });
    await settle();
    expect(await of(workflowId).result()).toEqual({ outcome: 'ended' });
    expect(await offerRun(1).result()).toEqual({ outcome: 'declined' });
    const [showing] = await inTenant(database.app, brokerage.id, (tx) => listShowings(tx, { dealId }));
    expect(showing).toMatchObject({ status: 'cancelled', reason: 'the deal is dead' });
    expect(await inTenant(database.app, brokerage.id, (tx) => lastAgreement(tx, { dealId }))).toMatchObject({ status: 'ended' });
    expect(dealNo).toBeGreaterThan(0);
  });

  it('goes on with its back-up after the contract fell through: the run ends, and the promotion starts it again', async () => {
    const { dealId, run } = await backedUp();
    await fallsThrough(dealId);
    expect(await run.result()).toEqual({ outcome: 'fell-through' });
    await settle();
    expect(await openTasks(dealId, 'promote-backup')).toHaveLength(1);
    // It stays listed: neither the agreement nor the back-up ended with the contract.
    expect(await inTenant(database.app, brokerage.id, (tx) => lastAgreement(tx, { dealId }))).toMatchObject({ status: 'in-force' });
    await told(dealId, (c) => promoteBackup(c, { dealId, offerNo: 2, by: 'test' }));
    await explained(of((await run.describe()).workflowId), /^waiting for the contract since/);
    expect((await inTenant(database.app, brokerage.id, (tx) => listOffersReceived(tx, { dealId }))).map(({ status }) => status)).toEqual([
      'fell-through',
      'accepted',
    ]);
  });

  it('opened again before its last run has heard that the row is closed, it has a run', async () => {
    const { dealId, run } = await backedUp();
    const [closed, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    heldBack.set(dealId, () => {
      closed.resolve();
      return told.promise;
    });
    await fallsThrough(dealId);
    await closed.promise;
    await change(dealId, (c) => promoteBackup(c, { dealId, offerNo: 2, by: 'test' }));
    await settle();
    told.resolve();
    await explained(run, /^waiting for the contract since/);
    expect((await run.describe()).status.name).toBe('RUNNING');
    const { takenIn } = await run.query(dealMessages.statusQuery);
    expect(await inTenant(database.app, brokerage.id, (tx) => factsNotTakenIn(tx, { dealId, position: takenIn, types: fileEventTypes }))).toEqual([]);
  });
});

describe('an offer with an end', () => {
  it('is asked for a day ahead, once, and expires by the clock when nobody answers', async () => {
    const { dealId, offerRun, run } = await opened();
    await agree(dealId);
    await offered(dealId, 'Ann', ahead(72));
    const handle = offerRun(1);
    await explained(handle, /next: a task, 24 hours ahead of its end/);
    expect(await openTasks(dealId, 'answer-offer')).toEqual([]);
    await forward(handle, 49 * hour);
    await expect.poll(() => openTasks(dealId, 'answer-offer')).toHaveLength(1);
    await explained(handle, /next: it ends on/);
    await forward(handle, 24 * hour);
    expect(await handle.result()).toEqual({ outcome: 'expired' });
    expect(await typesOf(dealId, 'OfferReceived.')).toEqual(['OfferReceived.Recorded', 'OfferReceived.Expired']);
    expect(await openTasks(dealId, 'answer-offer')).toEqual([]);
    await settle();
    await explained(run, /^waiting for offers on the listing/);
  });

  it('that is countered runs to the new end, and ends its watch with the acceptance', async () => {
    const { dealId, offerRun } = await opened();
    await offered(dealId, 'Ann', ahead(30));
    const handle = offerRun(1);
    await told(dealId, (c) =>
      counterOfferReceived(c, { dealId, offerNo: 1, by: 'seller', expiresAt: ahead(200), proposed: { priceCents: 31_000_000 }, actor: 'test' }),
    );
    await explained(handle, /^waiting for the buyer's answer until/);
    await forward(handle, 100 * hour);
    expect(await typesOf(dealId, 'OfferReceived.Expired')).toEqual([]);
    await told(dealId, (c) => acceptOfferReceived(c, { dealId, offerNo: 1, by: 'test' }));
    expect(await handle.result()).toEqual({ outcome: 'accepted' });
    expect((await handle.query(timelineQuery)).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['offer 1 countered by the seller: $310,000', 'offer 1 received accepted: $310,000', 'ended: accepted']),
    );
  });

  it('without one has no run and is asked for at once', async () => {
    const { dealId, offerRun } = await opened();
    await offered(dealId, 'Ann');
    expect(await openTasks(dealId, 'answer-offer')).toEqual([expect.objectContaining({ reason: expect.stringContaining('it names no end') })]);
    await expect(offerRun(1).describe()).rejects.toThrow();
  });
});

describe('a listing agreement', () => {
  it('is spoken of thirty and seven days ahead, ends by the clock, and the deal waits for a new one', async () => {
    const { dealId, run } = await opened();
    const { workflowId } = await agree(dealId, inDays(60));
    const handle = of(workflowId);
    await forward(handle, 31 * day);
    await expect.poll(() => openTasks(dealId, 'renew-listing')).toHaveLength(1);
    await forward(handle, 23 * day);
    await explained(handle, /next: it ends on/);
    // The nearer word stands for the one before.
    expect(await openTasks(dealId, 'renew-listing')).toEqual([expect.objectContaining({ role: 'agent', key: expect.stringContaining('/168/') })]);
    await forward(handle, 9 * day);
    expect(await handle.result()).toEqual({ outcome: 'expired' });
    expect(await openTasks(dealId, 'renew-listing')).toEqual([expect.objectContaining({ role: 'broker' })]);
    await settle();
    await explained(run, /^waiting for a new listing agreement: the last one is expired/);
  });

  it('that is prolonged is slept to anew, also through a fresh history, and ends when both end it', async () => {
    const { dealId } = await opened();
    const { workflowId } = await agree(dealId, inDays(20));
    const handle = of(workflowId);
    await expect.poll(() => openTasks(dealId, 'renew-listing')).toHaveLength(1);
    await told(dealId, (c) => changeAgreement(c, { dealId, toOn: inDays(200), reason: 'both agreed', by: 'test' }));
    await explained(handle, /next: a task, 30 days ahead of its end/);
    expect(await openTasks(dealId, 'renew-listing')).toEqual([]);
    const { runId } = await handle.describe();
    for (let n = 0; (await handle.describe()).runId === runId; n++) {
      expect(n, 'looks before a fresh history').toBeLessThan(80);
      await handle.signal(lookAgainSignal, { eventId: randomUUID(), what: `the agent looked (${n})` });
      await expect.poll(async () => (await handle.query(timelineQuery)).some(({ what }) => what.endsWith(`(${n})`))).toBe(true);
    }
    await explained(handle, /next: a task, 30 days ahead of its end/);
    await told(dealId, (c) => endAgreement(c, { dealId, status: 'ended', reason: 'both agreed', by: 'test' }));
    expect(await handle.result()).toEqual({ outcome: 'ended' });
  });
});
