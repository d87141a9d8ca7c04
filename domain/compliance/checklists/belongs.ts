import { knownForms } from './forms.ts';
import type { ChecklistRow } from './row.ts';

/** What a document of this kind speaks of. What nobody has named yet may speak of the contract. */
export const belongsTo = (kind: string | null): ChecklistRow['belongsTo'] => knownForms.find(({ id }) => id === kind)?.belongsTo ?? 'contract';

/** Kinds that speak of a contract. */
export const contractKinds: readonly string[] = knownForms.flatMap(({ id, belongsTo: of }) => (of === 'contract' ? [id] : []));

/** A document, or a decision about one, of a contract that fell through: it shows nothing of the next. What speaks of the file outlives its contract. */
export const isOfEarlierContract = (of: { kind: string | null; contractNo: number }, contractNo: number): boolean =>
  of.contractNo < contractNo && belongsTo(of.kind) === 'contract';
