import { expect, test } from 'vitest';
import { calculateDeadline } from './calculate.ts';
import { contractDeadlines, contractDuties } from './contract.ts';
import { forms } from './forms/registry.ts';

const texas = {
  regime: 'tx-trec-resale',
  formVersion: '20-18',
  zone: 'America/Chicago',
  calendar: null,
  inputs: { effectiveDate: '2026-11-20', contractReceivedByTitleDate: '2026-11-20', closingDate: '2026-12-18' },
  terms: { optionDays: 10, objectionDays: 5 },
  financed: true,
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
    appraisal: '2026-12-07',
    'loan-approval': '2026-12-11',
    insurance: '2026-12-07',
    'closing-disclosure': '2026-12-15',
    'walk-through': '2026-12-17',
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

test('a cash deal has no loan, appraisal or Closing Disclosure, and a chosen holiday list does not reach federal clocks', () => {
  const cash = contractDeadlines({ ...texas, financed: false, calendar: { id: 'tx-gov-code-662', holidays: null } }).map(({ id }) => id);
  expect(cash).not.toContain('closing-disclosure');
  expect(cash).not.toContain('loan-approval');
  const disclosure = contractDeadlines({ ...texas, calendar: { id: 'tx-gov-code-662', holidays: null } }).find(({ id }) => id === 'closing-disclosure');
  expect(disclosure?.deadline?.working.clause.regime).toBe('reg-z');
});

test('a California contract knows its closing by the close of escrow', () => {
  const contract = { ...texas, regime: 'ca-car-rpa', formVersion: 'rev. 6/25', zone: 'America/Los_Angeles', terms: {} };
  const dates = contractDeadlines({ ...contract, inputs: { acceptanceDate: '2026-11-18', closeOfEscrowDate: '2026-12-18' } });
  expect(Object.fromEntries(dates.map(({ id, deadline }) => [id, deadline?.date]))).toMatchObject({
    deposit: '2026-11-23',
    'loan-contingency': '2026-12-07',
    'closing-disclosure': '2026-12-15',
    'walk-through': '2026-12-17',
    'close-of-escrow': '2026-12-18',
  });
});

test('a number of days that only one clock asks for may stand among the facts; a shared one never fills a duty', () => {
  const inputs = { ...texas.inputs, optionDays: 5, days: 30, daysBefore: 30 };
  const dates = Object.fromEntries(contractDeadlines({ ...texas, inputs, terms: {} }).map(({ id, deadline }) => [id, deadline?.date]));
  expect(dates).toMatchObject({ option: '2026-11-25', 'earnest-money': '2026-11-23', survey: '2026-12-15', appraisal: '2026-12-07' });
});

test('the insurance contingency of California comes with the revision of 2025', () => {
  const ids = (formVersion: string) => contractDuties('ca-car-rpa', formVersion).map(({ id }) => id);
  expect(ids('rev. 6/25')).toContain('insurance-contingency');
  expect(ids('2024')).not.toContain('insurance-contingency');
  expect(contractDuties('reg-z', null)).toEqual([]);
});

test('every duty names a clock of its form, its actor and the event that satisfies it', () => {
  for (const { versions } of forms.values())
    for (const { rules: own, duties = [] } of versions) {
      expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length);
      for (const { clock, satisfiedBy, regime, contingency } of duties) {
        const rules = regime === undefined ? own : forms.get(regime)!.versions[0]!.rules;
        expect(rules.map((rule) => rule.clock)).toContain(clock);
        expect(satisfiedBy).toMatch(/^[A-Z]\w+\.[A-Z]\w+$/);
        expect(contingency !== undefined, `${clock} names a contingency`).toBe(satisfiedBy === 'Contingency.Removed');
      }
    }
});

test('what a duty says of a blank field is what its clock does with one', () => {
  for (const form of forms.values())
    for (const { version, duties = [] } of form.versions)
      for (const { id, regime = form.regime, clock, anchor, inputs, daysFact = 'days', defaultDays } of duties) {
        if (defaultDays === undefined) continue;
        const formVersion = regime === form.regime ? version : null;
        const ask = (more: object) => calculateDeadline({ regime, formVersion, clock, inputs: { [anchor]: '2026-11-02', ...inputs, ...more } }).date;
        expect(ask({}), `${form.regime} ${id}`).toBe(ask({ [daysFact]: defaultDays }));
        expect(ask({}), `${form.regime} ${id}`).not.toBe(ask({ [daysFact]: defaultDays + 7 }));
      }
});
