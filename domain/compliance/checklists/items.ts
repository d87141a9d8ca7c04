import { dueOn } from './due-on.ts';
import type { Checklist, DocumentAnswer, DocumentStatus } from './required.ts';
import type { Due } from './row.ts';
import type { DealFacts } from './schemas.ts';

/** What a deal's file keeps of one answer of the rules. */
export interface ChecklistItem {
  document: string;
  jurisdiction: string;
  title: string;
  status: DocumentStatus;
  why: Pick<DocumentAnswer, 'decidedBy' | 'values' | 'missing' | 'suspension' | 'source' | 'mark' | 'from' | 'rights' | 'parts'>;
  formVersion: string | null;
  due: readonly Due[];
  dueOn: string | null;
  consequence: string | null;
  setVersion: string;
}

/** What is only to be kept until years after the closing is collected by nobody, and holds no closing up. */
export const isCollected = ({ due }: { due: readonly Pick<Due, 'relation'>[] }): boolean =>
  due.length === 0 || due.some(({ relation }) => relation !== 'until');

export interface ChecklistPlan {
  items: ChecklistItem[];
  added: string[];
  removed: string[];
  changed: string[];
}

type Known = Pick<ChecklistItem, 'document' | 'status' | 'formVersion' | 'setVersion'> & { dueOn: string | null };

/**
 * What a deal's checklist becomes, seen from what its file holds; pure. It keeps what is or was asked for and what the federal rules and those of the
 * property's state decided against, so that a person sees why nothing is due; other states' documents are left out.
 */
export function planItems(known: readonly Known[], { documents }: Checklist, facts: DealFacts): ChecklistPlan {
  const before = new Map(known.map((item) => [item.document, item]));
  const items = documents
    .filter(({ id, status, jurisdiction }) => status !== 'not-required' || before.has(id) || jurisdiction === 'US' || jurisdiction === facts.propertyState)
    .map((answer) => itemOf(answer, facts));
  const gone = known.filter(({ document, status }) => status !== 'not-required' && !documents.some(({ id }) => id === document));
  const was = (item: ChecklistItem) => before.get(item.document)?.status ?? 'not-required';
  const ids = (wanted: (item: ChecklistItem) => boolean): string[] => items.filter(wanted).map(({ document }) => document);
  return {
    items,
    added: ids((item) => item.status === 'required' && was(item) !== 'required'),
    removed: [...ids((item) => item.status !== 'required' && was(item) === 'required'), ...gone.map(({ document }) => document)],
    changed: ids((item) => {
      const old = before.get(item.document);
      if (item.status !== was(item)) return item.status !== 'required' && was(item) !== 'required';
      return item.status === 'required' && (old?.formVersion !== item.formVersion || old?.dueOn !== item.dueOn);
    }),
  };
}

function itemOf(answer: DocumentAnswer, facts: DealFacts): ChecklistItem {
  const { id, jurisdiction, document, status, decidedBy, values, missing, suspension, source, mark, from, rights, parts, formVersion, due, consequence, set } =
    answer;
  return {
    document: id,
    jurisdiction,
    title: document,
    status,
    why: { decidedBy, values, missing, suspension, source, mark, from, rights, parts },
    formVersion: formVersion?.version ?? null,
    due,
    dueOn: status === 'required' ? dueOn(due, facts) : null,
    consequence,
    setVersion: `${set.id} ${set.version}`,
  };
}
