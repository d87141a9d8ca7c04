import { Temporal } from 'temporal-polyfill';
import type { DealFacts } from './schemas.ts';

export interface FactEntry {
  label: string;
  /** What a person is asked when the fact is missing. */
  question: string;
}

/** What is true of one contract alone, of its buyer, loan and form: asked anew when another follows one that fell through. */
export const contractFactNames = [
  ...(['financed', 'cash', 'consumerLoan', 'buyerEntity', 'buyerTrust', 'investorBuyer'] as const),
  ...(['licenseeIsParty', 'existingSurveyOffered', 'stateAssociationForm', 'contractDate', 'closingDate'] as const),
] satisfies (keyof DealFacts)[];

const yesNo = (label: string, question: string): FactEntry => ({ label, question });

/** Every fact a rule may read about a deal, with the words for people. */
export const factCatalogue: Readonly<Record<keyof DealFacts, FactEntry>> = {
  side: { label: 'side', question: 'Whom does the brokerage work for: seller, buyer or both?' },
  propertyState: { label: 'state of the property', question: 'In which state is the property?' },
  units: { label: 'dwelling units', question: 'How many dwelling units does the property have?' },
  yearBuilt: { label: 'year built', question: 'When was the building built?' },
  occupiedBefore: yesNo('occupied before', 'Has anyone lived in the building?'),
  residential: yesNo('residential', 'Is the property residential?'),
  hasHoa: yesNo('owners’ association', 'Does the property belong to an owners’ association?'),
  isCondo: yesNo('condominium', 'Is it a condominium?'),
  financed: yesNo('financed', 'Does a lender finance the purchase?'),
  cash: yesNo('cash', 'Does the buyer pay without a regulated loan?'),
  consumerLoan: yesNo('consumer loan', 'Is the loan for a personal, family or household purpose?'),
  sellerForeign: yesNo('foreign seller', 'Is the seller a foreign person for tax?'),
  sellerEntity: yesNo('seller is an entity', 'Is the seller an entity?'),
  buyerEntity: yesNo('buyer is an entity', 'Is the buyer an entity?'),
  buyerTrust: yesNo('buyer is a trust', 'Is the buyer a trust?'),
  inMud: yesNo('municipal utility district', 'Is the property in a municipal utility or other water district?'),
  inPid: yesNo('public improvement district', 'Is the property in a public improvement district?'),
  coastal: yesNo('coastal area', 'Does the property adjoin tidally influenced waters or lie seaward of the Intracoastal Waterway?'),
  propaneServiceArea: yesNo('propane service area', 'Is the property in the service area of a propane gas system?'),
  privateTransferFee: yesNo('private transfer fee', 'Does a private transfer fee obligation burden the property?'),
  adjoinsImpoundedWater: yesNo('impounded water', 'Does the property adjoin impounded water of 5,000 acre-feet or more?'),
  certificatedUtilityArea: yesNo('certificated utility area', 'Is the property in a certificated water or sewer service area?'),
  floodZone: yesNo('flood zone', 'Is the property in a special flood hazard area?'),
  mappedHazard: yesNo('mapped hazard', 'Is the property in any mapped natural hazard zone?'),
  highFireZone: yesNo('high fire zone', 'Is the property in a high or very high fire hazard severity zone?'),
  licenseeInvolved: yesNo('licensee involved', 'Does a licensed broker or agent act in the deal?'),
  licenseeIsParty: yesNo('licensee is a party', 'Is a licensee a party (more than 10 % owned, family or trust included)?'),
  mlsParticipant: yesNo('MLS participant', 'Does the broker take part in an MLS?'),
  foreclosureRecorded: yesNo('foreclosure recorded', 'Is a notice of default or of foreclosure recorded?'),
  foreclosureSale: yesNo('foreclosure sale', 'Is this the foreclosure sale itself?'),
  ownerOccupied: yesNo('owner-occupied', 'Does the owner live in the property?'),
  investorBuyer: yesNo('investor buyer', 'Is the buyer an investor?'),
  isWholesale: yesNo('wholesale', 'Is a contract interest sold or the purchase meant for resale at once?'),
  wholesalerLicensed: yesNo('wholesaler holds a broker licence', 'Does the wholesaler hold a broker licence of the state?'),
  wholesalerRegistered: yesNo('wholesaler is registered', 'Is the wholesaler registered with the state?'),
  zeroBedroom: yesNo('no bedroom', 'Is it a dwelling without a bedroom?'),
  seniorHousingNoYoungChild: yesNo('housing for the elderly', 'Is it housing for the elderly where no child under six lives?'),
  existingSurveyOffered: yesNo('existing survey', 'Does the seller offer an existing survey?'),
  stateAssociationForm: yesNo('form of the state association', 'Is the contract on the form of the state association?'),
  statutoryExemption: yesNo('statutory exemption', 'Does a statutory exemption from the seller’s disclosure apply?'),
  knownLatentDefects: yesNo('known latent defects', 'Does the seller know of material defects that cannot readily be seen?'),
  acquiredAt: { label: 'acquired on', question: 'When did the seller acquire the property?' },
  renovatedSinceAcquired: yesNo('work done since acquired', 'Was work done since the seller acquired the property?'),
  contractDate: { label: 'contract date', question: 'When is, or was, the contract made?' },
  closingDate: { label: 'closing date', question: 'When is closing?' },
};

/** Facts computed from others; a rule that lacks one waits for its sources. */
export const derivedFacts = {
  heldMonths: { label: 'months from acquiring to closing', sources: ['acquiredAt', 'closingDate'] },
} as const satisfies Record<string, { label: string; sources: readonly (keyof DealFacts)[] }>;

export const factsKnown: readonly string[] = [...Object.keys(factCatalogue), ...Object.keys(derivedFacts)];

export const labelOf = (fact: string): string =>
  (Object.hasOwn(factCatalogue, fact) ? factCatalogue[fact as keyof DealFacts].label : derivedFacts[fact as keyof typeof derivedFacts]?.label) ?? fact;

/** The given facts a missing one stands for. */
export const givenFactsFor = (fact: string, facts: DealFacts): string[] =>
  Object.hasOwn(derivedFacts, fact) ? derivedFacts[fact as keyof typeof derivedFacts].sources.filter((source) => facts[source] == null) : [fact];

/** `heldMonths` counts begun months: 18 ends on the day with the number of the day of acquiring, or on the last of a shorter month. */
export function withDerived(facts: DealFacts): Record<string, unknown> {
  const { acquiredAt, closingDate } = facts;
  return acquiredAt && closingDate ? { ...facts, heldMonths: begunMonths(acquiredAt, closingDate) } : { ...facts };
}

function begunMonths(from: string, to: string): number {
  const start = Temporal.PlainDate.from(from);
  const end = Temporal.PlainDate.from(to);
  const whole = start.until(end, { largestUnit: 'months' }).months;
  return Temporal.PlainDate.compare(start.add({ months: whole }), end) < 0 ? whole + 1 : whole;
}
