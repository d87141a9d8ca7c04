import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { decideLead } from '../../db/queries/qualification.ts';
import { events, leadJobs } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { defaultRuleSet } from '../../domain/sourcing/qualification.default.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedLeads, seedRules } from '../../test/seed-leads.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let key: string;
let seeded: { id: string; leadNo: number }[];
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  ({ id: brokerageId } = await testBrokerage(database.app));
  ({ key } = await testKey(database, brokerageId));
  await seedRules(database.app, brokerageId);
  const lead = (score: number | null) => ({ score, valueCents: 30_000_000, liensCents: 5_000_000, signals: [{ kind: 'tax-lien', on: '2026-10-01' }] });
  seeded = await seedLeads(database.app, brokerageId, [
    lead(300),
    lead(900),
    lead(null),
    { ...lead(500), status: 'rejected' },
    { ...lead(900), zip: '37013', hot: true },
  ]);
});
const get = async (path: string) => (await api.call('GET', path, { key })).json;
const numbers = (page: { items: { leadNo: number }[] }) => page.items.map(({ leadNo }) => leadNo);

describe('the list', () => {
  test('is filtered, and the review queue begins with the best score', async () => {
    expect(numbers(await get('/v1/leads'))).toEqual([5, 4, 3, 2, 1]);
    expect(numbers(await get('/v1/leads?status=review&sort=score'))).toEqual([2, 5, 1, 3]);
    expect(numbers(await get('/v1/leads?zip=37013&hot=true&minScore=80'))).toEqual([5]);
    expect(numbers(await get('/v1/leads?address=102%20main'))).toEqual([2]);
    expect(numbers(await get('/v1/leads?address=%25'.concat('25')))).toEqual([]);
  });

  test('says how many fit, by status, before anything is decided', async () => {
    expect(await get('/v1/leads/counts')).toEqual({ total: 5, byStatus: { review: 4, rejected: 1 } });
    expect(await get('/v1/leads/counts?zip=37013&hot=true')).toEqual({ total: 1, byStatus: { review: 1 } });
    expect((await api.call('GET', '/v1/leads/counts?zip=1', { key })).status).toBe(400);
  });

  test.each(['number', 'score'])('goes page by page by %s without repeating or hiding a lead', async (sort) => {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { leadNo: number }[]; nextCursor: string | null } = await get(`/v1/leads?limit=2&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...numbers(page));
      cursor = page.nextCursor;
    }
    expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5]);
  });
});

test('a lead shows its score clause by clause, with values, verdicts and what is missing', async () => {
  await changeSubject(
    database.app,
    { brokerageId, subject: { kind: 'lead', id: seeded[0]!.id }, actor: { kind: 'system', id: 't' }, source: 'test' },
    (change) => decideLead(change, { leadId: seeded[0]!.id, decidedBy: 'test' }),
  );
  const lead = await get('/v1/leads/1');
  expect(lead).toMatchObject({
    status: 'review',
    missing: ['repairsCents', 'arvCents', 'daysOnMarket', 'priceCutBps'],
    owners: [{ name: 'Alma Whitaker' }],
    arv: { arvCents: null },
  });
  expect(lead.decision.clauses[0]).toMatchObject({
    id: 'equity',
    title: 'Equity above 20 %',
    verdict: 'pass',
    values: { equityBps: 8333 },
    sentence: 'Equity above 20 %: passed',
  });
  expect(lead.decision.clauses[1].sentence).toBe('Repairs below 30 % of the value after repair: cannot be judged yet: repairsCents, arvCents not known');
  expect(lead.decision.motivation.contributions).toEqual([{ signal: 'tax-lien', points: 25 }]);
  expect(await api.call('GET', '/v1/leads/99', { key })).toMatchObject({ status: 404 });
});

describe('deciding by hand', () => {
  test('decides leads in review, names those it left and those it does not know, once per key', async () => {
    const body = { select: { leadNos: [2, 4, 77] }, outcome: 'qualified', reason: 'seen on site' };
    const answer = await api.call('POST', '/v1/leads/decide', { key, body, idempotencyKey: 'decide-1' });
    expect(answer).toMatchObject({ status: 200, json: { decided: 1, leadNos: [2], skipped: [{ leadNo: 4, status: 'rejected' }], unknown: [77] } });
    expect((await api.call('POST', '/v1/leads/decide', { key, body, idempotencyKey: 'decide-1' })).text).toBe(answer.text);
    expect(await get('/v1/leads/2')).toMatchObject({ status: 'qualified', decision: { byPerson: { outcome: 'qualified', reason: 'seen on site' } } });
    expect(await inTenant(database.app, brokerageId, (tx) => tx.select().from(events).where(eq(events.type, 'Leads.Decided')))).toHaveLength(1);
  });

  test.each([
    {},
    { select: {}, outcome: 'qualified', reason: 'x' },
    { select: { leadNos: [1] }, outcome: 'review', reason: 'x' },
    { select: { leadNos: ['1'] }, outcome: 'rejected', reason: 'x' },
  ])('refuses %j with what does not fit', async (body) => {
    expect(await api.call('POST', '/v1/leads/decide', { key, body })).toMatchObject({ status: 400, json: { type: '/problems/invalid-request' } });
  });
});

test('an enrichment answers 202 with a job that is polled, and starts by its event', async () => {
  const answer = await api.call('POST', '/v1/leads/enrich', { key, body: { select: { status: 'review', limit: 2 } } });
  expect(answer).toMatchObject({ status: 202, json: { leads: 2, job: { kind: 'enrichment' } } });
  expect((await api.call('GET', answer.headers.get('location')!, { key })).json).toMatchObject({
    status: 'queued',
    progress: { done: 0, total: 2, unit: 'leads' },
  });
  const [event] = await inTenant(database.app, brokerageId, (tx) =>
    tx.select({ payload: events.payload }).from(events).where(eq(events.type, 'LeadJob.Requested')),
  );
  expect(event!.payload).toMatchObject({ kind: 'enrichment', workflowId: expect.stringMatching(/^enrichment\/b-/), leads: 2 });
  expect(await api.call('POST', '/v1/leads/enrich', { key, body: { select: { leadNos: [999] } } })).toMatchObject({
    status: 422,
    json: { type: '/problems/no-leads' },
  });
});

describe('rule sets', () => {
  const definition = { clauses: defaultRuleSet.clauses, score: defaultRuleSet.score, hot: { scoreAbove: 50 } };

  test('are checked, saved as a draft, tried out and published', async () => {
    expect((await api.call('POST', '/v1/rule-sets/check', { key, body: { definition } })).json).toEqual({ ok: true, faults: [] });
    const draft = await api.call('POST', '/v1/rule-sets', { key, body: { name: 'Hotter', definition } });
    expect(draft).toMatchObject({ status: 201, json: { version: 2, status: 'draft' } });
    expect(draft.headers.get('location')).toBe('/v1/rule-sets/2');
    expect(await api.call('POST', '/v1/rule-sets/2/test', { key })).toMatchObject({ status: 202, json: { job: { kind: 'rules-test' } } });
    expect(await api.call('POST', '/v1/rule-sets/2/publish', { key })).toMatchObject({
      status: 202,
      json: { job: { kind: 'rescoring' }, ruleSet: { status: 'published' } },
    });
    expect(await api.call('POST', '/v1/rule-sets/2/publish', { key })).toMatchObject({ status: 409, json: { type: '/problems/rule-set-published' } });
    const kinds = await inTenant(database.app, brokerageId, (tx) => tx.select({ kind: leadJobs.kind }).from(leadJobs).orderBy(leadJobs.jobNo));
    expect(kinds.map(({ kind }) => kind)).toEqual(['enrichment', 'rules-test', 'rescoring']);
  });

  test('are refused with all faults at once, and nothing is saved', async () => {
    const faulty = { ...definition, clauses: [{ id: 'A', title: '', kind: 'must', rule: { '>': [{ var: 'equty' }, 1] } }] };
    const refused = await api.call('POST', '/v1/rule-sets', { key, body: { name: 'Faulty', definition: faulty } });
    expect(refused).toMatchObject({ status: 422, json: { type: '/problems/rule-set-faulty' } });
    expect(refused.json.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['clauses.0.id', 'clauses.0.rule', 'clauses.0.title']);
    expect((await get('/v1/rule-sets')).items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(await api.call('POST', '/v1/rule-sets/9/publish', { key })).toMatchObject({ status: 404 });
  });
});
