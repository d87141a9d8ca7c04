import { randomUUID } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { beforeAll, expect, test } from 'vitest';
import type { AdvancedFile } from '../../activities/closing/file.ts';
import type { Activities } from '../../activities/index.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { fastForward } from '../../test/fast-forward.ts';
import { cardOf } from '../../test/run-page.ts';
import { mainQueue } from '../queues.ts';
import type { dealWorkflow } from './deal.ts';
import * as messages from './messages.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await testEngine();
  await engine.work(stubs);
});

/** What one deal's facts answer; the stubs find it by the deal's id. */
type World = {
  approval?: boolean;
  none?: string;
  blocked?: string;
  decided: string[];
  closed: string[];
  offers: number;
  rowOpen?: boolean;
  reopened?: boolean;
  side?: string;
  sentTo: number;
  file?: AdvancedFile;
};
const worlds = new Map<string, World>();
const world = (input: { dealId: string }): World => worlds.get(input.dealId)!;
const byOffer = new Map<string, World>();

const stubs: Partial<Activities> = {
  openDeal: async (input) =>
    world(input).rowOpen === false
      ? { open: false }
      : {
          open: true,
          zone: 'America/Chicago',
          offerApproval: world(input).approval ?? false,
          isFile: world(input).reopened ?? false,
          side: world(input).side ?? 'wholesale',
        },
  requestOffer: async (input) => {
    const w = world(input);
    if (w.none) return { kind: 'none', reason: w.none };
    return { kind: 'requested', ...offer(w), terms: 'cash', amountCents: 1 };
  },
  renderOffer: async ({ offerId }) => {
    const { blocked } = byOffer.get(offerId)!;
    return blocked ? { kind: 'blocked', missing: [blocked], message: `${blocked} is missing` } : { kind: 'drafted', pdfSha256: 'x' };
  },
  advanceDeal: async () => {},
  advanceFile: async (input) => world(input).file ?? { outcome: null, reason: null, stage: 'accepted', waitingFor: 'the contract' },
  approveOffer: async (input) => void world(input).decided.push('approved'),
  sendOffer: async (input) => {
    const w = world(input);
    w.sentTo++;
    return { kind: 'sent', expiresAt: new Date(activityInfo().currentAttemptScheduledTimestampMs + 7 * 86_400_000).toISOString(), followUp: null };
  },
  recordDecision: async (input) => {
    const w = world(input);
    if (w.decided.some((d) => d === 'accepted' || d === 'declined')) return { kind: 'settled', status: 'accepted' };
    w.decided.push(input.decision);
    return { kind: 'recorded' };
  },
  closeDeal: async (input) => void world(input).closed.push(input.outcome),
};

function offer(w: World): { offerId: string; offerNo: number } {
  const offerId = randomUUID();
  byOffer.set(offerId, w);
  return { offerId, offerNo: ++w.offers };
}

async function start(w: Partial<World> = {}) {
  const dealId = randomUUID();
  const it: World = { decided: [], closed: [], offers: 0, sentTo: 0, ...w };
  worlds.set(dealId, it);
  const handle = await engine.client.workflow.start<typeof dealWorkflow>('dealWorkflow', {
    taskQueue: mainQueue,
    workflowId: `deal/test/${dealId}`,
    staticSummary: 'Deal of a test',
    args: [{ brokerageId: randomUUID(), brokerage: 'test', dealId, dealNo: 1 }],
  });
  const stage = async (): Promise<string> => (await handle.query(messages.statusQuery)).stage;
  return { handle, world: it, stage, reaches: (wanted: string) => expect.poll(stage, { timeout: 15_000 }).toBe(wanted) };
}
const by = { by: 'person-1' };

test('a repeated start of a closed deal ends at once and does nothing', async () => {
  const { handle, world } = await start({ rowOpen: false });
  expect(await handle.result()).toEqual({ outcome: 'not-open' });
  expect(world).toMatchObject({ offers: 0, sentTo: 0, closed: [] });
});

