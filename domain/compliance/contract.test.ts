import { expect, test } from 'vitest';
import { contractDeadlines, contractDuties } from './contract.ts';
import { forms } from './forms/registry.ts';

const texas = {
  regime: 'tx-trec-resale',
  formVersion: '20-18',
  zone: 'America/Chicago',
  calendar: null,
  inputs: { effectiveDate: '2026-11-20', contractReceivedByTitleDate: '2026-11-20', closingDate: '2026-12-18' },
  terms: { optionDays: 10, objectionDays: 5 },
};

test('all deadlines of a contract come at once; duties whose facts are not known wait and say for what', () => {
  const dates = Object.fromEntries(contractDeadlines(texas).map(({ id, deadline, waitsFor }) => [id, deadline?.date ?? waitsFor]));
  expect(dates).toEqual({
    'earnest-money': '2026-11-23',
    'option-fee': '2026-11-23',
    option: '2026-11-30',
    'disclosure-termination': '2026-12-18',
    'title-commitment': '2026-12-10',
    survey: '2026-12-15',
    'title-objections': ['commitmentReceivedDate'],
    'title-cure': ['objectionsReceivedDate'],
    'title-decision': ['objectionsReceivedDate'],
    closing: '2026-12-18',
  });
});

test('every duty has its own number of days: a term filled in changes that duty alone', () => {
  const florida = { ...texas, regime: 'fl-far-bar', formVersion: 'rev. 10/21', zone: 'America/New_York' };
  const dates = (terms: Record<string, number>) => Object.fromEntries(contractDeadlines({ ...florida, terms }).map(({ id, deadline }) => [id, deadline?.date]));
  const blank = dates({});
  expect(blank).toMatchObject({ 'initial-deposit': '2026-11-23', inspection: '2026-12-07', financing: '2026-12-21', 'title-commitment': '2026-12-11' });
  expect(dates({ inspectionDays: 7 })).toEqual({ ...blank, inspection: '2026-11-27' });
});

test('the insurance contingency of California comes with the revision of 2025', () => {
  const ids = (formVersion: string) => contractDuties('ca-car-rpa', formVersion).map(({ id }) => id);
  expect(ids('rev. 6/25')).toContain('insurance-contingency');
  expect(ids('2024')).not.toContain('insurance-contingency');
  expect(contractDuties('reg-z', null)).toEqual([]);
});

test('every duty names a clock of its form, its actor and the event that satisfies it', () => {
  for (const { versions } of forms.values())
    for (const { rules, duties = [] } of versions) {
      expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length);
      for (const { clock, satisfiedBy } of duties) {
        expect(rules.map((rule) => rule.clock)).toContain(clock);
        expect(satisfiedBy).toMatch(/^[A-Z]\w+\.[A-Z]\w+$/);
      }
    }
});
