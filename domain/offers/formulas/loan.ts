import { roundedRatio } from './exact.ts';

export interface Loan {
  principalCents: number;
  aprBps: number;
  months: number;
}

/** Basis points of a year to a month's fraction: 10,000 × 12. */
const monthlyUnit = 120_000n;

/**
 * `P·i / (1 − (1+i)^−n)`, `i = APR / 12`, and `P / n` at zero interest, rounded to the cent. Exact: powers of whole numbers, one division.
 * Source: domain rules, section 6.1, "Payment".
 */
export function amortizedPayment({ principalCents, aprBps, months }: Loan) {
  const principal = BigInt(principalCents);
  if (aprBps === 0) return { paymentCents: roundedRatio(principal, BigInt(months)) };
  const rate = BigInt(aprBps);
  const growth = (monthlyUnit + rate) ** BigInt(months);
  const paymentCents = roundedRatio(principal * rate * growth, monthlyUnit * (growth - monthlyUnit ** BigInt(months)));
  return { paymentCents };
}

/** `P·i`. Source: domain rules, section 6.1, "Interest-only payment". */
export function interestOnlyPayment({ principalCents, aprBps }: Omit<Loan, 'months'>) {
  return { paymentCents: interestOf(principalCents, aprBps) };
}

/**
 * A seller's note that is paid as if it ran `months` and falls due after `balloonAfterMonths` payments. The payment and the interest of
 * each month are rounded to the cent; the balloon is what remains on that schedule. Source: domain rules, section 6.1, notes.
 */
export function sellerNoteBalloon({ balloonAfterMonths, ...loan }: Loan & { balloonAfterMonths: number }) {
  const { paymentCents } = amortizedPayment(loan);
  let balloonCents = loan.principalCents;
  let interestPaidCents = 0;
  for (let month = 1; month <= balloonAfterMonths && balloonCents > 0; month++) {
    const interest = interestOf(balloonCents, loan.aprBps);
    // The last regular payment clears the cents that rounding left.
    const paid = month === loan.months ? balloonCents : Math.min(paymentCents - interest, balloonCents);
    interestPaidCents += interest;
    balloonCents -= paid;
  }
  return { paymentCents, balloonCents, interestPaidCents, principalPaidCents: loan.principalCents - balloonCents };
}

function interestOf(balanceCents: number, aprBps: number): number {
  return roundedRatio(BigInt(balanceCents) * BigInt(aprBps), monthlyUnit);
}
