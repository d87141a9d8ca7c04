import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, advance, type Course, decide, explain, type Move, newCourse } from './course.ts';
import { defaultSequence } from './default-sequence.ts';

const { definition } = defaultSequence;
const now = Date.parse('2026-11-20T15:00:00Z');
const later = '2026-11-26T16:00:00.000Z';
const plan = (step: string, dueAt: string | null = null) => ({ step, dueAt, words: dueAt ? 'Thu 26 Nov 10:00 in Nashville' : null });
const at = (changes: Partial<Course>): Course => ({ ...newCourse(definition), ...changes });
const taken = (step: string, dueAt: string | null, archived = false): Answer => ({
  kind: 'taken',
  outcome: 'sent',
  why: null,
  plan: plan(step, dueAt),
  archived,
});
type Taking = Extract<Move, { kind: 'take' | 'skip' }>;

describe('decide', () => {
  it.each([
    ['takes the first step at once', at({}), { kind: 'take', visit: 1 }],
    ['sleeps until the next is due', at({ plan: plan('last-text', later) }), { kind: 'sleep', until: later }],
    ['takes what came due', at({ plan: plan('last-text', '2026-11-20T15:00:00.000Z') }), { kind: 'take' }],
    ['a pause comes before what is due', at({ paused: true }), { kind: 'hold' }],
    ['a stop comes before a pause', at({ paused: true, stop: 'replied' }), { kind: 'close', status: 'stopped', reason: 'replied' }],
    ['a skip works while paused', at({ paused: true, skip: { by: 'p' } }), { kind: 'skip', by: 'p' }],
    ['an end comes before everything', at({ stop: 'replied', end: 'archived' }), { kind: 'end', outcome: 'archived' }],
    [
      'sends once more what a person asked for, under a visit of its own',
      at({ plan: plan('last-text', later), again: ['offer-email'], visits: { 'offer-email': 1 } }),
      { kind: 'take', again: true, visit: 2 },
    ],
    ['archives where nothing else is left', at({ plan: plan('archive') }), { kind: 'close', status: 'archived' }],
  ])('%s', (_name, course, move) => expect(decide(definition, course, now)).toMatchObject(move));
});

describe('explain', () => {
  it.each([
    ['waiting', at({ plan: plan('last-text', later) }), 'waiting to send the last text on Thu 26 Nov 10:00 in Nashville'],
    ['due now', at({}), 'about to send the offer by e-mail'],
    ['a call', at({ plan: plan('call', later) }), 'waiting to open the call task on Thu 26 Nov 10:00 in Nashville'],
    [
      'paused',
      at({ paused: true, plan: plan('last-text', later) }),
      'paused by a person; next is the last text, planned for Thu 26 Nov 10:00 in Nashville; it goes on when a person resumes it',
    ],
    [
      'held',
      at({ hold: { by: 'missing-variable', why: 'there is no value for offer.amount' } }),
      'held because a template lacks a value: there is no value for offer.amount; next is the offer by e-mail; it goes on when the value is there, or a person skips the step',
    ],
    ['stopping', at({ stop: 'replied' }), 'stopping: replied'],
    ['ended', at({ end: 'stopped', stop: 'opted-out' }), 'ended: stopped (opted-out)'],
    ['archived', at({ end: 'archived' }), 'ended: archived'],
  ])('%s', (_name, course, words) => expect(explain(definition, course)).toBe(words));
});

describe('advance', () => {
  it('keeps the plan when a step is only sent again', () => {
    const course = at({ plan: plan('last-text', later), again: ['offer-email', 'call'], visits: { 'offer-email': 1 } });
    const move = decide(definition, course, now) as Taking;
    expect(advance(course, move, taken('first-text', null))).toMatchObject({ plan: course.plan, again: ['call'], visits: { 'offer-email': 2 }, end: null });
  });
  it('holds without counting the visit, so that the ledger key stays the same', () => {
    const course = at({});
    const held = advance(course, decide(definition, course, now) as Taking, { kind: 'held', by: 'sending-stopped', why: 'x' });
    expect(held).toMatchObject({ hold: { by: 'sending-stopped' }, visits: {} });
    expect(decide(definition, { ...held, hold: null }, now)).toMatchObject({ kind: 'take', visit: 1 });
  });

  it('never takes one visit of a step twice and always comes to an end, whatever is answered', () => {
    const answers: fc.Arbitrary<Answer> = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...definition.steps).map(({ id }) => taken(id, null, id === 'archive')) },
      { weight: 2, arbitrary: fc.constant<Answer>({ kind: 'held', by: 'fault', why: 'x' }) },
      { weight: 1, arbitrary: fc.constantFrom<Answer>({ kind: 'stopping', reason: 'replied' }, { kind: 'not-open' }) },
    );
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 60 }), (given) => {
        let course = newCourse(definition);
        const keys = new Set<string>();
        for (const answer of given) {
          const move = decide(definition, course, now);
          if (move.kind === 'hold') course = { ...course, hold: null };
          if (move.kind !== 'take') continue;
          if (answer.kind === 'taken') {
            const key = `${move.step.id}/${move.visit}`;
            expect(keys.has(key)).toBe(false);
            keys.add(key);
          }
          course = advance(course, move, answer);
        }
        const end = decide(definition, { ...course, stop: course.stop ?? 'test' }, now);
        expect(['end', 'close']).toContain(end.kind);
      }),
    );
  });
});
