import { localDate } from '../../../domain/time/zoned.ts';
import { sampleApi } from './api.ts';

/** A Texas purchase as its parties live it: what happens on which day after the contract, and at what hour in San Antonio. */
export type Happening = { day: number; time: string; what: string } & (
  | { kind: 'fact'; fact: string; amountCents?: number; text?: string }
  | { kind: 'change'; reason: string; dates?: Record<string, string>; closingDay?: number; priceCents?: number }
);

export const purchaseZone = 'America/Chicago';
const fact = (day: number, time: string, name: string, more: { amountCents?: number; text?: string } = {}): Happening => ({
  ...{ day, time, what: name, kind: 'fact' as const, fact: name },
  ...more,
});

/** The inspection comes at the last moment, so that its watcher has to remind, flag and escalate; the closing moves in the middle. */
export const happenings: readonly Happening[] = [
  fact(0, '17:30', 'Contract.ReceivedByTitle'),
  fact(1, '10:00', 'OptionFee.Received', { amountCents: 20_000 }),
  fact(2, '14:00', 'EarnestMoney.Received', { amountCents: 285_000 }),
  fact(3, '11:00', 'SellerDisclosure.Delivered'),
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
  fact(21, '10:00', 'Financing.Approved'),
  fact(24, '15:00', 'TitleObjections.Cured'),
  fact(25, '09:00', 'TitleObjections.Settled'),
  fact(36, '13:00', 'ClosingDisclosure.Received'),
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

export type PurchaseRecord = { dealNo: number; effectiveOn: string; done: number };

/** Opens the purchase by hand and records its contract, through the API as anybody would. Repeating it finds what is there. */
export async function makePurchase({ url, key, now }: { url: string; key: string; now: Date }): Promise<PurchaseRecord> {
  const api = sampleApi(url, key);
  const effectiveOn = localDate(now, purchaseZone);
  const { dealNo } = await api.post<{ dealNo: number }>('/v1/deals', { property, side: 'buyer' }, 'sample/purchase');
  const { closingDate } = { closingDate: dayAfter(effectiveOn, 40) };
  await api.post(
    `/v1/deals/${dealNo}/contract`,
    { form: 'tx-trec-resale', effectiveOn, priceCents: 28_500_000, periods: { optionDays: 10, objectionDays: 7 }, dates: { closingDate, financed: true } },
    'sample/purchase/contract',
  );
  return { dealNo, effectiveOn, done: 0 };
}

export const dayAfter = (date: string, days: number): string => new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
