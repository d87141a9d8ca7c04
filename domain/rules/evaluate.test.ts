import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { describe, expect, test } from 'vitest';
import { evaluateRule, factNames, factsRead } from './evaluate.ts';
import { anyRule, completeFacts } from './rules.arbitrary.ts';
import { isTrue } from './values.ts';

const verdict = (rule: unknown, facts: Record<string, unknown> = {}) => evaluateRule(rule, facts).verdict;
const oracle = (rule: unknown, facts: object) => (isTrue(jsonLogic.apply(rule as never, facts)) ? 'pass' : 'fail');

describe('a missing fact', () => {
  test.each([
    [{ '<': [{ var: 'asking' }, 5] }],
    [{ '<=': [0, { var: 'asking' }, 5] }],
    [{ '==': [{ var: 'asking' }, 0] }],
    [{ '!': [{ var: 'asking' }] }],
    [{ '<': [{ '/': [{ var: 'asking' }, 2] }, 5] }],
    [{ in: ['x', { var: 'asking' }] }],
    [{ some: [{ var: 'asking' }, true] }],
    [{ if: [{ '<': [{ var: 'asking' }, 5] }, true, true] }],
  ])('never compares as 0: %j is not evaluable and names it', (rule) => {
    for (const facts of [{}, { asking: null }, { asking: '' }, { asking: Number.NaN }, { asking: undefined }])
      expect(evaluateRule(rule, facts)).toMatchObject({ verdict: 'not-evaluable', missing: ['asking'], problem: null });
  });

  test('does not matter where another branch decides', () => {
    const low = { '<': [{ var: 'asking' }, 5] };
    expect(verdict({ or: [low, true] })).toBe('pass');
    expect(verdict({ and: [low, false] })).toBe('fail');
    expect(verdict({ or: [low, false] })).toBe('not-evaluable');
    expect(verdict({ and: [low, true] })).toBe('not-evaluable');
    expect(verdict({ if: [true, true, low] })).toBe('pass');
  });

  test('may be asked for: by missing, by a default, by comparison with null', () => {
    expect(verdict({ '!': [{ missing: ['asking'] }] })).toBe('fail');
    expect(verdict({ missing_some: [1, ['asking', 'equity']] }, { equity: 1 })).toBe('fail');
    expect(verdict({ '<': [{ var: ['asking', 9] }, 5] })).toBe('fail');
    expect(verdict({ '<': [{ var: ['asking', 9] }, 5] }, { asking: null })).toBe('fail');
    expect(verdict({ '==': [{ var: 'asking' }, null] })).toBe('pass');
    expect(verdict({ '!=': [null, { var: 'asking' }] })).toBe('fail');
    expect(verdict({ '!=': [{ var: 'asking' }, null] }, { asking: 0 })).toBe('pass');
  });

  test('whatever its value would be, a verdict given without it stands', () => {
    fc.assert(
      fc.property(anyRule, completeFacts, fc.subarray(['n1', 'n2', 'n3', 's1', 's2', 'f1', 'f2', 'l1']), (rule, facts, hidden) => {
        const partial = Object.fromEntries(Object.entries(facts).filter(([name]) => !hidden.includes(name)));
        const answer = evaluateRule(rule, partial);
        if (answer.verdict === 'not-evaluable') {
          expect(answer.missing.length).toBeGreaterThan(0);
          expect(hidden).toEqual(expect.arrayContaining(answer.missing));
        } else expect(answer.verdict).toBe(oracle(rule, facts));
      }),
      { numRuns: 3_000 },
    );
  });
});

test('on complete facts it is json-logic-js without a difference', () => {
  fc.assert(
    fc.property(anyRule, completeFacts, (rule, facts) => {
      expect(verdict(rule, facts)).toBe(oracle(rule, facts));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  [{ '<': [{ var: 'x' }, 5] }, { x: 'abc' }],
  [{ '<': [{ var: 'x' }, 5] }, { x: [] }],
  [{ '>': [{ '/': [{ var: 'x' }, 0] }, 5] }, { x: 1 }],
  [{ '>': [{ '+': [{ var: 'x' }, 1] }, 5] }, { x: 'abc' }],
  [{ '>': [{ '*': [{ var: 'x' }, 10] }, 5] }, { x: 1e308 }],
])('what has no number has no verdict: %j on %j', (rule, facts) => {
  const answer = evaluateRule(rule, facts);
  expect(answer).toMatchObject({ verdict: 'not-evaluable', missing: [] });
  expect(answer.problem).toBeTruthy();
});

test('an operator outside the list, a broken rule and a bottomless one are not evaluable and never thrown', () => {
  let deep: unknown = true;
  for (let level = 0; level < 50_000; level++) deep = { '!': [deep] };
  for (const rule of [{ log: 'x' }, { throw: 'x' }, { 'a.b': 1 }, deep, { var: { var: 'x' } }]) {
    const answer = evaluateRule(rule, {});
    expect(answer.verdict).toBe('not-evaluable');
    expect(answer.problem).toBeTruthy();
  }
});

test('no path reaches what the rule was not given', () => {
  for (const path of ['constructor', 'constructor.name', '__proto__', '__proto__.toString', 'toString', 'a.constructor.name'])
    expect(evaluateRule({ '!!': [{ var: path }] }, { a: {} })).toMatchObject({ verdict: 'not-evaluable', missing: [path] });
  expect(verdict({ '==': [{ var: 'a.b' }, 1] }, { a: { b: 1 } })).toBe('pass');
});

test('a value that looks like a rule is data', () => {
  expect(verdict({ '==': [{ var: 'x' }, true] }, { x: { '!': [false] } })).toBe('fail');
});

test('the answer names the smallest branch that decided', () => {
  const old = { '>': [{ var: 'days' }, 90] };
  const cut = { '>': [{ var: 'cut' }, 500] };
  const equity = { '>': [{ var: 'equity' }, 2000] };
  const rule = { and: [equity, { or: [old, cut] }] };
  expect(evaluateRule(rule, { equity: 3000, days: 10, cut: 600 }).decidedBy).toEqual({ path: '', rule });
  expect(evaluateRule(rule, { equity: 1000 }).decidedBy).toEqual({ path: 'and.0', rule: equity });
  expect(evaluateRule(rule, { equity: 3000, days: 10 }).decidedBy).toEqual({ path: 'and.1.or.1', rule: cut });
  expect(evaluateRule({ or: [old, cut] }, { days: 100 }).decidedBy).toEqual({ path: 'or.0', rule: old });
});

test('a rule knows the facts it reads', () => {
  const rule = {
    or: [
      { missing: ['a'] },
      { missing_some: [1, ['b', 'c']] },
      { some: [{ var: 'list' }, { '==': [{ var: 'x' }, 1] }] },
      { '<': [{ var: ['d', 1] }, { var: 'e.f' }] },
    ],
  };
  expect(factNames(rule)).toEqual(['a', 'b', 'c', 'list', 'd', 'e.f']);
  expect(factsRead({ and: [{ var: 'x' }, { var: 'e.f' }, { var: 'y' }] }, { x: 1, e: { f: 2 }, z: 3 })).toEqual({ x: 1, 'e.f': 2, y: null });
});
