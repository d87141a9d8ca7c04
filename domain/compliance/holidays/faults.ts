import { isoDay, parseDay, yearOf } from '../days.ts';
import { datedHolidays, type GivenHoliday, holidayTables, isCalendarId } from './calendar.ts';

/**
 * Where our table disagrees with a calendar somebody brings: a day we do not have, one observed on another weekday, one that begins to
 * count at another time, or one of ours that is missing between the first and the last day brought. A list we keep no table of cannot disagree.
 */
export function calendarFaults({
  id,
  holidays = [],
}: {
  id: string;
  holidays?: readonly (Omit<GivenHoliday, 'observed'> & { observed?: string | null })[] | null;
}): string[] {
  if (!isCalendarId(id) || !holidays?.length) return [];
  const table = holidayTables[id];
  const dates = holidays.map(({ date }) => date).sort();
  const [first, last] = [dates[0]!, dates.at(-1)!];
  const bad = dates.filter((date) => parseDay(date) === null);
  if (bad.length > 0) return bad.map((date) => `${id}: ${date} is no date`);
  const years = Array.from({ length: Math.min(250, yearOf(parseDay(last)!) - yearOf(parseDay(first)!) + 1) }, (_, at) => yearOf(parseDay(first)!) + at);
  const ours = years.flatMap((year) => datedHolidays(table, year)).map((row) => ({ ...row, on: isoDay(row.date), observedOn: isoDay(row.observed) }));
  const faults: string[] = [];
  // A table whose shift was never read in the law's own text cannot contradict somebody on observed days or on completeness.
  const checked = table.shiftMark !== 'R';
  for (const { name, date, observed, appliesToPeriodsStartingFrom } of holidays) {
    const same = ours.filter(({ on }) => on === date);
    if (same.length === 0) faults.push(`${id}: ${name} on ${date} is not in our table`);
    else if (checked && observed && !same.some(({ observedOn }) => observedOn === observed))
      faults.push(`${id}: ${name} of ${date} is observed on ${same[0]!.observedOn} by our table, on ${observed} by the calendar given`);
    if (appliesToPeriodsStartingFrom && same.length > 0 && !same.some(({ countsFrom }) => countsFrom === parseDay(appliesToPeriodsStartingFrom)))
      faults.push(`${id}: ${name} of ${date} does not begin to count for periods from ${appliesToPeriodsStartingFrom} by our table`);
  }
  for (const { name, on } of checked ? ours : [])
    if (on > first && on < last && !dates.includes(on)) faults.push(`${id}: ${name} on ${on} is in our table but not in the calendar given`);
  return faults;
}
