import { z } from 'zod';

/** Bounds keep every result a whole number that JavaScript can hold. */
const cents = z.int().min(0).max(1e13);
const signedCents = z.int().min(-1e13).max(1e13);
const bps = z.int().min(0).max(10_000);
const months = z.int().min(1).max(600);
const someCents = z.union([cents, z.array(cents).max(100)]);

const costs = { repairsCents: cents.optional(), closingCents: cents.optional(), holdingCents: cents.optional(), costsCents: someCents.optional() };

/** An omitted cost would raise the offer, so saying nothing about costs is a fault; saying 0 is not. */
const namesCosts = (inputs: { [K in keyof typeof costs]?: unknown }) => Object.keys(costs).some((name) => inputs[name as keyof typeof costs] !== undefined);
const noCosts = { error: `name the costs: ${Object.keys(costs).join(', ')} (0 where there are none)` };

const loan = { principalCents: cents, aprBps: bps, months };

export const maoPercentInputs = z.strictObject({ arvCents: cents, ruleBps: bps, repairsCents: cents });
export const maoProfitPercentInputs = z.strictObject({ arvCents: cents, profitBps: bps, ...costs }).refine(namesCosts, noCosts);
export const maoFixedProfitInputs = z.strictObject({ arvCents: cents, profitCents: cents, ...costs }).refine(namesCosts, noCosts);
export const maoPercentAfterCostsInputs = z.strictObject({ arvCents: cents, ruleBps: bps, ...costs }).refine(namesCosts, noCosts);
export const wholesaleOfferInputs = z.strictObject({ maoCents: signedCents, assignmentFeeCents: cents });
export const ltvEquityInputs = z.strictObject({ valueCents: cents.min(1), liensCents: someCents });
export const dscrRatioInputs = z.strictObject({ monthlyRentCents: cents, pitiaCents: cents.min(1) });
export const dscrRentPitiaInputs = z.strictObject({
  ...loan,
  annualTaxCents: cents,
  annualInsuranceCents: cents,
  annualAssociationCents: cents.optional(),
  monthlyRentCents: cents,
});
export const amortizedPaymentInputs = z.strictObject(loan);
export const interestOnlyPaymentInputs = z.strictObject({ principalCents: cents, aprBps: bps });
export const sellerNoteBalloonInputs = z
  .strictObject({ ...loan, balloonAfterMonths: months })
  .refine((note) => note.balloonAfterMonths <= note.months, { error: 'the balloon cannot fall due after the last payment', path: ['balloonAfterMonths'] });
export const subjectToCashFlowInputs = z.strictObject({
  monthlyRentCents: cents,
  monthlyPitiCents: cents,
  reserveBps: bps.optional(),
  monthlyCostsCents: someCents.optional(),
  cashInCents: cents.min(1).optional(),
});
export const incomePropertyInputs = z.strictObject({
  ...loan,
  priceCents: cents.min(1),
  noiCents: signedCents,
  cashInCents: cents.min(1),
  annualDebtService: z.literal('twelve-cent-rounded-payments').optional(),
});
export const arvFromCompsInputs = z.strictObject({
  compsCentsPerSqft: z.array(z.int().min(1).max(1e8)).min(1).max(100),
  statistic: z.enum(['median', 'mean']),
  subjectSqft: z.int().min(1).max(1e7),
});
