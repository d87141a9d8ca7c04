import { expect, it } from 'vitest';
import { house } from '../test/house.ts';

type Clock = { clock: string; status: string; evidence: string | null; contingency: string | null };
type Answer = Record<string, unknown> & { deadlines: Clock[]; items: (Clock & { fact: string; value: unknown })[] };
const { at, inDays, newDeal, post, get } = house<Answer>({ state: 'CA', county: 'KERN', zone: 'America/Los_Angeles' });
async function california() {
  const { path } = await newDeal('buyer');
  const dates = { closeOfEscrowDate: inDays(40), financed: true };
  await post(`${path}/contract`, { form: 'ca-car-rpa', effectiveOn: at.today, priceCents: 90_000_000, zone: 'America/Los_Angeles', state: 'CA', dates }, 201);
  return path;
}
const open = ({ deadlines }: Pick<Answer, 'deadlines'>) =>
  deadlines.filter(({ clock, status }) => clock.endsWith('-contingency') && status === 'pending').map(({ clock }) => clock.replace('-contingency', ''));

it('of a C.A.R. contract end by their removal in writing, each by its own; a report, an appraisal or a loan that is approved ends none', async () => {
  const path = await california();
  const all = ['loan', 'appraisal', 'investigation', 'seller-documents', 'title', 'insurance'];
  for (const fact of ['InspectionReport.Received', 'Financing.Approved', 'TitleCommitment.Received', 'Insurance.Bound'])
    expect(open(await post(`${path}/facts`, { fact })).toSorted()).toEqual(all.toSorted());
  const removed = await post(`${path}/facts`, { fact: 'Contingency.Removed', contingency: 'investigation', evidence: { note: 'form CR, signed' } });
  expect(removed).toMatchObject({ value: 'investigation' });
  expect(open(removed).toSorted()).toEqual(all.filter((name) => name !== 'investigation').toSorted());
  expect(open(await post(`${path}/facts`, { fact: 'Contingency.Removed', contingency: 'loan' }))).not.toContain('loan');
  // Two removals are two facts; the same one with another day is a correction.
  await post(`${path}/facts`, { fact: 'Contingency.Removed', contingency: 'loan', evidence: { note: 'form CR' } });
  const { items } = await get(`${path}/facts`);
  expect(items.filter(({ fact }) => fact === 'Contingency.Removed').map(({ value }) => value)).toEqual(['investigation', 'loan']);
  const clock = (await get(`${path}/deadlines`)).items.find((one) => one.clock === 'title-contingency');
  expect(clock).toMatchObject({ evidence: 'Contingency.Removed', contingency: 'title' });
  expect((await get(`${path}/timeline`)).items).toContainEqual(expect.objectContaining({ what: `Contingency removed: loan, ${at.today}` }));
});

it('a removal says which contingency, and no other fact does', async () => {
  const path = await california();
  expect(await post(`${path}/facts`, { fact: 'Contingency.Removed' }, 400)).toMatchObject({
    type: '/problems/bad-inputs',
    errors: [{ path: 'contingency', message: expect.stringContaining('loan') }],
  });
  expect(await post(`${path}/facts`, { fact: 'Survey.Received', contingency: 'loan' }, 400)).toMatchObject({ errors: [{ path: 'contingency' }] });
});
