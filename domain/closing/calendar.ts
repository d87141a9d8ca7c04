import { placeWords } from '../places.ts';

/** What a person's calendar shows: every key date and showing, or the closings alone. */
export const calendarKinds = ['key-dates', 'closings'] as const;
export type CalendarOf = (typeof calendarKinds)[number];

/** One line of a calendar. A date that lasts to the end of its day is a `day`; one with an hour is an instant. */
export interface CalendarEntry {
  /** Stays the same when the date moves, so that the entry moves too. */
  uid: string;
  title: string;
  about: string;
  dealNo: number;
  place: string | null;
  at: { day: string } | { instant: Date; minutes: number };
  changedAt: Date;
}

type OfDeal = { dealNo: number; line: string | null; city: string | null };
export type KeyDate = OfDeal & {
  clock: string;
  title: string;
  actor: string;
  status: string;
  date: string | null;
  localTime: string | null;
  dueAt: Date | null;
  movedAt: Date;
  zone: string;
};
export type Visit = OfDeal & { showingNo: number; at: Date; changedAt: Date };

/** By 23:59 means by the end of the day; other hours end a quarter of an hour that a calendar can show. */
export function keyDateEntry(brokerage: string, row: KeyDate): CalendarEntry {
  const { dealNo, clock, title, actor, status, date, localTime, dueAt, movedAt, zone } = row;
  const wholeDay = localTime === null || localTime === '23:59' || dueAt === null;
  const by = wholeDay ? `by the end of ${date}` : `by ${localTime} on ${date}`;
  return {
    ...entryOf(brokerage, row, `deadline/${clock}`, `${status === 'breached' ? 'Missed: ' : ''}${title}`),
    about: `Deal ${dealNo}. ${by[0]!.toUpperCase()}${by.slice(1)} (${zone}); the ${actor} has to act.`,
    at: wholeDay ? { day: date! } : { instant: new Date(dueAt.getTime() - 15 * 60_000), minutes: 15 },
    changedAt: movedAt,
  };
}

export function visitEntry(brokerage: string, row: Visit): CalendarEntry {
  return {
    ...entryOf(brokerage, row, `showing/${row.showingNo}`, `Showing ${row.showingNo}`),
    about: `Deal ${row.dealNo}, showing ${row.showingNo}. Who comes stands in the file.`,
    at: { instant: row.at, minutes: 30 },
    changedAt: row.changedAt,
  };
}

function entryOf(brokerage: string, { dealNo, line, city }: OfDeal, key: string, title: string): Pick<CalendarEntry, 'uid' | 'title' | 'dealNo' | 'place'> {
  const place = placeWords([line, city].filter(Boolean).join(', ')) || null;
  return { uid: `${brokerage}/${dealNo}/${key}`, title: `${title} · ${place ?? `deal ${dealNo}`}`, dealNo, place };
}
