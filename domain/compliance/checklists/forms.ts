import type { ChecklistRow, Recognise } from './row.ts';
import { checklistSets } from './sets.ts';

export interface KnownForm extends Recognise, Pick<ChecklistRow, 'belongsTo'> {
  id: string;
  document: string;
  jurisdiction: string;
  /** False for what belongs to a deal's file without standing on a checklist. */
  onChecklist: boolean;
}

/** The contracts themselves: to know them keeps them from being taken for one of the documents they mention. */
const contracts: readonly KnownForm[] = [
  {
    id: 'TX-CONTRACT',
    document: 'One to Four Family Residential Contract (Resale)',
    jurisdiction: 'TX',
    belongsTo: 'contract',
    onChecklist: false,
    names: ['one to four family residential contract', 'residential contract resale'],
    forms: ['TREC No. 20-#', 'TXR 1601'],
  },
  {
    id: 'CA-CONTRACT',
    document: 'Residential Purchase Agreement',
    jurisdiction: 'CA',
    belongsTo: 'contract',
    onChecklist: false,
    names: ['california residential purchase agreement', 'residential purchase agreement and joint escrow instructions'],
    forms: ['C.A.R. Form RPA'],
  },
  {
    id: 'FL-CONTRACT',
    document: 'Residential Contract for Sale and Purchase',
    jurisdiction: 'FL',
    belongsTo: 'contract',
    onChecklist: false,
    names: ['residential contract for sale and purchase', 'as is residential contract'],
    forms: ['FAR/BAR', 'FloridaRealtors/FloridaBar-#'],
  },
];

/** What a matcher can recognise: every document of the sets once, in its latest revision, and the contracts. */
export const knownForms: readonly KnownForm[] = [
  ...new Map(
    checklistSets
      .flatMap(({ rows }) => rows)
      .map(({ id, document, jurisdiction, belongsTo, recognise }) => [id, { id, document, jurisdiction, belongsTo, onChecklist: true, ...recognise }] as const),
  ).values(),
  ...contracts,
];
