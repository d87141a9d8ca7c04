import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createComplianceActivities } from '../../activities/compliance.ts';
import type { Deps } from '../../activities/index.ts';
import { termsOf } from '../../db/contract-terms.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { amendContract, endContract, fileOf, recordContract } from '../../db/queries/contracts.ts';
import { addCustomClock } from '../../db/queries/custom-clocks.ts';
import { recomputeDeadlines } from '../../db/queries/deadlines.compute.ts';
import { endDeadlines, settleDeadline } from '../../db/queries/deadlines.settle.ts';
import { clockOf, listDeadlines } from '../../db/queries/deadlines.ts';
import { recordFact } from '../../db/queries/deal-facts.ts';
import { contracts, deals, events, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { amended } from '../../domain/compliance/ripple.ts';
import { localDate } from '../../domain/time/zoned.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { fastForward } from '../../test/fast-forward.ts';
import { cardOf, runPage } from '../../test/run-page.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { complianceConsumers } from '../../workers/consumers/compliance.ts';
import { createPerform } from '../../workers/relay/perform.ts';
import { drain } from '../../workers/relay/relay.ts';
import { explainQuery, lookAgainSignal, timelineQuery } from './messages.ts';

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
  const { watchDeadline } = createComplianceActivities({ db: database.app } as Deps);
  await engine.work({
    watchDeadline: async (input) => {
      const found = await watchDeadline(input);
      if (found.kind === 'ended') await heldBack.get(input.deadlineId)?.();
      return found;
    },
  });
});
/** By deadline: what is waited for between a last look and the run's hearing of it. */
const heldBack = new Map<string, () => Promise<void>>();

const change = <T>(dealId: string, fn: (c: Change) => Promise<T>, at?: Date): Promise<T> =>
  changeSubject(
    database.app,
    { brokerageId: brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'person', id: 'test' }, source: 'test', ...(at ? { at } : {}) },
    fn,
  );
const settle = (): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: complianceConsumers,
    perform: createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl: 'https://keyturn.example' }),
    retryDelaysMs: [50, 200],
    log: () => {},
  });
const today = (plusDays = 0): string => localDate(new Date(Date.now() + plusDays * day * 1000), zone);

/** A deal under the Texas form, effective today, with an option of so many days; its option watcher runs. */
async function underContract(optionDays = 20): Promise<SeededDeal & { handle: WorkflowHandle }> {
  const deal = await seedDeal(database.app, brokerage.id, { deal: { stage: 'under-contract' } });
  await signed(deal.dealId, optionDays);
  await settle();
  return { ...deal, handle: engine.client.workflow.getHandle(`deadline/${brokerage.slug}/${deal.dealNo}/option`) };
}
const signed = (dealId: string, optionDays: number): Promise<void> =>
  change(dealId, async (c) => {
    await recordContract(c, {
      ...{ dealId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone, priceCents: 20_000_000, by: 'test' },
      ...{ effectiveOn: today(), effectiveTime: '12:00', periods: { optionDays }, dates: { closingDate: today(45) } },
    });
    await recomputeDeadlines(c, { dealId, cause: { kind: 'rule', id: 'test' } });
  });
const forward = (handle: WorkflowHandle, seconds: number) => fastForward(engine.connection, engine.namespace, handle, seconds);
const option = (dealId: string) => inTenant(database.app, brokerage.id, (tx) => clockOf(tx, { dealId, clock: 'option' }));
const typesOf = async (dealId: string, clock = 'option'): Promise<string[]> => {
  const rows = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)).orderBy(events.seq));
  return rows.filter(({ payload }) => (payload as { clock?: string }).clock === clock).map(({ type }) => type);
};
const tasksOf = (dealId: string) => inTenant(database.app, brokerage.id, (tx) => tx.select().from(tasks).where(eq(tasks.dealId, dealId)));
const openTasks = async (dealId: string): Promise<string[]> =>
  (await tasksOf(dealId)).filter(({ status, kind }) => status === 'open' && kind === 'meet-deadline').map(({ title }) => title);
const explained = (handle: WorkflowHandle, words: RegExp) => expect.poll(() => handle.query(explainQuery), { timeout: 15_000 }).toMatch(words);
const until = (at: Date | null, hours: number): number => (at!.getTime() - Date.now()) / 1000 - hours * hour;

