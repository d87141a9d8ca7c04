import { factNamesKnown, type PropertyFacts } from './facts.ts';
import { type Decision, decide, type Outcome, type RuleSet } from './qualification.ts';

/** What a lead keeps: the whole decision, or from bulk work only its inputs, of which the rules make the rest again. */
export type StoredDecision = Partial<Decision> & {
  inputs: Record<string, unknown>;
  /** Set when a person decided: rules leave the lead alone from then on. */
  person?: { by: string; outcome: Outcome; reason: string };
};

const none = Object.fromEntries(factNamesKnown.map((name) => [name, null])) as unknown as PropertyFacts;

/** The whole decision with each clause, as stored or made again from the inputs by the rules that took it. */
export function wholeDecision(stored: StoredDecision, ruleSet: RuleSet): Decision {
  if (stored.clauses && stored.motivation) return stored as Decision;
  return decide(ruleSet, { ...none, ...(stored.inputs as Partial<PropertyFacts>) });
}

export interface ExplainedClause {
  id: string;
  title: string;
  kind: 'must' | 'any-of-group' | 'flag';
  group: string | null;
  verdict: string;
  /** Each fact the clause reads, with its value. */
  values: Record<string, unknown>;
  missing: string[];
  sentence: string;
}

const verdictWords = { pass: 'passed', fail: 'failed', 'not-evaluable': 'cannot be judged yet' } as const;

/** Every clause with its title, values and verdict, in words a person reads. */
export function explainClauses({ clauses }: Decision, ruleSet: RuleSet): ExplainedClause[] {
  return clauses.map(({ id, verdict, values, missing = [], problem }) => {
    const rule = ruleSet.clauses.find((clause) => clause.id === id);
    const because = missing.length > 0 ? `: ${missing.join(', ')} not known` : problem ? `: ${problem}` : '';
    return {
      id,
      title: rule?.title ?? id,
      kind: rule?.kind ?? 'must',
      group: rule?.group ?? null,
      verdict,
      values,
      missing,
      sentence: `${rule?.title ?? id}: ${verdictWords[verdict]}${because}`,
    };
  });
}

/** A score as it is stored: tenths of a point. */
export const scoreTenths = (score: number | null): number | null => (score === null ? null : Math.round(score * 10));

/** A status that decisions change; from a deal on, the deal owns the lead. */
export const undecidedStatuses = ['new', 'review', 'qualified', 'rejected'] as const;
