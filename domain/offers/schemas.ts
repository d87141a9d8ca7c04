import { z } from 'zod';

const cents = z.int().min(0).max(1e11);
const bps = z.int().min(0).max(10_000);
const months = z.int().min(1).max(600);

export const OfferKind = z.enum(['cash', 'seller-finance', 'subject-to']);

/** Costs that the chosen MAO formula takes off; the standard one knows repairs alone. */
const costs = { closingCents: cents.optional(), holdingCents: cents.optional(), costsCents: cents.optional() };

/** How a brokerage offers, as data (settings.offer_formula). Everything that is not said has the default shown here. */
export const OfferFormula = z
  .object({
    id: z.string().min(1).max(60).default('standard'),
    formula: z.enum(['mao-percent', 'mao-profit-percent', 'mao-fixed-profit', 'mao-percent-after-costs']).default('mao-percent'),
    ruleBps: bps.default(7000),
    profitBps: bps.optional(),
    profitCents: cents.optional(),
    ...costs,
    assignmentFeeCents: cents.default(1_000_000),
    /** Offers are rounded down to a multiple of this. */
    roundToCents: z.int().min(1).max(10_000_000).default(1),
    defaultTerms: OfferKind.default('cash'),
    earnestMoneyCents: cents.default(100_000),
    inspectionDays: z.int().min(0).max(60).default(10),
    closeInDays: z.int().min(1).max(365).default(21),
    /** A seller who waits for the money is paid a higher price: the standard MAO with a rule of its own. */
    sellerFinance: z
      .object({
        ruleBps: bps.default(8000),
        downPaymentBps: bps.default(1000),
        maxDownPaymentBps: bps.default(2500),
        aprBps: bps.default(500),
        amortizationMonths: months.default(360),
        balloonAfterMonths: months.default(60),
      })
      .refine((note) => note.balloonAfterMonths <= note.amortizationMonths, {
        error: 'the balloon cannot fall due after the last payment',
        path: ['balloonAfterMonths'],
      })
      .prefault({}),
    subjectTo: z.object({ ruleBps: bps.default(8500) }).prefault({}),
  })
  .refine(({ formula, profitBps }) => formula !== 'mao-profit-percent' || profitBps !== undefined, {
    error: 'mao-profit-percent needs profitBps',
    path: ['profitBps'],
  })
  .refine(({ formula, profitCents }) => formula !== 'mao-fixed-profit' || profitCents !== undefined, {
    error: 'mao-fixed-profit needs profitCents',
    path: ['profitCents'],
  });
export type OfferFormula = z.output<typeof OfferFormula>;

/** What the seller wishes, as told to us. Other keys are kept for people to read. */
export const Wishes = z.looseObject({
  terms: OfferKind.nullish(),
  priceCents: cents.nullish(),
  closeInDays: z.int().min(1).max(365).nullish(),
  downPaymentCents: cents.nullish(),
  monthlyCents: cents.nullish(),
});
export type Wishes = z.output<typeof Wishes>;

/** Where a part of a letter stands: only for these terms, only on these sides of a deal. */
const place = { terms: z.array(OfferKind).optional(), sides: z.array(z.enum(['listing', 'buyer', 'wholesale'])).optional() };
const text = z.string().min(1).max(4000);

const LetterSection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), ...place, text }),
  z.strictObject({ kind: z.literal('paragraph'), ...place, text }),
  /** A rule or disclosure that must not be overlooked: framed. */
  z.strictObject({ kind: z.literal('notice'), ...place, title: text, text }),
  z.strictObject({
    kind: z.literal('list'),
    ...place,
    items: z
      .array(z.strictObject({ ...place, text }))
      .min(1)
      .max(40),
  }),
  z.strictObject({
    kind: z.literal('table'),
    ...place,
    rows: z
      .array(z.strictObject({ ...place, label: text, text }))
      .min(1)
      .max(40),
  }),
  z.strictObject({ kind: z.literal('page-break'), ...place }),
  /** Lines to sign on for the buyer and for each seller. */
  z.strictObject({ kind: z.literal('signatures'), ...place }),
]);
export type LetterSection = z.output<typeof LetterSection>;

/** A letter as data: texts are liquid and may use the variables of `letterVariables`. */
export const LetterTemplate = z.strictObject({
  name: z.string().min(1).max(120),
  title: text,
  sections: z.array(LetterSection).min(1).max(80),
});
export type LetterTemplate = z.output<typeof LetterTemplate>;
