import { type ContractTerms, type FileClock, type FileContext, fileClocks, type HappenedFact } from './file.ts';

/** What an amendment asks for; a period or date that is null is taken out. */
export type ContractChange = {
  priceCents?: number | undefined;
  effectiveOn?: string | undefined;
  periods?: Record<string, number | null> | undefined;
  dates?: Record<string, string | boolean | null> | undefined;
};

export type FactChange = { prior: unknown; next: unknown };
/** Where a clock stands before and after, with the working of both. */
export type MovedClock = {
  clock: string;
  title: string;
  actor: string;
  prior: { date: string | null; localTime: string | null; instant: string | null; waitsFor: string[] } | null;
  next: { date: string | null; localTime: string | null; instant: string | null; waitsFor: string[] } | null;
  /** Days by which it moves; null where one of the two has no date. */
  days: number | null;
  working: unknown;
};

/** The contract after a change, and what of it differs. */
export function amended(terms: ContractTerms, change: ContractChange): { next: ContractTerms; changes: Record<string, FactChange> } {
  const next: ContractTerms = {
    ...terms,
    priceCents: change.priceCents ?? terms.priceCents,
    effectiveOn: change.effectiveOn ?? terms.effectiveOn,
    periods: merged(terms.periods, change.periods),
    dates: merged(terms.dates, change.dates),
  };
  const changes: Record<string, FactChange> = {};
  for (const name of ['priceCents', 'effectiveOn'] as const) if (next[name] !== terms[name]) changes[name] = { prior: terms[name], next: next[name] };
  for (const group of ['periods', 'dates'] as const) {
    const names = new Set([...Object.keys(terms[group]), ...Object.keys(next[group])]);
    for (const name of names) {
      const [prior, now] = [terms[group][name] ?? null, next[group][name] ?? null];
      if (prior !== now) changes[`${group}.${name}`] = { prior, next: now };
    }
  }
  return { next, changes };
}

function merged<T>(present: Record<string, T>, change: Record<string, T | null> | undefined): Record<string, T> {
  const all = { ...present, ...change };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, T] => entry[1] !== null));
}

/** Which clocks an amendment moves. Pure: the dry run and the act give the same answer. */
export function movedClocks(before: ContractTerms, after: ContractTerms, happened: readonly HappenedFact[], context: FileContext = {}): MovedClock[] {
  const next = new Map(fileClocks(after, happened, context).map((clock) => [clock.clock, clock]));
  const prior = new Map(fileClocks(before, happened, context).map((clock) => [clock.clock, clock]));
  return [...new Set([...prior.keys(), ...next.keys()])].flatMap((name) => {
    const [a, b] = [prior.get(name), next.get(name)];
    const [from, to] = [placeOf(a), placeOf(b)];
    if (from?.instant === to?.instant && from?.date === to?.date) return [];
    const { title, actor } = (b ?? a)!;
    const days = from?.date && to?.date ? Math.round((Date.parse(to.date) - Date.parse(from.date)) / 86_400_000) : null;
    return [{ clock: name, title, actor, prior: from, next: to, days, working: b?.deadline?.working ?? null }];
  });
}

const placeOf = (clock: FileClock | undefined): MovedClock['prior'] =>
  clock
    ? {
        date: clock.deadline?.date ?? null,
        localTime: clock.deadline?.localTime ?? null,
        instant: clock.deadline?.instant ?? null,
        waitsFor: clock.waitsFor,
      }
    : null;
