import type { PropertyFacts } from './facts.ts';
import { factNamesKnown } from './facts.ts';
import { compileRuleSet } from './qualification.bulk.ts';
import { type Decision, decide, inputNames, type RuleSet } from './qualification.ts';

/** A decision as an import stores it: the values of `inputNames`, from which `wholeDecision` makes the rest. */
export type StoredInputs = { i: unknown[] };
export type DecidedRow = { outcome: Decision['outcome']; scoreTenths: number | null; hot: boolean; inputs: string };

/** Decides many leads and writes down the inputs of each. For import processes: it compiles. */
export function compileDecider(ruleSet: RuleSet): (facts: readonly PropertyFacts[]) => DecidedRow[] {
  const decideMany = compileRuleSet(ruleSet);
  const names = inputNames(ruleSet) as (keyof PropertyFacts)[];
  return (facts) =>
    decideMany(facts).map(({ outcome, score, hot }, row) => ({
      outcome,
      scoreTenths: score === null ? null : Math.round(score * 10),
      hot,
      inputs: inputsJson(names, facts[row]!),
    }));
}

/** By hand: most values are numbers or null, and this runs for every line of a list. */
function inputsJson(names: readonly (keyof PropertyFacts)[], facts: PropertyFacts): string {
  let json = '{"i":[';
  for (let at = 0; at < names.length; at++) {
    const value = facts[names[at]!];
    json += at === 0 ? '' : ',';
    json += typeof value === 'number' || value === null ? value : typeof value === 'object' && value.length === 0 ? '[]' : JSON.stringify(value);
  }
  return `${json}]}`;
}

const isStoredInputs = (decision: unknown): decision is StoredInputs => typeof decision === 'object' && decision !== null && Array.isArray((decision as StoredInputs).i);

/** The decision with every clause, its value and verdict, as `decide` took it: of a lead decided alone as stored, of an imported one made again from its inputs. */
export function wholeDecision(stored: unknown, ruleSet: RuleSet): Decision | null {
  if (stored === null || stored === undefined) return null;
  if (!isStoredInputs(stored)) return stored as Decision;
  const names = inputNames(ruleSet);
  const facts = Object.fromEntries(factNamesKnown.map((name) => [name, null])) as Record<string, unknown>;
  for (const [at, name] of names.entries()) facts[name] = stored.i[at] ?? null;
  return decide(ruleSet, facts as PropertyFacts);
}

/** One input of a stored decision of either form. */
export function storedInput(stored: unknown, ruleSet: RuleSet, name: keyof PropertyFacts): unknown {
  if (isStoredInputs(stored)) return stored.i[inputNames(ruleSet).indexOf(name)] ?? null;
  return (stored as Decision | null)?.inputs?.[name] ?? null;
}
