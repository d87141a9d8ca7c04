import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { advanceFile } from '../activities/closing/file.ts';
import { deadlines, deals, events } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { texasHouse } from '../test/texas-house.ts';
import { numberEvents } from '../workers/relay/number.ts';
import { createReport } from '../workers/up/forward/report.ts';

type Answer = Record<string, never> & { items: Record<string, string>[]; deadlines: Record<string, string>[]; waitingFor: string };
const { at, changing, inDays, newDeal, post, get } = texasHouse<Answer>();
const title = 'Keys for the Millers';
/** A file whose next deadline is one that a person made. */
async function withOwn() {
  const { dealId, path } = await newDeal('buyer', { stage: 'accepted' });
  const terms = { form: 'tx-trec-resale', effectiveOn: at.today, priceCents: 28_500_000, zone: 'America/Chicago', state: 'TX' };
  await post(`${path}/contract`, { ...terms, periods: { optionDays: 7 }, dates: { closingDate: inDays(40) } }, 201);
  await post(`${path}/deadlines`, { title, actor: 'agent', reason: 'addendum', date: inDays(1) }, 201);
  return { dealId, path };
}

it('a deadline made by hand goes by its title in the timeline, ahead and behind, and in the file as it was known', async () => {
  const { path } = await withOwn();
  await post(`${path}/deadlines/own-1`, { act: 'set-date', date: inDays(2), reason: 'agreed' });
  const told = (await get(`${path}/timeline`)).items.filter(({ clock }) => clock === 'own-1');
  expect(told.map(({ what }) => what)).toEqual([
    `${title} by ${inDays(1)}`,
    `${title} extended to ${inDays(2)}`,
    `deadline: ${title} (extended from ${inDays(1)})`,
  ]);
  expect(told.every((item) => item.title === title)).toBe(true);
  expect((await get(`${path}/as-of?asOf=${at.today}`)).deadlines).toContainEqual(expect.objectContaining({ clock: 'own-1', title }));
});

it('the deal waits for it by its title; what runs and the log are told knows its number alone', async () => {
  const { dealId, path } = await withOwn();
  const advanced = await changing(dealId, (change) => advanceFile(change, dealId));
  expect(advanced).toMatchObject({ stage: 'under-contract', waitingFor: `own-1 by ${inDays(1)}` });
  expect((await get(path)).waitingFor).toBe(`${title} by ${inDays(1)}`);
  const log = await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(events).where(eq(events.subjectId, dealId)));
  expect(JSON.stringify(log)).not.toContain('Millers');
  const [row] = await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(deadlines).where(eq(deadlines.clock, 'own-1')));
  expect(row!.workflowId).toMatch(/\/own-1$/);
  expect((await inTenant(at.database.app, at.brokerage.id, (tx) => tx.select().from(deals).where(eq(deals.id, dealId))))[0]!.waitingFor).toContain(title);
});

it('the report of days that went by names it, too', async () => {
  const { dealId, path } = await withOwn();
  await numberEvents(at.database.relay.sql);
  const report = createReport(at.database.relay.sql, { dealId, from: 0, zone: 'America/Chicago' });
  await post(`${path}/deadlines/own-1`, { act: 'set-date', date: inDays(3), reason: 'agreed' });
  await numberEvents(at.database.relay.sql);
  await report.read();
  const told = report.takeBefore('9999').flatMap((day) => day.told ?? []);
  expect(told).toContain(`deadline moved (${title}, to ${inDays(3)})`);
});
