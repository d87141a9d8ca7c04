import { MockActivityEnvironment } from '@temporalio/testing';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { findLeadJob, type LeadJob, requestLeadJob } from '../../db/queries/lead-jobs.ts';
import { decideByPerson, decideLead } from '../../db/queries/qualification.ts';
import { draftRuleSet, publishRuleSet } from '../../db/queries/rule-sets.ts';
import { decisions, events, leads } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { defaultRuleSet } from '../../domain/sourcing/qualification.default.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type LeadValues, seedLeads, seedRules } from '../../test/seed-leads.ts';
import type { Deps } from '../deps.ts';
import type { LeadJobStep, OfLeadJob } from './enrichment.ts';
import { createQualifyActivities } from './qualify.ts';

let database: TestDatabase;
let brokerageId: string;
let activities: ReturnType<typeof createQualifyActivities>;
beforeAll(async () => {
  database = await testDatabase();
  activities = createQualifyActivities({ db: database.app } as Deps);
});
beforeEach(async () => {
  ({ id: brokerageId } = await testBrokerage(database.app));
  await seedRules(database.app, brokerageId);
});
const reading = <T>(fn: Parameters<typeof inTenant<T>>[2]) => inTenant(database.app, brokerageId, fn);
const changing = <T>(
  fn: Parameters<typeof changeSubject<T>>[2],
  subject: { kind: 'brokerage' | 'lead'; id: string } = { kind: 'brokerage', id: brokerageId },
) => changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, fn);
const decided = (leadId: string) => changing((change) => decideLead(change, { leadId, decidedBy: 'test' }), { kind: 'lead', id: leadId });
const run = (name: 'decideLeads' | 'scoreLeads', jobId: string) =>
  new MockActivityEnvironment().run<[OfLeadJob], LeadJobStep, (input: OfLeadJob) => Promise<LeadJobStep>>(activities[name], { brokerageId, jobId });
const row = async (leadId: string) => (await reading((tx) => tx.select().from(leads).where(eq(leads.id, leadId))))[0]!;
const eventsOf = async (type: string) =>
  (await reading((tx) => tx.select({ payload: events.payload }).from(events).where(eq(events.type, type)).orderBy(events.seq))).map(({ payload }) => payload);

/** A lead the default rules qualify once it has an ARV, and sales beside it. */
const good: LeadValues = {
  ...{ valueCents: 30_000_000, liensCents: 9_000_000, repairsCents: 3_000_000, livingSqft: 1500, bedrooms: 3, listedOn: '2026-01-01' },
  ...{ signals: [{ kind: 'vacancy', on: null }], lastSaleDate: '2012-05-01' },
};
const sold = (priceCents: number, values: LeadValues = {}): LeadValues => ({
  ...{ status: 'rejected', comparable: true, livingSqft: 1500, bedrooms: 3, lastSaleDate: '2026-06-01', lastSaleCents: priceCents },
  ...values,
});

