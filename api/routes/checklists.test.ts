import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { refreshChecklist } from '../../db/queries/checklist.ts';
import { closingGate } from '../../db/queries/file-gate.ts';
import { checklistItems, events } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { plainDeal } from '../../domain/compliance/checklists/facts.fixture.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let key: string;
let deal: SeededDeal;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await testBrokerage(database.app)).id;
  key = (await testKey(database, brokerageId)).key;
  deal = await seedDeal(database.app, brokerageId, { lead: { state: 'TX', yearBuilt: 1995 }, deal: { side: 'listing' } });
});

const { contractDate: _, closingDate: __, side: ___, propertyState: ____, yearBuilt: _____, isWholesale: ______, ...stated } = plainDeal;
const say = (body: object, query = '') => api.call('POST', `/v1/deals/${deal.dealNo}/law-facts${query}`, { key, body });
const checklist = async () => (await api.call('GET', `/v1/deals/${deal.dealNo}/checklist`, { key })).json;
const refresh = () =>
  changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    refreshChecklist(change, { dealId: deal.dealId, position: 1 }),
  );

describe('law facts', () => {
  test('what a lead and its side say is known; the rest is asked', async () => {
    const { facts, questions, items, stateCovered } = await checklist();
    expect(facts).toEqual({ side: 'seller', isWholesale: false, propertyState: 'TX', yearBuilt: 1995 });
    expect(questions.map(({ fact }: { fact: string }) => fact)).toContain('hasHoa');
    expect([items, stateCovered]).toEqual([[], true]);
  });

  test('a preview tells which documents change and writes nothing', async () => {
    const preview = await say(stated, '?dryRun=true');
    expect(preview.json.documents).toContainEqual(expect.objectContaining({ id: 'TX-SDN', change: 'added', facts: expect.arrayContaining(['residential']) }));
    expect((await checklist()).stated).toEqual({});
  });

  test('facts are stated once, with prior and next, and unknown ones are refused', async () => {
    await say(stated);
    const { json } = await say({ hasHoa: true, inPid: null });
    expect(json.stated).toMatchObject({ hasHoa: true });
    expect(json.stated).not.toHaveProperty('inPid');
    await say({ hasHoa: true });
    const changed = (await inTenant(database.app, brokerageId, (tx) => tx.select().from(events).orderBy(events.seq))).filter(
      ({ type }) => type === 'Deal.FactsChanged',
    );
    expect(changed.map(({ payload }) => (payload as { facts: object }).facts).at(-1)).toEqual({
      hasHoa: { prior: false, next: true },
      inPid: { prior: false, next: null },
    });
    expect(changed).toHaveLength(2);
    expect((await say({ hasHOA: true })).status).toBe(400);
  });
});

describe('the list', () => {
  test('says of each document why, on which form, and what is missing', async () => {
    await refresh();
    const { items, missing } = await checklist();
    expect(missing).toEqual(expect.arrayContaining(['TX-SDN', 'TX-HOA', 'TX-IABS']));
    expect(items.find(({ document }: { document: string }) => document === 'TX-IABS')).toMatchObject({
      status: 'required',
      formVersion: '1-2',
      state: 'missing',
      why: expect.any(String),
    });
    expect(items.find(({ document }: { document: string }) => document === 'TX-PID')).toMatchObject({ status: 'undecided', working: { missing: ['inPid'] } });
  });

  test('only a broker goes on without a document, with a reason, and may take it back', async () => {
    const path = `/v1/deals/${deal.dealNo}/checklist/TX-HOA`;
    const coordinator = await testKey(database, brokerageId, { role: 'coordinator' });
    expect(await api.call('POST', `${path}/override`, { key: coordinator.key, body: { reason: 'x' } })).toMatchObject({
      status: 403,
      json: { type: '/problems/brokers-only' },
    });
    expect((await api.call('POST', `${path}/override`, { key, body: { reason: 'no association after all' } })).json).toMatchObject({
      overridden: { reason: 'no association after all' },
    });
    const gate = () => inTenant(database.app, brokerageId, (tx) => closingGate(tx, { dealId: deal.dealId }));
    expect((await gate()).missingDocuments).not.toContain('TX-HOA');
    expect((await api.call('POST', `${path}/restore`, { key, body: { reason: 'there is one' } })).json).toMatchObject({ overridden: null });
    expect((await gate()).missingDocuments).toContain('TX-HOA');
    expect(await api.call('POST', `/v1/deals/${deal.dealNo}/checklist/TX-MUD/override`, { key, body: { reason: 'x' } })).toMatchObject({ status: 409 });
    expect(await api.call('POST', `/v1/deals/${deal.dealNo}/checklist/XX/override`, { key, body: { reason: 'x' } })).toMatchObject({ status: 404 });
  });
});

test('changed law data is tried out over open deals, and only those that change are asked about', async () => {
  // As if an older set had not asked for it yet.
  await inTenant(database.app, brokerageId, (tx) => tx.update(checklistItems).set({ status: 'not-required' }).where(eq(checklistItems.document, 'TX-HOA')));
  const ask = (query: string) => api.call('POST', `/v1/checklists/reevaluate${query}`, { key });
  const asked = async () =>
    (await inTenant(database.app, brokerageId, (tx) => tx.select().from(events))).filter(({ type }) => type === 'Checklist.ReevaluationAsked');
  expect((await ask('?dryRun=true')).json).toEqual({ dryRun: true, deals: [{ dealNo: deal.dealNo, added: ['TX-HOA'], removed: [], changed: [] }] });
  expect(await asked()).toEqual([]);
  await ask('');
  expect(await asked()).toMatchObject([{ subjectId: deal.dealId }]);
  expect((await checklist()).behind).toBe(true);
});
