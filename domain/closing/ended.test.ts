import { expect, it } from 'vitest';
import { explain, newCourse, type Outcome } from './course.ts';
import { dealEnded } from './ended.ts';

const course = (outcome: Outcome, reason: string | null = null) => ({ ...newCourse('2026-11-27T12:00:00.000Z'), outcome: { outcome, reason } });
const said = (outcome: Outcome, reason: string | null = null) => explain(course(outcome, reason), 'America/Chicago');

it('a deal that has ended says what is left for people, and how it could go on', () => {
  expect(said('closed')).toBe('closed: closed; next: funding and recording are recorded as they come, and documents that wait for a review are looked through');
  expect(said('fell-through', 'financing denied')).toBe('closed: fell-through (financing denied); next: it is opened again if another contract comes');
  expect(said('dead')).toMatch(/^closed: dead; next: it is opened again if the seller agrees after all$/);
});

it.each([
  ['closed', /^That is final.*open a new deal\.$/],
  ['fell-through', /^Open it again when another contract comes/],
  ['declined', /^Open it again if the seller agrees after all/],
] as const)('whoever acts on a deal that is %s is told where to go on', (stage, nextStep) =>
  expect(dealEnded({ dealNo: 7, stage })).toMatchObject({ code: 'deal-closed', nextStep: expect.stringMatching(nextStep) }),
);
