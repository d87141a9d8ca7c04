import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { businessNow } from '../db/clock.ts';
import { changeSubject } from '../db/events.ts';
import { findDeal } from '../db/queries/closing.ts';
import { endContract } from '../db/queries/contracts.ts';
import { missDeadline } from '../db/queries/deadlines.miss.ts';
import { endDeadlines } from '../db/queries/deadlines.settle.ts';
import { clockOf } from '../db/queries/deadlines.ts';
import { deals } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { addDays, localDate } from '../domain/time/zoned.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { seedDeal } from '../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
let brokerage: { id: string; slug: string };
let key: string;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerage = await testBrokerage(database.app);
  ({ key } = await testKey(database, brokerage.id));
  today = localDate(await inTenant(database.app, brokerage.id, businessNow), 'America/New_York');
});

const inDays = (days: number) => addDays(today, days);
type Row = { clock: string; status: string; livesOn: boolean; settled: { reason: string } | null };
type Answer = { id: string; clock: string; items: Row[]; deadlines: Row[] } & Record<string, unknown>;
const post = async (path: string, body: object, status = 200): Promise<Answer> => {
  const answer = await api.call('POST', path, { key, body });
  expect(answer.status, answer.text.slice(0, 300)).toBe(status);
  return answer.json as Answer;
};
/** A Florida purchase, whose deposit the brokerage received and has still to place in escrow. */
async function florida(since = 2) {
  const { dealId, dealNo } = await seedDeal(database.app, brokerage.id, { lead: { state: 'FL', county: 'ORANGE', yearBuilt: 1995 }, deal: { side: 'buyer' } });
  const path = `/v1/deals/${dealNo}`;
  const terms = { form: 'fl-far-bar', effectiveOn: inDays(-since), priceCents: 28_500_000, zone: 'America/New_York', state: 'FL' };
  await post(`${path}/contract`, { ...terms, dates: { closingDate: inDays(30), financed: true } }, 201);
  const record = (fact: string, effectiveOn = today, more: object = {}) => post(`${path}/facts`, { fact, effectiveOn, ...more });
  await record('Deposit.ReceivedByBrokerage', today, { amountCents: 500_000 });
  const own = async (count: object) => (await post(`${path}/deadlines`, { title: 'Keys', actor: 'agent', reason: 'addendum', count }, 201)).clock;
  const rows = async () => new Map(((await api.call('GET', `${path}/deadlines`, { key })).json as Answer).items.map((row) => [row.clock, row]));
  const changing = <T>(fn: Parameters<typeof changeSubject<T>>[2]): Promise<T> =>
    changeSubject(
      database.app,
      { brokerageId: brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      fn,
    );
  const miss = (clock: string) =>
    changing(async (change) => missDeadline(change, { deal: { id: dealId, dealNo }, row: await clockOf(change.tx, { dealId, clock }) }));
  /** As the deal's run does, when nothing is missing. */
  const close = () =>
    changing(async (change) => {
      const deal = (await findDeal(change.tx, { dealId }))!;
      await endContract(change, { dealId, status: 'closed', reason: null, earnestMoney: null });
      await endDeadlines(change, { deal, reason: 'the deal is closed', by: 'run', closed: true });
      await change.tx.update(deals).set({ stage: 'closed', closedAt: change.now }).where(eq(deals.id, dealId));
    });
  return { path, record, own, rows, miss, close };
}

describe('once the closing has taken place', () => {
  it('nobody is reminded of what was to be done before it; what the law or a person wants done after it runs on', async () => {
    const { record, own, rows } = await florida();
    const [after, before] = [await own({ days: 5, from: 'closingDate' }), await own({ days: 5, from: 'closingDate', direction: 'before' })];
    await record('Closing.Completed');
    const clocks = await rows();
    const pending = [...clocks.values()].filter(({ status }) => status === 'pending').map(({ clock }) => clock);
    expect(pending.toSorted()).toEqual(['escrow-deposit', 'escrow-handover', after].toSorted());
    expect(clocks.get('inspection')).toMatchObject({
      status: 'terminated',
      livesOn: false,
      settled: { reason: `the closing took place on ${today}`, by: 'rule' },
    });
    expect(clocks.get(before)).toMatchObject({ status: 'terminated' });
    expect(clocks.get('closing')).toMatchObject({ status: 'satisfied' });
  });

  it('evidence that is recorded late still shows that it was done', async () => {
    const { record, rows } = await florida();
    await record('Closing.Completed');
    await record('WalkThrough.Completed');
    expect((await rows()).get('walk-through')).toMatchObject({ status: 'satisfied' });
  });

  it('what was missed before it stays missed; what was only due after it was no miss', async () => {
    const { record, rows, miss } = await florida(30);
    // Due days ago, before the closing; and yesterday, when nobody knew yet that the closing had taken place.
    for (const clock of ['initial-deposit', 'financing']) await miss(clock);
    expect([(await rows()).get('initial-deposit')!.status, (await rows()).get('financing')!.status]).toEqual(['breached', 'breached']);
    await record('Closing.Completed', inDays(-5));
    const clocks = await rows();
    expect(clocks.get('initial-deposit')!.status).toBe('breached');
    expect(clocks.get('financing')!.status).toBe('terminated');
  });

  it('taken back, the clocks it had ended run again', async () => {
    const { path, record, rows } = await florida();
    const closing = await record('Closing.Completed');
    await post(`${path}/facts/${closing.id}/take-back`, { reason: 'of another deal' });
    const clocks = await rows();
    expect([clocks.get('inspection')!.status, clocks.get('closing')!.status, clocks.get('walk-through')!.status]).toEqual(['pending', 'pending', 'pending']);
  });
});

describe('a deal that is closed', () => {
  it('keeps the clocks that live on: they are settled by their facts and by people, and no other is', async () => {
    const { path, record, own, rows, close } = await florida();
    const keys = await own({ days: 5, from: 'closingDate' });
    await record('Closing.Completed');
    await close();
    expect((await rows()).get('escrow-deposit')).toMatchObject({ status: 'pending', livesOn: true });
    await record('Deposit.PlacedInEscrow');
    expect((await rows()).get('escrow-deposit')).toMatchObject({ status: 'satisfied' });
    await post(`${path}/deadlines/${keys}`, { act: 'waive', reason: 'keys were handed over' });
    expect((await rows()).get(keys)).toMatchObject({ status: 'waived' });
    expect(await post(`${path}/deadlines/inspection`, { act: 'resume', reason: 'a slip' }, 409)).toMatchObject({ type: '/problems/deal-closed' });
  });
});
