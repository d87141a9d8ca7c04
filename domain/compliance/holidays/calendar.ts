import { DomainError } from '../../errors.ts';
import { type Day, parseDay, yearOf } from '../days.ts';
import { usFederal, usFederalReserve } from './federal.ts';
import { datesIn, type HolidayTable, observedOf } from './holiday.ts';
import { californiaState, texasState, washingtonState } from './states.ts';

export const holidayTables = {
  'us-federal': usFederal,
  'us-federal-reserve': usFederalReserve,
  'tx-gov-code-662': texasState,
  'ca-gov-code-6700': californiaState,
  'wa-rcw-1.16.050': washingtonState,
} as const satisfies Record<string, HolidayTable>;

export type CalendarId = keyof typeof holidayTables;
export const calendarIds = Object.keys(holidayTables) as CalendarId[];
export const isCalendarId = (id: string): id is CalendarId => Object.hasOwn(holidayTables, id);

/** A holiday on one date. `observed` marks the weekday on which it is merely observed. */
export interface HolidayOn {
  name: string;
  observed: boolean;
  /** Periods that begin before this day do not count it. */
  countsFrom: Day;
}

/** A day that a tenant or a case adds to a calendar. */
export interface GivenHoliday {
  name: string;
  date: string;
  observed: string;
  appliesToPeriodsStartingFrom?: string | null | undefined;
}

/** A holiday list ready for counting. `days` are those of a setting, added to those of the table. */
export interface HolidayCalendar {
  id: string;
  table: HolidayTable | null;
  days: ReadonlyMap<Day, readonly HolidayOn[]>;
}

/** Worked out once per table and year: the same for everybody, and at most a few hundred. */
const years = new Map<string, ReadonlyMap<Day, readonly HolidayOn[]>>();

/** Holidays of a day, the statutory ones and those observed on it. */
export function holidaysOn({ table, days }: HolidayCalendar, day: Day): readonly HolidayOn[] {
  const given = days.get(day);
  const own = table ? (yearOfTable(table, yearOf(day)).get(day) ?? []) : [];
  return given ? [...given, ...own] : own;
}

function yearOfTable(table: HolidayTable, year: number): ReadonlyMap<Day, readonly HolidayOn[]> {
  const key = `${table.id} ${year}`;
  let days = years.get(key);
  if (!days) years.set(key, (days = listYear(table, year)));
  return days;
}

function listYear(table: HolidayTable, year: number): Map<Day, HolidayOn[]> {
  const days = new Map<Day, HolidayOn[]>();
  // New Year's Day of the next year may be observed in this one.
  const whole = { ...table, holidays: table.holidays.filter(({ hours }) => hours === undefined) };
  for (const { name, observed, date, countsFrom } of [year - 1, year, year + 1].flatMap((near) => datedHolidays(whole, near))) {
    addTo(days, date, { name, observed: false, countsFrom });
    if (observed !== date) addTo(days, observed, { name, observed: true, countsFrom });
  }
  return days;
}

/** The holidays of a table whose statutory date lies in a year. */
export function datedHolidays(table: HolidayTable, year: number): { name: string; date: Day; observed: Day; countsFrom: Day }[] {
  return table.holidays.flatMap(({ name, rule, shift = table.shift, effectiveFrom, effectiveTo, appliesToPeriodsStartingFrom }) => {
    const [from, to] = [dayOf(effectiveFrom), effectiveTo === null ? Number.POSITIVE_INFINITY : dayOf(effectiveTo)];
    return datesIn(rule, year)
      .filter((date) => date >= from && date <= to)
      .map((date) => ({
        name,
        date,
        observed: 'day' in rule ? observedOf(date, shift) : date,
        countsFrom: appliesToPeriodsStartingFrom ? dayOf(appliesToPeriodsStartingFrom) : Number.NEGATIVE_INFINITY,
      }));
  });
}

/** A calendar of our tables, of days given, or of both. An id without a table is a list of its own. */
export function holidayCalendar(id: string, given: readonly GivenHoliday[] = []): HolidayCalendar {
  const days = new Map<Day, HolidayOn[]>();
  for (const { name, date, observed, appliesToPeriodsStartingFrom: from } of given) {
    const countsFrom = from ? dayOf(from) : Number.NEGATIVE_INFINITY;
    addTo(days, dayOf(date), { name, observed: false, countsFrom });
    if (observed !== date) addTo(days, dayOf(observed), { name, observed: true, countsFrom });
  }
  return { id, table: isCalendarId(id) ? holidayTables[id] : null, days };
}

function addTo(days: Map<Day, HolidayOn[]>, day: Day, holiday: HolidayOn): void {
  const known = days.get(day);
  if (known) known.push(holiday);
  else days.set(day, [holiday]);
}

function dayOf(date: string): Day {
  const day = parseDay(date);
  if (day !== null) return day;
  throw new DomainError('bad-inputs', 'A date of the holiday list is none.', { nextStep: 'Give dates such as 2026-11-20, from 1971 to 2199.' });
}
