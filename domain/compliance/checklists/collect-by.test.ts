import { expect, test } from 'vitest';
import { collectBy } from './collect-by.ts';

const askedAt = new Date('2026-11-20T15:00:00Z');
const zone = 'America/Chicago';
const by = (dueOn: (string | null)[], now = askedAt) => {
  const { dueAt, next } = collectBy(dueOn, { now, askedAt, zone });
  return [dueAt.toISOString(), next];
};

test.each([
  [
    'the next date that lies ahead, at five in the afternoon where the property is',
    ['2026-12-30', '2026-12-10', null],
    '2026-12-10T23:00:00.000Z',
    '2026-12-10',
  ],
  ['today, while the day has not ended', ['2026-11-20'], '2026-11-20T23:00:00.000Z', '2026-11-20'],
  ['three days where nothing has a date', [null], '2026-11-23T15:00:00.000Z', null],
  ['three days where one is overdue, however far the next date is', ['2026-11-01', '2026-12-10'], '2026-11-23T15:00:00.000Z', null],
  ['the next date where it comes before the three days are over', ['2026-11-01', '2026-11-21'], '2026-11-21T23:00:00.000Z', '2026-11-21'],
])('documents are collected by %s', (_what, dueOn, dueAt, next) => expect(by(dueOn)).toEqual([dueAt, next]));

test('being asked again puts nothing off', () =>
  expect(by(['2026-11-01', null], new Date('2026-11-25T15:00:00Z'))).toEqual(['2026-11-23T15:00:00.000Z', null]));
