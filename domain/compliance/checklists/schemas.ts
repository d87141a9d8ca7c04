import { z } from 'zod';

const flag = z.boolean().nullish();
const day = z.iso.date('a date as 2026-11-20').nullish();

/** What is known about a deal. Every fact may be missing (absent or null); a fact nobody catalogued is refused, because a misspelt one would be missed. */
export const DealFacts = z.strictObject({
  side: z.enum(['seller', 'buyer', 'both']).nullish(),
  propertyState: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a state as two capital letters')
    .nullish(),
  units: z.int().min(0).max(100_000).nullish(),
  yearBuilt: z.int().min(1600).max(2200).nullish(),
  occupiedBefore: flag,
  residential: flag,
  hasHoa: flag,
  isCondo: flag,
  financed: flag,
  cash: flag,
  consumerLoan: flag,
  sellerForeign: flag,
  sellerEntity: flag,
  buyerEntity: flag,
  buyerTrust: flag,
  inMud: flag,
  inPid: flag,
  coastal: flag,
  propaneServiceArea: flag,
  privateTransferFee: flag,
  adjoinsImpoundedWater: flag,
  certificatedUtilityArea: flag,
  floodZone: flag,
  mappedHazard: flag,
  highFireZone: flag,
  licenseeInvolved: flag,
  licenseeIsParty: flag,
  mlsParticipant: flag,
  foreclosureRecorded: flag,
  foreclosureSale: flag,
  ownerOccupied: flag,
  investorBuyer: flag,
  isWholesale: flag,
  wholesalerLicensed: flag,
  wholesalerRegistered: flag,
  zeroBedroom: flag,
  seniorHousingNoYoungChild: flag,
  existingSurveyOffered: flag,
  stateAssociationForm: flag,
  statutoryExemption: flag,
  knownLatentDefects: flag,
  acquiredAt: day,
  renovatedSinceAcquired: flag,
  contractDate: day,
  closingDate: day,
});
export type DealFacts = z.output<typeof DealFacts>;

export const ChecklistRequest = z.strictObject({
  facts: DealFacts,
  /** The day for which the law is asked; the contract's date when not given. */
  on: day,
});
export type ChecklistRequest = z.output<typeof ChecklistRequest>;
