import { formatUsd } from './money.ts';
import { type Priced, type Proposing, step } from './working.ts';

/** The most we pay in cash: the brokerage's MAO, less the assignment fee where the contract is to be assigned. */
export function highestCashPrice(proposing: Proposing): Priced {
  const { formula, facts } = proposing;
  const { id: _id, formula: name, ruleBps, profitBps, profitCents, closingCents, holdingCents, costsCents } = formula;
  const costs = { repairsCents: facts.repairsCents, closingCents, holdingCents, costsCents };
  const inputs = {
    'mao-percent': { ruleBps, repairsCents: facts.repairsCents },
    'mao-percent-after-costs': { ruleBps, ...costs },
    'mao-profit-percent': { profitBps, ...costs },
    'mao-fixed-profit': { profitCents, ...costs },
  }[name];
  return afterFee(proposing, step(proposing, 'Highest price a buyer can pay (MAO)', name, { arvCents: facts.arvCents, ...inputs }));
}

/** The most we pay when the seller waits for the money or leaves the loan in place: the standard MAO by another rule. */
export function highestPriceByRule(proposing: Proposing, ruleBps: number): Priced {
  const { arvCents, repairsCents } = proposing.facts;
  return afterFee(proposing, step(proposing, 'Highest price on terms (MAO)', 'mao-percent', { arvCents, ruleBps, repairsCents }));
}

function afterFee(proposing: Proposing, { maoCents, offerable }: Record<string, unknown>): Priced {
  const mao = maoCents as number;
  if (!offerable) return { none: 'not-offerable', reason: `The highest price we could pay is ${formatUsd(mao)}: no offer` };
  if (proposing.facts.side !== 'wholesale') return { priceCents: mao };
  const assignmentFeeCents = proposing.formula.assignmentFeeCents;
  const offer = step(proposing, 'Our offer, less the assignment fee', 'wholesale-offer', { maoCents: mao, assignmentFeeCents });
  if (!offer.offerable)
    return { none: 'not-offerable', reason: `Nothing is left of ${formatUsd(mao)} after the assignment fee of ${formatUsd(assignmentFeeCents)}: no offer` };
  return { priceCents: offer.offerCents as number };
}

/** Never more than the formula allows, never more than the seller asks. */
export function meetWish({ formula, wishes, notes }: Proposing, highestCents: number): number {
  const rounded = highestCents - (highestCents % formula.roundToCents) || highestCents;
  const wished = wishes.priceCents ?? null;
  if (wished === null || wished <= 0) return rounded;
  if (wished <= highestCents) {
    notes.push(`The seller asks ${formatUsd(wished)}, which the formula allows.`);
    return wished;
  }
  notes.push(`The seller asks ${formatUsd(wished)}; the formula allows ${formatUsd(rounded)}.`);
  return rounded;
}
