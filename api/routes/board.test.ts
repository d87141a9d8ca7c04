import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBoard } from '../../db/queries/board.ts';
import { contacts, contracts, deadlines, inboundMessages, leads, parties, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedDeal } from '../../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
});

const dayMs = 86_400_000;
const ahead = (days: number) => new Date(Date.now() + days * dayMs);
const dateOf = (at: Date) => at.toISOString().slice(0, 10);

async function arrange() {
  const b = await testBrokerage(database.app);
  const { key } = await testKey(database, b.id, { role: 'coordinator' });
  const plain = await seedDeal(database.app, b.id, { deal: { side: 'listing', waitingFor: 'the seller', waitingSince: new Date('2026-11-03T00:00:00Z') } });
  const busy = await seedDeal(database.app, b.id, {
    deal: { side: 'buyer', stage: 'under-contract' },
    lead: { line: '77 ELM_ST', city: 'AUSTIN', state: 'TX' },
  });
  const agentId = randomUUID();
  await inTenant(database.app, b.id, async (tx) => {
    const tenant = { brokerageId: b.id, dealId: busy.dealId };
    const contractId = randomUUID();
    const at = new Date();
    await tx.insert(contracts).values({
      ...{ ...tenant, id: contractId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone: 'America/Chicago', effectiveOn: '2026-01-01' },
      ...{ effectiveTime: '12:00', priceCents: 1, dates: { closingDate: dateOf(ahead(20)) }, recordedAt: at, recordedBy: 'test' },
    });
    const clock = (name: string, status: string, dueAt: Date, flaggedAt: Date | null = null) => ({
      ...{ ...tenant, contractId, clock: name, title: `Clock ${name}`, actor: 'buyer', watched: true, status, date: dateOf(dueAt), dueAt, flaggedAt },
      ...{ answer: {}, workflowId: `deadline/${busy.dealNo}/${name}`, movedAt: at },
    });
    await tx.insert(deadlines).values([clock('option', 'pending', ahead(3), at), clock('loan', 'pending', ahead(9)), clock('money', 'satisfied', ahead(1))]);
    const task = (name: string, dueAt: Date, status = 'open') => ({
      ...{
        ...tenant,
        kind: 'call-seller',
        key: randomUUID(),
        subjectKind: 'deal',
        subjectId: busy.dealId,
        title: name,
        reason: name,
        role: 'agent',
        dueAt,
        status,
      },
      createdAt: at,
    });
    await tx.insert(tasks).values([task('late', ahead(-1)), task('soon', ahead(1)), task('done', ahead(-2), 'done')]);
    await tx.insert(contacts).values({ brokerageId: b.id, id: agentId, kind: 'person', displayName: 'Avery Agent', createdAt: at });
    await tx.insert(parties).values({ ...tenant, contactId: agentId, role: 'buyer-agent', addedAt: at });
    const [lead] = await tx.select({ ownerIds: leads.ownerIds }).from(leads).limit(1);
    await tx.insert(inboundMessages).values({
      ...{ brokerageId: b.id, channel: 'email', fromAddress: 'a@example.com', contactId: lead!.ownerIds[0]!, body: 'x', class: 'reply' },
      receivedAt: new Date('2026-11-05T10:00:00Z'),
    });
  });
  const board = async (query = '') =>
    (await api.call('GET', `/v1/deals/board${query}`, { key })).json as { items: Record<string, never>[]; truncated: boolean };
  return { b, key, plain, busy, agentId, board };
}

