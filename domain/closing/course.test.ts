import { expect, test } from 'vitest';
import { explain, newCourse } from './course.ts';

test('a listing without its agreement waits for an agent to record it, not to make an offer', () => {
  const course = { ...newCourse('2026-11-27T18:00:00Z'), listing: true as const, waitingFor: 'the listing agreement' };
  expect(explain(course, 'America/Chicago')).toMatch(/^waiting for the listing agreement .*; next: an agent records the listing agreement/);
  expect(explain({ ...newCourse(course.since), waitingFor: 'an offer' }, 'America/Chicago')).toMatch(/next: an agent makes the offer$/);
});
