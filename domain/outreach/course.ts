import type { Definition, Step } from './schemas.ts';
import { doWords, stepWords } from './words.ts';

// The part of the interpreter that runs inside the workflow: decide → perform (an activity) → advance. Pure, and free of
// zod, rules and zone arithmetic; what those find out comes back in an activity's answer.

/** Where to go from here, as the activity that took the last step worked it out. `words` is the due instant where the recipient lives. */
export type Plan = { step: string; dueAt: string | null; words: string | null };
export type HoldReason = 'paused' | 'sending-stopped' | 'missing-variable' | 'no-sender' | 'fault';
export type Outcome = 'sent' | 'unknown' | 'skipped' | 'task' | 'decided' | 'waited';

/** What taking a step came to. */
export type Answer =
  | { kind: 'taken'; outcome: Outcome; why: string | null; plan: Plan; archived: boolean }
  /** Not done yet and nothing is lost: it is done when the hold ends. */
  | { kind: 'held'; by: HoldReason; why: string }
  /** The enrolment is to stop: replied, opted out, … */
  | { kind: 'stopping'; reason: string }
  /** The row is closed: nothing is left to do for this run. */
  | { kind: 'not-open' };

export type Course = {
  plan: Plan;
  /** How often each step was taken: part of the ledger's key. */
  visits: Record<string, number>;
  paused: boolean;
  hold: { by: HoldReason; why: string } | null;
  stop: string | null;
  /** Steps a person wants sent once more, after their outcome was settled as not sent. */
  again: string[];
  skip: { by: string } | null;
  end: 'archived' | 'stopped' | 'not-open' | null;
};

export const newCourse = (definition: Definition): Course => ({
  plan: { step: definition.start, dueAt: null, words: null },
  visits: {},
  paused: false,
  hold: null,
  stop: null,
  again: [],
  skip: null,
  end: null,
});

export type Move =
  | { kind: 'end'; outcome: 'archived' | 'stopped' | 'not-open' }
  | { kind: 'close'; status: 'archived' | 'stopped'; reason: string | null }
  | { kind: 'hold' }
  | { kind: 'sleep'; until: string; step: Step }
  | { kind: 'skip'; step: Step; visit: number; by: string }
  | { kind: 'take'; step: Step; visit: number; again: boolean };

export function decide(definition: Definition, course: Course, now: number): Move {
  if (course.end) return { kind: 'end', outcome: course.end };
  if (course.stop) return { kind: 'close', status: 'stopped', reason: course.stop };
  const step = stepOf(definition, course.plan.step);
  if (course.skip) return { kind: 'skip', step, visit: visitOf(course, step.id), by: course.skip.by };
  if (course.paused || course.hold) return { kind: 'hold' };
  const [again] = course.again;
  if (again !== undefined) return { kind: 'take', step: stepOf(definition, again), visit: visitOf(course, again), again: true };
  if (course.plan.dueAt && Date.parse(course.plan.dueAt) > now) return { kind: 'sleep', until: course.plan.dueAt, step };
  if (step.kind === 'archive') return { kind: 'close', status: 'archived', reason: null };
  return { kind: 'take', step, visit: visitOf(course, step.id), again: false };
}

/** The course after an answer. Sending a step again leaves the plan as it is. */
export function advance(course: Course, move: Extract<Move, { kind: 'take' | 'skip' }>, answer: Answer): Course {
  const next: Course = { ...course, skip: null };
  switch (answer.kind) {
    case 'held':
      return { ...next, hold: { by: answer.by, why: answer.why } };
    case 'stopping':
      return { ...next, stop: answer.reason };
    case 'not-open':
      return { ...next, end: 'not-open' };
    case 'taken': {
      next.visits = { ...course.visits, [move.step.id]: move.visit };
      next.hold = null;
      if (move.kind === 'take' && move.again) return { ...next, again: course.again.slice(1) };
      return { ...next, plan: answer.plan, end: answer.archived ? 'archived' : null };
    }
    default:
      return answer satisfies never;
  }
}

export const stepOf = (definition: Definition, id: string): Step => definition.steps.find((step) => step.id === id)!;
const visitOf = (course: Course, step: string): number => (course.visits[step] ?? 0) + 1;

const holdWords: Record<HoldReason, string> = {
  paused: 'paused',
  'sending-stopped': 'held because this brokerage has stopped all sending',
  'missing-variable': 'held because a template lacks a value',
  'no-sender': 'held because no sender is configured',
  fault: 'held after a fault',
};

/** Who ends a hold, or what does. */
const holdEnds: Record<HoldReason, string> = {
  paused: 'it goes on when a person resumes it',
  'sending-stopped': 'it goes on when sending is allowed again',
  'missing-variable': 'it goes on when the value is there, or a person skips the step',
  'no-sender': 'it goes on when a sender is configured, or a person skips the step',
  fault: 'it goes on when a person releases it or skips the step',
};

/** Why it waits and who or what ends the wait, in plain words. */
export function explain(definition: Definition, course: Course): string {
  if (course.end === 'not-open') return 'ended: the enrolment was closed already';
  if (course.end) return `ended: ${course.end}${course.stop ? ` (${course.stop})` : ''}`;
  if (course.stop) return `stopping: ${course.stop}`;
  const step = stepOf(definition, course.plan.step);
  const next = `next is ${stepWords(step)}${course.plan.words ? `, planned for ${course.plan.words}` : ''}`;
  if (course.paused) return `paused by a person; ${next}; ${holdEnds.paused}`;
  if (course.hold) return `${holdWords[course.hold.by]}: ${course.hold.why}; ${next}; ${holdEnds[course.hold.by]}`;
  return course.plan.words ? `waiting to ${doWords(step)} on ${course.plan.words}` : `about to ${doWords(step)}`;
}
