import { describe, expect, test } from 'vitest';
import type { BoardRow } from './board.ts';
import { type DigestFacts, dayBeforeFirst, digestWords, dueDigest, nextDigest } from './digest.ts';

const zone = 'America/Chicago';
const at = (local: string): Date => new Date(`${local}:00-06:00`);

describe('the day of a digest', () => {
  test.each([
    ['2026-11-27T06:59', '2026-11-26', null, 'before seven'],
    ['2026-11-27T07:00', '2026-11-26', '2026-11-27', 'at seven, after that of yesterday'],
    ['2026-11-27T07:00', '2026-11-27', null, 'that of today was asked for'],
    ['2026-11-27T18:59', '2026-11-25', '2026-11-27', 'late, after an outage'],
    ['2026-11-27T19:00', '2026-11-26', null, 'in the evening'],
    ['2026-11-28T08:00', '2026-11-27', null, 'on a Saturday'],
    ['2026-11-29T08:00', '2026-11-27', null, 'on a Sunday'],
  ])('%s, last %s: %s, %s', (now, last, day, _why) => expect(dueDigest(at(now), zone, last)).toBe(day));

  test('turned on before seven, the first one comes the same day; later, not before the next', () => {
    expect(dueDigest(at('2026-11-27T07:00'), zone, dayBeforeFirst(at('2026-11-27T06:59'), zone))).toBe('2026-11-27');
    const later = dayBeforeFirst(at('2026-11-27T07:00'), zone);
    expect([dueDigest(at('2026-11-27T07:00'), zone, later), dueDigest(at('2026-11-30T07:00'), zone, later)]).toEqual([null, '2026-11-30']);
  });

  test.each([
    ['2026-11-27T06:59', '2026-11-27T13:00:00.000Z'],
    ['2026-11-27T07:00', '2026-11-30T13:00:00.000Z'],
    ['2026-11-28T12:00', '2026-11-30T13:00:00.000Z'],
    // The clocks have gone forward on the Sunday between.
    ['2027-03-12T12:00', '2027-03-15T12:00:00.000Z'],
  ])('the next one after %s is at %s', (now, next) => expect(nextDigest(at(now), zone).at.toISOString()).toBe(next));
});

describe('its words', () => {
  const well: BoardRow['health'] = { state: 'on track', reason: null, owner: null, nextStep: null };
  const file = (dealNo: number, daysLeft: number | null, health = well) => ({ dealNo, property: '12 OAK ST, AUSTIN, TX 78701', daysLeft, health }) as BoardRow;
  const facts: DigestFacts = { person: 'Dana', day: '2026-11-30', lines: [], files: [], publicUrl: 'https://k.example' };
  const line = { bucket: 'overdue', title: 'Review the notice', reason: 'It came on Friday', dealNo: 26, property: '12 OAK ST, AUSTIN, TX 78701' } as const;

  test('say nothing when there is nothing to say', () => {
    expect(digestWords(facts)).toBeNull();
    expect(digestWords({ ...facts, files: [file(1, 8), file(2, -1), file(3, null)] })).toBeNull();
  });

  test('count what needs the person and name the files to watch', () => {
    const blocked = { ...well, state: 'blocked' as const, reason: 'The notice is missing', nextStep: 'Get it' };
    const { subject, body } = digestWords({
      ...facts,
      lines: [line, line, { ...line, title: 'Review the notice of deal 26' }, { ...line, bucket: 'today', dealNo: null }],
      files: [file(4, 5), file(1, 0), file(2, null, blocked)],
    })!;
    expect(subject).toBe('Mon, Nov 30: 3 overdue, 1 due today');
    expect(body.split('\n\n').slice(1, 4)).toEqual([
      'Needs you:\n- overdue: Review the notice (deal 26, 12 Oak St, Austin, TX 78701). It came on Friday (2 times)\n- overdue: Review the notice of deal 26 (12 Oak St, Austin, TX 78701). It came on Friday\n- due today: Review the notice (12 Oak St, Austin, TX 78701). It came on Friday',
      'Closing within a week:\n- today: deal 1, 12 Oak St, Austin, TX 78701\n- in 5 days: deal 4, 12 Oak St, Austin, TX 78701',
      'Blocked or breached:\n- deal 2, 12 Oak St, Austin, TX 78701: The notice is missing. Next: Get it.',
    ]);
    expect(body).toContain('https://k.example/');
  });

  test('of many lines the first twenty-five are named, and all are counted', () => {
    const { subject, body } = digestWords({ ...facts, lines: Array.from({ length: 30 }, (_, n) => ({ ...line, title: `Review ${n}` })) })!;
    expect(subject).toBe('Mon, Nov 30: 30 overdue');
    expect([body.match(/- overdue/g)?.length, body.includes('- and 5 more')]).toEqual([25, true]);
  });

  test('of many files the first twelve are named', () => {
    const { subject, body } = digestWords({ ...facts, files: Array.from({ length: 15 }, (_, n) => file(n + 1, 2)) })!;
    expect(subject).toBe('Mon, Nov 30: nothing waits for you');
    expect([body.match(/in 2 days/g)?.length, body.includes('- and 3 more')]).toEqual([12, true]);
  });
});
