import fc from 'fast-check';
import { expect, test } from 'vitest';
import { motivationScore, publishedScheme, scoreMotivation } from './motivation.ts';

const score = (signals: string[] | null, equityBps: number | null, newestFilingAgeDays: number | null) =>
  scoreMotivation({ signals, equityBps, newestFilingAgeDays });

test('the published example: tax lien and vacancy, 55 % equity, a filing of 12 days', () => {
  expect(score(['tax-lien', 'vacancy'], 5500, 12)).toEqual({
    score: 77.5,
    base: 45,
    multiplier: 1.5,
    recencyPoints: 10,
    capped: false,
    contributions: [
      { signal: 'tax-lien', points: 25 },
      { signal: 'vacancy', points: 20 },
    ],
    missing: [],
  });
});

test('the bounds of the scheme: 50 % and 30 % equity count for the higher tier, 30 and 90 days for the lower one', () => {
  expect([5000, 4999, 3000, 2999].map((equity) => score(['vacancy'], equity, null).multiplier)).toEqual([1.5, 1.2, 1.2, 1]);
  expect([0, 29, 30, 90, 91, null].map((age) => score(['vacancy'], 0, age).recencyPoints)).toEqual([10, 10, 5, 5, 0, 0]);
});

test('only a result above 100 is capped', () => {
  expect(score(['foreclosure', 'tax-lien', 'vacancy'], 3000, 29)).toMatchObject({ score: 100, base: 75, capped: false });
  expect(score(['foreclosure', 'tax-lien', 'probate', 'vacancy'], 5000, 5)).toMatchObject({ score: 100, base: 100, capped: true });
});

test('a signal named twice counts once, and one without points adds nothing', () => {
  expect(score(['probate', 'probate', 'absentee', 'constructor'], 0, null)).toMatchObject({ score: 25, contributions: [{ signal: 'probate', points: 25 }] });
});

test('without signals there is no score; without equity it is a floor that says so', () => {
  expect(score(null, 5000, 5)).toMatchObject({ score: null, missing: ['signals'] });
  expect(score(['probate'], null, null)).toMatchObject({ score: 25, multiplier: 1, missing: ['equityBps'] });
  expect(score([], null, null)).toMatchObject({ score: 0, missing: [] });
});

test('the bulk form gives the same score, and no score exceeds 0 to 100', () => {
  const signals = fc.option(fc.array(fc.constantFrom(...Object.keys(publishedScheme.points), 'absentee')), { nil: null });
  const bps = fc.option(fc.integer({ min: -10_000, max: 10_000 }), { nil: null });
  const age = fc.option(fc.integer({ min: 0, max: 200 }), { nil: null });
  fc.assert(
    fc.property(signals, bps, age, (found, equity, days) => {
      const one = score(found, equity, days).score;
      expect(motivationScore(found, equity, days, publishedScheme)).toBe(one);
      if (one !== null) expect(one).toSatisfy((value: number) => value >= 0 && value <= 100);
    }),
  );
});
