import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { advanceFile } from '../activities/closing/file.ts';
import { businessNow } from '../db/clock.ts';
import { changeSubject } from '../db/events.ts';
import { deadlines, deals, events } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { addDays, localDate } from '../domain/time/zoned.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { seedDeal } from '../test/seed-deal.ts';
import { numberEvents } from '../workers/relay/number.ts';
import { createReport } from '../workers/up/forward/report.ts';

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

const call = async (method: string, path: string, body?: object) => {
  const answer = await api.call(method, path, { key, ...(body ? { body } : {}) });
  expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(300);
  return answer.json as Record<string, never> & { items: Record<string, string>[]; deadlines: Record<string, string>[]; waitingFor: string };
};
const title = 'Keys for the Millers';
/** A file whose next deadline is one that a person made. */
async function withOwn() {
  const { dealId, dealNo } = await seedDeal(database.app, brokerage.id, {
    ...{ lead: { state: 'TX', county: 'BEXAR', yearBuilt: 1995 }, deal: { side: 'buyer', stage: 'accepted' } },
  });
  const path = `/v1/deals/${dealNo}`;
  const terms = { form: 'tx-trec-resale', effectiveOn: today, priceCents: 28_500_000, zone: 'America/Chicago', state: 'TX' };
  await call('POST', `${path}/contract`, { ...terms, periods: { optionDays: 7 }, dates: { closingDate: addDays(today, 40) } });
  await call('POST', `${path}/deadlines`, { title, actor: 'agent', reason: 'addendum', date: addDays(today, 1) });
  return { dealId, path };
}

it('a deadline made by hand goes by its title in the timeline, ahead and behind, and in the file as it was known', async () => {
  const { path } = await withOwn();
  await call('POST', `${path}/deadlines/own-1`, { act: 'set-date', date: addDays(today, 2), reason: 'agreed' });
  const told = (await call('GET', `${path}/timeline`)).items.filter(({ clock }) => clock === 'own-1');
  expect(told.map(({ what }) => what)).toEqual([
    `${title} by ${addDays(today, 1)}`,
    `${title} extended to ${addDays(today, 2)}`,
    `deadline: ${title} (extended from ${addDays(today, 1)})`,
  ]);
  expect(told.every((item) => item.title === title)).toBe(true);
  expect((await call('GET', `${path}/as-of?asOf=${today}`)).deadlines).toContainEqual(expect.objectContaining({ clock: 'own-1', title }));
});

it('the deal waits for it by its title; what runs and the log are told knows its number alone', async () => {
  const { dealId, path } = await withOwn();
  const subject = { kind: 'deal', id: dealId } as const;
  const advanced = await changeSubject(database.app, { brokerageId: brokerage.id, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    advanceFile(change, dealId),
  );
  expect(advanced).toMatchObject({ stage: 'under-contract', waitingFor: `own-1 by ${addDays(today, 1)}` });
  expect((await call('GET', path)).waitingFor).toBe(`${title} by ${addDays(today, 1)}`);
  const log = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)));
  expect(JSON.stringify(log)).not.toContain('Millers');
  const [row] = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(deadlines).where(eq(deadlines.clock, 'own-1')));
  expect(row!.workflowId).toMatch(/\/own-1$/);
  expect((await inTenant(database.app, brokerage.id, (tx) => tx.select().from(deals).where(eq(deals.id, dealId))))[0]!.waitingFor).toContain(title);
});

it('the report of days that went by names it, too', async () => {
  const { dealId } = await withOwn();
  await numberEvents(database.relay.sql);
  const report = createReport(database.relay.sql, { dealId, from: 0, zone: 'America/Chicago' });
  await call(
    'POST',
    `/v1/deals/${(await inTenant(database.app, brokerage.id, (tx) => tx.select().from(deals).where(eq(deals.id, dealId))))[0]!.dealNo}/deadlines/own-1`,
    {
      ...{ act: 'set-date', date: addDays(today, 3), reason: 'agreed' },
    },
  );
  await numberEvents(database.relay.sql);
  await report.read();
  const told = report.takeBefore('9999').flatMap((day) => day.told ?? []);
  expect(told).toContain(`deadline moved (${title}, to ${addDays(today, 3)})`);
});
