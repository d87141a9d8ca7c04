/** Hours ahead at which people are told that a term ends: an offer that nobody has answered, a listing agreement. */
export const termLeadHours = { offer: [24], agreement: [30 * 24, 7 * 24] } as const satisfies Record<string, readonly number[]>;
export type TermKind = keyof typeof termLeadHours;

export type TermStep = { step: 'ahead'; hours: number } | { step: 'end' };
/** `act`: to be done now; `nextAt`: when to look again, null where the term has no end or is over. */
export type TermPlan = { act: TermStep | null; told: string[]; nextAt: string | null; next: TermStep | null };

const hourMs = 3_600_000;
const toldLimit = 60;

/**
 * What is due about a term at `now`. A term that ends sooner than its lead, or was moved there, is told at once; the nearest word stands
 * for those missed, and its end is never skipped. An end that moves begins anew.
 */
export function termPlan({ kind, endsAt, told }: { kind: TermKind; endsAt: string | null; told: readonly string[] }, now: string): TermPlan {
  if (endsAt === null) return { act: null, told: [...told], nextAt: null, next: null };
  const [end, at] = [Date.parse(endsAt), Date.parse(now)];
  if (at >= end) return { act: { step: 'end' }, told: [...told], nextAt: null, next: null };
  const mark = (hours: number): string => `ahead-${hours}/${endsAt}`;
  const ripe = termLeadHours[kind].filter((hours) => end - hours * hourMs <= at && !told.includes(mark(hours)));
  const later = termLeadHours[kind].filter((hours) => end - hours * hourMs > at);
  const hours = ripe.length > 0 ? Math.min(...ripe) : null;
  const next: TermStep = later.length > 0 ? { step: 'ahead', hours: Math.max(...later) } : { step: 'end' };
  return {
    act: hours === null ? null : { step: 'ahead', hours },
    told: [...told, ...ripe.map(mark)].slice(-toldLimit),
    nextAt: new Date(next.step === 'end' ? end : end - next.hours * hourMs).toISOString(),
    next,
  };
}

/** For people: what the run does next. */
export const termStepWords = (step: TermStep): string =>
  step.step === 'end' ? 'it ends' : `a task, ${step.hours % 24 === 0 && step.hours > 24 ? `${step.hours / 24} days` : `${step.hours} hours`} ahead of its end`;
