import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { changeSubject } from '../db/events.ts';
import { closeDeal } from '../db/queries/closing.ts';
import { deals, events, parties, tasks } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { localDate } from '../domain/time/zoned.ts';
import { texasHouse } from '../test/texas-house.ts';

const { at, inDays, newDeal, post: call, get } = texasHouse<Record<string, unknown>>();
const listing = (side = 'listing') => newDeal(side);

const offerIn = (buyer: string, more: object = {}) => ({ buyer: { name: buyer }, priceCents: 30_000_000, financing: 'conventional', ...more });
const log = (dealId: string, prefix: string) =>
  inTenant(at.database.app, at.brokerage.id, async (tx) =>
    (await tx.select().from(events).where(eq(events.subjectId, dealId)).orderBy(events.seq)).filter(({ type }) => type.startsWith(prefix)),
  );
const openTasks = (dealId: string, kind: string) =>
  inTenant(at.database.app, at.brokerage.id, (tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.dealId, dealId), eq(tasks.kind, kind), eq(tasks.status, 'open'))),
  );
const agreement = () => ({
  fromOn: at.today,
  toOn: inDays(180),
  commissionBps: 275,
  listPriceCents: 31_500_000,
  exclusivity: 'exclusive-agency',
  evidence: { note: 'on paper' },
});

describe('a listing agreement', () => {
  it('was signed at the latest today, with a document of this deal, and keeps why it was changed', async () => {
    const { path, dealId } = await listing();
    expect(await call(`${path}/listing-agreement`, { ...agreement(), signedOn: inDays(1) }, 400)).toMatchObject({ errors: [{ path: 'signedOn' }] });
    const evidence = { documentId: randomUUID() };
    expect(await call(`${path}/listing-agreement`, { ...agreement(), evidence }, 404)).toMatchObject({ type: '/problems/no-such-document' });
    await call(`${path}/listing-agreement`, { ...agreement(), fromOn: inDays(10) }, 201);
    expect((await get(`${path}/facts`)).items).toEqual([expect.objectContaining({ fact: 'ListingAgreement.Signed', effectiveOn: at.today })]);
    await call(`${path}/listing-agreement/changes`, { reason: 'the seller needs longer', toOn: inDays(270) });
    expect((await log(dealId, 'ListingAgreement.Changed')).map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ reason: 'the seller needs longer' }),
    ]);
    const told = (await get(`${path}/timeline`)).items as { what: string }[];
    expect(told.map(({ what }) => what)).toContain(`listing agreement now ends ${inDays(270)}: the seller needs longer`);
  });

  it('is recorded with its evidence in the zone of the property, changed with prior and next, ended, and followed by another', async () => {
    const { path, dealId } = await listing();
    const made = await call(`${path}/listing-agreement`, agreement(), 201);
    expect(made).toMatchObject({ agreementNo: 1, zone: 'America/Chicago', status: 'in-force', commissionBps: 275, commissionCents: null });
    expect(localDate(new Date(made.endsAt as string), 'America/Chicago')).toBe(inDays(180));
    expect((await get(`${path}/facts`)).items).toEqual([
      expect.objectContaining({ fact: 'ListingAgreement.Signed', effectiveOn: at.today, evidence: { note: 'on paper' } }),
    ]);
    expect(await call(`${path}/listing-agreement`, agreement(), 409)).toMatchObject({ type: '/problems/agreement-in-force' });
    const changed = await call(`${path}/listing-agreement/changes`, { reason: 'both agreed', toOn: inDays(270), commissionCents: 900_000 });
    expect(changed).toMatchObject({ toOn: inDays(270), commissionBps: null, commissionCents: 900_000 });
    const [event] = await log(dealId, 'ListingAgreement.Changed');
    expect(event).toMatchObject({
      actor: { kind: 'key' },
      payload: {
        changes: {
          toOn: { prior: inDays(180), next: inDays(270) },
          commissionBps: { prior: 275, next: null },
          commissionCents: { prior: null, next: 900_000 },
        },
      },
    });
    expect(await call(`${path}/listing-agreement/changes`, { reason: 'again', toOn: inDays(270) }, 422)).toMatchObject({ type: '/problems/nothing-changes' });
    expect(await call(`${path}/listing-agreement/changes`, { reason: 'shorter', toOn: inDays(-1) }, 400)).toMatchObject({ type: '/problems/bad-inputs' });
    expect(await call(`${path}/listing-agreement/end`, { reason: 'the seller stays' })).toMatchObject({ status: 'ended', endedReason: 'the seller stays' });
    expect(await call(`${path}/listing-agreement/end`, { reason: 'again' }, 409)).toMatchObject({ type: '/problems/no-agreement' });
    expect(await call(`${path}/listing-agreement`, agreement(), 201)).toMatchObject({ agreementNo: 2 });
    expect(((await get(`${path}/listing-agreement`)).items as { status: string }[]).map(({ status }) => status)).toEqual(['in-force', 'ended']);
  });

  it('belongs to listings only, and no offer of ours is made to their sellers', async () => {
    const { path } = await listing('wholesale');
    expect(await call(`${path}/listing-agreement`, agreement(), 409)).toMatchObject({ type: '/problems/not-a-listing' });
    expect(await call(`${path}/offers-received`, offerIn('Bea'), 409)).toMatchObject({ type: '/problems/not-a-listing' });
    const { path: ours } = await listing();
    expect(await call(`${ours}/offers`, {}, 409)).toMatchObject({ type: '/problems/own-listing' });
  });
});