test('an unanswered offer expires after its seven days and closes the deal once', async () => {
  const { handle, world, reaches } = await start();
  await reaches('following-up');
  await fastForward(engine.connection, engine.namespace, handle, 6 * 86_400);
  expect(world.closed).toEqual([]);
  await fastForward(engine.connection, engine.namespace, handle, 2 * 86_400);
  expect(await handle.result()).toEqual({ outcome: 'expired' });
  expect(world).toMatchObject({ decided: ['expired'], closed: ['expired'] });
});

test('an accepted offer waits for its contract; asked again with the same key, the answer is the same', async () => {
  const { handle, world, reaches } = await start();
  await reaches('following-up');
  const updateId = randomUUID();
  await handle.executeUpdate(messages.acceptUpdate, { args: [by], updateId });
  await handle.executeUpdate(messages.acceptUpdate, { args: [by], updateId });
  await reaches('accepted');
  await expect.poll(() => handle.query(messages.explainQuery)).toMatch(/^waiting for the contract since/);
  expect(world).toMatchObject({ decided: ['accepted'], closed: [] });
  await expect(handle.executeUpdate(messages.declineUpdate, { args: [{ ...by, reason: 'no' }] })).rejects.toMatchObject({
    cause: { message: expect.stringContaining('The seller has accepted') },
  });
  await handle.executeUpdate(messages.markDeadUpdate, { args: [{ ...by, reason: 'the seller backed out' }] });
  expect(await handle.result()).toEqual({ outcome: 'dead' });
});

const fact = (what: string, position = 7) => ({ eventId: randomUUID(), position, what });

test('under contract the facts lead: each stage begins a fresh history and forgets nothing, and the closing ends it', async () => {
  const { handle, world, reaches } = await start();
  await reaches('following-up');
  await handle.executeUpdate(messages.acceptUpdate, { args: [by] });
  await reaches('accepted');
  const { runId } = await handle.describe();
  world.file = { outcome: null, reason: null, stage: 'under-contract', waitingFor: 'earnest money received by 2026-12-03' };
  await handle.signal(messages.fileChangedSignal, fact('contract recorded'));
  await reaches('under-contract');
  await expect.poll(async () => (await handle.describe()).runId, { timeout: 15_000 }).not.toBe(runId);
  await expect.poll(() => handle.query(messages.explainQuery)).toMatch(/^waiting for earnest money received by 2026-12-03 since/);
  expect((await cardOf(handle)).card).toContain('**Waiting for** earnest money received by 2026-12-03');
  expect(await handle.query(messages.statusQuery)).toMatchObject({ takenIn: 7 });
  await expect(handle.executeUpdate(messages.markDeadUpdate, { args: [{ ...by, reason: 'x' }] })).rejects.toMatchObject({
    cause: { message: expect.stringContaining('recorded as fallen through') },
  });
  world.file = { outcome: null, reason: null, stage: 'closing', waitingFor: 'the closing' };
  await handle.signal(messages.fileChangedSignal, fact('Financing approved', 9));
  await reaches('closing');
  world.file = { outcome: 'closed', reason: null, stage: null, waitingFor: null };
  await handle.signal(messages.fileChangedSignal, fact('Closed at the closing table', 12));
  expect(await handle.result()).toEqual({ outcome: 'closed' });
  expect(world.closed).toEqual(['closed']);
  expect((await handle.query(messages.timelineQuery)).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['the seller accepted', 'contract recorded', 'now under contract', 'Financing approved', 'now closing', 'closed']),
  );
});

test('a contract that falls through ends the deal with its reason', async () => {
  const { handle, world, reaches } = await start({ file: { outcome: null, reason: null, stage: 'under-contract', waitingFor: 'the option' } });
  await reaches('following-up');
  // Recorded straight away, while our offer was out.
  await handle.signal(messages.fileChangedSignal, fact('contract recorded'));
  await reaches('under-contract');
  world.file = { outcome: 'fell-through', reason: 'financing denied', stage: null, waitingFor: null };
  await handle.signal(messages.fileChangedSignal, fact('contract ended', 8));
  expect(await handle.result()).toEqual({ outcome: 'fell-through' });
  expect(await handle.query(messages.explainQuery)).toMatch(/^closed: fell-through \(financing denied\); next: /);
});

