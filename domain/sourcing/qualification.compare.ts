import type { Decision, Outcome } from './qualification.ts';

type Summary = Pick<Decision, 'outcome' | 'score' | 'hot'> & { clauses?: readonly { id: string; verdict: string }[] };

export interface DecisionChange {
  outcome?: { from: Outcome; to: Outcome };
  score?: { from: number | null; to: number | null };
  hot?: { from: boolean; to: boolean };
  /** Clauses whose verdict differs; null where the rule set has no such clause. */
  clauses: { id: string; from: string | null; to: string | null }[];
}

/** What a new rule set or new facts change for one lead; null when a person would see no difference. */
export function compareDecisions(before: Summary, after: Summary): DecisionChange | null {
  const clauses = changedClauses(before.clauses ?? [], after.clauses ?? []);
  const change: DecisionChange = {
    ...(before.outcome !== after.outcome && { outcome: { from: before.outcome, to: after.outcome } }),
    ...(before.score !== after.score && { score: { from: before.score, to: after.score } }),
    ...(before.hot !== after.hot && { hot: { from: before.hot, to: after.hot } }),
    clauses,
  };
  return Object.keys(change).length === 1 && clauses.length === 0 ? null : change;
}

/** Counts for `rules test`: "review → qualified": 12, "hot": 3, … */
export function countChanges(changes: Iterable<DecisionChange | null>): { compared: number; changed: number; byTransition: Record<string, number> } {
  const result = { compared: 0, changed: 0, byTransition: {} as Record<string, number> };
  const count = (name: string) => {
    result.byTransition[name] = (result.byTransition[name] ?? 0) + 1;
  };
  for (const change of changes) {
    result.compared += 1;
    if (change === null) continue;
    result.changed += 1;
    if (change.outcome) count(`${change.outcome.from} → ${change.outcome.to}`);
    if (change.hot) count(change.hot.to ? 'becomes hot' : 'is no longer hot');
    if (change.score) count('other score');
  }
  return result;
}

function changedClauses(before: NonNullable<Summary['clauses']>, after: NonNullable<Summary['clauses']>): DecisionChange['clauses'] {
  const verdicts = (clauses: NonNullable<Summary['clauses']>) => new Map(clauses.map(({ id, verdict }) => [id, verdict]));
  const old = verdicts(before);
  const now = verdicts(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) =>
    old.get(id) === now.get(id) ? [] : [{ id, from: old.get(id) ?? null, to: now.get(id) ?? null }],
  );
}
