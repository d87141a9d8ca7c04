import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { businessNow } from '../db/clock.ts';
import { changeSubject } from '../db/events.ts';
import { missDeadline } from '../db/queries/deadlines.miss.ts';
import { clockOf } from '../db/queries/deadlines.ts';
import { deadlines, tasks } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { addDays, localDate } from '../domain/time/zoned.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { seedDeal } from '../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
let brokerage: { id: string; slug: string };
let key: string;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerage = await testBrokerage(database.app);
  ({ key } = await testKey(database, brokerage.id));
  today = localDate(await inTenant(database.app, brokerage.id, businessNow), 'America/Chicago');
});

type Row = { clock: string; status: string; settled: { by: string; reason: string } | null };
const call = async (method: string, path: string, body?: object) => {
  const answer = await api.call(method, path, { key, ...(body ? { body } : {}) });
  expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(300);
  return answer.json as { items: Row[]; health: string };
};
/** A file whose loan approval is over by so many days, or still to come. */
async function financed(since = 30) {
  const { dealId, dealNo } = await seedDeal(database.app, brokerage.id, { lead: { state: 'TX', county: 'BEXAR', yearBuilt: 1995 }, deal: { side: 'buyer' } });
  const path = `/v1/deals/${dealNo}`;
  const terms = { form: 'tx-trec-resale', effectiveOn: addDays(today, -since), priceCents: 28_500_000, zone: 'America/Chicago', state: 'TX' };
  await call('POST', `${path}/contract`, { ...terms, periods: { optionDays: 7 }, dates: { closingDate: addDays(today, 40), financed: true } });
  const loan = async () => (await call('GET', `${path}/deadlines`)).items.find(({ clock }) => clock === 'loan-approval')!;
  const finance = (given: boolean) => call('POST', `${path}/changes`, { reason: 'agreed', dates: { financed: given } });
  const act = (what: string) => call('POST', `${path}/deadlines/loan-approval`, { act: what, reason: 'agreed' });
  const missed = async () =>
    (
      await inTenant(database.app, brokerage.id, (tx) =>
        tx
          .select()
          .from(tasks)
          .where(and(eq(tasks.dealId, dealId), eq(tasks.status, 'open'))),
      )
    ).filter(({ title }) => title.startsWith('Missed: Loan')).length;
  /** As the watcher does. */
  const miss = () =>
    changeSubject(
      database.app,
      { brokerageId: brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      async (change) => missDeadline(change, { deal: { id: dealId, dealNo }, row: await clockOf(change.tx, { dealId, clock: 'loan-approval' }) }),
    );
  const put = (status: string) =>
    inTenant(database.app, brokerage.id, (tx) =>
      tx
        .update(deadlines)
        .set({ status })
        .where(and(eq(deadlines.dealId, dealId), eq(deadlines.clock, 'loan-approval'))),
    );
  return { path, loan, finance, act, missed, miss, put };
}

it('a missed clock whose rule applies no more is no miss: it ends, the broker’s task with it, and the file is not breached for ever', async () => {
  const { path, loan, finance, missed, miss } = await financed();
  await miss();
  expect([await missed(), (await call('GET', `${path}/health`)).health]).toEqual([1, 'breached']);
  await finance(false);
  expect(await loan()).toMatchObject({ status: 'terminated', settled: { by: 'rule' } });
  expect([await missed(), (await call('GET', `${path}/health`)).health]).toEqual([0, 'on track']);
  // It applies again: it runs, and over as it is, its watcher misses it once more, with its task.
  await finance(true);
  expect(await loan()).toMatchObject({ status: 'pending', settled: null });
  await miss();
  expect([await missed(), (await loan()).status]).toEqual([1, 'breached']);
});

it.each([
  ['pending', 'terminated'],
  ['tolled', 'terminated'],
  // A right that never was has not lapsed.
  ['lapsed', 'terminated'],
  // What was done was done, and what a person decided stays decided.
  ['satisfied', 'satisfied'],
  ['waived', 'waived'],
] as const)('a %s clock whose rule applies no more is %s', async (before, after) => {
  const { loan, finance, act, put } = await financed(2);
  const acts: Partial<Record<typeof before, string>> = { tolled: 'toll', satisfied: 'satisfy', waived: 'waive' };
  if (acts[before]) await act(acts[before]);
  else await put(before);
  await finance(false);
  expect((await loan()).status).toBe(after);
  await finance(true);
  expect((await loan()).status).toBe(after === 'terminated' ? 'pending' : after);
});

it('a clock that a person ended stays ended when its rule goes and comes back', async () => {
  const { loan, finance, act } = await financed(2);
  await act('terminate');
  await finance(false);
  await finance(true);
  expect((await loan()).status).toBe('terminated');
});
