import { expect, test } from 'vitest';
import { type DealRow, fits } from './rows.ts';

const now = Date.parse('2026-11-30T15:00:00Z');
const row = (lastContactAt: string | null, more: Partial<DealRow> = {}) => ({ dealNo: 26, side: 'buyer', daysLeft: 5, lastContactAt, ...more }) as DealRow;

test.each<[string | null, boolean, string]>([
  [null, true, 'nobody ever had a word'],
  ['2026-11-16T15:00:00Z', true, 'fourteen days ago to the second'],
  ['2026-11-16T15:00:01Z', false, 'a second less'],
  ['2026-11-30T14:00:00Z', false, 'an hour ago'],
])('silent for two weeks, last contact %s: %s, %s', (at, silent) => {
  expect(fits(row(at), { silent: '14' }, now)).toBe(silent);
  expect(fits(row(at), {}, now)).toBe(true);
});

test('all filters have to fit', () => {
  expect(fits(row(null), { silent: '14', side: 'buyer', closing: '7' }, now)).toBe(true);
  expect(fits(row(null), { silent: '14', side: 'listing' }, now)).toBe(false);
  expect(fits(row(null, { daysLeft: 8 }), { silent: '14', closing: '7' }, now)).toBe(false);
});
