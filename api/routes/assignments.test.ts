import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { advanceFile } from '../../activities/closing/file.ts';
import { changeSubject } from '../../db/events.ts';
import { overrideItem } from '../../db/queries/checklist.ts';
import { addDocument } from '../../db/queries/documents.ts';
import { closingGate } from '../../db/queries/file-gate.ts';
import { events, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { addDays, instantOf, localDate } from '../../domain/time/zoned.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { assignmentConsumers } from '../../workers/consumers/assignments.ts';
import { stateComplianceConsumers } from '../../workers/consumers/compliance.state.ts';
import { drain } from '../../workers/relay/relay.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await testBrokerage(database.app)).id;
  ({ key } = await testKey(database, brokerageId));
});

const post = (path: string, body: object, as = key) => api.call('POST', path, { key: as, body });
const get = async (path: string) => (await api.call('GET', path, { key })).json as Record<string, unknown>;
const zone = 'America/Chicago';
/** So many days from today at the property. */
const day = (days: number): string => addDays(localDate(new Date(), zone), days);

/** A wholesale deal under contract since so many days, with an assignee. */
async function wholesale(state: string, since: number, { side = 'wholesale', facts = {} }: { side?: string; facts?: object } = {}) {
  const { dealId, dealNo } = await seedDeal(database.app, brokerageId, { lead: { state, zip: null, yearBuilt: 1995, units: 1 }, deal: { side } });
  const path = `/v1/deals/${dealNo}`;
  const recorded = await post(`${path}/contract`, {
    ...{ form: 'us-generic', effectiveOn: day(-since), priceCents: 20_000_000, state, zone, dates: { closingDate: day(40) } },
  });
  expect(recorded.status, recorded.text).toBe(201);
  expect((await post(`${path}/law-facts`, { wholesalerLicensed: true, ...facts })).status).toBe(200);
  const { id: assigneePartyId } = (await post(`${path}/parties`, { role: 'assignee', name: 'Harbor Homes' })).json as { id: string };
  const [{ id: documentId }] = await document(dealId);
  const draft = (on: number, more: object = {}) =>
    post(`${path}/assignment`, { assigneePartyId, feeCents: 1_200_000, effectiveOn: day(on), documentId, ...more });
  return { path, dealId, dealNo, draft, assigneePartyId };
}

async function document(dealId: string): Promise<[{ id: string }]> {
  const file = { sha256: 'd'.repeat(64), bytes: 10, mime: 'application/pdf', name: 'assignment.pdf' };
  return [await changing(dealId, async (c) => ({ id: (await addDocument(c, { dealId, file, proposals: [], by: 'test' })).document.id }))];
}
const changing = <T>(dealId: string, fn: Parameters<typeof changeSubject<T>>[2]): Promise<T> =>
  changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: dealId }, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
const consume = (): Promise<void> =>
  drain({
    ...{ app: database.app, relay: database.relay.sql, consumers: [...assignmentConsumers, ...stateComplianceConsumers], retryDelaysMs: [] },
    ...{ perform: async () => {}, log: (line) => expect.unreachable(JSON.stringify(line)) },
  });
const typesOf = async (dealId: string): Promise<string[]> =>
  (
    await inTenant(database.app, brokerageId, (tx) => tx.select({ type: events.type }).from(events).where(eq(events.subjectId, dealId)).orderBy(events.seq))
  ).map(({ type }) => type);
const taskOf = (dealId: string) =>
  inTenant(database.app, brokerageId, (tx) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.dealId, dealId), eq(tasks.kind, 'complete-assignment'))),
  );
const clock = (path: string, name: string) => get(`${path}/deadlines/${name}`);

