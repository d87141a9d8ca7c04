import { roundedRatio } from './exact.ts';

export interface ArvInputs {
  /** Price per square foot of each comparable sale, after adjustments. */
  compsCentsPerSqft: readonly number[];
  statistic: 'median' | 'mean';
  subjectSqft: number;
}

/** Median or mean price per square foot of the comps × the subject's square feet, rounded once. Source: domain rules, section 6.1, "ARV". */
export function arvFromComps({ compsCentsPerSqft, statistic, subjectSqft }: ArvInputs) {
  const chosen = statistic === 'mean' ? compsCentsPerSqft : middle(compsCentsPerSqft);
  const total = chosen.reduce((sum, cents) => sum + BigInt(cents), 0n);
  return { arvCents: roundedRatio(total * BigInt(subjectSqft), BigInt(chosen.length)) };
}

/** What one comparable sale enters the formula with. */
export function centsPerSqft(priceCents: number, sqft: number): number {
  return roundedRatio(BigInt(priceCents), BigInt(sqft));
}

/** The one in the middle, or the two. */
function middle(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
}
