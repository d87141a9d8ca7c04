import { bpsOf, hundredthsOf, roundedRatio, shareOf, sum } from './exact.ts';
import { amortizedPayment, type Loan } from './loan.ts';

/** DSCR as lenders on 1–4 units mean it: `rent / PITIA`. Source: domain rules, section 6.1, "DSCR, lender". */
export function dscrRatio({ monthlyRentCents, pitiaCents }: { monthlyRentCents: number; pitiaCents: number }) {
  return { variant: 'rent-over-pitia', dscrHundredths: hundredthsOf(monthlyRentCents, pitiaCents) };
}

export interface PitiaInputs extends Loan {
  annualTaxCents: number;
  annualInsuranceCents: number;
  annualAssociationCents?: number;
  monthlyRentCents: number;
}

/** The same ratio with PITIA from its parts: the rounded payment and a twelfth of taxes, insurance and association dues. Source: domain rules, section 6.1. */
export function dscrRentPitia(inputs: PitiaInputs) {
  const { paymentCents } = amortizedPayment(inputs);
  const annualCents = inputs.annualTaxCents + inputs.annualInsuranceCents + (inputs.annualAssociationCents ?? 0);
  const pitiaCents = paymentCents + roundedRatio(BigInt(annualCents), 12n);
  return { paymentCents, pitiaCents, ...dscrRatio({ monthlyRentCents: inputs.monthlyRentCents, pitiaCents }) };
}

export interface SubjectToInputs {
  monthlyRentCents: number;
  /** The loan's payment with taxes and insurance. */
  monthlyPitiCents: number;
  /** Share of the rent set aside for vacancy and repairs. */
  reserveBps?: number;
  monthlyCostsCents?: number | readonly number[];
  cashInCents?: number;
}

/**
 * Cash flow of a house taken over subject to its loan: `rent − PITI − reserve − other costs`. The due-on-sale risk is to be disclosed.
 * Source: domain rules, section 6.1, "Subject-to", "Cash-on-cash".
 */
export function subjectToCashFlow({ monthlyRentCents, monthlyPitiCents, reserveBps = 0, monthlyCostsCents = [], cashInCents }: SubjectToInputs) {
  const reserveCents = shareOf(monthlyRentCents, reserveBps);
  const monthlyCashFlowCents = monthlyRentCents - monthlyPitiCents - reserveCents - sum([monthlyCostsCents].flat());
  const annualCashFlowCents = 12 * monthlyCashFlowCents;
  const onCash = cashInCents === undefined ? {} : { cashOnCashBps: bpsOf(annualCashFlowCents, cashInCents) };
  return { reserveCents, monthlyCashFlowCents, annualCashFlowCents, ...onCash };
}

export interface IncomePropertyInputs extends Loan {
  priceCents: number;
  noiCents: number;
  cashInCents: number;
}

/**
 * Cap rate `NOI / price`, commercial DSCR `NOI / debt service`, cash-on-cash `(NOI − debt service) / cash invested`. The year's debt
 * service is twelve payments rounded to the cent. Source: domain rules, section 6.1, "Cap rate", "DSCR, commercial", "Cash-on-cash".
 */
export function incomeProperty({ priceCents, noiCents, cashInCents, ...loan }: IncomePropertyInputs) {
  const { paymentCents } = amortizedPayment(loan);
  const annualDebtServiceCents = 12 * paymentCents;
  const annualCashFlowCents = noiCents - annualDebtServiceCents;
  return {
    capRateBps: bpsOf(noiCents, priceCents),
    paymentCents,
    annualDebtServiceCents,
    variant: 'noi-over-debt-service',
    dscrHundredths: hundredthsOf(noiCents, annualDebtServiceCents),
    annualCashFlowCents,
    cashOnCashBps: bpsOf(annualCashFlowCents, cashInCents),
  };
}