describe('deciding one lead', () => {
  test('takes the ARV from comparable sales and stores them with every input and the rule version', async () => {
    const [subject] = await seedLeads(database.app, brokerageId, [
      good,
      sold(30_000_000),
      sold(31_500_000),
      sold(33_000_000),
      sold(90_000_000, { livingSqft: 2500 }),
    ]);
    const answer = await decided(subject!.id);
    expect(answer).toMatchObject({
      kind: 'decided',
      decision: { outcome: 'qualified' },
      arv: { arvCents: 31_500_000, searched: 'same ZIP, sold within 12 months' },
    });
    expect(await row(subject!.id)).toMatchObject({ status: 'qualified', outcome: 'qualified', ruleVersion: 1, score: 300 });
    const [stored] = await reading((tx) => tx.select().from(decisions));
    expect(stored).toMatchObject({
      ruleVersion: 1,
      comps: { comps: [{ leadNo: 2 }, { leadNo: 3 }, { leadNo: 4 }] },
      decision: { inputs: { arvCents: 31_500_000, equityBps: 7000 } },
    });
    expect(await eventsOf('Lead.Decided')).toEqual([
      { leadId: subject!.id, leadNo: 1, ruleVersion: 1, outcome: { prior: 'review', next: 'qualified' }, scoreTenths: 300 },
    ]);
  });

  test('is reused until an input changes', async () => {
    const [subject] = await seedLeads(database.app, brokerageId, [good, sold(30_000_000), sold(31_500_000), sold(33_000_000)]);
    await decided(subject!.id);
    expect(await decided(subject!.id)).toMatchObject({ kind: 'kept' });
    await reading((tx) => tx.update(leads).set({ repairsCents: 12_000_000 }).where(eq(leads.id, subject!.id)));
    expect(await decided(subject!.id)).toMatchObject({ kind: 'decided', decision: { outcome: 'rejected', decidedBy: ['repairs'] } });
    expect(await reading((tx) => tx.select().from(decisions))).toHaveLength(2);
  });

  test('without enough sales the ARV is missing, with its reason, and the lead stays in review', async () => {
    const [subject] = await seedLeads(database.app, brokerageId, [good, sold(30_000_000), sold(31_000_000)]);
    expect(await decided(subject!.id)).toMatchObject({
      decision: { outcome: 'review', missing: ['arvCents'] },
      arv: { arvCents: null, reason: 'fewer than 3 similar homes were sold nearby within 36 months' },
    });
  });

  test('leaves a lead with a deal alone', async () => {
    const [subject] = await seedLeads(database.app, brokerageId, [{ ...good, status: 'in-deal' }]);
    expect(await decided(subject!.id)).toBeNull();
  });
});

describe('decisions of people', () => {
  test('are for leads in review, many at once with one event, and rules leave them alone from then on', async () => {
    const seeded = await seedLeads(database.app, brokerageId, [good, good, { ...good, status: 'rejected' }]);
    const answer = await changing((change) =>
      decideByPerson(change, { leadIds: seeded.map(({ id }) => id), outcome: 'qualified', reason: 'seen on site', by: 'pat' }),
    );
    expect(answer).toEqual({ decided: [1, 2], skipped: [{ leadNo: 3, status: 'rejected' }] });
    expect(await eventsOf('Leads.Decided')).toEqual([{ ruleVersion: 1, qualified: 2, rejected: 0, review: 0, changed: 2 }]);
    expect(await row(seeded[0]!.id)).toMatchObject({ status: 'qualified', decision: { person: { by: 'pat', outcome: 'qualified', reason: 'seen on site' } } });
    expect(await reading((tx) => tx.select().from(decisions))).toHaveLength(2);
    expect(await decided(seeded[0]!.id)).toBeNull();
    const again = await changing((change) => decideByPerson(change, { leadIds: [seeded[0]!.id], outcome: 'rejected', reason: 'again', by: 'pat' }));
    expect(again).toEqual({ decided: [], skipped: [{ leadNo: 1, status: 'qualified' }] });
  });
});

