import type { z } from 'zod';
import * as schemas from '../formulas.schemas.ts';
import { arvFromComps } from './arv.ts';
import { ltvEquity } from './equity.ts';
import { dscrRatio, dscrRentPitia, incomeProperty, subjectToCashFlow } from './income.ts';
import { amortizedPayment, interestOnlyPayment, sellerNoteBalloon } from './loan.ts';
import { maoFixedProfit, maoPercent, maoPercentAfterCosts, maoProfitPercent, wholesaleOffer } from './mao.ts';

export type Outputs = Record<string, number | string | boolean | null>;

export interface Formula {
  title: string;
  source: string;
  schema: z.ZodType<Record<string, unknown>>;
  /** Other names an input goes by. */
  aliases?: Readonly<Record<string, readonly string[]>>;
  compute(inputs: Record<string, unknown>): Outputs;
}

function formula<I extends object>(title: string, schema: z.ZodType<I>, compute: (inputs: I) => object, aliases?: Formula['aliases']): Formula {
  const source = 'Domain rules, section 6.1';
  return { title, source, schema: schema as unknown as Formula['schema'], aliases, compute: compute as unknown as Formula['compute'] };
}

const costAliases = {
  closingCents: ['closingCostsCents', 'closingCostCents'],
  holdingCents: ['holdingCostsCents', 'holdingCostCents', 'carryingCostsCents'],
  costsCents: ['otherCostsCents', 'allCostsCents', 'totalCostsCents'],
};

export const formulas = {
  'mao-percent': formula('MAO, standard: ARV × rule − repairs', schemas.maoPercentInputs, maoPercent),
  'mao-profit-percent': formula('MAO, profit share: ARV − profit % × ARV − all costs', schemas.maoProfitPercentInputs, maoProfitPercent, {
    ...costAliases,
    profitBps: ['profitPercentBps', 'profitShareBps', 'profitRateBps'],
  }),
  'mao-fixed-profit': formula('MAO, fixed profit: ARV − profit − costs', schemas.maoFixedProfitInputs, maoFixedProfit, costAliases),
  'mao-percent-after-costs': formula(
    'MAO, Connected Investors: (ARV − all costs) × rule',
    schemas.maoPercentAfterCostsInputs,
    maoPercentAfterCosts,
    costAliases,
  ),
  'wholesale-offer': formula('Wholesale offer: MAO − assignment fee', schemas.wholesaleOfferInputs, wholesaleOffer),
  'ltv-equity': formula('Loan to value and equity', schemas.ltvEquityInputs, ltvEquity),
  'dscr-ratio': formula('DSCR, lender on 1–4 units: rent / PITIA', schemas.dscrRatioInputs, dscrRatio, {
    monthlyRentCents: ['rentCents'],
    pitiaCents: ['monthlyPitiaCents'],
  }),
  'dscr-rent-pitia': formula('DSCR, lender on 1–4 units, with PITIA from its parts', schemas.dscrRentPitiaInputs, dscrRentPitia, {
    annualAssociationCents: ['annualHoaCents', 'annualAssociationDuesCents'],
  }),
  'amortized-payment': formula('Monthly payment of an amortized loan', schemas.amortizedPaymentInputs, amortizedPayment),
  'interest-only-payment': formula('Monthly payment of interest only', schemas.interestOnlyPaymentInputs, interestOnlyPayment),
  'seller-note-balloon': formula('Balloon of a seller’s note', schemas.sellerNoteBalloonInputs, sellerNoteBalloon, {
    months: ['amortizationMonths', 'amortisationMonths', 'amortMonths'],
    balloonAfterMonths: [
      'balloonMonth',
      'balloonMonths',
      'balloonAtMonth',
      'balloonAfterMonth',
      'balloonAfterPayments',
      'balloonDueMonth',
      'balloonDueMonths',
      'balloonDueAfterMonths',
      'dueAfterMonths',
      'dueMonths',
      'paymentsMade',
      'termMonths',
    ],
  }),
  'subject-to-cash-flow': formula('Cash flow subject to the loan', schemas.subjectToCashFlowInputs, subjectToCashFlow, {
    monthlyRentCents: ['rentCents'],
    monthlyPitiCents: ['pitiCents'],
    monthlyCostsCents: ['costsCents', 'monthlyExpensesCents', 'otherMonthlyCents'],
    cashInCents: ['cashInvestedCents'],
  }),
  'income-property': formula('Cap rate, commercial DSCR (NOI / debt service) and cash-on-cash', schemas.incomePropertyInputs, incomeProperty),
  'arv-from-comps': formula('ARV from comparable sales', schemas.arvFromCompsInputs, arvFromComps),
} as const satisfies Record<string, Formula>;

export type FormulaName = keyof typeof formulas;
