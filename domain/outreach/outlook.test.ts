import { expect, test } from 'vitest';
import { stepsAhead } from './outlook.ts';
import type { Definition } from './schemas.ts';

const definition: Definition = {
  start: 'hello',
  steps: [
    { id: 'hello', kind: 'text', template: 'hello', next: 'days' },
    { id: 'days', kind: 'wait', days: 2, next: 'morning' },
    { id: 'morning', kind: 'wait-until', time: '10:00', next: 'letter' },
    { id: 'letter', kind: 'email', template: 'letter', label: 'the letter', next: 'fits' },
    { id: 'fits', kind: 'branch', if: true, then: 'end', else: 'hello' },
    { id: 'end', kind: 'archive' },
  ],
};
const where = { zone: 'America/Chicago', place: 'Nashville' };
const now = new Date('2026-11-20T15:00:00Z');

test('the steps ahead are as planned, with the waits between them, up to the first decision', () => {
  expect(stepsAhead(definition, { step: 'hello', dueAt: '2026-11-20T18:00:00.000Z', words: null }, { now, where })).toEqual([
    { step: 'hello', kind: 'text', what: 'the text "hello"', at: '2026-11-20T18:00:00.000Z', words: 'Fri 20 Nov 12:00 in Nashville' },
    { step: 'letter', kind: 'email', what: 'the letter', at: '2026-11-23T16:00:00.000Z', words: 'Mon 23 Nov 10:00 in Nashville' },
    { step: 'fits', kind: 'branch', what: 'the decision "fits"', at: '2026-11-23T16:00:00.000Z', words: 'Mon 23 Nov 10:00 in Nashville' },
  ]);
});

test('what is overdue goes at once, and the rest is reckoned from now', () => {
  const [first, second] = stepsAhead(definition, { step: 'hello', dueAt: '2026-11-01T18:00:00.000Z', words: null }, { now, where });
  expect(first).toMatchObject({ step: 'hello', at: null, words: null });
  expect(second).toMatchObject({ step: 'letter', words: 'Sun 22 Nov 10:00 in Nashville' });
});

test('a circle without a decision ends at the most steps asked for', () => {
  const circle: Definition = {
    start: 'a',
    steps: [
      { id: 'a', kind: 'text', template: 'a', next: 'w' },
      { id: 'w', kind: 'wait', days: 1, next: 'a' },
    ],
  };
  expect(stepsAhead(circle, { step: 'a', dueAt: null, words: null }, { now, where, most: 5 })).toHaveLength(5);
});
