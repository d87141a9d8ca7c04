import { expect, test } from 'vitest';
import { deriveFacts, type PropertyRecord } from './facts.derive.ts';
import { factNamesKnown } from './facts.ts';

const asOf = '2026-11-21';
const situs = { line: '1808 Fox Chase Dr', unit: null, city: 'Goodlettsville', state: 'TN', zip: '37072' };
const facts = (property: PropertyRecord, signals: Parameters<typeof deriveFacts>[1] = []) => deriveFacts(property, signals, asOf).facts;

test('of an empty record every fact is null, with its reason', () => {
  const { facts: none, missing } = deriveFacts({}, null, asOf);
  expect(Object.values(none).every((value) => value === null)).toBe(true);
  expect(Object.keys(missing)).toEqual(factNamesKnown);
  expect(missing.equityBps).toBe('no market value on record');
  expect(deriveFacts({ valueCents: 1 }, null, asOf).missing.equityBps).toBe('no liens on record');
});

test('equity comes from value and liens; no lien is zero, unknown liens are unknown', () => {
  expect(facts({ valueCents: 400_000_00, liensCents: 240_000_00 })).toMatchObject({
    ltvBps: 6000,
    equityCents: 160_000_00,
    equityBps: 4000,
    freeAndClear: false,
  });
  expect(facts({ valueCents: 400_000_00, liensCents: 0 })).toMatchObject({ equityBps: 10_000, freeAndClear: true });
  expect(facts({ valueCents: 400_000_00 })).toMatchObject({ ltvBps: null, equityCents: null, equityBps: null, freeAndClear: null });
  expect(facts({ valueCents: 0, liensCents: 5 })).toMatchObject({ valueCents: null, equityBps: null });
});

test('the list’s own loan-to-value or equity stands in for a missing value or lien, not against them', () => {
  expect(facts({ ltvBps: 6500 })).toMatchObject({ ltvBps: 6500, equityBps: 3500 });
  expect(facts({ equityBps: 3500 })).toMatchObject({ ltvBps: 6500, equityBps: 3500 });
  expect(facts({ equityBps: 3500, valueCents: 100, liensCents: 50 })).toMatchObject({ equityBps: 5000 });
});

test('absence is what the addresses prove, else what the list says, else unknown', () => {
  const box = { line: 'PO Box 12', unit: null, city: 'Goodlettsville', state: 'TN', zip: '37070' };
  expect(facts({ situs, mailing: { ...situs, line: '1808 FOX CHASE DRIVE' }, ownerOccupied: false })).toMatchObject({ absentee: false, outOfState: false });
  expect(facts({ situs, mailing: box })).toMatchObject({ absentee: null, outOfState: false });
  expect(facts({ situs, mailing: box, ownerOccupied: false })).toMatchObject({ absentee: true });
  expect(facts({ situs, mailing: { ...box, state: 'OH' } })).toMatchObject({ absentee: true, outOfState: true });
  expect(facts({ situs })).toMatchObject({ absentee: null, outOfState: null, state: 'TN', zip: '37072' });
});

test('years owned are full years', () => {
  expect(['2016-11-21', '2016-11-22', '2026-11-21', '2027-01-01', 'unknown', null].map((ownedSince) => facts({ ownedSince }).yearsOwned)).toEqual([
    10,
    9,
    0,
    null,
    null,
    null,
  ]);
});

test('days on market are counted from the listing unless the list counts them; a raised price is no cut', () => {
  expect(facts({ listedOn: '2026-08-22' }).daysOnMarket).toBe(91);
  expect(facts({ listedOn: '2026-08-22', daysOnMarket: 12 }).daysOnMarket).toBe(12);
  expect(facts({ listedOn: '2026-12-01' }).daysOnMarket).toBeNull();
  expect(facts({ originalListPriceCents: 400_000_00, listPriceCents: 379_000_00 }).priceCutBps).toBe(525);
  expect(facts({ originalListPriceCents: 400_000_00, listPriceCents: 410_000_00 }).priceCutBps).toBe(0);
  expect(facts({ listPriceCents: 410_000_00 }).priceCutBps).toBeNull();
});

test('only filings have a filing age, the newest counts, and none lies ahead', () => {
  const signals = [
    { signal: 'vacancy', filedOn: '2026-11-20' },
    { signal: 'tax-lien', filedOn: '2026-10-22' },
    { signal: 'probate', filedOn: '2026-01-01' },
    { signal: 'foreclosure', filedOn: '2027-01-01' },
    { signal: 'tax-lien', filedOn: null },
  ];
  expect(facts({}, signals)).toMatchObject({ newestFilingAgeDays: 30, signals: ['foreclosure', 'probate', 'tax-lien', 'vacancy'] });
  expect(facts({}, [])).toMatchObject({ newestFilingAgeDays: null, signals: [] });
  expect(facts({}, null).signals).toBeNull();
});
