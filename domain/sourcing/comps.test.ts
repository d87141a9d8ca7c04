import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arvOf, type CompSubject, isComparable, monthsBefore, type Sale } from './comps.ts';

const subject: CompSubject = {
  leadId: 'me',
  city: 'NASHVILLE',
  state: 'TN',
  zip: '37216',
  propertyType: 'single-family',
  livingSqft: 1500,
  bedrooms: 3,
  asOf: '2026-11-21',
};
let numbers = 1;
const sale = (centsPerSqft: number, values: Partial<Sale> = {}): Sale => ({
  ...{
    leadId: `lead-${numbers}`,
    leadNo: numbers++,
    city: 'NASHVILLE',
    zip: '37216',
    propertyType: 'single-family',
    livingSqft: 1500,
    bedrooms: 3,
    soldOn: '2026-06-01',
  },
  priceCents: centsPerSqft * 1500,
  ...values,
});
const three = [sale(21_000), sale(21_500), sale(22_000)];

test('the ARV is the median price per square foot of the comps times the living area', () => {
  expect(arvOf(subject, three)).toMatchObject({
    arvCents: 32_250_000,
    formula: 'arv-from-comps',
    statistic: 'median',
    searched: 'same ZIP, sold within 12 months',
  });
});

describe('a comparable sale', () => {
  const without = (values: Partial<Sale>) => arvOf(subject, [...three.slice(0, 2), sale(22_000, values)]).arvCents;
  test.each([
    ['of another type', { propertyType: 'condominium' }],
    ['more than a quarter larger', { livingSqft: 1876 }],
    ['more than a quarter smaller', { livingSqft: 1124 }],
    ['with two bedrooms more', { bedrooms: 5 }],
    ['too long ago', { soldOn: '2023-11-20' }],
    ['in another city', { city: 'MEMPHIS', zip: '38103' }],
    ['at the price of a deed transfer', { priceCents: 100_000 }],
    ['the property itself', { leadId: 'me' }],
  ])('is none %s', (_what, values) => {
    expect(without(values)).toBeNull();
  });

  test.each([{ livingSqft: 1875 }, { livingSqft: 1125 }, { bedrooms: 4 }, { bedrooms: null }, { soldOn: '2023-11-21' }, { zip: '37013' }])(
    'is one at the edge: %j',
    (values) => {
      expect(without(values)).not.toBeNull();
    },
  );
});

test('the search widens only as far as it must', () => {
  const [near, older] = [sale(20_000), sale(20_000, { soldOn: '2025-05-01' })];
  const searched = (sales: Sale[]) => (arvOf(subject, sales) as { searched?: string }).searched;
  expect(searched([near, near, sale(20_000, { zip: '37013' })])).toBe('same city, sold within 12 months');
  expect(searched([near, near, older])).toBe('same ZIP, sold within 24 months');
  expect(searched([near, older, sale(20_000, { zip: '37013', soldOn: '2025-05-01' })])).toBe('same city, sold within 24 months');
  expect(searched([near, older, sale(20_000, { soldOn: '2024-01-05' })])).toBe('same city, sold within 36 months');
});

test('sales are as recent as the list is old, and later ones count too', () => {
  const old = { ...subject, asOf: '2016-10-31' };
  expect(arvOf(old, [sale(20_000, { soldOn: '2016-01-05' }), sale(20_000, { soldOn: '2015-11-01' }), sale(20_000, { soldOn: '2017-02-01' })])).toMatchObject({
    arvCents: 30_000_000,
  });
});

test('what is not known about the property is said, not guessed', () => {
  expect(arvOf({ ...subject, livingSqft: null }, three)).toEqual({ arvCents: null, reason: 'the living area is not known' });
  expect(arvOf({ ...subject, propertyType: null }, three)).toEqual({ arvCents: null, reason: 'the property type is not known' });
  expect(arvOf(subject, three.slice(1))).toEqual({ arvCents: null, reason: 'fewer than 3 similar homes were sold nearby within 36 months' });
});

test('the same sales in any order give the same comps, and the ARV lies between the cheapest and the dearest of them', () => {
  const some = fc.array(
    fc.record({
      rate: fc.integer({ min: 8000, max: 40_000 }),
      livingSqft: fc.integer({ min: 1000, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      zip: fc.constantFrom('37216', '37013'),
    }),
    { minLength: 3, maxLength: 40 },
  );
  fc.assert(
    fc.property(some, (rows) => {
      const sales = rows.map(({ rate, livingSqft, month, zip }, at) =>
        sale(0, { leadNo: at, leadId: String(at), livingSqft, zip, priceCents: rate * livingSqft, soldOn: `2026-${String(month).padStart(2, '0')}-05` }),
      );
      const answer = arvOf(subject, sales);
      expect(arvOf(subject, sales.toReversed())).toEqual(answer);
      if (answer.arvCents === null) return;
      const rates = answer.comps.map(({ centsPerSqft }) => centsPerSqft);
      expect(answer.arvCents).toBeGreaterThanOrEqual(Math.min(...rates) * 1500);
      expect(answer.arvCents).toBeLessThanOrEqual(Math.max(...rates) * 1500);
    }),
  );
});

test('months are counted by the calendar', () => {
  expect([monthsBefore('2026-11-21', 12), monthsBefore('2026-01-31', 2), monthsBefore('2026-12-01', 36)]).toEqual(['2025-11-21', '2025-11-31', '2023-12-01']);
});

test('a sale may stand beside others for three years before its list', () => {
  const lead = { lastSaleDate: '2024-01-01', lastSaleCents: 20_000_000, livingSqft: 1500, asOf: '2026-11-21' };
  expect(isComparable(lead)).toBe(true);
  expect(
    [{ lastSaleDate: '2023-11-20' }, { lastSaleCents: 0 }, { livingSqft: null }, { lastSaleDate: null }].map((other) => isComparable({ ...lead, ...other })),
  ).toEqual([false, false, false, false]);
});
