import { checkRule } from '../../rules/check.ts';
import { factsKnown } from './facts.ts';
import { ruleOf } from './required.ts';
import type { ChecklistRow, ChecklistSet, Span } from './row.ts';

export interface ChecklistFault {
  set: string;
  id: string;
  message: string;
}

/** All faults of sets before they are published: rules that cannot run or read unknown facts, spans that overlap, ids in two sets, sets without a first version. */
export function checklistFaults(sets: readonly ChecklistSet[]): ChecklistFault[] {
  const homes = new Map<string, string>();
  return sets.flatMap((set) => {
    const fault = (id: string, message: string) => ({ set: set.id, id, message });
    const first = sets.some(({ id, effectiveFrom }) => id === set.id && effectiveFrom === null) ? [] : [fault('', 'no version reaches back to the beginning')];
    const rows = [...Map.groupBy(set.rows, ({ id }) => id)].flatMap(([id, revisions]) => {
      const home = homes.get(id) ?? set.id;
      homes.set(id, home);
      const messages = [
        ...(home === set.id ? [] : [`stands in the set "${home}", too`]),
        ...overlaps(revisions).map((at) => `revision ${at} overlaps the one before`),
        ...revisions.flatMap(rowFaults),
      ];
      return messages.map((message) => fault(id, message));
    });
    return [...first, ...rows];
  });
}

function rowFaults(row: ChecklistRow): string[] {
  const rules = [ruleOf(row), ...(row.parts ?? []).map(({ when }) => when)];
  const history = (row.history ?? []).map(({ from }) => from);
  return [
    ...rules.flatMap((rule) => checkRule(rule, factsKnown).map(({ path, message }) => `${path || 'rule'}: ${message}`)),
    ...overlaps(row.formVersions).map((at) => `form version ${at} overlaps the one before`),
    ...(history.join() === history.toSorted().join() ? [] : ['the history is not in order']),
    ...(row.effectiveFrom && row.effectiveTo && row.effectiveTo < row.effectiveFrom ? ['ends before it begins'] : []),
  ];
}

/** Positions of spans that begin before the one before has ended; they stand from the oldest on. */
const overlaps = (spans: readonly Span[]): number[] =>
  spans.flatMap(({ effectiveFrom }, at) => (at > 0 && (effectiveFrom ?? '') <= (spans[at - 1]!.effectiveTo ?? '9999-12-31') ? [at] : []));
