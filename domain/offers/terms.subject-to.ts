import { formatUsd } from './money.ts';
import { highestPriceByRule, meetWish } from './terms.price.ts';
import { type Priced, type Proposing, step, type TermFigures } from './working.ts';

/** The buyer takes the house subject to its loan: the loan stays, what the price exceeds it by is paid in cash. */
export function subjectToTerms(proposing: Proposing): (Priced & Partial<TermFigures>) | Priced {
  const { facts, formula } = proposing;
  const liensCents = facts.liensCents as number;
  if (liensCents === 0) return { none: 'no-loan', reason: 'There is no open loan to take over: offer cash or seller finance' };
  const highest = highestPriceByRule(proposing, formula.subjectTo.ruleBps);
  if ('none' in highest) return highest;
  const equity = step(proposing, 'What the price leaves above the loan', 'ltv-equity', { valueCents: highest.priceCents, liensCents });
  if ((equity.equityCents as number) < 0)
    return {
      none: 'not-offerable',
      reason: `The open loans of ${formatUsd(liensCents)} exceed the highest price of ${formatUsd(highest.priceCents)}: no offer`,
    };
  const priceCents = Math.max(meetWish(proposing, highest.priceCents), liensCents);
  return { priceCents, existingLoanCents: liensCents, cashToSellerCents: priceCents - liensCents };
}
