import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { about } from '../db/deadline-rows.ts';
import { findDeal } from '../db/queries/closing.ts';
import { endContract } from '../db/queries/contracts.ts';
import { endDeadlines } from '../db/queries/deadlines.settle.ts';
import { clockOf } from '../db/queries/deadlines.ts';
import { listPartyMessages } from '../db/queries/party-messages.view.ts';
import { deals } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { house } from '../test/house.ts';
import { partyMessageConsumers } from '../workers/consumers/party-messages.ts';
import { drain } from '../workers/relay/relay.ts';

type Row = { clock: string; status: string; livesOn: boolean; settled: { reason: string } | null };
type Answer = { id: string; clock: string; items: Row[]; deadlines: Row[] } & Record<string, unknown>;
const { at, changing, inDays, newDeal, miss, post, get } = house<Answer>({ state: 'FL', county: 'ORANGE', yearBuilt: 1995, zone: 'America/New_York' });
/** A Florida purchase, whose deposit the brokerage received and has still to place in escrow. */
async function florida(since = 2) {
  const deal = await newDeal('buyer');
  const { dealId, dealNo, path } = deal;
  const terms = { form: 'fl-far-bar', effectiveOn: inDays(-since), priceCents: 28_500_000, zone: 'America/New_York', state: 'FL' };
  await post(`${path}/contract`, { ...terms, dates: { closingDate: inDays(30), financed: true } }, 201);
  const record = (fact: string, effectiveOn = at.today, more: object = {}) => post(`${path}/facts`, { fact, effectiveOn, ...more });
  await record('Deposit.ReceivedByBrokerage', at.today, { amountCents: 500_000 });
  const own = async (count: object) => (await post(`${path}/deadlines`, { title: 'Keys', actor: 'agent', reason: 'addendum', count }, 201)).clock;
  const rows = async () => new Map((await get(`${path}/deadlines`)).items.map((row) => [row.clock, row]));
  /** As the deal's run does, when nothing is missing. */
  const close = () =>
    changing(dealId, async (change) => {
      const row = (await findDeal(change.tx, { dealId }))!;
      await endContract(change, { dealId, status: 'closed', reason: null, earnestMoney: null });
      await endDeadlines(change, { deal: row, reason: 'the deal is closed', by: 'run', closed: true });
      await change.tx.update(deals).set({ stage: 'closed', closedAt: change.now }).where(eq(deals.id, dealId));
    });
  return { path, dealId, dealNo, record, own, rows, miss: (clock: string) => miss(deal, clock), close };
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
      settled: { reason: `the closing took place on ${at.today}`, by: 'rule' },
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

  it('still tells a party what is due from it after the closing', async () => {
    const { path, dealId, dealNo, record, rows, close } = await florida();
    await post(`${path}/parties`, { role: 'seller', name: 'Sam Seller', email: 'sam@example.com' }, 201);
    const { clock } = await post(`${path}/deadlines`, { title: 'Move out', actor: 'seller', reason: 'leaseback', date: inDays(40) }, 201);
    await record('Closing.Completed');
    await close();
    expect((await rows()).get(clock)).toMatchObject({ status: 'pending' });
    await changing(dealId, async ({ tx, event }) =>
      event('Deadline.Reminded', { ...about({ id: dealId, dealNo }, await clockOf(tx, { dealId, clock })), hours: 24, actor: 'seller' }),
    );
    await drain({
      ...{ app: at.database.app, relay: at.database.relay.sql, consumers: partyMessageConsumers, retryDelaysMs: [] },
      perform: async () => {},
      log: (line) => expect.unreachable(JSON.stringify(line)),
    });
    const drafts = await inTenant(at.database.app, at.brokerage.id, (tx) => listPartyMessages(tx, { dealId, limit: 10 }));
    expect(drafts).toMatchObject([{ template: 'deadline-reminder', status: 'draft', subject: expect.stringContaining('Move out') }]);
  });
});
