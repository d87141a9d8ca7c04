import { shareOf, sum } from './exact.ts';

/** Costs as a buyer lists them: by name, as a list, or both. */
export interface Costs {
  repairsCents?: number;
  closingCents?: number;
  holdingCents?: number;
  costsCents?: number | readonly number[];
}

export interface Mao {
  maoCents: number;
  /** False when the MAO is not above zero: that means no offer, never a negative one. */
  offerable: boolean;
  /** ARV − MAO − repairs; absent where repairs are not told apart from other costs. */
  marginCents?: number;
}

/** Standard MAO: `ARV × rule − repairs`, the rule usually 70 %. Source: domain rules, section 6.1, "MAO, standard". */
export function maoPercent({ arvCents, ruleBps, repairsCents }: { arvCents: number; ruleBps: number; repairsCents: number }): Mao {
  return answer(arvCents, shareOf(arvCents, ruleBps) - repairsCents, repairsCents);
}

/** MAO with a share of the ARV as profit: `ARV − profit % × ARV − repairs − closing − holding`. Source: domain rules, section 6.1, "MAO, profit share and all costs". */
export function maoProfitPercent({ arvCents, profitBps, ...costs }: { arvCents: number; profitBps: number } & Costs): Mao {
  return answer(arvCents, shareOf(arvCents, 10_000 - profitBps) - allCosts(costs), costs.repairsCents);
}

/** MAO with a fixed profit: `ARV − profit − costs`. Source: domain rules, section 6.1, "MAO, fixed profit". */
export function maoFixedProfit({ arvCents, profitCents, ...costs }: { arvCents: number; profitCents: number } & Costs): Mao {
  return answer(arvCents, arvCents - profitCents - allCosts(costs), costs.repairsCents);
}

/**
 * Connected Investors' "70 % rule": `(ARV − all costs) × rule`. It shares its name with the standard MAO and is another formula.
 * Source: domain rules, section 6.1, "MAO, Connected Investors".
 */
export function maoPercentAfterCosts({ arvCents, ruleBps, ...costs }: { arvCents: number; ruleBps: number } & Costs): Mao {
  return answer(arvCents, shareOf(arvCents - allCosts(costs), ruleBps), costs.repairsCents);
}

/** A wholesaler's offer: `MAO − assignment fee`; the end buyer pays the MAO. Source: domain rules, section 6.1, "Offer". */
export function wholesaleOffer({ maoCents, assignmentFeeCents }: { maoCents: number; assignmentFeeCents: number }) {
  const offerCents = maoCents - assignmentFeeCents;
  const offerable = offerCents > 0;
  return { offerCents: offerable ? offerCents : null, buyerPriceCents: offerable ? maoCents : null, offerable };
}

function answer(arvCents: number, maoCents: number, repairsCents: number | undefined): Mao {
  const margin = repairsCents === undefined ? {} : { marginCents: arvCents - maoCents - repairsCents };
  return { maoCents, offerable: maoCents > 0, ...margin };
}

function allCosts({ repairsCents = 0, closingCents = 0, holdingCents = 0, costsCents = [] }: Costs): number {
  return repairsCents + closingCents + holdingCents + sum([costsCents].flat());
}
