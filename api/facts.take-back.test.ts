import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { businessNow } from '../db/clock.ts';
import { deals, events, tasks } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { testKey } from '../test/api.ts';
import { house } from '../test/house.ts';
import { pdfOf, uploadOf } from '../test/upload.ts';

type Clock = { clock: string; status: string; date: string | null; waitsFor: string[] };
type Fact = { id: string; fact: string; takenBack: object | null };
type Answer = Record<string, unknown> & Fact & { deadlines: Clock[]; items: Fact[]; facts: object[]; risks: { source: string; severity: string }[] };
const { at, inDays, newDeal, miss, post, get } = house<Answer>({ state: 'TX', county: 'BEXAR', zone: 'America/Chicago', role: 'coordinator' });
const reason = { reason: 'it was of the other deal' };
async function underContract(effectiveOn = inDays(-8), optionDays = 30) {
  const deal = await newDeal('buyer');
  const { dealId, path } = deal;
  const terms = { form: 'tx-trec-resale', effectiveOn, priceCents: 28_500_000, zone: 'America/Chicago', state: 'TX' };
  await post(`${path}/contract`, { ...terms, periods: { optionDays }, dates: { closingDate: inDays(40) } }, 201);
  const record = (body: object) => post(`${path}/facts`, body);
  const takeBack = (id: string, status = 200) => post(`${path}/facts/${id}/take-back`, reason, status);
  const missed = async (title: string) =>
    (await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(tasks).where(eq(tasks.dealId, dealId)))).filter(
      (task) => task.status === 'open' && task.title.startsWith(`Missed: ${title}`),
    ).length;
  return { dealId, path, record, takeBack, miss: (clock: string) => miss(deal, clock), missed };
}
const clockOf = ({ deadlines }: Pick<Answer, 'deadlines'>, clock: string) => deadlines.find((row) => row.clock === clock)!;
const told = async (dealId: string, type: string) =>
  (await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)).orderBy(events.seq))).filter(
    (event) => event.type === type,
  );

describe('a fact that is taken back', () => {
  it('lets the clock it had settled run again, with who, when and why; the file of an earlier instant still knows it', async () => {
    const { path, dealId, record, takeBack } = await underContract();
    const fact = await record({ fact: 'InspectionReport.Received', effectiveOn: inDays(-1) });
    expect(clockOf(fact, 'option').status).toBe('satisfied');
    const before = await inTenant(at.database.app, at.brokerage.id, businessNow);
    const taken = await takeBack(fact.id);
    expect(taken).toMatchObject({ fact: 'InspectionReport.Received', takenBack: { by: at.person, reason: reason.reason, at: expect.any(String) } });
    expect(clockOf(taken, 'option').status).toBe('pending');
    const [event] = await told(dealId, 'Fact.TakenBack');
    expect(event).toMatchObject({
      actor: { kind: 'key' },
      payload: { factId: fact.id, fact: 'InspectionReport.Received', effectiveOn: { prior: inDays(-1), next: null }, value: { prior: null, next: null } },
    });
    expect((await get(`${path}/as-of?asOf=${before.toISOString()}`)).facts).toHaveLength(1);
    expect((await get(`${path}/as-of?asOf=${at.today}`)).facts).toEqual([]);
    expect((await get(`${path}/timeline`)).items).toContainEqual(
      expect.objectContaining({ what: `Inspection report received taken back (was ${inDays(-1)})` }),
    );
    expect((await get(`${path}/timeline`)).items).toContainEqual(expect.objectContaining({ what: 'option runs again', status: 'pending' }));
    // Told again it is another fact; the one that was taken back stays as what it was.
    const again = await record({ fact: 'InspectionReport.Received', effectiveOn: at.today });
    expect(again.id).not.toBe(fact.id);
    expect(clockOf(again, 'option').status).toBe('satisfied');
    expect((await get(`${path}/facts`)).items.map(({ takenBack }) => takenBack !== null)).toEqual([true, false]);
  });

  it('leaves a clock that is over as missed at once, with the broker’s task, also where it had been missed before', async () => {
    const { path, dealId, record, takeBack, missed } = await underContract(inDays(-40), 10);
    for (const round of [1, 2]) {
      const fact = await record({ fact: 'InspectionReport.Received', effectiveOn: inDays(-35) });
      expect(clockOf(fact, 'option').status, `round ${round}`).toBe('satisfied');
      expect(await missed('Option')).toBe(0);
      expect(clockOf(await takeBack(fact.id), 'option').status, `round ${round}`).toBe('breached');
      expect(await told(dealId, 'Deadline.Breached')).toHaveLength(round);
      expect(await missed('Option')).toBe(1);
    }
    expect((await get(`${path}/health`)).risks).toContainEqual(expect.objectContaining({ source: 'option', severity: 'breached' }));
  });

  it('takes the dates with it that counted from it, and what had been missed by them', async () => {
    const { dealId, record, takeBack, miss, missed } = await underContract(inDays(-60));
    const title = { fact: 'Contract.ReceivedByTitle', effectiveOn: inDays(-55) };
    const received = await record(title);
    expect(clockOf(received, 'title-commitment').date).not.toBeNull();
    await miss('title-commitment');
    expect(await missed('Title')).toBe(1);
    expect(clockOf(await takeBack(received.id), 'title-commitment')).toMatchObject({
      ...{ status: 'pending', date: null, waitsFor: ['contractReceivedByTitleDate'] },
    });
    expect(await missed('Title')).toBe(0);
    // It comes back to the same day, and is missed once more.
    await record(title);
    await miss('title-commitment');
    expect(await missed('Title')).toBe(1);
    expect(await told(dealId, 'Deadline.Breached')).toHaveLength(2);
  });

  it('missed by it and then extended, a clock asks nothing of the broker any more', async () => {
    const { path, record, takeBack, missed } = await underContract(inDays(-40), 10);
    const fact = await record({ fact: 'InspectionReport.Received', effectiveOn: inDays(-35) });
    await takeBack(fact.id);
    expect(await missed('Option')).toBe(1);
    await post(`${path}/changes`, { reason: 'agreed', periods: { optionDays: 60 } });
    const { items } = (await get(`${path}/deadlines`)) as unknown as { items: Clock[] };
    expect(clockOf({ deadlines: items }, 'option').status).toBe('pending');
    expect(await missed('Option')).toBe(0);
  });

  it('leaves its document a document', async () => {
    const { path, record, takeBack } = await underContract();
    const { json } = await at.api.call('POST', `${path}/documents`, { key: at.key, ...uploadOf(pdfOf('report'), 'report.pdf') });
    const fact = await record({ fact: 'InspectionReport.Received', evidence: { documentId: json.id } });
    await takeBack(fact.id);
    expect((await get(`${path}/documents`)).items).toHaveLength(1);
  });
});