describe('an assignment', () => {
  it('is drafted, disclosed by what is recorded, effective with its evidence, and the deal closes as assigned', async () => {
    const { path, dealId, draft } = await wholesale('TX', 30);
    expect(await get(`${path}/assignment`)).toMatchObject({ assignment: null, law: [{ id: 'TX-EQUITABLE-INTEREST', state: 'missing', mark: 'S' }] });
    const drafted = await draft(-1);
    expect(drafted.status, drafted.text).toBe(201);
    expect(drafted.json).toMatchObject({ state: 'drafted', assignmentNo: 1, feeCents: 1_200_000 });
    expect((await post(`${path}/assignment/effective`, {})).json).toMatchObject({
      ...{ type: '/problems/assignment-not-ready', status: 409, unmet: [{ id: 'TX-EQUITABLE-INTEREST', state: 'missing', source: expect.any(String) }] },
      nextStep: expect.stringContaining('AssigneeDisclosure.Given'),
    });
    await consume();
    expect(await taskOf(dealId)).toMatchObject([{ status: 'open', reason: expect.stringContaining('TX-EQUITABLE-INTEREST') }]);

    await post(`${path}/facts`, { fact: 'AssigneeDisclosure.Given', effectiveOn: day(-3), evidence: { note: 'signed copy' } });
    await consume();
    expect(await get(`${path}/assignment`)).toMatchObject({ assignment: { state: 'disclosed' } });
    expect(await taskOf(dealId)).toMatchObject([{ status: 'open', reason: expect.stringContaining('Nothing stands in its way') }]);

    const effective = await post(`${path}/assignment/effective`, {});
    expect(effective.json).toMatchObject({ state: 'effective', law: [{ id: 'TX-EQUITABLE-INTEREST', state: 'met' }] });
    await consume();
    expect(await taskOf(dealId)).toMatchObject([{ status: 'done', outcome: 'effective' }]);
    expect(await typesOf(dealId)).toEqual(expect.arrayContaining(['Assignment.Drafted', 'Assignment.Disclosed', 'Assignment.Effective']));
    for (const act of [draft(-1), post(`${path}/assignment/effective`, {}), post(`${path}/assignment/cancel`, { reason: 'x' })])
      expect((await act).json).toMatchObject({ type: '/problems/assignment-effective' });

    await post(`${path}/facts`, { fact: 'Closing.Completed', effectiveOn: day(0) });
    await pass(dealId);
    expect(await changing(dealId, (c) => advanceFile(c, dealId))).toMatchObject({ outcome: 'closed', reason: 'assigned' });
  });

  it('has a task that is due when the day on which it takes effect ends at the property, and moves with it', async () => {
    const { dealId, draft } = await wholesale('TX', 30);
    for (const on of [5, 9]) {
      await draft(on);
      await consume();
      expect(await taskOf(dealId)).toMatchObject([{ status: 'open', dueAt: instantOf(day(on), 17 * 60, zone) }]);
    }
  });

  it('that is neither effective nor cancelled holds the closing; without one the deal was closed twice', async () => {
    const { path, dealId, draft } = await wholesale('TX', 30);
    await draft(1);
    await post(`${path}/facts`, { fact: 'Closing.Completed', effectiveOn: day(0) });
    await pass(dealId);
    expect(await changing(dealId, (c) => advanceFile(c, dealId))).toMatchObject({ stage: 'closing', waitingFor: expect.stringContaining('the assignment') });
    expect((await post(`${path}/assignment/cancel`, { reason: 'we close twice' })).json).toMatchObject({ state: 'cancelled' });
    expect((await post(`${path}/assignment/cancel`, { reason: 'again' })).json).toMatchObject({ type: '/problems/no-assignment' });
    await pass(dealId);
    expect(await changing(dealId, (c) => advanceFile(c, dealId))).toMatchObject({ outcome: 'closed', reason: 'double closing' });
  });

  it('Oklahoma: refused inside the seller’s two business days with the first day; a broker goes on with a reason, nobody else', async () => {
    const { path, dealId, draft, assigneePartyId } = await wholesale('OK', 0);
    const said = [
      { fact: 'SellerWholesaleDisclosure.Received', on: day(0) },
      { fact: 'RightToCounsel.Disclosed', on: day(0) },
    ];
    const { date: until } = await clock(path, 'seller-cancel-ok');
    const refused = await draft(1, { disclosures: said });
    expect(refused.json).toMatchObject({
      ...{ type: '/problems/assignment-too-early', status: 409, until, unmet: [{ id: 'OK-CANCELLATION', overridable: true }] },
      nextStep: expect.stringContaining(addDays(until as string, 1)),
    });
    // A refusal leaves nothing behind, the statements neither.
    expect((await get(`${path}/facts`)).items).toEqual([]);
    const override = { requirements: ['OK-CANCELLATION'], reason: 'the seller asked for it in writing' };
    const coordinator = await testKey(database, brokerageId, { role: 'coordinator' });
    expect((await post(`${path}/assignment`, { assigneePartyId, feeCents: 1, effectiveOn: day(1), override }, coordinator.key)).json).toMatchObject({
      type: '/problems/brokers-only',
    });
    expect((await draft(1, { disclosures: said, override: { ...override, requirements: ['OK-INTENT'] } })).json).toMatchObject({
      type: '/problems/not-overridable',
    });
    expect((await draft(1, { disclosures: said, override })).json).toMatchObject({
      ...{ state: 'disclosed', overrides: { 'OK-CANCELLATION': { reason: override.reason, by: expect.any(String) } } },
    });
    expect(await typesOf(dealId)).toContain('Assignment.Overridden');
  });

  it('Oregon: the cancellation period cannot be overridden, and the seller who uses it ends contract and assignment', async () => {
    const { path, dealId, draft } = await wholesale('OR', 1, { facts: { wholesalerLicensed: false, wholesalerRegistered: true } });
    const disclosures = [{ fact: 'SellerWholesaleDisclosure.Received', on: day(-1) }];
    const override = { requirements: ['OR-CANCELLATION'], reason: 'in a hurry' };
    expect((await draft(0, { disclosures, override })).json).toMatchObject({ type: '/problems/not-overridable', until: expect.any(String) });
    expect((await draft(20, { disclosures })).status).toBe(201);
    expect(await clock(path, 'seller-cancel-or')).toMatchObject({ status: 'pending', date: expect.any(String) });

    const cancelled = await post(`${path}/seller-cancellation`, { receivedOn: day(0), earnestMoney: 'to-buyer' });
    expect(cancelled.json).toMatchObject({ status: 'terminated', endedReason: expect.stringContaining('Oregon HB 4058') });
    expect(await get(`${path}/assignment`)).toMatchObject({
      assignment: { state: 'cancelled', cancelledReason: expect.stringContaining('the seller cancelled') },
    });
    expect(await changing(dealId, (c) => advanceFile(c, dealId))).toMatchObject({
      outcome: 'fell-through',
      reason: expect.stringContaining('the seller cancelled'),
    });
    expect(await typesOf(dealId)).toEqual(expect.arrayContaining(['Contract.SellerCancelled', 'Assignment.Cancelled', 'Contract.Ended']));
    await consume();
    expect((await taskOf(dealId)).every(({ status }) => status === 'done')).toBe(true);
  });

  it('the seller cannot cancel after the period, before the contract, or where the law gives no such right', async () => {
    const { path } = await wholesale('OK', 30);
    const { date: until } = await clock(path, 'seller-cancel-ok');
    expect((await post(`${path}/seller-cancellation`, { earnestMoney: 'to-buyer' })).json).toMatchObject({ type: '/problems/no-right-to-cancel', until });
    expect((await post(`${path}/seller-cancellation`, { receivedOn: day(-31), earnestMoney: 'to-buyer' })).status).toBe(400);
    // In time, and recorded late.
    expect((await post(`${path}/seller-cancellation`, { receivedOn: day(-29), earnestMoney: 'to-buyer' })).json).toMatchObject({ status: 'terminated' });
    const texas = await wholesale('TX', 1);
    expect((await post(`${texas.path}/seller-cancellation`, { earnestMoney: 'to-buyer' })).json).toMatchObject({ type: '/problems/no-right-to-cancel' });
  });

  it('Tennessee: the notice is a watched deadline of the draft, moves with its date and goes with it', async () => {
    const { path, draft } = await wholesale('TN', 10);
    expect((await draft(1)).json).toMatchObject({ type: '/problems/assignment-too-early', unmet: [{ id: 'TN-SELLER-NOTICE' }] });
    await draft(20);
    const first = await clock(path, 'assignment-notice-tn');
    expect(first).toMatchObject({ status: 'pending', evidence: 'AssignmentNotice.Given' });
    await draft(30);
    expect((await clock(path, 'assignment-notice-tn')).date).not.toBe(first.date);
    await post(`${path}/assignment/cancel`, { reason: 'the assignee is gone' });
    expect(await clock(path, 'assignment-notice-tn')).toMatchObject({ status: 'terminated' });
    await draft(30);
    expect(await clock(path, 'assignment-notice-tn')).toMatchObject({ status: 'pending' });
  });

  it('Illinois: the second of a year is blocked until a year after the first, unless the wholesaler is licensed', async () => {
    const first = await wholesale('IL', 30, { facts: { wholesalerLicensed: false } });
    await first.draft(-10);
    expect((await post(`${first.path}/assignment/effective`, {})).json).toMatchObject({ state: 'effective' });
    const second = await wholesale('IL', 5, { facts: { wholesalerLicensed: false } });
    const refused = (await second.draft(20)).json as { until: string };
    expect(refused).toMatchObject({ type: '/problems/assignment-too-early', unmet: [{ id: 'IL-ONE-A-YEAR', overridable: false }] });
    expect(refused.until.slice(5)).toBe(day(-10).slice(5));
    await post(`${second.path}/law-facts`, { wholesalerLicensed: true });
    expect((await second.draft(20)).status).toBe(201);
  });

  it('is refused on another side, without a contract, for a stranger, another deal’s document, and a day outside contract and closing', async () => {
    const buyer = await wholesale('TX', 1, { side: 'buyer' });
    expect((await buyer.draft(5)).json).toMatchObject({ type: '/problems/not-wholesale' });
    const one = await wholesale('TX', 1);
    const other = await wholesale('TX', 1);
    expect((await one.draft(5, { assigneePartyId: other.assigneePartyId })).json).toMatchObject({ type: '/problems/no-such-assignee' });
    const [{ id: documentId }] = await document(other.dealId);
    expect((await one.draft(5, { documentId })).json).toMatchObject({ type: '/problems/no-such-document' });
    expect((await one.draft(-2)).json).toMatchObject({ status: 400, detail: expect.stringContaining('before the contract') });
    expect((await one.draft(41)).json).toMatchObject({ status: 400, detail: expect.stringContaining('after the closing') });
    expect((await one.draft(5, { disclosures: [{ fact: 'AssigneeDisclosure.Given', on: day(3) }] })).json).toMatchObject({ status: 400 });
    expect((await post(`${one.path}/assignment/effective`, {})).json).toMatchObject({ type: '/problems/no-assignment' });
  });
});