describe('the inspection deadline, to the letter', () => {
  it('is published as approaching at its lead time; after 48 hours without a report the deal is flagged, the coordinator told, then the broker; then it is missed', async () => {
    const { dealId, dealNo, handle } = await underContract();
    expect(await runPage(handle)).toBe(`https://keyturn.example/deals/${dealNo}/timeline?clock=option`);
    await explained(handle, /^waiting for inspection report received \(the buyer must act\) until .* since \w+day .*; next: it counts as approaching on/);
    expect(await typesOf(dealId)).toEqual(['Deadline.Opened']);

    const { dueAt } = await option(dealId);
    await forward(handle, until(dueAt, 71));
    await expect.poll(() => typesOf(dealId)).toEqual(['Deadline.Opened', 'Deadline.Approaching', 'InspectionDeadline.Approaching', 'Deadline.Reminded']);
    await explained(handle, /next: a reminder about the buyer's duty, 48 hours ahead/);

    await forward(handle, 48 * hour);
    await expect.poll(() => typesOf(dealId)).toContain('Deadline.Escalated');
    const flagged = await option(dealId);
    expect(flagged).toMatchObject({ status: 'pending', flaggedAt: expect.any(Date) });
    expect((await tasksOf(dealId)).filter(({ status }) => status === 'open').map(({ role }) => role)).toEqual(expect.arrayContaining(['coordinator']));
    await explained(handle, /\(flagged\) since .*; next: the broker is told on/);

    await forward(handle, 2 * day);
    expect(await handle.result()).toEqual({ outcome: 'breached' });
    expect((await typesOf(dealId)).slice(-3)).toEqual(expect.arrayContaining(['Deadline.Breached', 'Deadline.Settled']));
    expect((await typesOf(dealId)).filter((type) => type === 'Deadline.Escalated')).toHaveLength(2);
    expect(await option(dealId)).toMatchObject({ status: 'breached', settled: { reason: 'no InspectionReport.Received in time' }, runDueAt: null });
    expect((await tasksOf(dealId)).filter(({ status, kind }) => status === 'open' && kind === 'meet-deadline').map(({ role }) => role)).toEqual(['broker']);
  });

  it('ends with the report at any earlier time, and nobody is told anything more', async () => {
    const { dealId, dealNo, handle } = await underContract();
    await change(dealId, async (c) => {
      await recordFact(c, { dealId, dealNo, fact: 'InspectionReport.Received', effectiveOn: today(), value: null, evidence: null, by: 'test' });
      await recomputeDeadlines(c, { dealId, cause: { kind: 'fact', id: 'test' } });
    });
    await settle();
    expect(await handle.result()).toEqual({ outcome: 'satisfied' });
    expect(await typesOf(dealId)).toEqual(['Deadline.Opened', 'Deadline.Settled']);
    expect(await tasksOf(dealId)).toEqual([]);
  });
});

it('evidence that was in time and is only recorded late takes the broker’s task of the missed one with it', async () => {
  const { dealId, dealNo, handle } = await underContract();
  const missed = async () => (await tasksOf(dealId)).filter(({ status, title }) => status === 'open' && title.startsWith('Missed')).length;
  await forward(handle, until((await option(dealId)).dueAt, -1));
  expect(await handle.result()).toEqual({ outcome: 'breached' });
  expect(await missed()).toBe(1);
  await change(dealId, async (c) => {
    await recordFact(c, { dealId, dealNo, fact: 'InspectionReport.Received', effectiveOn: today(), value: null, evidence: null, by: 'test' });
    await recomputeDeadlines(c, { dealId, cause: { kind: 'fact', id: 'test' } });
  });
  expect(await option(dealId)).toMatchObject({ status: 'satisfied' });
  expect(await missed()).toBe(0);
});

describe('a moved date', () => {
  const amend = (dealId: string, optionDays: number) =>
    change(dealId, async (c) => {
      const { deal, contract } = await fileOf(c.tx, { dealId });
      const { next, changes } = amended(termsOf(contract), { periods: { optionDays } });
      const { id } = await amendContract(c, { deal, contract, next, changes, ripple: {}, reason: 'test', by: 'test' });
      await recomputeDeadlines(c, { dealId, cause: { kind: 'amendment', id } });
    });

  it('is slept to anew, forty amendments in a row, and the last one counts', async () => {
    const { dealId, handle } = await underContract();
    for (let n = 1; n <= 40; n++) await amend(dealId, 20 + (n % 7) + 1);
    await settle();
    const { dueAt, date } = await option(dealId);
    expect(date).toBe(today(20 + (40 % 7) + 1));
    await explained(handle, /next: it counts as approaching on/);
    await forward(handle, until(dueAt, 71));
    await expect.poll(() => typesOf(dealId)).toContain('InspectionDeadline.Approaching');
    expect((await typesOf(dealId)).filter((type) => type === 'Deadline.Approaching')).toHaveLength(1);
  });

  it('takes the tasks and the flag of its old instant with it; back there, they stand again and nobody is told twice', async () => {
    const { dealId, handle } = await underContract();
    const asked = async () =>
      (await tasksOf(dealId))
        .filter(({ status, title }) => status === 'open' && /option/i.test(title))
        .map(({ title }) => title)
        .toSorted();
    await forward(handle, until((await option(dealId)).dueAt, 20));
    await expect.poll(async () => (await option(dealId)).flaggedAt, { timeout: 15_000 }).not.toBeNull();
    const [before, events] = [await asked(), await typesOf(dealId)];
    expect(before.length).toBeGreaterThan(0);
    await amend(dealId, 40);
    await settle();
    await expect.poll(asked, { timeout: 15_000 }).toEqual([]);
    expect(await option(dealId)).toMatchObject({ flaggedAt: null });
    await amend(dealId, 20);
    await settle();
    await expect.poll(asked, { timeout: 15_000 }).toEqual(before);
    expect(await option(dealId)).toMatchObject({ flaggedAt: expect.any(Date) });
    expect((await typesOf(dealId)).slice(events.length)).toEqual(['Deadline.Moved', 'Deadline.Moved']);
  });

  it('into the past never skips the breach, and an extension brings the missed clock back', async () => {
    const { dealId, handle } = await underContract();
    await amend(dealId, 0);
    // The option ends at five today; whether that is past hangs on the hour, so the run's own clock goes there.
    await settle();
    await forward(handle, 2 * day);
    expect(await handle.result()).toEqual({ outcome: 'breached' });
    expect((await typesOf(dealId)).filter((type) => type === 'Deadline.Breached')).toHaveLength(1);

    await amend(dealId, 30);
    await settle();
    expect(await option(dealId)).toMatchObject({ status: 'pending', flaggedAt: null, settled: null });
    await explained(handle, /^waiting for inspection report received \(the buyer must act; extended from \S+ to \S+ by amendment 2\) until/);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    // Nobody is asked any more what to do about the miss that is none.
    await expect.poll(() => openTasks(dealId), { timeout: 15_000 }).toEqual([]);

    // The extension was a slip: the same past date is missed again, never pending in silence.
    await amend(dealId, 0);
    await settle();
    await forward(handle, 2 * day);
    await expect.poll(async () => (await option(dealId)).status, { timeout: 15_000 }).toBe('breached');
    expect(await openTasks(dealId)).toEqual([expect.stringContaining('Missed')]);
  });

  it('away from its reminder takes the task back, and back again brings it back', async () => {
    const { dealId, handle } = await underContract();
    const { dueAt } = await option(dealId);
    await forward(handle, until(dueAt, 71));
    await expect.poll(() => openTasks(dealId), { timeout: 15_000 }).toEqual([expect.stringContaining('Due in 72 hours')]);
    await amend(dealId, 40);
    await settle();
    await expect.poll(() => openTasks(dealId), { timeout: 15_000 }).toEqual([]);
    await amend(dealId, 20);
    await settle();
    await expect.poll(() => openTasks(dealId), { timeout: 15_000 }).toEqual([expect.stringContaining('Due in 72 hours')]);
  });
});

it('a long watch continues as new and forgets neither its state nor what it has told', async () => {
  const { dealId, dealNo, handle } = await underContract();
  const { runId } = await handle.describe();
  for (let n = 0; (await handle.describe()).runId === runId; n++) {
    expect(n, 'looks before a fresh history').toBeLessThan(80);
    await handle.signal(lookAgainSignal, { eventId: randomUUID(), what: `the coordinator looked (${n})` });
    await expect.poll(async () => (await handle.query(timelineQuery)).some(({ what }) => what.endsWith(`(${n})`)), { timeout: 15_000 }).toBe(true);
  }
  await explained(handle, /^waiting for inspection report received \(the buyer must act\) until .* since \w+day .*; next: it counts as approaching on/);
  // The details of its start are lost with the old history; the card still leads back.
  expect(await runPage(handle)).toBeUndefined();
  expect(await cardOf(handle)).toEqual({
    card: expect.stringContaining('waiting for inspection report received'),
    page: `https://keyturn.example/deals/${dealNo}/timeline?clock=option`,
  });
  const { dueAt } = await option(dealId);
  await forward(handle, until(dueAt, 71));
  await expect.poll(() => typesOf(dealId)).toContain('InspectionDeadline.Approaching');
});

const optionIs = (dealId: string, status: 'waived' | 'pending') =>
  change(dealId, async (c) => {
    const { deal } = await fileOf(c.tx, { dealId });
    await settleDeadline(c, { deal, row: await clockOf(c.tx, { dealId, clock: 'option' }), status, reason: 'agreed', proof: null, by: 'test' });
  });

it('a waived clock ends its watcher; resumed, it is watched again', async () => {
  const { dealId, handle } = await underContract();
  await optionIs(dealId, 'waived');
  await settle();
  expect(await handle.result()).toEqual({ outcome: 'waived' });
  await optionIs(dealId, 'pending');
  await settle();
  await expect.poll(async () => (await handle.describe()).status.name).toBe('RUNNING');
  await explained(handle, /^waiting for inspection report/);
});

describe('news that come while a run looks for the last time', () => {
  /** Does so when the run of this clock has looked and not heard of it yet. */
  async function atTheLastLook(deadlineId: string, begin: () => Promise<void>, act: () => Promise<void>): Promise<void> {
    const [looked, acted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    heldBack.set(deadlineId, () => {
      heldBack.delete(deadlineId);
      looked.resolve();
      return acted.promise;
    });
    await begin();
    await settle();
    await looked.promise;
    await act();
    await settle();
    acted.resolve();
  }

  it('a clock that is resumed meanwhile is watched on', async () => {
    const { dealId, handle } = await underContract();
    await explained(handle, /^waiting for inspection report/);
    await atTheLastLook(
      (await option(dealId)).id,
      () => optionIs(dealId, 'waived'),
      () => optionIs(dealId, 'pending'),
    );
    await expect.poll(async () => (await handle.query(timelineQuery)).map(({ what }) => what), { timeout: 15_000 }).toContain('ended: waived');
    await explained(handle, /^waiting for inspection report/);
    expect((await handle.describe()).status.name).toBe('RUNNING');
  });

  it('the same clock of the next contract, told to the run of the last one, is watched', async () => {
    const { dealId, handle } = await underContract();
    await explained(handle, /^waiting for inspection report/);
    const { id: first } = await option(dealId);
    await atTheLastLook(
      first,
      () =>
        change(dealId, async (c) => {
          const { deal } = await fileOf(c.tx, { dealId });
          await endContract(c, { dealId, status: 'terminated', reason: 'test', earnestMoney: null });
          await endDeadlines(c, { deal, reason: 'the contract has ended', by: 'test' });
          // As the re-opening does.
          await c.tx.update(contracts).set({ status: 'set-aside' }).where(eq(contracts.dealId, dealId));
        }),
      () => signed(dealId, 30),
    );
    await explained(handle, /^waiting for inspection report received/);
    const { id, dueAt } = await option(dealId);
    expect(id).not.toBe(first);
    await forward(handle, until(dueAt, 71));
    await expect.poll(async () => (await option(dealId)).told, { timeout: 15_000 }).toContainEqual(expect.objectContaining({ step: 'approaching' }));
  });
});

it('after the closing nobody is reminded of what was to be done before it; what lives on is watched, also once the deal is closed', async () => {
  const { dealId, dealNo, handle } = await underContract();
  const own = await change(dealId, async (c) => {
    const clock = { title: 'Keys', actor: 'agent', evidence: null, watched: true, localTime: '17:00', reason: 'addendum', rule: { date: today(10) } } as const;
    const name = await addCustomClock(c, { dealId, ...clock, by: 'test' });
    await recomputeDeadlines(c, { dealId, cause: { kind: 'hand', id: 'test' } });
    return engine.client.workflow.getHandle(`deadline/${brokerage.slug}/${dealNo}/${name}`);
  });
  await settle();
  await change(dealId, async (c) => {
    await recordFact(c, { dealId, dealNo, fact: 'Closing.Completed', effectiveOn: today(), value: null, evidence: null, by: 'test' });
    await recomputeDeadlines(c, { dealId, cause: { kind: 'fact', id: 'test' } });
  });
  await settle();
  expect(await handle.result()).toEqual({ outcome: 'terminated' });
  expect(await typesOf(dealId)).toEqual(['Deadline.Opened', 'Deadline.Settled']);
  await change(dealId, async (c) => {
    const { deal } = await fileOf(c.tx, { dealId });
    await endContract(c, { dealId, status: 'closed', reason: null, earnestMoney: null });
    await endDeadlines(c, { deal, reason: 'the deal is closed', by: 'test', closed: true });
    await c.tx.update(deals).set({ stage: 'closed', closedAt: c.now }).where(eq(deals.id, dealId));
  });
  const { dueAt } = (await inTenant(database.app, brokerage.id, (tx) => listDeadlines(tx, { dealId }))).find(({ clock }) => clock === 'own-1')!;
  await forward(own, until(dueAt, 71));
  await expect.poll(() => openTasks(dealId), { timeout: 15_000 }).toEqual([expect.stringContaining('Due in 72 hours: Keys')]);
  expect((await own.describe()).status.name).toBe('RUNNING');
});

it('the contingency of California that stands for the inspection is published as approaching, too, and no report ends it', async () => {
  const { dealId, dealNo } = await seedDeal(database.app, brokerage.id, { deal: { stage: 'under-contract' } });
  await change(dealId, async (c) => {
    await recordContract(c, {
      ...{ dealId, form: 'ca-car-rpa', formVersion: 'rev. 6/25', state: 'CA', zone: 'America/Los_Angeles', priceCents: 90_000_000, by: 'test' },
      ...{ effectiveOn: today(), effectiveTime: '12:00', periods: {}, dates: { closeOfEscrowDate: today(45) } },
    });
    await recordFact(c, { dealId, dealNo, fact: 'InspectionReport.Received', effectiveOn: today(), value: null, evidence: null, by: 'test' });
    await recomputeDeadlines(c, { dealId, cause: { kind: 'rule', id: 'test' } });
  });
  await settle();
  const clock = 'investigation-contingency';
  const handle = engine.client.workflow.getHandle(`deadline/${brokerage.slug}/${dealNo}/${clock}`);
  await explained(handle, /^waiting for investigation contingency removed \(the buyer must act\)/);
  const { dueAt } = await inTenant(database.app, brokerage.id, (tx) => clockOf(tx, { dealId, clock }));
  await forward(handle, until(dueAt, 71));
  await expect.poll(() => typesOf(dealId, clock), { timeout: 15_000 }).toContain('InspectionDeadline.Approaching');
  await change(dealId, async (c) => {
    await recordFact(c, { dealId, dealNo, fact: 'Contingency.Removed', effectiveOn: today(), value: 'investigation', evidence: null, by: 'test' });
    await recomputeDeadlines(c, { dealId, cause: { kind: 'fact', id: 'test' } });
  });
  await settle();
  expect(await handle.result()).toEqual({ outcome: 'satisfied' });
});

it('a watcher started again for a clock that is settled ends with its first look', async () => {
  const { dealId, dealNo } = await underContract();
  const [row] = (await inTenant(database.app, brokerage.id, (tx) => listDeadlines(tx, { dealId }))).filter(({ clock }) => clock === 'earnest-money');
  await change(dealId, async (c) => {
    const { deal } = await fileOf(c.tx, { dealId });
    await settleDeadline(c, { deal, row: row!, status: 'satisfied', reason: 'paid', proof: null, by: 'test' });
  });
  await settle();
  await engine.client.workflow.getHandle(row!.workflowId).result();
  const input = { brokerageId: brokerage.id, brokerage: brokerage.slug, dealNo, deadlineId: row!.id, clock: row!.clock, title: row!.title };
  const handle = await engine.client.workflow.start('complianceDeadlineWorkflow', {
    taskQueue: 'keyturn',
    workflowId: `${row!.workflowId}/${randomUUID()}`,
    args: [input],
    staticSummary: 'A start delivered late',
  });
  expect(await handle.result()).toEqual({ outcome: 'satisfied' });
  expect((await handle.query(timelineQuery)).at(-1)).toMatchObject({ what: 'ended: satisfied' });
});
