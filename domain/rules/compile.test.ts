import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from './compile.ts';
import { evaluateRule, type Facts } from './evaluate.ts';
import { askingRule, completeFacts, wildFacts } from './rules.arbitrary.ts';

function verdicts(rules: unknown[], rows: readonly Facts[]): string[][] {
  const { words, passed, unknown } = compileRules(rules.map((rule, index) => ({ id: `r${index}`, rule }))).judge(rows);
  const bit = (mask: Int32Array, row: number, rule: number) => (mask[row * words + (rule >> 5)]! >>> (rule & 31)) & 1;
  return rows.map((_, row) => rules.map((_, rule) => (bit(unknown, row, rule) ? 'not-evaluable' : bit(passed, row, rule) ? 'pass' : 'fail')));
}

test.each([
  ['complete facts', completeFacts],
  ['missing and odd facts', wildFacts],
])('the compiled form gives evaluateRule’s verdict on %s', (_, facts) => {
  fc.assert(
    fc.property(fc.array(askingRule, { minLength: 1, maxLength: 6 }), fc.array(facts as fc.Arbitrary<Facts>, { minLength: 1, maxLength: 8 }), (rules, rows) => {
      expect(verdicts(rules, rows)).toEqual(rows.map((row) => rules.map((rule) => evaluateRule(rule, row).verdict)));
    }),
    { numRuns: 2_000 },
  );
});

test('more rules than bits in a word keep their places', () => {
  const rules = Array.from({ length: 70 }, (_, index) => ({ '>': [{ var: 'n' }, index] }));
  const [row] = verdicts(rules, [{ n: 35 }]);
  expect(row).toEqual(rules.map((_, index) => (35 > index ? 'pass' : 'fail')));
});

test('text of a rule never becomes code', () => {
  const hostile = '"]; globalThis["broken"] = true; ["';
  const rules = [{ '==': [{ var: hostile }, hostile] }, { in: [hostile, { var: 'l' }] }, { '<': [{ var: '\u2028' }, 5] }];
  expect(verdicts(rules, [{ [hostile]: hostile, l: [hostile], '\u2028': 1 }])).toEqual([['pass', 'pass', 'pass']]);
  expect('broken' in globalThis).toBe(false);
});

test('names that every object has are facts only where the row owns them', () => {
  expect(verdicts([{ '!!': [{ var: 'toString' }] }], [{}, { toString: 1 }])).toEqual([['not-evaluable'], ['pass']]);
});

test('a faulty rule is refused with all faults of the set', () => {
  expect(() =>
    compileRules([
      { id: 'a', rule: { log: 1 } },
      { id: 'b', rule: { '<': [1] } },
    ]),
  ).toThrow(
    expect.objectContaining({ code: 'rule-faulty', details: { faults: [expect.objectContaining({ id: 'a' }), expect.objectContaining({ id: 'b' })] } }),
  );
});
