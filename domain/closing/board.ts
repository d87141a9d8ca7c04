import { type Health, healthOf, healths } from '../compliance/health.ts';
import { localDate } from '../time/zoned.ts';

/** What the rows say about one file; lists are short, instants ISO text. */
export type BoardFacts = {
  dealNo: number;
  property: string | null;
  city: string | null;
  state: string | null;
  side: string;
  stage: string;
  closingOn: string | null;
  clocks: {
    clock: string;
    title: string;
    actor: string;
    status: string;
    date: string | null;
    dueAt: string | null;
    flagged: boolean;
    evidence: string | null;
    problem: string | null;
  }[];
  openTasks: number;
  overdue: number;
  /** By their titles. */
  missingDocuments: string[];
  closed: boolean;
  complianceBehind: boolean;
  waitingFor: string | null;
  waitingSince: string | null;
  lastContactAt: string | null;
  agent: { contactId: string; name: string } | null;
  zone: string;
};

export type BoardRow = Omit<BoardFacts, 'clocks' | 'closed' | 'complianceBehind'> & {
  /** In the property's zone; below zero once it is past. */
  daysLeft: number | null;
  nextKey: { title: string; date: string; dueAt: string } | null;
  /** The worst risk speaks for the file. */
  health: { state: Health; reason: string | null; owner: string | null; nextStep: string | null };
};

export const boardSorts = ['health', 'closing', 'next', 'waiting', 'contact', 'deal'] as const;
export type BoardSort = (typeof boardSorts)[number];

const dayMs = 86_400_000;

/** The rows of many files: the day is asked once per zone, which is most of the work otherwise. */
export function boardRows(files: readonly BoardFacts[], now: Date): BoardRow[] {
  const days = new Map<string, string>();
  return files.map((file) => {
    const today = days.get(file.zone) ?? localDate(now, file.zone);
    days.set(file.zone, today);
    return boardRow(file, now, today);
  });
}

export function boardRow({ clocks, closed, complianceBehind, ...facts }: BoardFacts, now: Date, today = localDate(now, facts.zone)): BoardRow {
  const { health, risks } = healthOf({ clocks, missingTitles: facts.missingDocuments, closed, complianceBehind });
  const [worst] = risks;
  const at = now.toISOString();
  const next = clocks
    .filter(({ status, dueAt, date }) => status === 'pending' && date !== null && dueAt !== null && dueAt >= at)
    .reduce<BoardFacts['clocks'][number] | null>((first, clock) => (first === null || clock.dueAt! < first.dueAt! ? clock : first), null);
  return {
    ...facts,
    daysLeft: facts.closingOn === null ? null : Math.round((Date.parse(facts.closingOn) - Date.parse(today)) / dayMs),
    nextKey: next && { title: next.title, date: next.date!, dueAt: next.dueAt! },
    health: { state: health, reason: worst?.what ?? null, owner: worst?.owner ?? null, nextStep: worst?.nextStep ?? null },
  };
}

/** What is compared, ascending: the most urgent first. Text and figures order alike as what they are; unknown comes last. */
const rankOf: Record<BoardSort, (row: BoardRow) => string | number | null> = {
  health: ({ health }) => -healths.indexOf(health.state),
  closing: ({ closingOn }) => closingOn,
  next: ({ nextKey }) => nextKey?.dueAt ?? null,
  waiting: ({ waitingSince }) => waitingSince,
  contact: ({ lastContactAt }) => lastContactAt,
  deal: ({ dealNo }) => dealNo,
};

/** Sorts by one column; equals stand by what is due next, then by number. */
export function sortBoard(rows: BoardRow[], sort: BoardSort, descending = false): BoardRow[] {
  const by = (of: BoardSort, turn: number) => (a: BoardRow, b: BoardRow) => {
    const [left, right] = [rankOf[of](a), rankOf[of](b)];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -turn : turn;
  };
  const [first, next, number] = [by(sort, descending ? -1 : 1), by('next', 1), by('deal', 1)];
  return [...rows].sort((a, b) => first(a, b) || next(a, b) || number(a, b));
}