describe('clocks of the statutes on a deal', () => {
  it('come and go with the facts, each with its cause, and the same clock runs again when the fact comes back', async () => {
    const { dealNo } = await seedDeal(database.app, brokerageId, { lead: { state: 'FL', zip: null, yearBuilt: 1995 }, deal: { side: 'buyer' } });
    const path = `/v1/deals/${dealNo}`;
    const dates = { closingDate: day(40) };
    await post(`${path}/contract`, { form: 'fl-far-bar', effectiveOn: day(0), priceCents: 1, state: 'FL', zone: 'America/New_York', dates });
    expect((await api.call('GET', `${path}/deadlines/condo-voidability`, { key })).status).toBe(404);
    await post(`${path}/law-facts?dryRun=true`, { isCondo: true });
    expect((await api.call('GET', `${path}/deadlines/condo-voidability`, { key })).status).toBe(404);
    await post(`${path}/law-facts`, { isCondo: true, yearBuilt: 1960 });
    expect(await clock(path, 'condo-voidability')).toMatchObject({ status: 'pending', date: null, waitsFor: ['documentsReceivedDate'] });
    expect(await clock(path, 'lead-inspection')).toMatchObject({ status: 'pending', date: day(10) });
    await post(`${path}/facts`, { fact: 'CondoDocuments.Received' });
    expect(await clock(path, 'condo-voidability')).toMatchObject({ date: expect.any(String) });
    await post(`${path}/law-facts`, { isCondo: false, yearBuilt: 1990 });
    expect(await clock(path, 'condo-voidability')).toMatchObject({ status: 'terminated', settled: { reason: 'does not apply: condominium: no', by: 'rule' } });
    await post(`${path}/law-facts`, { isCondo: true });
    expect(await clock(path, 'condo-voidability')).toMatchObject({ status: 'pending', settled: null, date: expect.any(String) });
    // What a person ended stays ended.
    await post(`${path}/deadlines/condo-voidability`, { act: 'terminate', reason: 'waived in writing' });
    await post(`${path}/law-facts`, { hasHoa: true });
    expect(await clock(path, 'condo-voidability')).toMatchObject({ status: 'terminated', settled: { reason: 'waived in writing' } });
    // One that comes back with another date runs again in the file as it is known, too.
    expect((await post(`${path}/changes`, { reason: 'a slip', effectiveOn: day(-1) })).status).toBe(200);
    await post(`${path}/law-facts`, { yearBuilt: 1960 });
    expect(await clock(path, 'lead-inspection')).toMatchObject({ status: 'pending', date: day(9) });
    const { deadlines } = (await api.call('GET', `${path}/as-of?asOf=2199-01-01`, { key })).json as { deadlines: object[] };
    expect(deadlines).toContainEqual(expect.objectContaining({ clock: 'lead-inspection', status: 'pending', date: day(9) }));
  });
});

