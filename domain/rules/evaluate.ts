import { interpret } from './interpret.ts';
import { operators } from './operators.ts';
import { type Facts, isTrue, operandsOf, operatorOf, type Rule, readPath, Unknown } from './values.ts';

export type { Facts, Rule } from './values.ts';

export type Verdict = 'pass' | 'fail' | 'not-evaluable';

export interface RulePart {
  /** Where it stands in the rule: "" is the rule itself, "and.1" its second branch. */
  path: string;
  rule: Rule;
}

export interface RuleAnswer {
  verdict: Verdict;
  /** The facts the verdict waits for; empty when there is one. */
  missing: string[];
  /** Why there is no verdict, where it is not, or not only, for want of a fact. */
  problem: string | null;
  /** The smallest branch that decided. */
  decidedBy: RulePart;
}

/** Judges one rule on plain facts, by `interpret`'s policy: a missing fact gives the third outcome and never compares as 0. It does not throw. */
export function evaluateRule(rule: Rule, facts: Facts): RuleAnswer {
  const value = attempt(rule, facts);
  const unknown = value instanceof Unknown ? value : null;
  return {
    verdict: verdictOf(value),
    missing: [...(unknown?.missing ?? [])],
    problem: unknown?.problem ?? null,
    decidedBy: unknown?.problem ? { path: '', rule } : decidingPart(rule, facts, ''),
  };
}

/** Every fact a rule may read, in the order of the rule. Names inside list operators belong to the list's elements and are left out. */
export function factNames(rule: Rule): string[] {
  const names = new Set<string>();
  collectNames(rule, names);
  return [...names];
}

/** The values a rule reads; null for what is not there. */
export function factsRead(rule: Rule, facts: Facts): Record<string, unknown> {
  return Object.fromEntries(factNames(rule).map((name) => [name, readPath(facts, name) ?? null]));
}

/** The value of a rule, or `Unknown` also where `interpret` throws, which takes a rule that `checkRule` refuses. */
export function attempt(rule: Rule, facts: Facts): unknown {
  try {
    return interpret(rule, facts);
  } catch (error) {
    return new Unknown([], `the rule cannot be run: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const verdictOf = (value: unknown): Verdict => (value instanceof Unknown ? 'not-evaluable' : isTrue(value) ? 'pass' : 'fail');

/** A failed `and` is decided by its first failed branch, a passed `or` by its first passed one, either by its first unknown one when unknown. */
function decidingPart(rule: Rule, facts: Facts, path: string): RulePart {
  const operator = operatorOf(rule);
  if (operator !== 'and' && operator !== 'or') return { path, rule };
  const verdict = verdictOf(attempt(rule, facts));
  const needsAll = verdict === (operator === 'and' ? 'pass' : 'fail');
  const branches = operandsOf(rule, operator);
  const index = needsAll ? -1 : branches.findIndex((part) => verdictOf(attempt(part, facts)) === verdict);
  return index < 0 ? { path, rule } : decidingPart(branches[index], facts, `${path ? `${path}.` : ''}${operator}.${index}`);
}

function collectNames(rule: Rule, names: Set<string>): void {
  if (Array.isArray(rule)) {
    for (const item of rule) collectNames(item, names);
    return;
  }
  const operator = operatorOf(rule);
  if (operator === null) return;
  const operands = operandsOf(rule, operator);
  if (operator === 'var' || operator === 'missing' || operator === 'missing_some') {
    const named = operator === 'var' ? operands.slice(0, 1) : operands.flat();
    for (const name of named) if (typeof name === 'string' && name !== '') names.add(name);
  }
  const isOverList = operators.get(operator)?.kind === 'list';
  for (const operand of isOverList ? [operands[0], operands[2]] : operands) collectNames(operand, names);
}
