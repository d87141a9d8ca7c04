import { beforeAll, expect, it } from 'vitest';
import { businessNow } from '../db/clock.ts';
import { inTenant } from '../db/tenant.ts';
import { addDays, localDate } from '../domain/time/zoned.ts';
import { type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { seedDeal } from '../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
let brokerage: { id: string; slug: string };
let key: string;
let person: string;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerage = await testBrokerage(database.app);
  ({ key, personId: person } = await testKey(database, brokerage.id));
  today = localDate(await inTenant(database.app, brokerage.id, businessNow), 'America/Chicago');
});

const inDays = (days: number) => addDays(today, days);
type Clock = { clock: string; status: string; state: string; date: string | null; extended: object | null; explanation: string };
type Answer = Record<string, never> & { deadlines: Clock[]; items: Clock[] };
const call = async (method: string, path: string, body?: object): Promise<Answer> => {
  const answer = await api.call(method, path, { key, ...(body ? { body } : {}) });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json as Answer;
};
async function underContract() {
  const { dealNo } = await seedDeal(database.app, brokerage.id, { lead: { state: 'TX', county: 'BEXAR' }, deal: { side: 'buyer' } });
  const path = `/v1/deals/${dealNo}`;
  const terms = { form: 'tx-trec-resale', effectiveOn: today, priceCents: 28_500_000, zone: 'America/Chicago' };
  await call('POST', `${path}/contract`, { ...terms, periods: { optionDays: 7 }, dates: { closingDate: inDays(40) } });
  const option = async () => (await call('GET', `${path}/deadlines`)).items.find(({ clock }) => clock === 'option')!;
  return { path, option };
}

it('an amendment that gives more time is seen as one: who, when, from which day to which, and which amendment proves it', async () => {
  const { path, option } = await underContract();
  expect(await option()).toMatchObject({ state: 'pending', extended: null });
  await call('POST', `${path}/changes`, { reason: 'the inspector was ill', periods: { optionDays: 12 } });
  const extended = {
    ...{ from: { date: inDays(7) }, to: { date: inDays(12) }, by: person, at: expect.any(String), cause: 'amendment' },
    ...{ amendmentNo: 1, reason: 'the inspector was ill', proof: null },
  };
  expect(await option()).toMatchObject({ status: 'pending', state: 'extended', extended });
  // Everything else that the amendment did not move is as it was.
  expect((await call('GET', `${path}/deadlines/closing`)).extended).toBeNull();
  const { items } = await call('GET', `${path}/timeline`);
  expect(items).toContainEqual(expect.objectContaining({ clock: 'option', what: `option extended to ${inDays(12)}`, status: 'extended' }));
  const known = await call('GET', `${path}/as-of?asOf=${today}`);
  expect(known.deadlines.find(({ clock }) => clock === 'option')).toMatchObject({ extended: { from: { date: inDays(7) } } });
});

it('a date set by hand to a later day is an extension with its proof; an earlier one is none, and back at the rule it is gone', async () => {
  const { path, option } = await underContract();
  const set = (date: string) =>
    call('POST', `${path}/deadlines/option`, { act: 'set-date', date, localTime: '17:00', reason: 'agreed', proof: 'e-mail of the 3rd' });
  expect(await set(inDays(3))).toMatchObject({ state: 'pending', extended: null });
  expect(await set(inDays(9))).toMatchObject({
    ...{ status: 'pending', state: 'extended' },
    extended: {
      from: { date: inDays(3) },
      to: { date: inDays(9) },
      by: person,
      cause: 'hand',
      amendmentNo: null,
      reason: 'agreed',
      proof: 'e-mail of the 3rd',
    },
  });
  const { explanation } = (await call('GET', `${path}/deadlines/option`)) as unknown as Clock;
  expect(explanation).toContain(`extended from ${inDays(3)} to ${inDays(9)} by hand`);
  await call('POST', `${path}/deadlines/option`, { act: 'set-date', date: inDays(2), localTime: '17:00', reason: 'a slip' });
  expect(await option()).toMatchObject({ state: 'pending', extended: null });
});

it('a clock that is met was extended, and is extended no more', async () => {
  const { path, option } = await underContract();
  await call('POST', `${path}/changes`, { reason: 'more time', periods: { optionDays: 12 } });
  await call('POST', `${path}/facts`, { fact: 'InspectionReport.Received', effectiveOn: today });
  expect(await option()).toMatchObject({ status: 'satisfied', state: 'satisfied', extended: { cause: 'amendment' } });
});