test('a deal opened again waits for a contract and makes no offer', async () => {
  const { handle, world, reaches } = await start({ reopened: true });
  await reaches('accepted');
  expect(world).toMatchObject({ offers: 0, sentTo: 0 });
  await handle.executeUpdate(messages.markDeadUpdate, { args: [{ ...by, reason: 'no buyer came' }] });
  expect(await handle.result()).toEqual({ outcome: 'dead' });
});

test('a fact that comes before the seller accepted changes nothing of the offers', async () => {
  const { handle, reaches } = await start({ file: { outcome: null, reason: null, stage: null, waitingFor: null } });
  await reaches('following-up');
  await handle.signal(messages.fileChangedSignal, fact('Showing scheduled'));
  await expect.poll(async () => (await handle.query(messages.timelineQuery)).map(({ what }) => what), { timeout: 15_000 }).toContain('Showing scheduled');
  await reaches('following-up');
  await handle.executeUpdate(messages.declineUpdate, { args: [{ ...by, reason: 'no' }] });
  expect(await handle.result()).toEqual({ outcome: 'declined' });
});

test('a fact that comes before the run has begun does not cost the deal its offer; one that puts it under contract does', async () => {
  const early = async (file: AdvancedFile) => {
    const dealId = randomUUID();
    const it: World = { decided: [], closed: [], offers: 0, sentTo: 0, file };
    worlds.set(dealId, it);
    const handle = await engine.client.workflow.signalWithStart<typeof dealWorkflow, [{ eventId: string; position: number; what: string }]>('dealWorkflow', {
      taskQueue: mainQueue,
      workflowId: `deal/test/${dealId}`,
      staticSummary: 'Deal of a test',
      args: [{ brokerageId: randomUUID(), brokerage: 'test', dealId, dealNo: 1 }],
      signal: messages.fileChangedSignal,
      signalArgs: [fact('checklist changed')],
    });
    return {
      world: it,
      reaches: (wanted: string) => expect.poll(async () => (await handle.query(messages.statusQuery)).stage, { timeout: 15_000 }).toBe(wanted),
    };
  };
  const offered = await early({ outcome: null, reason: null, stage: null, waitingFor: null });
  await offered.reaches('following-up');
  expect(offered.world).toMatchObject({ offers: 1, sentTo: 1 });
  const signed = await early({ outcome: null, reason: null, stage: 'under-contract', waitingFor: 'the option' });
  await signed.reaches('under-contract');
  expect(signed.world.offers).toBe(0);
});

test('nothing is sent before a person approved it, where the brokerage asks for that', async () => {
  const { handle, world, reaches } = await start({ approval: true });
  await reaches('approval');
  expect(world.sentTo).toBe(0);
  expect(await handle.query(messages.explainQuery)).toMatch(/^waiting for the approval of offer 1 since \w+day/);
  await expect(handle.executeUpdate(messages.acceptUpdate, { args: [by] })).rejects.toMatchObject({
    cause: { message: expect.stringContaining('An offer is accepted after it was sent') },
  });
  await handle.executeUpdate(messages.approveUpdate, { args: [by] });
  await reaches('following-up');
  expect(world).toMatchObject({ decided: ['approved'], sentTo: 1 });
});

