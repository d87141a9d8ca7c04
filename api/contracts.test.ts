import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { businessNow } from '../db/clock.ts';
import { changeSubject } from '../db/events.ts';
import { closeDeal } from '../db/queries/closing.ts';
import { lawFacts } from '../db/queries/deal-law.ts';
import { deadlines as deadlineTable, deals, events, leads, parties, partyMessages } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { localDate } from '../domain/time/zoned.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { seedDeal } from '../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
let brokerage: { id: string; slug: string };
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerage = await testBrokerage(database.app);
  ({ key } = await testKey(database, brokerage.id));
});

const texas = { line: '418 HERONSGATE WAY', city: 'SAN ANTONIO', state: 'TX', zip: '78228', county: 'BEXAR' };
/** A deal in San Antonio; its contract became effective on Thursday 19 November 2026. */
const contract = {
  form: 'tx-trec-resale',
  effectiveOn: '2026-11-19',
  priceCents: 28_500_000,
  periods: { optionDays: 7 },
  dates: { closingDate: '2026-12-30' },
};
async function newDeal(lead: object = texas): Promise<{ path: string; dealId: string; dealNo: number }> {
  const { dealId, dealNo } = await seedDeal(database.app, brokerage.id, { lead });
  return { path: `/v1/deals/${dealNo}`, dealId, dealNo };
}
const post = (path: string, body: object) => api.call('POST', path, { key, body });
const get = async (path: string) => (await api.call('GET', path, { key })).json as Record<string, never>;
async function underContract(more: object = {}) {
  const deal = await newDeal();
  const answer = await post(`${deal.path}/contract`, { ...contract, ...more });
  expect(answer.status, answer.text).toBe(201);
  return { ...deal, answer: answer.json as { zone: string; deadlines: { clock: string; date: string | null; dueAt: string | null }[] } };
}
const dateOf = (list: { clock: string; date: string | null }[], clock: string) => list.find((entry) => entry.clock === clock)?.date;

describe('a contract', () => {
  it('computes all its deadlines at once, in the zone of the property, each with its working', async () => {
    const { answer, path } = await underContract();
    expect(answer.zone).toBe('America/Chicago');
    // The third day is a Sunday: payments roll to Monday. The option ends at five in the afternoon and does not roll.
    expect(dateOf(answer.deadlines, 'earnest-money')).toBe('2026-11-23');
    expect(answer.deadlines.find(({ clock }) => clock === 'option')).toMatchObject({
      date: '2026-11-26',
      dueAt: '2026-11-26T23:00:00.000Z',
      status: 'pending',
    });
    expect(answer.deadlines.find(({ clock }) => clock === 'title-commitment')).toMatchObject({ date: null, waitsFor: ['contractReceivedByTitleDate'] });
    const one = (await get(`${path}/deadlines/earnest-money`)) as unknown as { rule: { working: { steps: object[]; clause: object } }; explanation: string };
    expect(one.rule.working.steps).toContainEqual(expect.objectContaining({ step: 'count', dayZero: '2026-11-19', count: 3 }));
    expect(one.rule.working.steps).toContainEqual(
      expect.objectContaining({ step: 'roll', date: '2026-11-23', days: [expect.objectContaining({ skipped: expect.stringContaining('Sunday') })] }),
    );
    expect(one.rule.working.clause).toMatchObject({ paragraph: expect.any(String), source: expect.any(String), mark: expect.any(String) });
    expect(one.explanation).toContain('EarnestMoney.Received');
  });

  it('is refused twice, on an unknown form or version, without a clear zone, and for a deal that is closed: in words, with nothing written', async () => {
    const { path } = await underContract();
    expect((await post(`${path}/contract`, contract)).json).toMatchObject({ type: '/problems/contract-in-force', status: 409 });
    const { path: other } = await newDeal({ line: '9 MAIN ST', city: 'EL PASO', state: 'TX', zip: null });
    expect((await post(`${other}/contract`, contract)).json).toMatchObject({
      status: 400,
      detail: expect.stringContaining('America/Denver'),
      nextStep: 'Give `zone`.',
    });
    expect((await post(`${other}/contract`, { ...contract, zone: 'America/Chicago', formVersion: '99-1' })).json).toMatchObject({
      type: '/problems/unknown-form-version',
    });
    expect((await post(`${other}/contract`, { ...contract, form: 'napkin' })).status).toBe(400);
    // A misspelt blank, and a closing date that is none: each would leave clocks out in silence.
    const zoned = { ...contract, zone: 'America/Denver' };
    expect((await post(`${other}/contract`, { ...zoned, periods: { optonDays: 7 } })).json).toMatchObject({ errors: [{ path: 'periods.optonDays' }] });
    expect((await post(`${other}/contract`, { ...zoned, dates: { closngDate: '2026-12-30' } })).json).toMatchObject({ errors: [{ path: 'dates.closngDate' }] });
    expect((await post(`${other}/contract`, { ...zoned, dates: { closingDate: true } })).json).toMatchObject({ status: 400, type: '/problems/bad-inputs' });
    expect((await get(`${other}/deadlines`)).items).toEqual([]);
    const { path: gone, dealId } = await newDeal();
    await inTenant(database.app, brokerage.id, (tx) => tx.update(deals).set({ closedAt: new Date(), stage: 'dead' }).where(eq(deals.id, dealId)));
    expect((await post(`${gone}/contract`, contract)).json).toMatchObject({ type: '/problems/deal-closed', detail: expect.stringContaining('dead') });
  });
});

