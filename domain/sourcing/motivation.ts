/** A scoring scheme as data, so that a broker can publish another one. Tiers are read from the top; the first that fits counts. */
export interface MotivationScheme {
  points: Readonly<Record<string, number>>;
  /** Percent by which the sum is multiplied for equity of at least `fromBps`; 100 below all tiers. */
  equityTiers: readonly { fromBps: number; percent: number }[];
  /** Points for a newest filing of at most `maxAgeDays`. */
  recencyTiers: readonly { maxAgeDays: number; points: number }[];
  cap: number;
}

/**
 * The published scheme: 1.5 for equity of 50 % or more, 1.2 for 30–50 %; 10 points for a filing under 30 days old, 5 for 30–90 days.
 * Source: domain rules, section 6.2.
 */
export const publishedScheme: MotivationScheme = {
  points: { foreclosure: 30, 'tax-lien': 25, probate: 25, vacancy: 20, 'pre-foreclosure': 20, 'code-violation': 15, 'delinquent-taxes': 15 },
  equityTiers: [
    { fromBps: 5000, percent: 150 },
    { fromBps: 3000, percent: 120 },
  ],
  recencyTiers: [
    { maxAgeDays: 29, points: 10 },
    { maxAgeDays: 90, points: 5 },
  ],
  cap: 100,
};

export interface MotivationFacts {
  /** Null where nobody has looked; an empty list where nothing was found. */
  signals: readonly string[] | null;
  equityBps: number | null;
  /** Null where there is no dated filing. */
  newestFilingAgeDays: number | null;
}

export interface MotivationScore {
  /** Null without signals; a floor while `missing` names something. */
  score: number | null;
  base: number;
  multiplier: number;
  recencyPoints: number;
  /** The raw result exceeded the cap. */
  capped: boolean;
  contributions: { signal: string; points: number }[];
  missing: string[];
}

/** The motivated-seller score with its contributions. Unknown equity earns no multiplier, so the score can then only rise. */
export function scoreMotivation(facts: MotivationFacts, scheme: MotivationScheme = publishedScheme): MotivationScore {
  const contributions = [...new Set(facts.signals ?? [])].flatMap((signal) => {
    const points = pointsFor(signal, scheme);
    return points === 0 ? [] : [{ signal, points }];
  });
  const base = contributions.reduce((sum, { points }) => sum + points, 0);
  const percent = equityPercent(facts.equityBps, scheme);
  const recencyPoints = recency(facts.newestFilingAgeDays, scheme);
  // In hundredths, because 1.2 has no exact double.
  const rawHundredths = base * percent + recencyPoints * 100;
  const capped = rawHundredths > scheme.cap * 100;
  return {
    score: facts.signals === null ? null : Math.min(rawHundredths, scheme.cap * 100) / 100,
    base,
    multiplier: percent / 100,
    recencyPoints,
    capped,
    contributions,
    missing: missingInputs(facts, base),
  };
}

/** The score alone, for bulk work; null exactly where `scoreMotivation` has null. */
export function motivationScore(
  signals: readonly string[] | null,
  equityBps: number | null,
  newestFilingAgeDays: number | null,
  scheme: MotivationScheme,
): number | null {
  if (signals === null) return null;
  let base = 0;
  for (const [index, signal] of signals.entries()) if (signals.indexOf(signal) === index) base += pointsFor(signal, scheme);
  const hundredths = base * equityPercent(equityBps, scheme) + recency(newestFilingAgeDays, scheme) * 100;
  return Math.min(hundredths, scheme.cap * 100) / 100;
}

const pointsFor = (signal: string, { points }: MotivationScheme) => (Object.hasOwn(points, signal) ? points[signal]! : 0);

function equityPercent(equityBps: number | null, { equityTiers }: MotivationScheme): number {
  return (equityBps === null ? undefined : equityTiers.find(({ fromBps }) => equityBps >= fromBps)?.percent) ?? 100;
}

function recency(ageDays: number | null, { recencyTiers }: MotivationScheme): number {
  return (ageDays === null ? undefined : recencyTiers.find(({ maxAgeDays }) => ageDays <= maxAgeDays)?.points) ?? 0;
}

/** Equity matters only where there is something to multiply. */
function missingInputs(facts: MotivationFacts, base: number): string[] {
  if (facts.signals === null) return ['signals'];
  return facts.equityBps === null && base > 0 ? ['equityBps'] : [];
}