describe('it is refused, with the cause and the next step,', () => {
  it('twice, for none of this deal, and for who may only record', async () => {
    const { path, record, takeBack } = await underContract();
    const other = await underContract();
    const fact = await record({ fact: 'Survey.Received' });
    expect(await other.takeBack(fact.id, 404)).toMatchObject({ type: '/problems/no-such-fact', nextStep: expect.any(String) });
    const { key: agent } = await testKey(at.database, at.brokerage.id, { role: 'agent' });
    const refused = await at.api.call('POST', `${path}/facts/${fact.id}/take-back`, { key: agent, body: reason });
    expect([refused.status, refused.json.type]).toEqual([403, '/problems/coordinators-only']);
    await takeBack(fact.id);
    expect(await takeBack(fact.id, 409)).toMatchObject({ type: '/problems/fact-taken-back', nextStep: expect.stringContaining('Record it again') });
  });

  it('while a later step rests on it: that one is named, and goes first', async () => {
    const { path, record, takeBack } = await underContract();
    const closing = await record({ fact: 'Closing.Completed' });
    const funding = await record({ fact: 'Funding.Completed', amountCents: 28_500_000 });
    expect(await takeBack(closing.id, 409)).toMatchObject({
      ...{ type: '/problems/fact-rested-on', detail: expect.stringContaining('Funded') },
      nextStep: expect.stringContaining('first'),
    });
    await takeBack(funding.id);
    await takeBack(closing.id);
    const showing = await post(`${path}/showings`, { at: `${inDays(3)}T10:00`, visitor: 'the Millers' }, 201);
    expect(showing).toBeTruthy();
    const { items } = await get(`${path}/facts`);
    const scheduled = items.find(({ fact }) => fact === 'Showing.Scheduled')!;
    expect(await takeBack(scheduled.id, 409)).toMatchObject({ type: '/problems/fact-rested-on', nextStep: expect.stringContaining('showing') });
  });

  it('on a deal that has ended; what may come after the closing table may be taken back there, too', async () => {
    const { dealId, record, takeBack } = await underContract();
    const survey = await record({ fact: 'Survey.Received' });
    await record({ fact: 'Closing.Completed' });
    const recording = await record({ fact: 'Recording.Completed', text: 'instrument 7' });
    await inTenant(at.database.app, at.brokerage.id, (tx) => tx.update(deals).set({ stage: 'closed', closedAt: new Date() }).where(eq(deals.id, dealId)));
    expect(await takeBack(survey.id, 409)).toMatchObject({ type: '/problems/deal-closed' });
    expect(await takeBack(recording.id)).toMatchObject({ takenBack: { by: at.person } });
  });
});
