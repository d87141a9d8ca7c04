import { expect, test } from 'vitest';
import { isoDay, lastDay, parseDay } from './days.ts';

test.each(['2026-11-20', '1971-01-01', '2199-12-31', '2028-02-29'])('%s is a day, and written the same again', (text) => {
  expect(isoDay(parseDay(text) ?? Number.NaN)).toBe(text);
});

test('the last day of the tables is one of them', () => expect(parseDay('2199-12-31')).toBe(lastDay));

test.each(['1970-12-31', '2200-01-01', '2026-02-29', '2026-13-01', 'on 2026-11-20', '2026-11-20T10:00', '2026-11-2', '', 'x'])('"%s" is no day', (text) => {
  expect(parseDay(text)).toBeNull();
});
