import { expect, test } from 'vitest';
import type { DomainError } from '../errors.ts';
import { type ContractTerms, checkTerms } from './file.ts';

const terms = (dates: ContractTerms['dates'], more: Partial<ContractTerms> = {}): ContractTerms => ({
  ...{ form: 'tx-trec-resale', formVersion: '20-18', zone: 'America/Chicago', effectiveOn: '2026-11-27', priceCents: 28_500_000, periods: { optionDays: 7 } },
  dates,
  ...more,
});
function faultsOf(given: ContractTerms): unknown {
  try {
    checkTerms(given);
    return [];
  } catch (error) {
    return (error as DomainError).details;
  }
}
const fault = (path: string, message: string) => ({ faults: [{ path, message: expect.stringContaining(message) }] });

test('a closing before the contract is refused under each of its names, on the day of the contract it is not', () => {
  expect(faultsOf(terms({ closingDate: '2026-11-26' }))).toEqual(fault('dates.closingDate', 'before the contract of 2026-11-27'));
  const california = { form: 'ca-car-rpa', formVersion: 'rev. 6/25', zone: 'America/Los_Angeles', periods: {} };
  expect(faultsOf(terms({ closeOfEscrowDate: '2026-11-26' }, california))).toEqual(fault('dates.closeOfEscrowDate', 'before the contract'));
  expect(faultsOf(terms({ closingDate: '2026-11-27' }))).toEqual([]);
});

test('what is filled in is of the kind its name asks for: a date for "financed" would take the lender\'s clocks away in silence', () => {
  expect(faultsOf(terms({ financed: '2026-12-12' }))).toEqual(fault('dates.financed', 'true or false'));
  expect(faultsOf(terms({ closingDate: true }))).toEqual(fault('dates.closingDate', 'a date such as'));
  expect(faultsOf(terms({ optionDays: '2026-12-12' }))).toEqual(fault('dates.optionDays', 'under periods'));
  expect(faultsOf(terms({ closingDate: '2026-12-30', financed: true }))).toEqual([]);
});

test("the contract's own day stands in one place", () => {
  for (const name of ['effectiveDate', 'acceptanceDate']) expect(faultsOf(terms({ [name]: '2026-12-12' }))).toEqual(fault(`dates.${name}`, 'effectiveOn'));
});

test('one refusal names all faults, and says them', () => {
  expect(() => checkTerms(terms({ closingDate: '2026-11-01', nonsense: true }, { periods: { closingDate: 5 } }))).toThrow(
    /periods\.closingDate is no blank of this form.*dates\.closingDate lies before.*dates\.nonsense is no date or box/,
  );
});
