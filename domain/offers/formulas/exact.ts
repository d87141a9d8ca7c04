/**
 * Exact arithmetic for money: a double misjudges halves (1.005 × 100 is 100.49999…), so ratios are taken in whole numbers and rounded once.
 */

/** `numerator / denominator` rounded half-up, also below zero: -2.5 gives -2. The denominator must be positive. */
export function roundedRatio(numerator: bigint, denominator: bigint): number {
  return Number(floorDivide(2n * numerator + denominator, 2n * denominator));
}

/** A share of an amount, in basis points, rounded half-up to the cent. */
export function shareOf(cents: number, bps: number): number {
  return roundedRatio(BigInt(cents) * BigInt(bps), 10_000n);
}

/** `part / whole` in basis points, rounded half-up; null without a whole. */
export function bpsOf(part: number, whole: number): number | null {
  return whole > 0 ? roundedRatio(BigInt(part) * 10_000n, BigInt(whole)) : null;
}

/** `part / whole` in hundredths, rounded half-up; null without a whole. */
export function hundredthsOf(part: number, whole: number): number | null {
  return whole > 0 ? roundedRatio(BigInt(part) * 100n, BigInt(whole)) : null;
}

export const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}
