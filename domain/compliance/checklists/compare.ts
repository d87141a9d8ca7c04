import type { Checklist, DocumentAnswer, DocumentStatus } from './required.ts';

export interface DocumentChange {
  id: string;
  document: string;
  /** `added` and `removed` are from and to not required (or not known to the rules); a document that stays required may change its form or its terms. */
  change: 'added' | 'removed' | 'suspended' | 'undecided' | 'version' | 'terms';
  /** null where one side's rules have no such document. */
  from: { status: DocumentStatus; formVersion: string | null } | null;
  to: { status: DocumentStatus; formVersion: string | null } | null;
  /** What decided after the change, in words. */
  because: string;
  /** With `terms`: which of these differ. */
  terms?: ('due' | 'rights' | 'consequence' | 'parts')[];
  /** The facts whose values differ among those the rule reads. */
  facts: string[];
}

/** What other facts, another day or other rules change for a deal, in the order of the documents; pure, for previews. No change is an empty list. */
export function compareChecklists(before: Checklist, after: Checklist): DocumentChange[] {
  const old = new Map(before.documents.map((answer) => [answer.id, answer]));
  const now = new Map(after.documents.map((answer) => [answer.id, answer]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => changeOf(old.get(id), now.get(id)) ?? []);
}

function changeOf(before: DocumentAnswer | undefined, after: DocumentAnswer | undefined): DocumentChange | null {
  const shown = after ?? before!;
  const from = before?.status ?? 'not-required';
  const to = after?.status ?? 'not-required';
  const terms = from === 'required' && to === 'required' ? changedTerms(before!, after!) : [];
  const change = from === to ? sameStatus(before, after, terms) : byStatus[to];
  if (change === null) return null;
  return {
    id: shown.id,
    document: shown.document,
    change,
    from: before ? summary(before) : null,
    to: after ? summary(after) : null,
    because: after?.decidedBy.text ?? 'the rules no longer name it',
    ...(change === 'terms' && { terms }),
    facts: changedFacts(before, after),
  };
}

const byStatus = { required: 'added', 'not-required': 'removed', suspended: 'suspended', undecided: 'undecided' } as const;

const summary = ({ status, formVersion }: DocumentAnswer) => ({ status, formVersion: formVersion?.version ?? null });

/** Only what is required has a form and terms that somebody acts on. */
function sameStatus(before: DocumentAnswer | undefined, after: DocumentAnswer | undefined, terms: readonly string[]): 'version' | 'terms' | null {
  if (before?.status !== 'required' || after?.status !== 'required') return null;
  if (before.formVersion?.version !== after.formVersion?.version) return 'version';
  return terms.length > 0 ? 'terms' : null;
}

function changedTerms(before: DocumentAnswer, after: DocumentAnswer): ('due' | 'rights' | 'consequence' | 'parts')[] {
  return (['due', 'rights', 'consequence', 'parts'] as const).filter((term) => JSON.stringify(before[term]) !== JSON.stringify(after[term]));
}

function changedFacts(before: DocumentAnswer | undefined, after: DocumentAnswer | undefined): string[] {
  if (!before || !after) return [];
  return Object.keys(after.values).filter((fact) => Object.hasOwn(before.values, fact) && before.values[fact] !== after.values[fact]);
}
