import type { PropertyFacts } from './facts.ts';
import type { StoredDecision } from './lead-decision.ts';
import { compileRuleSet } from './qualification.bulk.ts';
import { inputNames, type Outcome, type RuleSet } from './qualification.ts';

/** A decision as an import stores it: its inputs that are known, of which `wholeDecision` makes the rest by the rules that took it. */
export type DecidedRow = { outcome: Outcome; scoreTenths: number | null; hot: boolean; inputs: string };
export type Decider = { decide(facts: readonly PropertyFacts[]): DecidedRow[]; sameInputs(stored: StoredDecision | null, facts: PropertyFacts): boolean };

/** Decides many leads and writes down the inputs of each. For import processes: it compiles. */
export function compileDecider(ruleSet: RuleSet): Decider {
  const decideMany = compileRuleSet(ruleSet);
  const names = inputNames(ruleSet) as (keyof PropertyFacts)[];
  const keys = names.map((name) => `${JSON.stringify(name)}:`);
  // By hand: most values are numbers or nothing, and this runs for every line of a list.
  const inputsOf = (facts: PropertyFacts): string => {
    let json = '';
    for (let at = 0; at < names.length; at++) {
      const value = facts[names[at]!];
      if (value === null) continue;
      json += (json === '' ? '' : ',') + keys[at];
      json += typeof value === 'number' ? value : typeof value === 'object' && value.length === 0 ? '[]' : JSON.stringify(value);
    }
    return `{"inputs":{${json}}}`;
  };
  return {
    decide: (facts) =>
      decideMany(facts).map(({ outcome, score, hot }, row) => ({
        outcome,
        scoreTenths: score === null ? null : Math.round(score * 10),
        hot,
        inputs: inputsOf(facts[row]!),
      })),
    sameInputs: (stored, facts) => names.every((name) => JSON.stringify(stored?.inputs?.[name] ?? null) === JSON.stringify(facts[name])),
  };
}
