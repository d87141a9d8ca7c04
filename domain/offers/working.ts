import { calculate } from './formulas/calculate.ts';
import type { OfferFormula, Wishes } from './schemas.ts';

type Outputs = ReturnType<typeof calculate>['outputs'];

export type OfferKind = 'cash' | 'seller-finance' | 'subject-to';
export type DealSide = 'listing' | 'buyer' | 'wholesale';

/** What an offer is made from; null where nobody knows. */
export interface OfferFacts {
  side: DealSide;
  arvCents: number | null;
  /** Where the ARV comes from: comparable sales, or the value on record. */
  arvBasis: 'comps' | 'value' | null;
  repairsCents: number | null;
  liensCents: number | null;
}

/** One number of the offer: by which formula, from what, with what result. */
export interface WorkingStep {
  label: string;
  formula: string;
  inputs: Record<string, unknown>;
  outputs: Outputs;
}

/** The figures a letter states. Those that do not belong to the terms are absent. */
export interface TermFigures {
  priceCents: number;
  earnestMoneyCents: number;
  closeInDays: number;
  inspectionDays: number;
  downPaymentCents?: number;
  noteCents?: number;
  aprBps?: number;
  amortizationMonths?: number;
  balloonAfterMonths?: number;
  paymentCents?: number;
  balloonCents?: number;
  existingLoanCents?: number;
  cashToSellerCents?: number;
}

export type TermsProposal =
  | {
      kind: 'offer';
      terms: OfferKind;
      amountCents: number;
      figures: TermFigures;
      formula: string;
      arvBasis: 'comps' | 'value';
      working: WorkingStep[];
      notes: string[];
    }
  | { kind: 'none'; terms: OfferKind; code: 'missing-facts' | 'not-offerable' | 'no-loan'; reason: string; missing: string[]; working: WorkingStep[] };

/** What all kinds of terms are worked out with. */
export interface Proposing {
  formula: OfferFormula;
  facts: OfferFacts & { arvCents: number; arvBasis: 'comps' | 'value'; repairsCents: number };
  wishes: Wishes;
  working: WorkingStep[];
  notes: string[];
}

/** A price was found, or why there is none. */
export type Priced = { priceCents: number } | { none: 'not-offerable' | 'no-loan'; reason: string };

/** Calculates and keeps the working. */
export function step({ working }: Proposing, label: string, formula: string, inputs: Record<string, unknown>): Outputs {
  const result = calculate(formula, inputs);
  working.push({ label, formula, inputs: result.inputs, outputs: result.outputs });
  return result.outputs;
}