test('a newer offer replaces the one that waits for its approval', async () => {
  const { handle, world, reaches } = await start({ approval: true });
  await reaches('approval');
  const newer = { eventId: randomUUID(), ...offer(world) };
  await handle.signal(messages.offerRequestedSignal, newer);
  await handle.signal(messages.offerRequestedSignal, newer);
  await expect.poll(async () => (await handle.query(messages.statusQuery)).offerNo, { timeout: 15_000 }).toBe(newer.offerNo);
  await reaches('approval');
  await handle.executeUpdate(messages.approveUpdate, { args: [by] });
  await reaches('following-up');
  expect(world.sentTo).toBe(1);
  await handle.executeUpdate(messages.declineUpdate, { args: [{ ...by, reason: 'no' }] });
  expect(await handle.result()).toEqual({ outcome: 'declined' });
});

test('the deal explains what its follow-up does next, and lists what it did', async () => {
  const { handle, reaches } = await start();
  await reaches('following-up');
  await handle.signal(messages.followUpMovedSignal, { eventId: randomUUID(), what: 'email sent (day-1)', next: 'text on Thursday 10:00 in Nashville' });
  await expect
    .poll(() => handle.query(messages.explainQuery))
    .toMatch(/^waiting for the seller's reply since \w+day .*; next: text on Thursday 10:00 in Nashville$/);
  expect((await handle.query(messages.timelineQuery)).map(({ what }) => what)).toEqual(expect.arrayContaining(['email sent (day-1)', 'the offer expires']));
  await handle.executeUpdate(messages.declineUpdate, { args: [{ ...by, reason: 'no' }] });
  expect(await handle.result()).toEqual({ outcome: 'declined' });
});

test('a formula that gives no offer leaves the deal waiting for one by hand, and says why', async () => {
  const { handle, world, reaches } = await start({ none: 'the repaired value is not known' });
  await expect
    .poll(() => handle.query(messages.explainQuery), { timeout: 15_000 })
    .toContain('waiting for an offer by hand: the repaired value is not known since');
  await handle.signal(messages.offerRequestedSignal, { eventId: randomUUID(), ...offer(world) });
  await reaches('following-up');
});

test('a letter with a missing variable blocks the deal by its name until another offer is asked for', async () => {
  const { handle, world, reaches } = await start({ blocked: 'seller.name' });
  await reaches('blocked');
  expect(await handle.query(messages.explainQuery)).toContain('seller.name is missing');
  delete world.blocked;
  await handle.signal(messages.offerRequestedSignal, { eventId: randomUUID(), ...offer(world) });
  await reaches('following-up');
});

test.each(['open', 'approval', 'blocked', 'following-up'])('a deal marked dead while it is at "%s" closes with its reason', async (stage) => {
  const { handle, world, reaches } = await start({
    ...(stage === 'open' ? { none: 'no value' } : {}),
    approval: stage === 'approval',
    ...(stage === 'blocked' ? { blocked: 'x' } : {}),
  });
  if (stage === 'open') await expect.poll(() => handle.query(messages.explainQuery), { timeout: 15_000 }).toContain('an offer by hand');
  else await reaches(stage);
  await handle.executeUpdate(messages.markDeadUpdate, { args: [{ ...by, reason: 'sold elsewhere' }] });
  expect(await handle.result()).toEqual({ outcome: 'dead' });
  expect(world.closed).toEqual(['dead']);
  expect(await handle.query(messages.explainQuery)).toMatch(/^closed: dead \(sold elsewhere\); next: /);
});

test("a seller's reply makes the deal wait for a person, once per event", async () => {
  const { handle, reaches } = await start();
  await reaches('following-up');
  const eventId = randomUUID();
  await handle.signal(messages.sellerRepliedSignal, { eventId, class: 'reply' });
  await handle.signal(messages.sellerRepliedSignal, { eventId, class: 'reply' });
  await expect.poll(() => handle.query(messages.explainQuery), { timeout: 15_000 }).toMatch(/waiting for a person's answer to the seller since/);
  const told = (await handle.query(messages.timelineQuery)).filter(({ what }) => what.startsWith('the seller replied'));
  expect(told).toHaveLength(1);
  await handle.executeUpdate(messages.declineUpdate, { args: [{ ...by, reason: 'price too low' }] });
  expect(await handle.result()).toEqual({ outcome: 'declined' });
});
