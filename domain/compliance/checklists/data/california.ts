import { all, any, is, isUnknown, notExempt, oneToFour } from '../clauses.ts';
import type { ChecklistRow, Due, Right } from '../row.ts';

type Differing = Pick<ChecklistRow, 'id' | 'document' | 'when' | 'due' | 'consequence' | 'recognise' | 'source' | 'mark'> & Partial<ChecklistRow>;

const california = (row: Differing): ChecklistRow => ({
  jurisdiction: 'CA',
  side: 'any',
  belongsTo: 'file',
  from: 'seller',
  lawOf: 'contract',
  formVersions: [],
  effectiveFrom: null,
  effectiveTo: null,
  ...row,
});

const beforeTransfer: readonly Due[] = [{ anchor: 'transfer', relation: 'before' }];
const beforeClose: readonly Due[] = [{ anchor: 'closing', relation: 'before' }];
const lateDelivery: readonly Right[] = [
  { holder: 'buyer', right: 'terminate', days: 3, unit: 'calendar', from: 'receipt', onlyIf: 'delivered in person after the offer' },
  { holder: 'buyer', right: 'terminate', days: 5, unit: 'calendar', from: 'receipt', onlyIf: 'mailed or sent electronically after the offer' },
];

/** California: Civil Code, and the forms of the state association (C.A.R.). */
export const californiaRows: readonly ChecklistRow[] = [
  california({
    id: 'CA-AD',
    belongsTo: 'contract',
    document: 'Agency disclosure',
    from: 'broker',
    when: all(is('licenseeInvolved'), oneToFour),
    due: [
      { step: 'To the seller', anchor: 'listing', relation: 'before' },
      { step: 'To the buyer', anchor: 'offer', relation: 'before' },
    ],
    consequence: null,
    recognise: { names: ['disclosure regarding real estate agency relationship', 'agency disclosure'], forms: ['C.A.R. Form AD'] },
    source: 'Cal. Civ. Code 2079.14 ff.',
    mark: 'R',
  }),
  california({
    id: 'CA-TDS',
    document: 'Real Estate Transfer Disclosure Statement',
    when: all(oneToFour, is('residential'), ...notExempt),
    due: beforeTransfer,
    consequence: 'As soon as practicable; a waiver is void. Delivered late, the buyer may terminate for 3 days (in person) or 5 (mail or electronic).',
    rights: lateDelivery,
    recognise: { names: ['real estate transfer disclosure statement', 'transfer disclosure statement'], forms: ['C.A.R. Form TDS'] },
    source: 'Cal. Civ. Code 1102 ff.',
    mark: 'A',
  }),
  california({
    id: 'CA-NHD',
    document: 'Natural Hazard Disclosure Statement',
    // Flood and fire zones are mapped hazards; they stand in for an answer that nobody has given yet.
    when: any(is('mappedHazard'), all(isUnknown('mappedHazard'), any(is('floodZone'), is('highFireZone')))),
    due: beforeTransfer,
    consequence: 'As soon as practicable. Delivered late, the buyer may terminate for 3 days (in person) or 5 (mail or electronic).',
    rights: lateDelivery,
    recognise: { names: ['natural hazard disclosure statement', 'natural hazard disclosure report', 'natural hazard disclosure'], forms: ['C.A.R. Form NHD'] },
    source: 'Cal. Civ. Code 1103 ff.',
    mark: 'A',
  }),
  california({
    id: 'CA-AVID',
    document: 'Agent’s visual inspection disclosure',
    from: 'broker',
    when: all(is('licenseeInvolved'), is('residential'), oneToFour),
    due: [{ step: 'With the Transfer Disclosure Statement', anchor: 'transfer', relation: 'before' }],
    consequence: null,
    recognise: { names: ['agent visual inspection disclosure', 'agents visual inspection'], forms: ['C.A.R. Form AVID'] },
    source: 'Cal. Civ. Code 2079',
    mark: 'R',
  }),
  california({
    id: 'CA-SPQ',
    document: 'Seller Property Questionnaire or exempt seller disclosure',
    when: is('stateAssociationForm'),
    due: [{ anchor: 'contract', relation: 'within', offset: { count: 7, unit: 'calendar' } }],
    consequence: null,
    recognise: { names: ['seller property questionnaire', 'exempt seller disclosure'], forms: ['C.A.R. Form SPQ', 'C.A.R. Form ESD'] },
    source: 'C.A.R. Residential Purchase Agreement',
    mark: 'S',
  }),
  california({
    id: 'CA-HOA',
    document: 'Documents of the common-interest development',
    when: is('hasHoa'),
    due: [
      { step: 'Request to the association', anchor: 'contract', relation: 'within', offset: { count: 7, unit: 'calendar' } },
      { step: 'Delivery to the buyer', anchor: 'transfer', relation: 'before' },
    ],
    consequence: null,
    recognise: { names: ['homeowner association information request', 'common interest development', 'hoa documents'], forms: ['C.A.R. Form HOA-IR'] },
    source: 'Cal. Civ. Code 4525 ff.',
    mark: 'R',
  }),
  california({
    id: 'CA-RENOVATION',
    document: 'List of renovations since a recent acquisition',
    when: all(is('renovatedSinceAcquired'), { '<=': [{ var: 'heldMonths' }, 18] }),
    due: [{ step: 'With the Transfer Disclosure Statement', anchor: 'transfer', relation: 'before' }],
    consequence: null,
    recognise: { names: ['renovation disclosure', 'list of renovations', 'room additions structural modifications'], forms: [] },
    source: 'AB 968 (2023); Cal. Civ. Code 1102.6h',
    mark: 'R',
    effectiveFrom: '2024-07-01',
  }),
  california({
    id: 'CA-FIRE',
    document: 'Fire hardening and defensible space disclosure',
    when: is('highFireZone'),
    due: beforeClose,
    consequence: null,
    parts: [
      { part: 'Fire hardening', when: { '<': [{ var: 'yearBuilt' }, 2010] } },
      { part: 'Defensible space', when: true },
    ],
    recognise: { names: ['fire hardening and defensible space', 'fire hardening', 'defensible space'], forms: ['C.A.R. Form FHDS'] },
    source: 'Cal. Civ. Code 1102.6f, 1102.19',
    mark: 'R',
  }),
  california({
    id: 'CA-STANDARD-NOTICES',
    document: 'Water heater, smoke and carbon monoxide, Mello-Roos, Megan’s Law',
    when: is('residential'),
    due: beforeClose,
    consequence: null,
    recognise: {
      names: ['water heater and smoke alarm', 'water heater statement', 'carbon monoxide detector', 'mello roos', 'megans law'],
      forms: ['C.A.R. Form WHSD', 'C.A.R. Form WCMD'],
    },
    source: 'Cal. Health & Safety Code 13113.8, 19211; Civ. Code 1102.6b, 2079.10a',
    mark: 'R',
  }),
  california({
    id: 'CA-HESC',
    belongsTo: 'contract',
    document: 'Home equity sales contract with notice of cancellation',
    when: all(is('foreclosureRecorded'), is('ownerOccupied'), is('investorBuyer')),
    due: [{ anchor: 'contract', relation: 'at' }],
    consequence: 'The seller may cancel until midnight of the 5th business day or 8 a.m. of the day of sale, whichever comes first.',
    rights: [{ holder: 'seller', right: 'cancel', days: 5, unit: 'business', from: 'contract', limit: '8 a.m. of the day of the foreclosure sale' }],
    recognise: { names: ['home equity sales contract', 'home equity purchase agreement', 'notice of cancellation home equity'], forms: ['C.A.R. Form HENC'] },
    source: 'Cal. Civ. Code 1695 ff.',
    mark: 'R',
  }),
];
