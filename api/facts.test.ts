import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { changeSubject } from '../db/events.ts';
import { factsNotTakenIn, reopenedAt } from '../db/queries/file.view.ts';
import { deals, events, leads } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { seedDeal } from '../test/seed-deal.ts';
import { texasHouse } from '../test/texas-house.ts';
import { pdfOf, uploadOf } from '../test/upload.ts';
import { numberEvents } from '../workers/relay/number.ts';

type Answer = Record<string, unknown> & { deadlines: { clock: string; status: string }[]; items: Record<string, unknown>[] };
const { at, inDays, newDeal, post, get } = texasHouse<Answer>();

const contract = () => ({
  ...{ form: 'tx-trec-resale', effectiveOn: inDays(-8), priceCents: 28_500_000 },
  ...{ periods: { optionDays: 30 }, dates: { closingDate: inDays(40) } },
});
const underContract = async () => {
  const deal = await newDeal('buyer');
  await post(`${deal.path}/contract`, contract(), 201);
  return deal;
};
const statusOf = ({ deadlines }: Answer, clock: string) => deadlines.find((row) => row.clock === clock)?.status;
/** What the deal's run does once the contract has ended. */
const close = (dealId: string, leadId: string) =>
  changeSubject(
    at.database.app,
    { brokerageId: at.brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
    async ({ tx, now }) => {
      await tx.update(deals).set({ stage: 'fell-through', closedAt: now }).where(eq(deals.id, dealId));
      await tx.update(leads).set({ status: 'closed' }).where(eq(leads.id, leadId));
    },
  );

describe('a contract after one that fell through', () => {
  it('starts without the facts of the first: its earnest money, inspection and closing are its own', async () => {
    const { path, dealId, leadId } = await underContract();
    await post(`${path}/facts`, { fact: 'EarnestMoney.Received', effectiveOn: inDays(-7), amountCents: 300_000 });
    await post(`${path}/facts`, { fact: 'InspectionReport.Received', effectiveOn: inDays(-6) });
    await post(`${path}/facts`, { fact: 'Contract.ReceivedByTitle', effectiveOn: inDays(-6) });
    await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
    await close(dealId, leadId);
    await post(`${path}/reopen`, { reason: 'a second buyer' });
    const second = await post(`${path}/contract`, { ...contract(), effectiveOn: at.today }, 201);
    expect([statusOf(second, 'earnest-money'), statusOf(second, 'option')]).toEqual(['pending', 'pending']);
    expect(second.deadlines).toContainEqual(expect.objectContaining({ clock: 'title-commitment', waitsFor: ['contractReceivedByTitleDate'] }));
    // The same words again are another fact, and the first one stays on the file.
    const paid = await post(`${path}/facts`, { fact: 'EarnestMoney.Received', effectiveOn: at.today, amountCents: 300_000 });
    expect(statusOf(paid, 'earnest-money')).toBe('satisfied');
    const received = (await get(`${path}/facts`)).items.filter(({ fact }) => fact === 'EarnestMoney.Received');
    expect(received.map(({ effectiveOn }) => effectiveOn)).toEqual([inDays(-7), at.today]);
  });

  it('is not opened beside another open deal for the property: that one is named', async () => {
    const { path, dealId, leadId } = await underContract();
    await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
    await close(dealId, leadId);
    const other = await seedDeal(at.database.app, at.brokerage.id, { deal: { side: 'buyer', leadId } });
    expect(await post(`${path}/reopen`, { reason: 'a second buyer' }, 409)).toMatchObject({
      type: '/problems/deal-open',
      detail: expect.stringContaining(`Deal ${other.dealNo} is open`),
    });
  });

  it('is asked for in words once the deal has ended', async () => {
    const { path, dealId, leadId, dealNo } = await underContract();
    await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
    await close(dealId, leadId);
    for (const [where, body] of [
      ['facts', { fact: 'Survey.Received' }],
      ['contract', contract()],
      ['showings', { at: `${inDays(3)}T10:00`, visitor: 'the Millers' }],
    ] as const)
      expect(await post(`${path}/${where}`, body, 409)).toMatchObject({ type: '/problems/deal-closed', detail: `Deal ${dealNo} fell through.` });
  });

  it('is on a lead that is in a deal again', async () => {
    const { path, dealId, leadId } = await underContract();
    await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
    await close(dealId, leadId);
    await post(`${path}/reopen`, { reason: 'a second buyer' });
    const [lead] = await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(leads).where(eq(leads.id, leadId)));
    expect(lead!.status).toBe('in-deal');
  });
});

