import { describe, expect, it } from 'vitest';
import { checkSequence } from './check.ts';
import { defaultSequence } from './default-sequence.ts';

const templates = { 'offer-email': { channel: 'email' }, 'first-text': { channel: 'text' }, 'last-text': { channel: 'text' } };
const codes = (definition: unknown): string[] =>
  checkSequence(definition, { templates })
    .faults.map(({ code, step }) => (step ? `${step}: ${code}` : code))
    .sort();
const archive = { id: 'end', kind: 'archive' };
const wait = (id: string, next: string, more = {}) => ({ id, kind: 'wait', days: 1, next, ...more });
const task = (id: string, next: string) => ({ id, kind: 'call-task', title: 'Call', next });

describe('checkSequence', () => {
  it('takes what ships', () => expect(checkSequence(defaultSequence.definition, { templates })).toMatchObject({ ok: true, faults: [] }));

  it('names every fault at once', () => {
    const definition = {
      start: 'a',
      steps: [
        { id: 'a', kind: 'text', template: 'nowhere', next: 'b' },
        { id: 'b', kind: 'branch', if: { and: [{ '>': [{ var: 'seller.hatSize' }, 1] }, { near: [1, 2] }] }, then: 'c', else: 'gone' },
        { id: 'c', kind: 'email', template: 'first-text', next: 'w' },
        wait('w', 'end', { days: 0 }),
        task('island', 'end'),
        archive,
        archive,
      ],
    };
    expect(codes(definition)).toEqual([
      'a: unknown-template',
      'b: bad-rule',
      'b: bad-rule',
      'b: missing-target',
      'c: wrong-channel',
      'end: duplicate-id',
      'island: unreachable',
      'w: empty-wait',
    ]);
  });

  it('names steps that cannot be read together with the faults of the others', () => {
    expect(codes({ start: 'a', steps: [{ id: 'a', kind: 'text', template: 'nowhere', next: 'x' }, { id: 'x', kind: 'fax', next: 'end' }, archive] })).toEqual([
      'a: unknown-template',
      'x: bad-shape',
    ]);
  });

  it.each([
    [
      'a loop in which nothing waits',
      { start: 'a', steps: [task('a', 'b'), { id: 'b', kind: 'branch', if: true, then: 'a', else: 'end' }, archive] },
      ['a: loop-without-wait', 'b: loop-without-wait'],
    ],
    [
      'a loop that waits is none',
      { start: 'a', steps: [task('a', 'w'), wait('w', 'b'), { id: 'b', kind: 'branch', if: true, then: 'a', else: 'end' }, archive] },
      [],
    ],
    [
      'a way that never ends',
      { start: 'b', steps: [{ id: 'b', kind: 'branch', if: true, then: 'a', else: 'end' }, task('a', 'w'), wait('w', 'a'), archive] },
      ['a: no-exit', 'w: no-exit'],
    ],
    ['no end at all', { start: 'a', steps: [task('a', 'w'), wait('w', 'a')] }, ['no-archive']],
    ['a start that is nowhere', { start: 'x', steps: [archive] }, ['missing-start']],
    ['a year is the longest wait', { start: 'w', steps: [wait('w', 'end', { days: 365, hours: 100 }), archive] }, ['w: wait-too-long']],
  ])('%s', (_name, definition, expected) => expect(codes(definition)).toEqual(expected));

  it.each([
    [null],
    [42],
    ['x'],
    [[]],
    [{}],
    [{ start: 'a' }],
    [{ start: 'a', steps: 'b' }],
    [{ start: 'a', steps: [null, 1, {}] }],
    [{ start: '__proto__', steps: [{ id: '__proto__', kind: 'archive' }] }],
  ])('refuses %j in words', (input) => {
    const { ok, faults } = checkSequence(input, { templates });
    expect(ok).toBe(false);
    expect(faults.length).toBeGreaterThan(0);
  });
});
