import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRule } from './check.ts';
import { askingRule } from './rules.arbitrary.ts';

const codes = (rule: unknown, catalogue?: string[]) => checkRule(rule, catalogue).map(({ code, path }) => `${path || 'rule'}: ${code}`);

test('all faults of a rule come at once, each with its place', () => {
  const rule = {
    and: [{ '<': [{ var: 'equity' }] }, { log: 'x' }, { '>': [{ var: 'nope' }, null] }, { or: [{ var: '__proto__.x' }, { a: 1, b: 2 }] }, { if: [true, true] }],
  };
  expect(codes(rule, ['equity'])).toEqual([
    'and.0: wrong-arity',
    'and.1: unknown-operator',
    'and.2: null-operand',
    'and.2.>.0.var: unknown-fact',
    'and.3.or.0.var: forbidden-name',
    'and.3.or.1: not-a-rule',
    'and.4: wrong-arity',
  ]);
});

test('names of facts are texts known to the catalogue, except inside a list', () => {
  expect(codes({ var: { var: 'x' } })).toEqual(['var: computed-name']);
  expect(codes({ var: '' })).toEqual(['var: unknown-fact']);
  expect(codes({ missing: ['a', 'z'] }, ['a'])).toEqual(['missing: unknown-fact']);
  expect(codes({ some: [{ var: 'signals' }, { '==': [{ var: '' }, 'probate'] }] }, ['signals'])).toEqual([]);
  expect(codes({ some: [{ var: 'nope' }, { var: 'inner' }] }, ['signals'])).toEqual(['some.0.var: unknown-fact']);
});

test('a rule too deep or too long to run is refused', () => {
  let deep: unknown = true;
  for (let level = 0; level < 40; level++) deep = { '!': [deep] };
  expect(codes(deep).join()).toContain('too-deep');
  expect(codes({ or: Array.from({ length: 3_000 }, () => true) })).toEqual(['rule: too-long']);
});

test('every rule of the allowed operators is free of faults', () => {
  fc.assert(fc.property(askingRule, (rule) => checkRule(rule).length === 0));
});