describe('an amendment', () => {
  const change = { reason: 'repairs', dates: { closingDate: '2027-01-08' } };

  it('shows as a dry run what it moves, changes nothing by that, and then does the same as one act with itself as the cause', async () => {
    const { path, dealId } = await underContract({ dates: { closingDate: '2026-12-30', financed: true } });
    const before = await get(`${path}/deadlines`);
    const dry = (await post(`${path}/changes?dryRun=true`, change)).json as { deadlines: object[]; people: object[]; watchers: object[] };
    expect(await get(`${path}/deadlines`)).toEqual(before);
    expect(dry).toMatchObject({ dryRun: true, amendmentNo: null, changes: { 'dates.closingDate': { prior: '2026-12-30', next: '2027-01-08' } } });
    expect(dry.deadlines).toContainEqual(
      expect.objectContaining({
        clock: 'closing',
        prior: expect.objectContaining({ date: '2026-12-30' }),
        next: expect.objectContaining({ date: '2027-01-08' }),
        days: 9,
      }),
    );
    expect(dry.people).toContainEqual({ role: 'lender', why: expect.stringContaining('Closing Disclosure') });
    const done = (await post(`${path}/changes`, change)).json as { deadlines: object[]; amendmentNo: number };
    expect(done).toMatchObject({ dryRun: false, amendmentNo: 1 });
    expect(done.deadlines).toEqual(dry.deadlines);
    const moved = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)).orderBy(events.seq));
    const amended = moved.find(({ type }) => type === 'Contract.Amended')!.payload as { amendmentId: string };
    const movedEvents = moved.filter(({ type }) => type === 'Deadline.Moved').map(({ payload }) => payload as { clock: string; cause: object });
    expect(movedEvents.map(({ clock }) => clock)).toEqual(expect.arrayContaining(['closing', 'closing-disclosure']));
    for (const { cause } of movedEvents) expect(cause).toEqual({ kind: 'amendment', id: amended.amendmentId });
    expect(await get(`${path}/contract`)).toMatchObject({ revision: 2, amendments: [{ amendmentNo: 1, reason: 'repairs' }] });
  });

  it('leaves the file as it was known on an earlier day, and says the blanks of its form', async () => {
    const { path, dealNo } = await underContract({ dates: { closingDate: '2026-12-30', financed: true } });
    const then = (await inTenant(database.app, brokerage.id, businessNow)).toISOString();
    await post(`${path}/changes`, change);
    const closingIn = (known: unknown) => dateOf((known as { deadlines: { clock: string; date: string | null }[] }).deadlines, 'closing');
    const known = await get(`${path}/as-of?asOf=${then}`);
    expect(known).toMatchObject({ dealNo, contract: { amendments: 0, priceCents: 28_500_000, effectiveOn: '2026-11-19' }, facts: [] });
    expect(closingIn(known)).toBe('2026-12-30');
    const later = await get(`${path}/as-of?asOf=2199-01-01`);
    expect(later).toMatchObject({ contract: { amendments: 1 } });
    expect(closingIn(later)).toBe('2027-01-08');
    expect(await get(`${path}/as-of?asOf=2020-01-01`)).toMatchObject({ contract: null, deadlines: [], parties: {} });
    expect((await api.call('GET', `${path}/as-of?asOf=yesterday`, { key })).status).toBe(400);
    const { blanks } = (await get(`${path}/contract`)) as unknown as { blanks: { periods: { name: string }[] } };
    expect(blanks.periods).toContainEqual(expect.objectContaining({ name: 'optionDays' }));
    // Each of them is one that the contract takes.
    for (const { name } of blanks.periods)
      expect((await post(`${path}/changes?dryRun=true`, { reason: 'try', periods: { [name]: 33 } })).status, name).toBe(200);
    const moved = ((await get(`${path}/timeline`)) as unknown as { items: object[] }).items;
    expect(moved).toContainEqual(
      expect.objectContaining({ type: 'Deadline.Moved', clock: 'closing', prior: '2026-12-30', date: '2027-01-08', amendmentNo: 1 }),
    );
  });

  it('names the drafts that speak of a date that moves, and the documents that the law asks for by it', async () => {
    const { path, dealId } = await underContract();
    await post(`${path}/parties`, { role: 'title', name: 'Mission Title', email: 'closings@mission-title.example' });
    const [party] = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(parties).where(eq(parties.dealId, dealId)));
    await inTenant(database.app, brokerage.id, (tx) =>
      tx.insert(partyMessages).values({
        ...{ brokerageId: brokerage.id, key: dealId, messageNo: 1, workflowId: `message/${dealId}/1`, dealId, partyId: party!.id },
        ...{ template: 'deadline-reminder', subject: 'Closing', body: 'By then', about: { clock: 'closing' }, createdAt: new Date() },
      }),
    );
    const ripple = (await post(`${path}/changes?dryRun=true`, { ...change, dates: { ...change.dates, financed: true } })).json;
    expect(ripple).toMatchObject({ messages: [{ template: 'deadline-reminder', clock: 'closing' }] });
    expect((ripple as { documents: object[] }).documents).toContainEqual(expect.objectContaining({ document: 'TX-FINANCING', change: 'added' }));
  });

  it('of a close of escrow reaches the checklist, whose documents are due by it', async () => {
    const { path, dealId } = await newDeal({ line: '12 MAPLE ST', city: 'SACRAMENTO', state: 'CA', zip: '95814', county: 'SACRAMENTO' });
    const escrow = (closeOfEscrowDate: string) => ({ dates: { closeOfEscrowDate } });
    expect((await post(`${path}/contract`, { ...contract, form: 'ca-car-rpa', periods: {}, ...escrow('2026-12-30') })).status).toBe(201);
    const closing = () => inTenant(database.app, brokerage.id, async (tx) => (await lawFacts(tx, { dealId, at: new Date() })).facts.closingDate);
    expect(await closing()).toBe('2026-12-30');
    expect((await post(`${path}/changes`, { reason: 'later', ...escrow('2027-01-08') })).status).toBe(200);
    expect(await closing()).toBe('2027-01-08');
  });

  it('that changes nothing is refused; a date set by hand stays, with its author, its reason and the rule beside it', async () => {
    const { path } = await underContract();
    expect((await post(`${path}/changes`, { reason: 'x', priceCents: 28_500_000 })).json).toMatchObject({ type: '/problems/nothing-changes' });
    await post(`${path}/deadlines/option`, { act: 'set-date', date: '2026-12-01', localTime: '18:00', reason: 'side letter' });
    const ripple = (await post(`${path}/changes`, { reason: 'longer option', periods: { optionDays: 9 } })).json as { deadlines: object[] };
    expect(ripple.deadlines).toEqual([expect.objectContaining({ clock: 'option', held: true })]);
    expect(await get(`${path}/deadlines/option`)).toMatchObject({
      ...{ date: '2026-12-01', localTime: '18:00', byHand: { reason: 'side letter', by: expect.any(String), at: expect.any(String) } },
      rule: { date: '2026-11-28' },
    });
    await post(`${path}/deadlines/option`, { act: 'by-rule', reason: 'the side letter is void' });
    expect(await get(`${path}/deadlines/option`)).toMatchObject({ date: '2026-11-28', byHand: null });
  });
});

