import { shareOf } from './formulas/exact.ts';
import { formatUsd } from './money.ts';
import { highestPriceByRule, meetWish } from './terms.price.ts';
import { type Priced, type Proposing, step, type TermFigures } from './working.ts';

/** The shortest note we sign, whatever monthly payment is wished. */
const shortestMonths = 60;

/** A down payment, and the rest as a note to the seller with a balloon. */
export function sellerFinanceTerms(proposing: Proposing): (Priced & Partial<TermFigures>) | Priced {
  const { sellerFinance: note } = proposing.formula;
  const highest = highestPriceByRule(proposing, note.ruleBps);
  if ('none' in highest) return highest;
  const priceCents = meetWish(proposing, highest.priceCents);
  const downPaymentCents = downPayment(proposing, priceCents);
  const loan = { principalCents: priceCents - downPaymentCents, aprBps: note.aprBps };
  const months = amortization(proposing, loan);
  const balloonAfterMonths = Math.min(note.balloonAfterMonths, months);
  const schedule = step(proposing, 'Note to the seller', 'seller-note-balloon', { ...loan, months, balloonAfterMonths });
  return {
    priceCents,
    downPaymentCents,
    noteCents: loan.principalCents,
    aprBps: note.aprBps,
    amortizationMonths: months,
    balloonAfterMonths,
    paymentCents: schedule.paymentCents as number,
    balloonCents: schedule.balloonCents as number,
  };
}

function downPayment({ formula, wishes, notes }: Proposing, priceCents: number): number {
  const { downPaymentBps, maxDownPaymentBps } = formula.sellerFinance;
  const usual = shareOf(priceCents, downPaymentBps);
  const most = shareOf(priceCents, Math.max(downPaymentBps, maxDownPaymentBps));
  const wished = wishes.downPaymentCents ?? usual;
  if (wished > most) notes.push(`The seller wishes ${formatUsd(wished)} down; at most ${formatUsd(most)} is paid down.`);
  return Math.min(wished, most);
}

/** The longest term whose payment meets the seller's wish; the payment falls as the term grows. */
function amortization(proposing: Proposing, loan: { principalCents: number; aprBps: number }): number {
  const { amortizationMonths } = proposing.formula.sellerFinance;
  const wished = proposing.wishes.monthlyCents ?? 0;
  const trial: Proposing = { ...proposing, working: [] };
  const payment = (months: number) => step(trial, '', 'amortized-payment', { ...loan, months }).paymentCents as number;
  if (wished <= 0 || payment(amortizationMonths) >= wished) return amortizationMonths;
  let [long, short] = [amortizationMonths, Math.min(shortestMonths, amortizationMonths)];
  if (payment(short) < wished) {
    proposing.notes.push(`The seller wishes ${formatUsd(wished)} a month; the shortest note pays ${formatUsd(payment(short))}.`);
    return short;
  }
  while (long - short > 1) {
    const middle = Math.floor((long + short) / 2);
    if (payment(middle) >= wished) short = middle;
    else long = middle;
  }
  return short;
}
