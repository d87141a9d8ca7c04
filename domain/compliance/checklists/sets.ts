import { californiaRows } from './data/california.ts';
import { floridaRows } from './data/florida.ts';
import { texasRows } from './data/texas.ts';
import { usRows } from './data/us.ts';
import { wholesalingRows } from './data/wholesaling.ts';
import type { ChecklistSet } from './row.ts';

const version = '2026-11-20';

/** The published sets. One more state, or a state's next version, is one more entry; no other one changes. */
export const checklistSets: readonly ChecklistSet[] = [
  { id: 'us', version, effectiveFrom: null, rows: usRows },
  { id: 'texas', version, effectiveFrom: null, rows: texasRows },
  { id: 'california', version, effectiveFrom: null, rows: californiaRows },
  { id: 'florida', version, effectiveFrom: null, rows: floridaRows },
  { id: 'wholesaling', version, effectiveFrom: null, rows: wholesalingRows },
];

/** Of each set the version in force on a day: the latest one that has begun. */
export function setsOn(sets: readonly ChecklistSet[], on: string): ChecklistSet[] {
  const inForce = new Map<string, ChecklistSet>();
  for (const set of sets) {
    const other = inForce.get(set.id);
    const begun = set.effectiveFrom === null || set.effectiveFrom <= on;
    if (begun && (!other || (other.effectiveFrom ?? '') < (set.effectiveFrom ?? ''))) inForce.set(set.id, set);
  }
  return [...inForce.values()];
}
