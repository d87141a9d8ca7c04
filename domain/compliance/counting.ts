import { DomainError } from '../errors.ts';
import type { Weekday } from '../time/zoned.ts';
import { type Day, firstDay, isoDay, lastDay, weekdayName, weekdayOfDay } from './days.ts';
import { type HolidayCalendar, holidaysOn } from './holidays/calendar.ts';

/**
 * Kinds of day. `calendar`: every day. `business`: Monday to Friday without holidays. `specific` (12 CFR 1026.2(a)(6)): all but Sundays and
 * holidays. `general` (same place): days on which the creditor's offices are open.
 */
export type DayKind = 'calendar' | 'business' | 'specific' | 'general';

/** What counts as a day in one rule, ready for counting. */
export interface DayUnit {
  kind: DayKind;
  calendar: HolidayCalendar;
  /** Whether the weekday on which a holiday is merely observed is a holiday too. */
  dates: 'statutory' | 'statutory-and-observed';
  /** Only of `general`. */
  creditor?: { openDays: ReadonlySet<Weekday>; openDates: ReadonlySet<Day>; closedDates: ReadonlySet<Day> } | undefined;
}

/** One line of a count: the number a day got, or why it got none. */
export interface CountedDay {
  date: string;
  number: number | null;
  skipped: string | null;
}
export interface Counted {
  day: Day;
  days: CountedDay[];
}

type Skipped = { why: string /** Periods that begin earlier count the day. */; from: Day } | null;

/** Why a day is no day of this kind, for a period that began on `start`; null when it is one. */
export const skipReason = (day: Day, unit: DayUnit, start: Day): string | null => skipped(day, unit, start)?.why ?? null;

function skipped(day: Day, unit: DayUnit, start: Day): Skipped {
  if (unit.kind === 'calendar') return null;
  const weekday = weekdayOfDay(day);
  const closed = closedOn(day, weekday, unit);
  if (closed !== null) return { why: closed, from: Number.NEGATIVE_INFINITY };
  if (unit.creditor?.openDates.has(day)) return null;
  const holiday = holidaysOn(unit.calendar, day).find(({ observed, countsFrom }) => start >= countsFrom && (!observed || unit.dates !== 'statutory'));
  return holiday ? { why: holiday.observed ? `${holiday.name} (observed)` : holiday.name, from: holiday.countsFrom } : null;
}

function closedOn(day: Day, weekday: Weekday, { kind, creditor }: DayUnit): string | null {
  if (kind === 'general' && creditor) {
    if (creditor.openDates.has(day)) return null;
    return creditor.closedDates.has(day) || !creditor.openDays.has(weekday) ? `the creditor is closed (${weekdayName(weekday)})` : null;
  }
  if (weekday === 'sun' || (weekday === 'sat' && kind === 'business')) return weekdayName(weekday);
  return null;
}

/** Counts `count` days after `from`, which is day 0. */
export function countAfter(from: Day, count: number, unit: DayUnit, start: Day = from): Counted {
  return walk(from, count, unit, start, 1);
}

/**
 * Counts back from `from`, which is not counted itself. The period begins where the count ends: a day that older periods still count (19 June
 * 2021) is skipped only if that beginning is late enough.
 */
export function countBefore(from: Day, count: number, unit: DayUnit): Counted {
  const strict = walk(from, count, unit, Number.POSITIVE_INFINITY, -1);
  const newFrom = strict.newFrom;
  if (newFrom <= strict.day) return strict;
  const lenient = walk(from, count, unit, Number.NEGATIVE_INFINITY, -1);
  const before = Math.min(lenient.day, newFrom - 1);
  return before > strict.day ? { day: before, days: lenient.days } : strict;
}

/** The first day from which counting `count` days back reaches `reached` or a later day. */
export function firstReaching(reached: Day, count: number, unit: DayUnit): Counted {
  for (let day = reached; ; day++) {
    const back = countBefore(day, count, unit);
    if (back.day >= reached) return { day, days: back.days };
  }
}

/** Moves a day that is none of this kind to the next one that is, or to the one before. */
export function roll(day: Day, unit: DayUnit, start: Day, towards: 'next' | 'previous'): Counted {
  const days: CountedDay[] = [];
  let at = day;
  for (let why = skipReason(at, unit, start); why !== null; why = skipReason(at, unit, start)) {
    days.push({ date: isoDay(at), number: null, skipped: why });
    at = inRange(at + (towards === 'next' ? 1 : -1));
  }
  return { day: at, days };
}

function walk(from: Day, count: number, unit: DayUnit, start: Day, step: 1 | -1): Counted & { newFrom: Day } {
  const days: CountedDay[] = [];
  let [at, number, newFrom] = [from, 0, Number.NEGATIVE_INFINITY];
  while (number < count) {
    at = inRange(at + step);
    const skip = skipped(at, unit, start);
    if (skip === null) number++;
    else if (skip.from > newFrom) newFrom = skip.from;
    days.push({ date: isoDay(at), number: skip === null ? number : null, skipped: skip?.why ?? null });
  }
  return { day: at, days, newFrom };
}

/** Beyond the years that the tables know there is no answer. */
export function inRange(day: Day): Day {
  if (day >= firstDay && day <= lastDay) return day;
  throw new DomainError('date-out-of-range', `The deadline would lie outside ${isoDay(firstDay)} to ${isoDay(lastDay)}.`, {
    nextStep: 'Check the dates and the number of days.',
  });
}