describe('a new rule set', () => {
  const onlyEquity = (bps: number) => ({
    clauses: [{ id: 'equity', title: 'Equity', kind: 'must', rule: { '>': [{ var: 'equityBps' }, bps] } }],
    score: defaultRuleSet.score,
    hot: defaultRuleSet.hot,
  });
  const drafted = async (definition: object): Promise<number> =>
    (await changing((change) => draftRuleSet(change, { name: 'New', definition, by: 'pat' }))).version;
  const finished = async (job: LeadJob): Promise<LeadJob> => {
    for (let more = true; more; ) more = (await run('scoreLeads', job.id)).more;
    return (await reading((tx) => findLeadJob(tx, { jobId: job.id })))!;
  };
  const world = () =>
    seedLeads(database.app, brokerageId, [
      { ...good, outcome: 'review' },
      { ...good, liensCents: 29_000_000 },
      { ...good, liensCents: null },
      { ...good, status: 'in-deal', outcome: 'qualified' },
    ]);

  test('is tried out over stored leads before anything is written', async () => {
    const seeded = await world();
    const version = await drafted(onlyEquity(2000));
    const job = await finished(await changing((change) => requestLeadJob(change, { kind: 'rules-test', input: { ruleVersion: version }, by: 'pat' })));
    expect(job).toMatchObject({
      status: 'finished',
      total: 3,
      done: 3,
      result: { compared: 3, changed: 3, byTransition: { 'review → qualified': 1, 'review → rejected': 1 } },
    });
    expect((job.result as { examples: object[] }).examples[0]).toMatchObject({ leadNo: 1, from: { outcome: 'review' }, to: { outcome: 'qualified' } });
    expect(await row(seeded[0]!.id)).toMatchObject({ status: 'review', ruleVersion: null });
    expect(await eventsOf('Leads.Decided')).toEqual([]);
  });

  test('is published once and writes only what changes; a second pass writes nothing', async () => {
    const seeded = await world();
    const version = await drafted(onlyEquity(2000));
    const { job } = await changing((change) => publishRuleSet(change, { version, by: 'pat' }));
    await finished(job);
    expect((await Promise.all(seeded.map(({ id }) => row(id)))).map(({ status, ruleVersion }) => [status, ruleVersion])).toEqual([
      ['qualified', 2],
      ['rejected', 2],
      ['review', 2],
      ['in-deal', null],
    ]);
    expect(await eventsOf('RuleSet.Published')).toEqual([{ version: { prior: 1, next: 2 } }]);
    expect(await eventsOf('Leads.Decided')).toEqual([{ ruleVersion: 2, qualified: 1, rejected: 1, review: 1, changed: 3 }]);
    const next = await changing(async (change) =>
      publishRuleSet(change, { version: (await draftRuleSet(change, { name: 'Same', definition: onlyEquity(2100), by: 'pat' })).version, by: 'pat' }),
    );
    const before = await row(seeded[0]!.id);
    expect(await finished(next.job)).toMatchObject({ result: { compared: 3, changed: 0 } });
    expect(await row(seeded[0]!.id)).toEqual(before);
    await expect(changing((change) => publishRuleSet(change, { version, by: 'pat' }))).rejects.toMatchObject({ code: 'rule-set-published' });
  });

  test('is refused with all its faults at once', async () => {
    const faulty = { clauses: [{ id: 'A', title: '', kind: 'must', rule: { '>': [{ var: 'equty' }, 1] } }], score: defaultRuleSet.score, hot: {} };
    const refused = drafted(faulty);
    await expect(refused).rejects.toMatchObject({ code: 'rule-set-faulty' });
    const faults = await refused.catch((error: { details: { faults: { path: string }[] } }) => error.details.faults);
    expect((faults as { path: string }[]).map(({ path }) => path).sort()).toEqual(['clauses.0.id', 'clauses.0.rule', 'clauses.0.title', 'hot.scoreAbove']);
  });
});

test('after an enrichment every lead is decided, and then the job ends, once', async () => {
  const seeded = await seedLeads(database.app, brokerageId, [good, good]);
  const job = await changing((change) => requestLeadJob(change, { kind: 'enrichment', input: {}, leadIds: seeded.map(({ id }) => id), by: 'pat' }));
  expect(await run('decideLeads', job.id)).toMatchObject({ open: true, more: true, done: 0 });
  await reading((tx) => tx.execute(`update lead_job_leads set outcome = 'answered'` as never));
  expect(await run('decideLeads', job.id)).toEqual({ open: true, more: false, done: 2, total: 2 });
  expect(await run('decideLeads', job.id)).toMatchObject({ open: false });
  const finished = await reading((tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.type, 'LeadJob.Finished'), eq(events.subjectId, brokerageId))),
  );
  expect(finished).toHaveLength(1);
});
