import { localDate } from '../../../domain/time/zoned.ts';
import { sampleApi } from './api.ts';

/** A Texas purchase as its parties live it: what happens on which day after the contract, and at what hour in San Antonio. */
export type Happening = { day: number; time: string; what: string } & (
  | { kind: 'fact'; fact: string; amountCents?: number; text?: string }
  | { kind: 'change'; reason: string; closingDay: number }
  /** Comes in, is taken for one of the checklist, looked through and accepted. */
  | { kind: 'document'; document: string; form: string; says: string }
  /** Goes out to buyer and seller for signature. */
  | { kind: 'signatures'; document: string; says: string }
);

export const purchaseZone = 'America/Chicago';
const fact = (day: number, time: string, name: string, more: { amountCents?: number; text?: string } = {}): Happening => ({
  ...{ day, time, what: name, kind: 'fact' as const, fact: name },
  ...more,
});

const paper = (day: number, time: string, document: string, form: string, says: string): Happening => ({
  ...{ day, time, what: document, kind: 'document' as const, document, form, says },
});

/** The inspection comes at the last moment, so that its watcher has to remind, flag and escalate; the closing moves in the middle. */
export const happenings: readonly Happening[] = [
  fact(0, '17:30', 'Contract.ReceivedByTitle'),
  paper(1, '09:00', 'Information about brokerage services', 'TX-IABS', 'Information About Brokerage Services IABS 1-2'),
  paper(1, '09:05', 'Written buyer agreement', 'US-BUYER-AGREEMENT', 'Written Buyer Agreement'),
  paper(1, '09:10', 'Buyer agreement', 'TX-BUYER-AGREEMENT', 'Residential Buyer Representation Agreement'),
  paper(1, '09:20', 'Third party financing addendum', 'TX-FINANCING', 'Third Party Financing Addendum TREC No. 40-11'),
  paper(1, '09:30', 'Lead-based paint addendum', 'TX-LEAD', 'Addendum for Seller Disclosure of Information on Lead-Based Paint TREC No. OP-L'),
  paper(1, '09:40', 'Lead disclosure and pamphlet', 'US-LEAD', 'Protect Your Family From Lead in Your Home, disclosure and acknowledgment'),
  fact(1, '10:00', 'OptionFee.Received', { amountCents: 20_000 }),
  fact(2, '14:00', 'EarnestMoney.Received', { amountCents: 285_000 }),
  fact(3, '11:00', 'SellerDisclosure.Delivered'),
  paper(3, '11:15', 'Seller disclosure notice', 'TX-SDN', "Seller's Disclosure Notice Texas Property Code 5.008"),
  fact(4, '09:00', 'SellerDisclosure.Accepted'),
  fact(10, '15:00', 'InspectionReport.Received'),
  fact(12, '10:00', 'TitleCommitment.Received'),
  fact(12, '10:05', 'ExceptionDocuments.Received'),
  fact(13, '16:00', 'Appraisal.Received', { amountCents: 28_900_000 }),
  fact(14, '09:30', 'Survey.Received'),
  fact(16, '11:00', 'Insurance.Bound'),
  fact(17, '12:00', 'TitleObjections.Sent'),
  {
    day: 20,
    time: '16:00',
    what: 'closing moved for repairs',
    kind: 'change',
    reason: 'The seller repairs the roof before closing (amendment to the contract)',
    closingDay: 42,
  },
  {
    day: 20,
    time: '16:30',
    what: 'amendment out for signature',
    kind: 'signatures',
    document: 'Amendment to the contract',
    says: 'Amendment to Contract TREC No. 39-10',
  },
  fact(21, '10:00', 'Financing.Approved'),
  fact(24, '15:00', 'TitleObjections.Cured'),
  fact(25, '09:00', 'TitleObjections.Settled'),
  fact(36, '13:00', 'ClosingDisclosure.Received'),
  paper(36, '13:30', 'Closing disclosure', 'US-TRID', 'Closing Disclosure, Loan Estimate'),
  fact(41, '17:00', 'WalkThrough.Completed'),
  fact(42, '11:00', 'Closing.Completed'),
  fact(42, '15:00', 'Funding.Completed', { amountCents: 28_500_000 }),
  fact(42, '16:00', 'Recording.Completed', { text: 'Bexar County Clerk' }),
];

const property = {
  address: '418 Heronsgate Way',
  city: 'San Antonio',
  state: 'TX',
  zip: '78228',
  county: 'Bexar',
  propertyType: 'Single Family Residential',
  yearBuilt: 1971,
};

export type PurchaseRecord = { dealNo: number; effectiveOn: string; done: number; parties: { buyer: string; seller: string } };

/** What the law asks about this house; answered, the checklist is complete. */
const lawFacts = {
  ...{ occupiedBefore: true, residential: true, hasHoa: false, isCondo: false, consumerLoan: true, sellerForeign: false, sellerEntity: false },
  ...{ buyerEntity: false, buyerTrust: false, inMud: false, inPid: false, coastal: false, propaneServiceArea: false, privateTransferFee: false },
  ...{ adjoinsImpoundedWater: false, certificatedUtilityArea: false, licenseeInvolved: true, licenseeIsParty: false, mlsParticipant: true },
  ...{ foreclosureSale: false, zeroBedroom: false, seniorHousingNoYoungChild: false, existingSurveyOffered: false, statutoryExemption: false, units: 1 },
};

/** Opens the purchase by hand and records its contract, through the API as anybody would. Repeating it finds what is there. */
export async function makePurchase({ url, key, now }: { url: string; key: string; now: Date }): Promise<PurchaseRecord> {
  const api = sampleApi(url, key);
  const effectiveOn = localDate(now, purchaseZone);
  const { dealNo } = await api.post<{ dealNo: number }>('/v1/deals', { property, side: 'buyer' }, 'sample/purchase');
  const path = `/v1/deals/${dealNo}`;
  const party = (role: string, name: string, email: string) => api.post<{ id: string }>(`${path}/parties`, { role, name, email }, `sample/purchase/${role}`);
  const buyer = await party('buyer', 'Ana Ruiz', 'ana.ruiz+sign@example.com');
  const seller = await party('seller', 'Harold Beck', 'harold.beck+sign@example.com');
  await party('title', 'Mission Title', 'closings@mission-title.example');
  await party('lender', 'Pecan Street Bank', 'loans@pecan-street.example');
  await api.post(`${path}/law-facts`, lawFacts, 'sample/purchase/law');
  const dates = { closingDate: dayAfter(effectiveOn, 40), financed: true };
  const contract = { form: 'tx-trec-resale', effectiveOn, priceCents: 28_500_000, periods: { optionDays: 10, objectionDays: 7 }, dates };
  await api.post(`${path}/contract`, contract, 'sample/purchase/contract');
  return { dealNo, effectiveOn, done: 0, parties: { buyer: buyer.id, seller: seller.id } };
}

export const dayAfter = (date: string, days: number): string => new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
