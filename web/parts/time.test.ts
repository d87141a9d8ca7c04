import { expect, it } from 'vitest';
import { absoluteWords, dateWords, daysLeftWords, lastingWords, moneyWords, plainDays, relativeWords, timeIn, timeWords } from './time.ts';

const zone = 'America/Chicago';
const now = new Date('2026-11-26T16:00:00Z');

it.each([
  ['2026-11-26T16:00:20Z', 'now'],
  ['2026-11-26T15:55:00Z', '5 min ago'],
  ['2026-11-26T19:00:00Z', 'in 3 h'],
  // Ten hours ahead, and past midnight there: a calendar day counts.
  ['2026-11-27T06:30:00Z', 'tomorrow'],
  ['2026-11-26T04:00:00Z', 'yesterday'],
  ['2026-12-05T18:00:00Z', 'in 9 days'],
  ['2026-05-26T18:00:00Z', '6 months ago'],
])('%s is %s', (at, words) => expect(relativeWords(at, now, zone)).toBe(words));

it('the exact time is that of the property, with its zone', () => expect(absoluteWords('2026-07-01T15:30:00Z', zone)).toMatch(/Jul 1, 2026.*10:30\sAM CDT/));
it('days left and money read as people write them', () => {
  expect([1, 0, -2].map(daysLeftWords)).toEqual(['1 day left', 'today', '2 days over']);
  expect([28_500_000, 285_050].map(moneyWords)).toEqual(['$285,000', '$2,850.50']);
});
it('a sentence of a run names days as the pages do', () => {
  expect(plainDays('waiting for the survey by 2026-12-03 since Friday 27 Nov, 11:47; next: a reminder on Saturday 28 November, 09:00', zone)).toBe(
    'waiting for the survey by Thu, Dec 3 since Fri, Nov 27, 11:47 AM; next: a reminder on Sat, Nov 28, 9:00 AM',
  );
  // A run that belongs to no property speaks of UTC; the page of the place it is read in.
  expect(plainDays('held since Friday 27 Nov, 02:30 UTC: sending is stopped', zone)).toBe('held since Thu, Nov 26, 8:30 PM: sending is stopped');
  expect(dateWords('2026-08-03')).toBe('Aug 3, 2026');
  expect(['00:05', '12:00', '17:00'].map(timeWords)).toEqual(['12:05 AM', '12:00 PM', '5:00 PM']);
  expect(timeIn('2026-11-30T23:00:00Z', zone)).toBe('5:00 PM');
});

it.each([
  ['7 days ago', 'for 7 days'],
  ['3 h ago', 'for 3 h'],
  ['yesterday', 'since yesterday'],
  ['now', 'since a moment ago'],
])('what began %s lasts %s', (ago, words) => expect(lastingWords(ago)).toBe(words));
