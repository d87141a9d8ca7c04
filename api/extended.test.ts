import { expect, it } from 'vitest';
import { texasHouse } from '../test/texas-house.ts';

type Clock = { clock: string; status: string; state: string; date: string | null; extended: object | null; explanation: string };
type Answer = Record<string, never> & { deadlines: Clock[]; items: Clock[] };
const { at, inDays, newDeal, post, get } = texasHouse<Answer>();
async function underContract() {
  const { path } = await newDeal('buyer');
  const terms = { form: 'tx-trec-resale', effectiveOn: at.today, priceCents: 28_500_000, zone: 'America/Chicago' };
  await post(`${path}/contract`, { ...terms, periods: { optionDays: 7 }, dates: { closingDate: inDays(40) } }, 201);
  const option = async () => (await get(`${path}/deadlines`)).items.find(({ clock }) => clock === 'option')!;
  return { path, option };
}

it('an amendment that gives more time is seen as one: who, when, from which day to which, and which amendment proves it', async () => {
  const { path, option } = await underContract();
  expect(await option()).toMatchObject({ state: 'pending', extended: null });
  await post(`${path}/changes`, { reason: 'the inspector was ill', periods: { optionDays: 12 } });
  const extended = {
    ...{ from: { date: inDays(7) }, to: { date: inDays(12) }, by: at.person, at: expect.any(String), cause: 'amendment' },
    ...{ amendmentNo: 1, reason: 'the inspector was ill', proof: null },
  };
  expect(await option()).toMatchObject({ status: 'pending', state: 'extended', extended });
  // Everything else that the amendment did not move is as it was.
  expect((await get(`${path}/deadlines/closing`)).extended).toBeNull();
  const { items } = await get(`${path}/timeline`);
  expect(items).toContainEqual(expect.objectContaining({ clock: 'option', what: `option extended to ${inDays(12)}`, status: 'extended' }));
  const known = await get(`${path}/as-of?asOf=${at.today}`);
  expect(known.deadlines.find(({ clock }) => clock === 'option')).toMatchObject({ extended: { from: { date: inDays(7) } } });
});

it('a date set by hand to a later day is an extension with its proof; an earlier one is none, and back at the rule it is gone', async () => {
  const { path, option } = await underContract();
  const set = (date: string) => post(`${path}/deadlines/option`, { act: 'set-date', date, localTime: '17:00', reason: 'agreed', proof: 'e-mail of the 3rd' });
  expect(await set(inDays(3))).toMatchObject({ state: 'pending', extended: null });
  expect(await set(inDays(9))).toMatchObject({
    ...{ status: 'pending', state: 'extended' },
    extended: {
      from: { date: inDays(3) },
      to: { date: inDays(9) },
      by: at.person,
      cause: 'hand',
      amendmentNo: null,
      reason: 'agreed',
      proof: 'e-mail of the 3rd',
    },
  });
  const { explanation } = (await get(`${path}/deadlines/option`)) as unknown as Clock;
  expect(explanation).toContain(`extended from ${inDays(3)} to ${inDays(9)} by hand`);
  await post(`${path}/deadlines/option`, { act: 'set-date', date: inDays(2), localTime: '17:00', reason: 'a slip' });
  expect(await option()).toMatchObject({ state: 'pending', extended: null });
});

it('a clock that is met was extended, and is extended no more', async () => {
  const { path, option } = await underContract();
  await post(`${path}/changes`, { reason: 'more time', periods: { optionDays: 12 } });
  await post(`${path}/facts`, { fact: 'InspectionReport.Received', effectiveOn: at.today });
  expect(await option()).toMatchObject({ status: 'satisfied', state: 'satisfied', extended: { cause: 'amendment' } });
});
