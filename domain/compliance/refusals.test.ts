import { expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { calculateDeadline } from './calculate.ts';

const good = {
  regime: 'tx-trec-resale',
  formVersion: '20-18',
  clock: 'option-period-end',
  zone: 'America/Chicago',
  inputs: { effectiveDate: '2026-11-20', optionDays: 10 },
};

function refusal(change: object): DomainError {
  try {
    calculateDeadline({ ...good, ...change });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test.each([
  ['a date that is none', { inputs: { effectiveDate: '2026-02-30', optionDays: 10 } }, 'bad-inputs', 'inputs.effectiveDate'],
  ['a date in other form', { inputs: { effectiveDate: '11/20/2026', optionDays: 10 } }, 'bad-inputs', 'inputs.effectiveDate'],
  ['a date of a century we do not know', { inputs: { effectiveDate: '9999-01-01', optionDays: 10 } }, 'bad-inputs', '1971 to 2199'],
  ['a date that is not used', { inputs: { ...good.inputs, closingDate: '2026-13-01' } }, 'bad-inputs', 'inputs.closingDate'],
  ['days below zero', { inputs: { ...good.inputs, optionDays: -1 } }, 'bad-inputs', 'inputs.optionDays'],
  ['days beyond all reason', { inputs: { ...good.inputs, optionDays: 3661 } }, 'bad-inputs', '3660'],
  ['half a day', { inputs: { ...good.inputs, optionDays: 1.5 } }, 'bad-inputs', 'inputs.optionDays'],
  ['days as text', { inputs: { ...good.inputs, optionDays: '10' } }, 'bad-inputs', 'inputs.optionDays'],
  ['a fact that is missing', { inputs: { effectiveDate: '2026-11-20' } }, 'missing-fact', 'optionDays, the days of the option period'],
  ['a fact that is null', { inputs: { effectiveDate: null, optionDays: 10 } }, 'missing-fact', 'effectiveDate'],
  ['an unknown regime', { regime: 'tx' }, 'unknown-regime', 'regime'],
  ['a regime of the language', { regime: '__proto__' }, 'unknown-regime', 'regime'],
  ['an unknown clock', { clock: 'constructor' }, 'unknown-clock', 'clock'],
  ['an unknown version', { formVersion: '21-1' }, 'unknown-form-version', 'version'],
  ['an unknown zone', { zone: 'America/Dallas' }, 'unknown-zone', 'zone'],
  ['an offset for a zone', { zone: '-06:00' }, 'unknown-zone', 'zone'],
  ['a misspelt member', { zome: 'America/Chicago' }, 'bad-inputs', 'zome'],
  ['a holiday that is no date', { calendar: { id: 'x', holidays: [{ name: 'a', date: '2026-02-30' }] } }, 'bad-inputs', 'calendar.holidays.0.date'],
  ['a holiday list without days', { clock: 'earnest-money-due', calendar: { id: 'moon' } }, 'unknown-calendar', 'holiday list'],
  ['a result beyond the tables', { inputs: { effectiveDate: '2199-12-30', optionDays: 10 } }, 'date-out-of-range', '2199'],
  [
    'another list where the law names one',
    { regime: 'reg-z', formVersion: null, clock: 'cd-latest-receipt', inputs: { consummationDate: '2026-06-11' }, calendar: { id: 'tx-gov-code-662' } },
    'calendar-fixed',
    'us-federal',
  ],
  [
    'a creditor who never opens',
    { regime: 'reg-z', formVersion: null, clock: 'le-due', inputs: { applicationDate: '2026-06-01', creditorOpenDays: [] } },
    'bad-inputs',
    'weekdays',
  ],
] as const)('%s is refused in words with a next step', (_what, change, code, words) => {
  const error = refusal(change);
  expect([error.code, `${error.message} ${JSON.stringify(error.details)}`]).toEqual([code, expect.stringContaining(words)]);
  expect(error.nextStep).toMatch(/^[A-Z].+[.]$/);
});

test('all faults of the input are named at once', () => {
  const { details } = refusal({ clock: '', inputs: { effectiveDate: 'x', optionDays: -1 } });
  expect((details as { faults: unknown[] }).faults).toHaveLength(3);
});

test('the first and the last day that the tables know can be used, the days beyond them not', () => {
  const option = (effectiveDate: string, optionDays: number) => calculateDeadline({ ...good, zone: null, inputs: { effectiveDate, optionDays } }).date;
  expect([option('1971-01-01', 0), option('2199-12-30', 1)]).toEqual(['1971-01-01', '2199-12-31']);
  for (const effectiveDate of ['1970-12-31', '2200-01-01']) expect(refusal({ inputs: { effectiveDate, optionDays: 0 } }).code).toBe('bad-inputs');
  const survey = (closingDate: string) => calculateDeadline({ ...good, clock: 'survey-due', inputs: { closingDate } }).date;
  expect(survey('1971-01-04')).toBe('1971-01-01');
  expect(() => survey('1971-01-03')).toThrow('1971-01-01');
});

test('every fault is named with its place, one beside the other', () => {
  const { message } = refusal({ inputs: { effectiveDate: '2026-02-30', optionDays: -1 }, zome: 'America/Chicago' });
  expect(message).toMatch(/^The inputs of the deadline are not usable: .*inputs\.effectiveDate .+; .*inputs\.optionDays .+\.$/);
});

test('of many faults the first five are in the sentence and all in the list', () => {
  const dates = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`closing${n}Date`, '2026-02-30']));
  const { message, details } = refusal({ inputs: { ...good.inputs, ...dates } });
  expect(message.match(/; /g)).toHaveLength(4);
  expect(details).toMatchObject({ faults: { length: 7 } });
});
