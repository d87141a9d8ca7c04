import { all, is, oneToFour } from '../clauses.ts';
import type { ChecklistRow } from '../row.ts';

type Differing = Pick<ChecklistRow, 'id' | 'jurisdiction' | 'document' | 'due' | 'consequence' | 'source' | 'mark'> & Partial<ChecklistRow>;

const wholesale = (row: Differing): ChecklistRow => ({
  side: 'any',
  belongsTo: 'contract',
  from: 'wholesaler',
  when: is('isWholesale'),
  lawOf: 'contract',
  formVersions: [],
  recognise: { names: ['wholesale disclosure', 'wholesaler disclosure', 'intent to assign', 'equitable interest disclosure'], forms: [] },
  effectiveFrom: null,
  effectiveTo: null,
  ...row,
});

const beforeContract = [{ anchor: 'contract', relation: 'before' }] as const;
const beforeAssignment = [{ anchor: 'assignment', relation: 'before' }] as const;

/**
 * The written disclosures that states other than Texas demand of a wholesaler. Licences and registrations (IL, SC, PA, OR) are no documents of a deal;
 * what one guide alone reports (KY, CT, NC, ND, OH) waits for confirmation.
 */
export const wholesalingRows: readonly ChecklistRow[] = [
  wholesale({
    id: 'OK-WHOLESALE-DISCLOSURE',
    jurisdiction: 'OK',
    document: 'Disclosure of the intent to assign for more and of the right to counsel',
    due: beforeContract,
    consequence: 'The contract is invalid without it; the seller may cancel within 2 business days.',
    rights: [{ holder: 'seller', right: 'cancel', days: 2, unit: 'business', from: 'contract' }],
    source: 'Okla. SB 1075 (2025)',
    mark: 'S',
    effectiveFrom: '2025-11-01',
  }),
  wholesale({
    id: 'OR-WHOLESALE-DISCLOSURE',
    jurisdiction: 'OR',
    document: 'Wholesaler’s disclosure, in at least 10-point bold, also in advertisements',
    due: [...beforeContract, { step: 'In every advertisement', anchor: 'marketing', relation: 'at' }],
    consequence: 'The seller may cancel until midnight of the 3rd business day after receiving it; this cannot be waived.',
    rights: [{ holder: 'seller', right: 'cancel', days: 3, unit: 'business', from: 'receipt' }],
    source: 'Or. HB 4058 (2024)',
    mark: 'A',
    effectiveFrom: '2025-07-01',
  }),
  wholesale({
    id: 'AZ-WHOLESALE-DISCLOSURE',
    jurisdiction: 'AZ',
    document: 'Disclosure of the status as wholesale buyer or seller',
    when: all(is('isWholesale'), oneToFour),
    due: beforeContract,
    consequence: 'The other side may cancel at any time before close; a seller keeps, a buyer regains the earnest money.',
    rights: [
      { holder: 'seller', right: 'cancel', days: null, unit: 'calendar', from: 'contract', limit: 'closing', onlyIf: 'not disclosed by a wholesale buyer' },
      { holder: 'buyer', right: 'cancel', days: null, unit: 'calendar', from: 'contract', limit: 'closing', onlyIf: 'not disclosed by a wholesale seller' },
    ],
    source: 'A.R.S. 44-5101',
    mark: 'A',
  }),
  wholesale({
    id: 'MD-OWNER-NOTICE',
    jurisdiction: 'MD',
    document: 'Notice to the owner that the contract may be assigned',
    when: all(is('isWholesale'), is('ownerOccupied'), oneToFour),
    due: beforeContract,
    consequence: null,
    source: 'Md. Real Prop. 10-715',
    mark: 'A',
  }),
  wholesale({
    id: 'MD-ASSIGNEE-NOTICE',
    jurisdiction: 'MD',
    document: 'Notice to the assignee',
    when: all(is('isWholesale'), is('ownerOccupied'), oneToFour),
    due: beforeAssignment,
    consequence: null,
    source: 'Md. Real Prop. 10-715',
    mark: 'A',
  }),
  wholesale({
    id: 'TN-MARKETING-DISCLOSURE',
    jurisdiction: 'TN',
    document: 'Disclosure of the intent to market the contract interest',
    due: beforeContract,
    consequence: null,
    source: 'Tenn. Pub. Ch. 72 (SB 909, 2025)',
    mark: 'S',
  }),
  wholesale({
    id: 'TN-EQUITABLE-INTEREST',
    jurisdiction: 'TN',
    document: 'Disclosure of the equitable interest to the assignee',
    due: beforeAssignment,
    consequence: null,
    source: 'Tenn. Pub. Ch. 72 (SB 909, 2025)',
    mark: 'S',
  }),
  wholesale({
    id: 'TN-ASSIGNMENT-NOTICE',
    jurisdiction: 'TN',
    document: 'Notice to the seller of the date on which the assignment takes effect',
    due: [{ anchor: 'assignment-effective', relation: 'at-least-before', offset: { count: 3, unit: 'business' } }],
    consequence: null,
    recognise: { names: ['notice of assignment'], forms: [] },
    source: 'Tenn. Pub. Ch. 72 (SB 909, 2025)',
    mark: 'S',
  }),
];