describe('facts of the file', () => {
  it('settle the deadline they are the evidence of, start those that count from them, and are corrected with the prior value', async () => {
    const { path, dealId } = await underContract({ periods: { optionDays: 7, objectionDays: 5 } });
    const paid = (
      await post(`${path}/facts`, {
        fact: 'EarnestMoney.Received',
        effectiveOn: '2026-11-20',
        amountCents: 300_000,
        evidence: { note: 'receipt of the title company' },
      })
    ).json;
    expect((paid as { deadlines: object[] }).deadlines).toContainEqual(
      expect.objectContaining({
        clock: 'earnest-money',
        status: 'satisfied',
        settled: expect.objectContaining({ reason: 'EarnestMoney.Received on 2026-11-20' }),
      }),
    );
    const started = (await post(`${path}/facts`, { fact: 'Contract.ReceivedByTitle', effectiveOn: '2026-11-20' })).json as {
      deadlines: { clock: string; date: string | null }[];
    };
    expect(dateOf(started.deadlines, 'title-commitment')).toBe('2026-12-10');
    const corrected = (await post(`${path}/facts`, { fact: 'Contract.ReceivedByTitle', effectiveOn: '2026-11-21' })).json as {
      deadlines: { clock: string; date: string | null }[];
    };
    expect(dateOf(corrected.deadlines, 'title-commitment')).toBe('2026-12-11');
    const log = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)).orderBy(events.seq));
    expect(log.filter(({ type }) => type === 'Contract.ReceivedByTitle').map(({ payload }) => (payload as { effectiveOn: object }).effectiveOn)).toEqual([
      { prior: null, next: '2026-11-20' },
      { prior: '2026-11-20', next: '2026-11-21' },
    ]);
    // Said once more as it is: no event, no change.
    await post(`${path}/facts`, { fact: 'Contract.ReceivedByTitle', effectiveOn: '2026-11-21' });
    expect(log.length).toBe((await inTenant(database.app, brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)))).length);
  });

  it('that come late do not undo a missed deadline; those that were in time and are only recorded late do', async () => {
    const { path, dealId } = await underContract();
    await inTenant(database.app, brokerage.id, (tx) => tx.update(deadlineTable).set({ status: 'breached' }).where(eq(deadlineTable.dealId, dealId)));
    await post(`${path}/facts`, { fact: 'EarnestMoney.Received', effectiveOn: '2026-11-24', amountCents: 300_000 });
    expect(await get(`${path}/deadlines/earnest-money`)).toMatchObject({ date: '2026-11-23', status: 'breached' });
    await post(`${path}/facts`, { fact: 'OptionFee.Received', effectiveOn: '2026-11-20', amountCents: 20_000 });
    expect(await get(`${path}/deadlines/option-fee`)).toMatchObject({ status: 'satisfied' });
  });

  it('that come late settle nothing while the watcher has still to write down that it was missed', async () => {
    const { path } = await underContract();
    await post(`${path}/facts`, { fact: 'EarnestMoney.Received', effectiveOn: '2026-11-24', amountCents: 300_000 });
    expect(await get(`${path}/deadlines/earnest-money`)).toMatchObject({ date: '2026-11-23', status: 'pending' });
  });

  it('end a tolled clock, too: what is done is not asked for when the clock runs again', async () => {
    const { path } = await underContract();
    await post(`${path}/deadlines/option`, { act: 'toll', reason: 'a storm' });
    await post(`${path}/facts`, { fact: 'InspectionReport.Received', effectiveOn: '2026-11-24' });
    expect(await get(`${path}/deadlines/option`)).toMatchObject({ status: 'satisfied' });
  });

  it('that lie ahead, or say what such a fact cannot, are refused', async () => {
    const { path } = await underContract();
    expect((await post(`${path}/facts`, { fact: 'Appraisal.Received', effectiveOn: '2099-01-01' })).json).toMatchObject({
      status: 400,
      detail: expect.stringContaining('cannot have happened'),
    });
    expect((await post(`${path}/facts`, { fact: 'Survey.Received', amountCents: 1 })).json).toMatchObject({
      status: 400,
      detail: 'Survey.Received has no amountCents.',
    });
    expect((await post(`${path}/facts`, { fact: 'Moon.Landed' })).status).toBe(400);
  });
});