describe('showings', () => {
  it('are scheduled where the property is, moved, held and told of; visitors stay out of the log', async () => {
    const { path, dealId } = await listing();
    const day = inDays(3);
    const made = await call(`${path}/showings`, { at: `${day}T14:00`, visitor: 'Bea Buyer and her agent' }, 201);
    expect(made).toMatchObject({ showingNo: 1, status: 'scheduled', zone: 'America/Chicago', local: expect.stringContaining('14:00') });
    expect(await get(`${path}/explain`)).toMatchObject({ explanation: expect.stringContaining(`next: showing 1 on ${made.local}`) });
    expect(await call(`${path}/showings`, { at: `${inDays(-3)}T14:00`, visitor: 'x' }, 400)).toMatchObject({ errors: [{ path: 'at' }] });
    expect(await call(`${path}/showings/1`, { status: 'done' }, 409)).toMatchObject({ type: '/problems/showing-ahead' });
    expect(await call(`${path}/showings/9`, { status: 'done' }, 404)).toMatchObject({ type: '/problems/no-such-showing' });
    expect(await call(`${path}/showings/1`, { at: `${day}T16:30` })).toMatchObject({ local: expect.stringContaining('16:30') });
    expect(await call(`${path}/showings/1`, { status: 'cancelled', reason: 'Bea is ill' })).toMatchObject({ status: 'cancelled', reason: 'Bea is ill' });
    expect(await call(`${path}/showings/1`, { feedback: 'too dark, says Bea' })).toMatchObject({ feedback: 'too dark, says Bea' });
    const told = await log(dealId, 'Showing.');
    expect(told.map(({ type }) => type)).toEqual(['Showing.Scheduled', ...Array(4).fill('Showing.Changed')]);
    expect(told[3]!.payload).toMatchObject({ status: { prior: 'scheduled', next: 'cancelled' } });
    expect(JSON.stringify(told)).not.toContain('Bea');
    const items = (await get(`${path}/timeline`)).items as { what: string }[];
    expect(items.map(({ what }) => what)).toEqual(expect.arrayContaining(['showing 1 cancelled', 'feedback on showing 1']));
  });
});

