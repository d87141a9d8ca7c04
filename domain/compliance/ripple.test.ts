import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContractTerms } from './file.ts';
import { amended, movedClocks } from './ripple.ts';

const terms: ContractTerms = {
  ...{ form: 'tx-trec-resale', formVersion: '20-18', zone: 'America/Chicago', effectiveOn: '2026-11-19', priceCents: 28_500_000 },
  ...{ periods: { optionDays: 7 }, dates: { closingDate: '2026-12-30', financed: true } },
};

describe('an amendment', () => {
  it('names each fact it changes with what it was, and takes out what is null', () => {
    const { next, changes } = amended(terms, { priceCents: 28_000_000, periods: { optionDays: null }, dates: { closingDate: '2027-01-08' } });
    expect(next).toMatchObject({ priceCents: 28_000_000, periods: {}, dates: { closingDate: '2027-01-08', financed: true } });
    expect(changes).toEqual({
      priceCents: { prior: 28_500_000, next: 28_000_000 },
      'periods.optionDays': { prior: 7, next: null },
      'dates.closingDate': { prior: '2026-12-30', next: '2027-01-08' },
    });
  });

  it('moves the clocks that count from it and no others; a clock that loses its days says what it waits for', () => {
    const moved = movedClocks(terms, amended(terms, { dates: { closingDate: '2027-01-08' } }).next, []);
    expect(moved.map(({ clock }) => clock)).toEqual(expect.arrayContaining(['closing', 'closing-disclosure', 'survey', 'walk-through']));
    expect(moved.map(({ clock }) => clock)).not.toContain('option');
    const [option] = movedClocks(terms, amended(terms, { periods: { optionDays: null } }).next, []);
    expect(option).toMatchObject({ clock: 'option', prior: { date: '2026-11-26' }, next: { date: null, waitsFor: ['optionDays'] }, days: null });
  });

  it('that is taken back moves everything to where it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 20, max: 90 }), (optionDays, closingIn) => {
        const closingDate = new Date(Date.parse('2026-11-19T12:00:00Z') + closingIn * 86_400_000).toISOString().slice(0, 10);
        const { next } = amended(terms, { periods: { optionDays }, dates: { closingDate } });
        const there = movedClocks(terms, next, []);
        const back = movedClocks(next, amended(next, { periods: { optionDays: 7 }, dates: { closingDate: '2026-12-30' } }).next, []);
        expect(back.map(({ clock, prior, next: to }) => [clock, to, prior])).toEqual(there.map(({ clock, prior, next: to }) => [clock, prior, to]));
      }),
      { numRuns: 60 },
    );
  });
});
