import { is } from '../clauses.ts';
import type { ChecklistRow, Right } from '../row.ts';

type Differing = Pick<ChecklistRow, 'id' | 'document' | 'when' | 'due' | 'consequence' | 'recognise' | 'source' | 'mark'> & Partial<ChecklistRow>;

const florida = (row: Differing): ChecklistRow => ({
  jurisdiction: 'FL',
  side: 'any',
  belongsTo: 'contract',
  from: 'seller',
  lawOf: 'contract',
  formVersions: [],
  effectiveFrom: null,
  effectiveTo: null,
  ...row,
});

const byContract = [{ anchor: 'contract', relation: 'at' }] as const;
const beforeContract = [{ anchor: 'contract', relation: 'before' }] as const;

const flood = {
  id: 'FL-FLOOD',
  belongsTo: 'file',
  document: 'Flood disclosure',
  when: is('residential'),
  due: byContract,
  recognise: { names: ['flood disclosure'], forms: [] },
  source: 'Fla. Stat. 689.302',
  mark: 'A/S',
} as const;

const condo = {
  id: 'FL-CONDO',
  document: 'Condominium documents and governance form',
  when: is('isCondo'),
  due: beforeContract,
  recognise: { names: ['condominium rider', 'condominium documents', 'condominium governance form', 'declaration of condominium', 'condo rider'], forms: [] },
  source: 'Fla. Stat. 718.503',
  mark: 'S/R',
} as const;

const voidable = (resaleDays: number): readonly Right[] => [
  { holder: 'buyer', right: 'void', days: resaleDays, unit: 'business', from: 'receipt', limit: 'closing', onlyIf: 'resale' },
  { holder: 'buyer', right: 'void', days: 15, unit: 'calendar', from: 'receipt', limit: 'closing', onlyIf: 'sale by the developer' },
];

/** Florida: statutes and the case law on latent defects. */
export const floridaRows: readonly ChecklistRow[] = [
  florida({
    ...flood,
    consequence: 'Claims made and federal assistance received are disclosed.',
    effectiveFrom: '2024-10-01',
    effectiveTo: '2025-09-30',
  }),
  florida({
    ...flood,
    consequence: 'Known flood damage during ownership, claims, and assistance from any source are disclosed.',
    effectiveFrom: '2025-10-01',
  }),
  florida({
    id: 'FL-HOA',
    document: 'Disclosure summary of the homeowners’ association',
    when: is('hasHoa'),
    due: beforeContract,
    consequence: 'Otherwise the buyer may void the contract for 3 days after receipt, or until closing.',
    rights: [{ holder: 'buyer', right: 'void', days: 3, unit: 'calendar', from: 'receipt', limit: 'closing', onlyIf: 'not delivered before signing' }],
    recognise: { names: ['homeowners association disclosure summary', 'hoa disclosure summary', 'homeowners association community disclosure'], forms: [] },
    source: 'Fla. Stat. 720.401',
    mark: 'A/S',
  }),
  florida({
    ...condo,
    consequence: 'The buyer may void the contract for 3 days after receipt, without Saturdays, Sundays and legal holidays; 15 days on a developer’s sale.',
    rights: voidable(3),
    effectiveTo: '2025-06-30',
  }),
  florida({
    ...condo,
    consequence: 'The buyer may void the contract for 7 days after receipt, without Saturdays, Sundays and legal holidays; 15 days on a developer’s sale.',
    rights: voidable(7),
    effectiveFrom: '2025-07-01',
  }),
  florida({
    id: 'FL-RADON',
    document: 'Radon notice',
    when: true,
    due: byContract,
    consequence: null,
    recognise: { names: ['radon gas', 'radon notice', 'radon disclosure'], forms: [] },
    source: 'Fla. Stat. 404.056',
    mark: 'R',
  }),
  florida({
    id: 'FL-TAX-SUMMARY',
    document: 'Property tax disclosure summary',
    when: is('residential'),
    due: byContract,
    consequence: null,
    recognise: { names: ['property tax disclosure summary', 'tax disclosure summary'], forms: [] },
    source: 'Fla. Stat. 689.261',
    mark: 'R',
  }),
  florida({
    id: 'FL-LATENT-DEFECTS',
    belongsTo: 'file',
    document: 'Disclosure of known latent defects',
    when: is('knownLatentDefects'),
    due: beforeContract,
    consequence: null,
    recognise: { names: ['sellers property disclosure', 'seller property disclosure', 'latent defects'], forms: [] },
    source: 'Johnson v. Davis, 480 So. 2d 625 (Fla. 1985)',
    mark: 'S',
  }),
];