it('a deal that was opened again has its past behind it: nothing of it is still to be taken in', async () => {
  const { path, dealId, leadId } = await underContract();
  await post(`${path}/fall-through`, { reason: 'financing denied', earnestMoney: 'to-buyer' });
  await close(dealId, leadId);
  await post(`${path}/reopen`, { reason: 'a second buyer' });
  await numberEvents(at.database.relay.sql);
  const behind = (position: number) =>
    inTenant(at.database.app, at.brokerage.id, (tx) => factsNotTakenIn(tx, { dealId, position, types: ['Contract.Recorded', 'Survey.Received'] }));
  expect(await behind(0)).toEqual(['Contract.Recorded']);
  const began = await inTenant(at.database.app, at.brokerage.id, (tx) => reopenedAt(tx, { dealId }));
  expect(await behind(began)).toEqual([]);
  await post(`${path}/facts`, { fact: 'Survey.Received' });
  expect(await behind(began)).toEqual(['Survey.Received']);
});

describe('evidence of a fact', () => {
  it('given later, or other than before, is kept and told; the same again changes nothing', async () => {
    const { path, dealId } = await underContract();
    const fact = { fact: 'EarnestMoney.Received', effectiveOn: inDays(-7), amountCents: 300_000 };
    await post(`${path}/facts`, fact);
    expect(await post(`${path}/facts`, { ...fact, evidence: { note: 'wire slip' } })).toMatchObject({ evidence: { note: 'wire slip' } });
    await post(`${path}/facts`, { ...fact, evidence: { note: 'wire slip' } });
    // Said without evidence it stays as it is proved.
    expect(await post(`${path}/facts`, fact)).toMatchObject({ evidence: { note: 'wire slip' } });
    const told = await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)));
    expect(told.filter(({ type }) => type === 'EarnestMoney.Received')).toHaveLength(2);
  });

  it('names a document of this deal, never one of another or none', async () => {
    const { path } = await underContract();
    const other = await newDeal('buyer');
    const { json: foreign } = await at.api.call('POST', `${other.path}/documents`, { key: at.key, ...uploadOf(pdfOf('receipt'), 'receipt.pdf') });
    for (const documentId of [randomUUID(), foreign.id])
      expect(await post(`${path}/facts`, { fact: 'Survey.Received', evidence: { documentId } }, 404)).toMatchObject({ type: '/problems/no-such-document' });
    expect((await get(`${path}/facts`)).items).toEqual([]);
  });
});

describe('the closing', () => {
  it('needs a contract, as funding and recording do, and cannot lie before it', async () => {
    const bare = await newDeal('buyer');
    for (const fact of ['Closing.Completed', 'Funding.Completed', 'Recording.Completed'])
      expect(await post(`${bare.path}/facts`, { fact }, 409)).toMatchObject({ type: '/problems/no-contract' });
    const { path } = await underContract();
    expect(await post(`${path}/facts`, { fact: 'Closing.Completed', effectiveOn: inDays(-9) }, 400)).toMatchObject({
      type: '/problems/bad-inputs',
      errors: [{ path: 'effectiveOn', message: expect.stringContaining('before the contract') }],
    });
  });
});

it('only a showing can be recorded for a day that lies ahead', async () => {
  const { path } = await underContract();
  expect(await post(`${path}/facts`, { fact: 'BackupOffer.Received', effectiveOn: inDays(1), amountCents: 1 }, 400)).toMatchObject({
    type: '/problems/bad-inputs',
  });
  await post(`${path}/facts`, { fact: 'Showing.Scheduled', effectiveOn: inDays(1), text: 'the Millers' });
});
