import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { deadlines, tasks } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { house } from '../test/house.ts';

type Row = { clock: string; status: string; settled: { by: string; reason: string } | null };
type Answer = Record<string, unknown> & { items: Row[]; health: string };
const { at, inDays, newDeal, miss, post, get } = house<Answer>({ state: 'TX', county: 'BEXAR', yearBuilt: 1995, zone: 'America/Chicago' });
/** A file whose loan approval is over by so many days, or still to come. */
async function financed(since = 30) {
  const deal = await newDeal('buyer');
  const { dealId, path } = deal;
  const terms = { form: 'tx-trec-resale', effectiveOn: inDays(-since), priceCents: 28_500_000, zone: 'America/Chicago', state: 'TX' };
  await post(`${path}/contract`, { ...terms, periods: { optionDays: 7 }, dates: { closingDate: inDays(40), financed: true } }, 201);
  const loan = async () => (await get(`${path}/deadlines`)).items.find(({ clock }) => clock === 'loan-approval')!;
  const finance = (given: boolean) => post(`${path}/changes`, { reason: 'agreed', dates: { financed: given } });
  const act = (what: string) => post(`${path}/deadlines/loan-approval`, { act: what, reason: 'agreed' });
  const missed = async () =>
    (
      await inTenant(at.database.app, at.brokerage.id, (tx) =>
        tx
          .select()
          .from(tasks)
          .where(and(eq(tasks.dealId, dealId), eq(tasks.status, 'open'))),
      )
    ).filter(({ title }) => title.startsWith('Missed: Loan')).length;
  const put = (status: string) =>
    inTenant(at.database.app, at.brokerage.id, (tx) =>
      tx
        .update(deadlines)
        .set({ status })
        .where(and(eq(deadlines.dealId, dealId), eq(deadlines.clock, 'loan-approval'))),
    );
  return { path, loan, finance, act, missed, miss: () => miss(deal, 'loan-approval'), put };
}

it('a missed clock whose rule applies no more is no miss: it ends, the broker’s task with it, and the file is not breached for ever', async () => {
  const { path, loan, finance, missed, miss } = await financed();
  await miss();
  expect([await missed(), (await get(`${path}/health`)).health]).toEqual([1, 'breached']);
  await finance(false);
  expect(await loan()).toMatchObject({ status: 'terminated', settled: { by: 'rule' } });
  expect([await missed(), (await get(`${path}/health`)).health]).toEqual([0, 'on track']);
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
