import { compileRules } from '../rules/compile.ts';
import type { PropertyFacts } from './facts.ts';
import { motivationScore } from './motivation.ts';
import { type Decision, isHot, type Outcome, type RuleSet, requirementsOf } from './qualification.ts';

/** What changes a lead's row; its explanation comes from `decide`, for the rows that changed. */
export type ShortDecision = Pick<Decision, 'outcome' | 'score' | 'hot'> & {
  /** Position of the first clause of the requirement that decided; -1 when qualified. */
  decidedBy: number;
};

export type DecideMany = (rows: readonly PropertyFacts[]) => ShortDecision[];

/**
 * `decide` for many rows, about a hundred times as fast, with the same outcome, score and heat.
 * It compiles: for import and scoring processes only, never for workflow or browser code.
 */
export function compileRuleSet(ruleSet: RuleSet): DecideMany {
  const rules = compileRules(ruleSet.clauses);
  const requirements = requirementsOf(ruleSet);
  const isSet = (mask: Int32Array, start: number, clause: number) => ((mask[start + (clause >> 5)]! >>> (clause & 31)) & 1) === 1;

  return (rows) => {
    const { words, passed, unknown } = rules.judge(rows);
    return rows.map((facts, row) => {
      const start = row * words;
      let outcome: Outcome = 'qualified';
      let decidedBy = -1;
      for (const members of requirements) {
        if (members.some((clause) => isSet(passed, start, clause))) continue;
        const isOpen = members.some((clause) => isSet(unknown, start, clause));
        if (isOpen && outcome === 'review') continue;
        outcome = isOpen ? 'review' : 'rejected';
        decidedBy = members[0]!;
        if (!isOpen) break;
      }
      const score = motivationScore(facts.signals, facts.equityBps, facts.newestFilingAgeDays, ruleSet.score);
      return { outcome, score, hot: isHot(outcome, score, ruleSet), decidedBy };
    });
  };
}