describe('a row per file', () => {
  test('with dates, work, health and whom it waits for', async () => {
    const { busy, plain, agentId, board } = await arrange();
    const { items, truncated } = await board();
    expect(truncated).toBe(false);
    expect(items.map(({ dealNo }) => dealNo)).toEqual([busy.dealNo, plain.dealNo]);
    expect(items[0]).toMatchObject({
      ...{ property: '77 ELM_ST, AUSTIN, TX 37216', side: 'buyer', stage: 'under-contract', closingOn: dateOf(ahead(20)), openTasks: 2, overdue: 1 },
      nextKey: { title: 'Clock option' },
      health: { state: 'at risk', reason: 'Clock option has no evidence yet', owner: 'buyer' },
      agent: { contactId: agentId, name: 'Avery Agent' },
      zone: 'America/Chicago',
    });
    expect(items[1]).toMatchObject({
      waitingFor: 'the seller',
      waitingSince: '2026-11-03T00:00:00.000Z',
      health: { state: 'on track' },
      closingOn: null,
      agent: null,
    });
  });

  test('says the same of its health as the deal itself', async () => {
    const { key, busy, board } = await arrange();
    const own = (await api.call('GET', `/v1/deals/${busy.dealNo}/health`, { key })).json;
    const [row] = (await board()).items as unknown as { health: { state: string; reason: string } }[];
    expect([row!.health.state, row!.health.reason]).toEqual([own.health, own.risks[0].what]);
  });

  test.each<[string, Partial<typeof deadlines.$inferInsert>[], { state: string; next: string | null }]>([
    [
      'missed, beside what is flagged',
      [
        { status: 'breached', dueAt: ahead(-1) },
        { dueAt: ahead(5), flaggedAt: ahead(0) },
      ],
      { state: 'breached', next: 'clock 1' },
    ],
    ['not to be computed', [{ dueAt: null, date: null, answer: { problem: 'no closing date' } }, { dueAt: ahead(4) }], { state: 'blocked', next: 'clock 1' }],
    ['past, open and not flagged', [{ dueAt: ahead(-3) }, { dueAt: ahead(8) }, { dueAt: ahead(6) }], { state: 'on track', next: 'clock 2' }],
    [
      'all done',
      [
        { status: 'satisfied', dueAt: ahead(2), flaggedAt: ahead(0) },
        { status: 'waived', dueAt: ahead(3) },
      ],
      { state: 'on track', next: null },
    ],
  ])('reads of its deadlines what decides: %s', async (_, of, { state, next }) => {
    const { b, key, busy, board } = await arrange();
    await inTenant(database.app, b.id, async (tx) => {
      const [contract] = await tx.select().from(contracts);
      await tx.delete(deadlines);
      const common = {
        brokerageId: b.id,
        dealId: busy.dealId,
        contractId: contract!.id,
        actor: 'buyer',
        watched: true,
        status: 'pending',
        answer: {},
        movedAt: new Date(),
      };
      const row = (own: (typeof of)[number], n: number) => ({
        ...{ ...common, clock: `c${n}`, title: `clock ${n}`, workflowId: `deadline/${busy.dealNo}/c${n}`, date: own.dueAt ? dateOf(own.dueAt) : null },
        ...own,
      });
      await tx.insert(deadlines).values(of.map(row));
    });
    const row = (await board()).items.find(({ dealNo }) => dealNo === busy.dealNo) as unknown as {
      nextKey: { title: string } | null;
      health: { state: string; reason: string };
    };
    const own = (await api.call('GET', `/v1/deals/${busy.dealNo}/health`, { key })).json;
    expect([row.health.state, row.nextKey?.title ?? null]).toEqual([state, next]);
    expect([row.health.state, row.health.reason]).toEqual([own.health, own.risks[0]?.what ?? null]);
  });

  test.each([
    ['?side=buyer', 'busy'],
    ['?stage=under-contract', 'busy'],
    ['?health=at%20risk', 'busy'],
    ['?health=on%20track', 'plain'],
    ['?closingWithinDays=30', 'busy'],
    ['?closingWithinDays=5', 'none'],
    ['?text=elm_', 'busy'],
    ['?text=e%25m', 'none'],
    ['?text=avery', 'busy'],
    ['?text=the%20seller', 'plain'],
    ['?open=false', 'none'],
  ] as const)('filter %s', async (query, which) => {
    const { plain, busy, board } = await arrange();
    expect((await board(query)).items.map(({ dealNo }) => dealNo)).toEqual({ busy: [busy.dealNo], plain: [plain.dealNo], none: [] }[which]);
  });

  test('by its agent, and sorted as asked', async () => {
    const { plain, busy, agentId, board } = await arrange();
    expect((await board(`?agent=${agentId}`)).items.map(({ dealNo }) => dealNo)).toEqual([busy.dealNo]);
    expect((await board(`?agent=${randomUUID()}`)).items).toEqual([]);
    expect((await board('?sort=deal')).items.map(({ dealNo }) => dealNo)).toEqual([plain.dealNo, busy.dealNo]);
    expect((await board('?sort=waiting&order=desc')).items.map(({ dealNo }) => dealNo)).toEqual([plain.dealNo, busy.dealNo]);
  });

  test('refuses a sort that there is not', async () => {
    const { key } = await arrange();
    expect((await api.call('GET', '/v1/deals/board?sort=mood', { key })).status).toBe(400);
  });
});

test('the number of queries does not grow with the files', async () => {
  const { b } = await arrange();
  const count = (files: number) =>
    inTenant(database.app, b.id, async (tx) => {
      let queries = 0;
      const counting = Object.assign(Object.create(tx), { brokerageId: b.id, execute: (query: never) => (queries++, tx.execute(query)) });
      expect((await readBoard(counting, {})).files).toHaveLength(files);
      return queries;
    });
  const before = await count(2);
  for (let n = 0; n < 5; n++) await seedDeal(database.app, b.id);
  expect(await count(7)).toBe(before);
});
