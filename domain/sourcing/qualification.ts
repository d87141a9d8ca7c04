import { evaluateRule, factNames, factsRead, type Rule, type Verdict } from '../rules/evaluate.ts';
import type { PropertyFacts } from './facts.ts';
import { type MotivationScheme, type MotivationScore, scoreMotivation } from './motivation.ts';

export interface Clause {
  id: string;
  title: string;
  rule: Rule;
  /** `must` has to pass; of the clauses of one group any has to; a `flag` is only shown. */
  kind: 'must' | 'any-of-group' | 'flag';
  group?: string;
}

export interface RuleSet {
  version: string;
  clauses: readonly Clause[];
  score: MotivationScheme;
  hot: { scoreAbove: number };
}

export type Outcome = 'qualified' | 'rejected' | 'review';

export interface ClauseVerdict {
  id: string;
  verdict: Verdict;
  values: Record<string, unknown>;
  /** The facts a clause that is not evaluable waits for. */
  missing?: string[];
  problem?: string;
}

/** What was decided, by which rules, on which inputs: enough to explain it later and to see whether it still holds. */
export interface Decision {
  outcome: Outcome;
  ruleVersion: string;
  score: number | null;
  hot: boolean;
  /** The clauses that failed, or those that wait; empty when qualified. */
  decidedBy: string[];
  /** The facts that a decision in review waits for. */
  missing: string[];
  clauses: ClauseVerdict[];
  motivation: Omit<MotivationScore, 'score'>;
  inputs: Record<string, unknown>;
}

const scoreInputs = ['signals', 'equityBps', 'newestFilingAgeDays'] as const;

/** A failed requirement rejects, whatever else is missing; one that cannot be judged yet asks for review; all passed qualify. */
export function decide(ruleSet: RuleSet, facts: PropertyFacts): Decision {
  const clauses = ruleSet.clauses.map((clause) => judge(clause, facts));
  const requirements = requirementsOf(ruleSet).map((members) => ({ members, verdict: anyOf(members.map((index) => clauses[index]!.verdict)) }));
  const outcome = outcomeOf(requirements.map(({ verdict }) => verdict));
  const deciding = requirements
    .filter(({ verdict }) => verdict === (outcome === 'rejected' ? 'fail' : 'not-evaluable'))
    .flatMap(({ members }) => members.map((index) => clauses[index]!));
  const { score, ...motivation } = scoreMotivation(facts, ruleSet.score);
  return {
    outcome,
    ruleVersion: ruleSet.version,
    score,
    hot: isHot(outcome, score, ruleSet),
    decidedBy: deciding.map(({ id }) => id),
    missing: outcome === 'review' ? [...new Set(deciding.flatMap(({ missing = [] }) => missing))] : [],
    clauses,
    motivation,
    inputs: inputsOf(ruleSet, facts),
  };
}

/** True while a stored decision would come out the same without deciding again. */
export function stillHolds(decision: Pick<Decision, 'ruleVersion' | 'inputs'>, ruleSet: RuleSet, facts: PropertyFacts): boolean {
  return decision.ruleVersion === ruleSet.version && canonical(decision.inputs) === canonical(inputsOf(ruleSet, facts));
}

/** Each requirement as the positions of its clauses: one for a `must`, all of a group for `any-of-group`. */
export function requirementsOf({ clauses }: RuleSet): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, clause] of clauses.entries()) {
    if (clause.kind === 'flag') continue;
    const key = clause.kind === 'must' ? `must ${clause.id}` : `group ${clause.group}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()];
}

/** A hot lead is called first, so a rejected one is never hot. */
export function isHot(outcome: Outcome, score: number | null, { hot }: RuleSet): boolean {
  return outcome !== 'rejected' && score !== null && score > hot.scoreAbove;
}

function judge({ id, rule }: Clause, facts: PropertyFacts): ClauseVerdict {
  const { verdict, missing, problem } = evaluateRule(rule, facts);
  return { id, verdict, values: factsRead(rule, facts), ...(missing.length > 0 && { missing }), ...(problem !== null && { problem }) };
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('pass')) return 'pass';
  return verdicts.includes('not-evaluable') ? 'not-evaluable' : 'fail';
}

function outcomeOf(verdicts: readonly Verdict[]): Outcome {
  if (verdicts.includes('fail')) return 'rejected';
  return verdicts.includes('not-evaluable') ? 'review' : 'qualified';
}

/** The facts a rule set reads, in a fixed order: an import stores their values without their names. */
export function inputNames({ clauses }: RuleSet): string[] {
  return [...new Set([...clauses.flatMap(({ rule }) => factNames(rule)), ...scoreInputs])];
}

function inputsOf(ruleSet: RuleSet, facts: PropertyFacts): Record<string, unknown> {
  return factsRead({ missing: inputNames(ruleSet) }, facts);
}

/** Storage may reorder keys. */
const canonical = (inputs: Record<string, unknown>) => JSON.stringify(Object.entries(inputs).toSorted(([a], [b]) => (a < b ? -1 : 1)));