describe('the file', () => {
  it('stands on one line, past, now and ahead; and as it was known on an earlier day', async () => {
    const { path, dealId } = await underContract({
      effectiveOn: localDate(new Date(), 'America/Chicago'),
      dates: { closingDate: localDate(new Date(Date.now() + 40 * 86_400_000), 'America/Chicago') },
    });
    const now = await businessNow(database.app.orm);
    const before = (await get(`${path}/timeline`)) as unknown as { items: { when: string; what: string; clock?: string; at: string }[] };
    expect(before.items.map(({ when }) => when)).toEqual(
      [...before.items.map(({ when }) => when)].sort((a, b) => ['past', 'now', 'future'].indexOf(a) - ['past', 'now', 'future'].indexOf(b)),
    );
    const ahead = before.items.filter(({ when }) => when === 'future').map(({ clock }) => clock);
    const pending = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(deadlineTable).where(eq(deadlineTable.dealId, dealId)));
    expect(ahead.sort()).toEqual(
      pending
        .filter(({ dueAt }) => dueAt && dueAt > now)
        .map(({ clock }) => clock)
        .sort(),
    );
    await post(`${path}/changes`, { reason: 'later', dates: { closingDate: localDate(new Date(Date.now() + 50 * 86_400_000), 'America/Chicago') } });
    const asKnown = (await get(`${path}/timeline?asOf=${now.toISOString()}`)) as unknown as typeof before;
    expect(asKnown.items.filter(({ when }) => when === 'future')).toEqual(before.items.filter(({ when }) => when === 'future'));
    expect(asKnown.items.some(({ what }) => what.includes('amended'))).toBe(false);
  });

  it('explains its health: a missed deadline is a breach with owner, effect and next step', async () => {
    const { path, dealId } = await underContract();
    expect(await get(`${path}/health`)).toMatchObject({ health: 'on track', risks: [] });
    await inTenant(database.app, brokerage.id, (tx) => tx.update(deadlineTable).set({ status: 'breached' }).where(eq(deadlineTable.dealId, dealId)));
    expect(await get(`${path}/health`)).toMatchObject({
      health: 'breached',
      risks: expect.arrayContaining([
        expect.objectContaining({ severity: 'breached', owner: 'buyer', nextStep: expect.stringContaining('waived or extended') }),
      ]),
    });
  });

  it('falls through with its reason and the earnest money, and a deal that ended is opened again', async () => {
    const { path, dealId, dealNo } = await underContract();
    expect((await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' })).json).toMatchObject({
      status: 'terminated',
      endedReason: 'financing denied',
    });
    expect((await post(`${path}/fall-through`, { reason: 'again', earnestMoney: 'split' })).json).toMatchObject({ type: '/problems/no-contract' });
    expect((await post(`${path}/reopen`, { reason: 'x' })).json).toMatchObject({ type: '/problems/deal-open' });
    await changeSubject(
      database.app,
      { brokerageId: brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      (c) => c.tx.update(deals).set({ stage: 'fell-through', closedAt: c.now }).where(eq(deals.id, dealId)),
    );
    expect((await post(`${path}/reopen`, { reason: 'the lender changed its mind' })).json).toMatchObject({
      dealNo,
      stage: 'accepted',
      closedAt: null,
      waitingFor: 'the contract',
    });
    expect((await post(`${path}/contract`, contract)).status).toBe(201);
  });

  /** What the deal's run does at the end. */
  const runEnds = (dealId: string) =>
    changeSubject(
      database.app,
      { brokerageId: brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      (c) => closeDeal(c, { dealId, outcome: 'fell-through', reason: null }),
    );
  const factsOf = async (dealId: string) =>
    (await inTenant(database.app, brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)).orderBy(events.seq)))
      .filter(({ type }) => type === 'EarnestMoney.Received')
      .map(({ payload }) => (payload as { effectiveOn: object }).effectiveOn);

  it('takes nothing of one contract for the next: what was received before the end is recorded anew', async () => {
    const { path, dealId } = await underContract();
    const paid = { fact: 'EarnestMoney.Received', effectiveOn: '2026-11-20', amountCents: 300_000 };
    await post(`${path}/facts`, paid);
    await post(`${path}/facts`, { fact: 'Contract.ReceivedByTitle', effectiveOn: '2026-11-20' });
    await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
    await runEnds(dealId);
    await post(`${path}/reopen`, { reason: 'another buyer' });
    const { deadlines } = (await post(`${path}/contract`, contract)).json as { deadlines: object[] };
    expect(deadlines).toContainEqual(expect.objectContaining({ clock: 'earnest-money', status: 'pending' }));
    expect(deadlines).toContainEqual(expect.objectContaining({ clock: 'title-commitment', date: null }));
    await post(`${path}/facts`, paid);
    expect(await get(`${path}/deadlines/earnest-money`)).toMatchObject({ status: 'satisfied' });
    expect(await factsOf(dealId)).toEqual([
      { prior: null, next: '2026-11-20' },
      { prior: null, next: '2026-11-20' },
    ]);
  });

  it('that is just ending takes no next contract, whose clocks would stand beside those of the last', async () => {
    const { path } = await underContract();
    await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
    expect((await post(`${path}/contract`, contract)).json).toMatchObject({ type: '/problems/file-still-ending' });
  });

  it('is not opened again beside another deal of the property; opened, its lead is in a deal again', async () => {
    const { path, dealId, dealNo } = await underContract();
    await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
    await runEnds(dealId);
    const [{ leadId, side }] = (await inTenant(database.app, brokerage.id, (tx) => tx.select().from(deals).where(eq(deals.id, dealId)))) as [
      typeof deals.$inferSelect,
    ];
    const [other] = await inTenant(database.app, brokerage.id, (tx) =>
      tx
        .insert(deals)
        .values({
          brokerageId: brokerage.id,
          dealNo: dealNo + 5_000_000,
          workflowId: `deal/x/${dealNo}`,
          leadId,
          side,
          openedBy: 'person',
          openedAt: new Date(),
        })
        .returning(),
    );
    expect((await post(`${path}/reopen`, { reason: 'x' })).json).toMatchObject({
      type: '/problems/deal-open',
      detail: expect.stringContaining(`${other!.dealNo}`),
    });
    await inTenant(database.app, brokerage.id, (tx) => tx.update(deals).set({ closedAt: new Date(), stage: 'dead' }).where(eq(deals.id, other!.id)));
    expect((await post(`${path}/reopen`, { reason: 'x' })).status).toBe(200);
    const [lead] = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(leads).where(eq(leads.id, leadId)));
    expect(lead).toMatchObject({ status: 'in-deal' });
  });
});