describe('offers received', () => {
  it('are recorded, countered by turns, and accepted: each with prior, next and actor, and the buyer becomes a party', async () => {
    const { path, dealId } = await listing();
    const made = await call(
      `${path}/offers-received`,
      offerIn('Bea Buyer', { expiresAt: `${inDays(2)}T17:00`, earnestMoneyCents: 500_000, closingOn: inDays(40), contingencies: ['inspection', 'financing'] }),
      201,
    );
    expect(made).toMatchObject({ offerNo: 1, buyer: 'Bea Buyer', status: 'received', partyId: null, workflowId: expect.stringMatching(/^offer-in\/.+\/1$/) });
    expect(await openTasks(dealId, 'answer-offer')).toEqual([]);
    const one = `${path}/offers-received/1`;
    expect(await call(`${one}/counter`, { by: 'buyer', priceCents: 1 }, 409)).toMatchObject({ type: '/problems/not-their-turn' });
    expect(await call(`${one}/counter`, { priceCents: 30_000_000 }, 422)).toMatchObject({ type: '/problems/nothing-changes' });
    expect(await call(`${one}/counter`, { priceCents: 31_000_000, contingencies: ['inspection'] })).toMatchObject({
      status: 'countered',
      expiresAt: null,
      waitingFor: "the buyer's answer",
    });
    // A counter without an end is asked for at once.
    expect(await openTasks(dealId, 'answer-offer')).toHaveLength(1);
    expect(await call(`${one}/counter`, { by: 'buyer', priceCents: 30_600_000, expiresAt: `${inDays(3)}T12:00` })).toMatchObject({ status: 'received' });
    expect(await openTasks(dealId, 'answer-offer')).toEqual([]);
    const accepted = await call(`${one}/accept`);
    expect(accepted).toMatchObject({
      status: 'accepted',
      priceCents: 30_600_000,
      contingencies: ['inspection'],
      rounds: [{ by: 'buyer' }, { by: 'seller' }, { by: 'buyer' }],
    });
    const [party] = await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(parties).where(eq(parties.dealId, dealId)));
    expect(party).toMatchObject({ id: accepted.partyId, role: 'buyer', leftAt: null });
    const told = await log(dealId, 'OfferReceived.');
    expect(told.map(({ type, payload }) => [type, (payload as { status: object }).status])).toEqual([
      ['OfferReceived.Recorded', { prior: null, next: 'received' }],
      ['OfferReceived.Countered', { prior: 'received', next: 'countered' }],
      ['OfferReceived.Countered', { prior: 'countered', next: 'received' }],
      ['OfferReceived.Accepted', { prior: 'received', next: 'accepted' }],
    ]);
    expect(told[1]!.payload).toMatchObject({ by: 'seller', round: 2, terms: { priceCents: { prior: 30_000_000, next: 31_000_000 } } });
    for (const { actor } of told) expect(actor).toMatchObject({ kind: 'key' });
    expect(JSON.stringify(told)).not.toContain('Bea');
    expect(await call(`${one}/accept`, {}, 409)).toMatchObject({ type: '/problems/offer-not-open' });
  });

  it('are refused with a closing that is over, more earnest money than the price, or a contingency twice; a counter is, too', async () => {
    const { path } = await listing();
    const refused = async (where: string, body: object, at: string) =>
      expect(await call(`${path}/offers-received${where}`, body, 400)).toMatchObject({ errors: [expect.objectContaining({ path: at })] });
    await refused('', offerIn('Ann', { closingOn: inDays(-1) }), 'closingOn');
    await refused('', offerIn('Ann', { earnestMoneyCents: 30_000_001 }), 'earnestMoneyCents');
    await refused('', offerIn('Ann', { contingencies: ['inspection', 'inspection'] }), 'contingencies');
    await call(`${path}/offers-received`, offerIn('Ann', { earnestMoneyCents: 300_000, closingOn: at.today }), 201);
    await refused('/1/counter', { priceCents: 200_000 }, 'earnestMoneyCents');
    await refused('/1/counter', { closingOn: inDays(-1) }, 'closingOn');
    await call(`${path}/offers-received/1/counter`, { priceCents: 31_000_000 });
  });

  it('leave others to whoever accepts one: unsaid, it is refused; kept or declined as said', async () => {
    const { path } = await listing();
    for (const name of ['Ann', 'Bea', 'Cy']) await call(`${path}/offers-received`, offerIn(name), 201);
    expect(await call(`${path}/offers-received/2/accept`, {}, 409)).toMatchObject({ type: '/problems/others-unsaid', offers: [1, 3] });
    await call(`${path}/offers-received/2/accept`, { others: 'keep' });
    const statuses = async () => ((await get(`${path}/offers-received`)).items as { status: string }[]).map(({ status }) => status);
    expect(await statuses()).toEqual(['received', 'accepted', 'received']);
    expect(await call(`${path}/offers-received/1/accept`, { others: 'keep' }, 409)).toMatchObject({ type: '/problems/offer-accepted' });
    const { path: other } = await listing();
    for (const name of ['Ann', 'Bea']) await call(`${other}/offers-received`, offerIn(name), 201);
    await call(`${other}/offers-received/1/accept`, { others: 'decline' });
    expect(((await get(`${other}/offers-received`)).items as { status: string }[]).map(({ status }) => status)).toEqual(['accepted', 'declined']);
  });

  it('that two people accept at the same time are accepted once', async () => {
    const { path } = await listing();
    for (const name of ['Ann', 'Bea']) await call(`${path}/offers-received`, offerIn(name), 201);
    const answers = await Promise.all(
      [1, 2, 1, 2].map((no) => at.api.call('POST', `${path}/offers-received/${no}/accept`, { key: at.key, body: { others: 'keep' } })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
  });

  it('whose end is over are not accepted, also before the clock has written so', async () => {
    const { path, dealId } = await listing();
    await call(`${path}/offers-received`, offerIn('Ann', { expiresAt: `${inDays(2)}T17:00` }), 201);
    await inTenant(at.database.app, at.brokerage.id, (tx) =>
      tx.execute(`update offers_received set expires_at = business_now() - interval '1 minute' where deal_id = '${dealId}'` as never),
    );
    expect(await call(`${path}/offers-received/1/accept`, {}, 409)).toMatchObject({ type: '/problems/offer-expired' });
    expect(await call(`${path}/offers-received`, offerIn('Ann', { expiresAt: `${inDays(-2)}T17:00` }), 400)).toMatchObject({ errors: [{ path: 'expiresAt' }] });
    expect(await call(`${path}/offers-received`, { ...offerIn('Ann'), buyer: { contactId: crypto.randomUUID() } }, 422)).toMatchObject({
      type: '/problems/no-such-contact',
    });
  });

  it('stand by in their order; the next is named when the contract falls through, and promoting it opens the deal again', async () => {
    const { path, dealId, dealNo } = await listing();
    for (const name of ['Ann', 'Bea', 'Cy', 'Dee']) await call(`${path}/offers-received`, offerIn(name), 201);
    expect(await call(`${path}/offers-received/2/backup`, {}, 409)).toMatchObject({ type: '/problems/nothing-to-back-up' });
    await call(`${path}/offers-received/1/accept`, { others: 'keep' });
    for (const no of [2, 3, 4]) await call(`${path}/offers-received/${no}/backup`);
    expect(await call(`${path}/offers-received/4/backup`, { position: 1 })).toMatchObject({ backupPosition: 1 });
    const order = async () =>
      ((await get(`${path}/offers-received`)).items as { offerNo: number; backupPosition: number | null }[])
        .filter(({ backupPosition }) => backupPosition !== null)
        .sort((a, b) => a.backupPosition! - b.backupPosition!)
        .map(({ offerNo }) => offerNo);
    expect(await order()).toEqual([4, 2, 3]);
    await call(`${path}/offers-received/2/withdraw`);
    expect(await order()).toEqual([4, 3]);
    expect(await call(`${path}/offers-received/4/promote`, undefined, 409)).toMatchObject({ type: '/problems/offer-accepted' });

    // The price of the contract is what both agreed on.
    const contract = { form: 'tx-trec-resale', effectiveOn: at.today, periods: { optionDays: 7 }, dates: { closingDate: inDays(40) } };
    expect(await call(`${path}/contract`, contract, 201)).toMatchObject({ priceCents: 30_000_000 });
    expect(await call(`${path}/offers-received/1/withdraw`, {}, 409)).toMatchObject({ type: '/problems/contract-in-force' });
    await call(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
    expect(await get(`${path}/offers-received/1`)).toMatchObject({ status: 'fell-through', reason: 'financing denied' });
    expect(await openTasks(dealId, 'promote-backup')).toEqual([expect.objectContaining({ title: `Promote back-up offer 4 of deal ${dealNo}` })]);
    expect((await get(`${path}/health`)).risks).toContainEqual(expect.objectContaining({ source: 'back-up' }));
    expect(await call(`${path}/offers-received/4/promote`, undefined, 409)).toMatchObject({ type: '/problems/file-still-ending' });
    // What the deal's run does when it hears of it.
    await changeSubject(
      at.database.app,
      { brokerageId: at.brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      (change) => closeDeal(change, { dealId, outcome: 'fell-through', reason: 'financing denied' }),
    );
    expect(await call(`${path}/offers-received/4/promote`)).toMatchObject({ status: 'accepted', backupPosition: null });
    expect(await order()).toEqual([3]);
    expect(await openTasks(dealId, 'promote-backup')).toEqual([]);
    const [deal] = await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(deals).where(eq(deals.id, dealId)));
    expect(deal).toMatchObject({ stage: 'accepted', closedAt: null });
    expect((await log(dealId, 'Deal.Reopened')).length).toBe(1);
    const buyers = await inTenant(at.database.app, at.brokerage.id, (tx) =>
      tx.select().from(parties).where(eq(parties.dealId, dealId)).orderBy(parties.addedAt),
    );
    expect(buyers.map(({ leftAt }) => leftAt === null)).toEqual([false, true]);
    expect(await call(`${path}/contract`, contract, 201)).toMatchObject({ priceCents: 30_000_000, status: 'in-force' });
  });
});

it('a contract whose price nobody has said is refused', async () => {
  const { path } = await listing();
  const contract = { form: 'tx-trec-resale', effectiveOn: at.today, periods: { optionDays: 7 }, dates: { closingDate: inDays(40) } };
  expect(await call(`${path}/contract`, contract, 400)).toMatchObject({ errors: [{ path: 'priceCents' }] });
});
