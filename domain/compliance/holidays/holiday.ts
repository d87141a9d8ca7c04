import type { Weekday } from '../../time/zoned.ts';
import { type Day, dayNumber, weekdayOfDay } from '../days.ts';

/** How sure a row is; the letters are those of the domain rules ("Marks of confidence"). */
export type Mark = 'A' | 'A*' | 'S' | 'P' | 'D' | 'R' | '?' | 'A/S' | 'A/R' | 'S/R' | 'A/?';

/** Which date of a year a holiday falls on. `nth` counts from the start of the month, -1 is the last; `plus` days after that. */
export type HolidayRule =
  | { month: number; day: number }
  | { month: number; weekday: Weekday; nth: 1 | 2 | 3 | 4 | -1; plus?: number }
  /** Days after (before, when negative) Easter Sunday. */
  | { easter: number }
  /** Days that follow the moon are listed year by year; a year that is not listed has none. */
  | { listed: readonly string[] };

/** On which weekday a holiday of a fixed date is observed when it falls on a weekend. */
export type Shift = 'saturday-to-friday-sunday-to-monday' | 'sunday-to-monday' | 'none';

/** One row of a holiday table: the law's own rule, and the years it holds for. */
export interface Holiday {
  name: string;
  rule: HolidayRule;
  /** A holiday for these hours only: no day is left out for it. */
  hours?: string;
  /** Overrides the table's shift, where the law treats one day differently. */
  shift?: Shift;
  effectiveFrom: string;
  effectiveTo: string | null;
  /** Periods that begin earlier do not count the day, although it lies in the table's time. */
  appliesToPeriodsStartingFrom?: string;
  source: string;
  mark: Mark;
}

export interface HolidayTable {
  id: string;
  title: string;
  shift: Shift;
  /** How sure the shift is. */
  shiftMark: Mark;
  source: string;
  holidays: readonly Holiday[];
}

/** The statutory dates of a holiday in one year, without regard to when the law was in force. */
export function datesIn(rule: HolidayRule, year: number): Day[] {
  if ('listed' in rule)
    return rule.listed.filter((date) => date.startsWith(`${year}-`)).map((date) => dayNumber(year, Number(date.slice(5, 7)), Number(date.slice(8))));
  if ('easter' in rule) return [easterOf(year) + rule.easter];
  if ('day' in rule) return [dayNumber(year, rule.month, rule.day)];
  const start = rule.nth === -1 ? dayNumber(year, rule.month + 1, 0) - 6 : dayNumber(year, rule.month, 1) + (rule.nth - 1) * 7;
  for (let day = start; ; day++) if (weekdayOfDay(day) === rule.weekday) return [day + (rule.plus ?? 0)];
}

/** The weekday on which a statutory date is observed: the date itself when nothing shifts. */
export function observedOf(day: Day, shift: Shift): Day {
  const weekday = weekdayOfDay(day);
  if (weekday === 'sun' && shift !== 'none') return day + 1;
  return weekday === 'sat' && shift === 'saturday-to-friday-sunday-to-monday' ? day - 1 : day;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
function easterOf(year: number): Day {
  const [golden, century, ofCentury] = [year % 19, Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  return dayNumber(year, 3, 22) + epact + weekday - 7 * late;
}