describe('a deadline made by hand', () => {
  it('is computed with its working, moved by an amendment, settled by its evidence, and refused without a rule', async () => {
    const { path } = await wholesale('TX', 1);
    const count = { days: 5, unit: 'business-days', direction: 'before', from: 'closingDate' };
    const made = await post(`${path}/deadlines`, {
      title: 'Roof certificate',
      actor: 'seller',
      count,
      localTime: '17:00',
      evidence: 'Survey.Received',
      reason: 'addendum 2',
    });
    expect(made.status, made.text).toBe(201);
    expect(made.json).toMatchObject({
      clock: 'own-1',
      localTime: '17:00',
      status: 'pending',
      rule: { working: { clause: { source: 'Set by hand: addendum 2' } } },
    });
    expect(made.headers.get('location')).toBe(`${path}/deadlines/own-1`);
    const before = (made.json as { date: string }).date;
    const dry = (await post(`${path}/changes?dryRun=true`, { reason: 'later', dates: { closingDate: day(60) } })).json as { deadlines: { clock: string }[] };
    expect(dry.deadlines.map((one) => one.clock)).toContain('own-1');
    await post(`${path}/changes`, { reason: 'later', dates: { closingDate: day(60) } });
    expect(((await clock(path, 'own-1')).date as string) > before).toBe(true);
    await post(`${path}/facts`, { fact: 'Survey.Received' });
    expect(await clock(path, 'own-1')).toMatchObject({ status: 'satisfied' });
    const waiting = await post(`${path}/deadlines`, { title: 'Estoppel', actor: 'seller', count: { days: 2, from: 'documentsReceivedDate' }, reason: 'rider' });
    expect(waiting.json).toMatchObject({ clock: 'own-2', date: null, evidence: null, waitsFor: ['documentsReceivedDate'] });
    expect((await post(`${path}/deadlines`, { title: 'x', actor: 'seller', reason: 'y' })).status).toBe(400);
    expect((await post(`${path}/deadlines`, { title: 'x', actor: 'seller', reason: 'y', date: day(1), count })).status).toBe(400);
    expect((await post(`${path}/deadlines`, { title: 'x', actor: 'seller', reason: 'y', count: { ...count, from: 'moonDate' } })).status).toBe(400);
  });
});

/** Every required document set aside by the broker, and the state's compliance up to date. */
async function pass(dealId: string): Promise<void> {
  await consume();
  const { missingDocuments } = await inTenant(database.app, brokerageId, (tx) => closingGate(tx, { dealId }));
  const by = '00000000-0000-4000-8000-000000000001';
  await changing(dealId, async (c) => {
    for (const document of missingDocuments) await overrideItem(c, { deal: { id: dealId, dealNo: 1 }, document, reason: 'test', by });
  });
}
