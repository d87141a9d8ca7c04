import { DomainError } from '../errors.ts';
import { checkRule } from './check.ts';
import type { Facts, Rule } from './evaluate.ts';
import { RuleWriter } from './generate.ts';
import { runtime } from './runtime.ts';

/**
 * The bulk form of `evaluateRule`: one generated function judges a whole rule set over many rows, with the same three outcomes.
 * It needs `new Function`, so it runs in import and scoring processes only: never import it from workflow or browser code.
 */
export interface CompiledRules {
  readonly ids: readonly string[];
  judge(rows: readonly Facts[]): Masks;
}

/** Rule `k` of row `i` is bit `k % 32` of entry `i * words + (k >> 5)`. Neither bit set means the rule failed. */
export interface Masks {
  readonly words: number;
  readonly passed: Int32Array;
  readonly unknown: Int32Array;
}

export interface NamedRule {
  id: string;
  rule: Rule;
}

type JudgeWord = (rows: readonly Facts[], passed: Int32Array, unknown: Int32Array, word: number, words: number) => void;

const rulesPerWord = 32;

/** Rows must be plain objects of JSON data. Throws a `rule-faulty` error that lists the faults of all rules. */
export function compileRules(rules: readonly NamedRule[]): CompiledRules {
  const faults = rules.flatMap(({ id, rule }) => checkRule(rule).map((fault) => ({ id, ...fault })));
  if (faults.length > 0)
    throw new DomainError('rule-faulty', `${faults.length} faults in ${rules.length} rules.`, {
      nextStep: 'Mend the faults listed in details.',
      details: { faults },
    });
  const words = Math.max(1, Math.ceil(rules.length / rulesPerWord));
  const judges = Array.from({ length: words }, (_, word) => compileWord(rules.slice(word * rulesPerWord, (word + 1) * rulesPerWord)));
  return {
    ids: rules.map(({ id }) => id),
    judge(rows) {
      const passed = new Int32Array(rows.length * words);
      const unknown = new Int32Array(rows.length * words);
      for (const [word, judge] of judges.entries()) judge(rows, passed, unknown, word, words);
      return { words, passed, unknown };
    },
  };
}

function compileWord(rules: readonly NamedRule[]): JudgeWord {
  const writer = new RuleWriter();
  const verdicts = rules.map(({ rule }, bit) => `t = ${writer.verdict(rule)}; p |= (t & ~(t >> 1) & 1) << ${bit}; u |= (t >> 1) << ${bit};`);
  const names = Object.keys(runtime);
  const code = `"use strict";
const { ${names.join(', ')} } = runtime;
return function judgeRules(rows, passed, unknown, word, words) {
  for (let i = 0, n = rows.length, at = word; i < n; i++, at += words) {
    const r = rows[i];
    ${writer.declarations()}
    let t = 0, p = 0, u = 0;
    ${verdicts.join('\n    ')}
    passed[at] = p;
    unknown[at] = u;
  }
};`;
  return new Function('runtime', 'slow', code)(runtime, writer.slowRules) as JudgeWord;
}
