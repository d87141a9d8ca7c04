import { federalHolidays, usFederal } from './holidays/federal.ts';
import type { Holiday, HolidayTable } from './holidays/holiday.ts';
import { californiaState, texasState, washingtonState } from './holidays/states.ts';

/**
 * Days of the second implementation: written from the reference alone, it looks at one date after the other and shares nothing with the first
 * but the rows of the holiday tables. Dates are ISO text throughout.
 */

const tables: Record<string, HolidayTable> = {
  'us-federal': usFederal,
  'us-federal-reserve': { ...usFederal, shift: 'sunday-to-monday', holidays: federalHolidays },
  'tx-gov-code-662': texasState,
  'ca-gov-code-6700': californiaState,
  'wa-rcw-1.16.050': washingtonState,
};

export type Given = { name: string; date: string; observed?: string | null; appliesToPeriodsStartingFrom?: string | null };
export type List = { id: string; given?: readonly Given[] };

const at = (date: string): Date => new Date(`${date}T12:00:00Z`);
export const plus = (date: string, days: number): string => new Date(at(date).getTime() + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (date: string): number => at(date).getUTCDay();
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function falls({ rule, effectiveFrom, effectiveTo }: Holiday, date: string): boolean {
  if (date < effectiveFrom || (effectiveTo !== null && date > effectiveTo)) return false;
  if ('listed' in rule) return rule.listed.includes(date);
  if ('easter' in rule) return false;
  if ('day' in rule) return date.endsWith(`-${String(rule.month).padStart(2, '0')}-${String(rule.day).padStart(2, '0')}`);
  const counted = plus(date, -(rule.plus ?? 0));
  if (Number(counted.slice(5, 7)) !== rule.month || names[weekday(counted)] !== rule.weekday) return false;
  return rule.nth === -1 ? plus(counted, 7).slice(5, 7) !== counted.slice(5, 7) : Math.ceil(Number(counted.slice(8)) / 7) === rule.nth;
}

type Found = { observed: boolean; from: string };
const seen = new Map<string, Found[]>();

/** The rows of a table that make one date a holiday. */
function rowsOn(id: string, date: string): Found[] {
  const key = `${id} ${date}`;
  const known = seen.get(key);
  if (known) return known;
  const table = tables[id];
  const found = (table?.holidays ?? []).flatMap((row): Found[] => {
    const from = row.appliesToPeriodsStartingFrom ?? '0000-00-00';
    const shift = row.shift ?? table!.shift;
    if (falls(row, date)) return [{ observed: false, from }];
    if (!('day' in row.rule)) return [];
    const monday = weekday(date) === 1 && shift !== 'none' && falls(row, plus(date, -1));
    const friday = weekday(date) === 5 && shift === 'saturday-to-friday-sunday-to-monday' && falls(row, plus(date, 1));
    return monday || friday ? [{ observed: true, from }] : [];
  });
  if (seen.size < 500_000) seen.set(key, found);
  return found;
}

export function isHoliday(date: string, { id, given = [] }: List, withObserved: boolean, start: string): boolean {
  const added = given.flatMap((day): Found[] => {
    const from = day.appliesToPeriodsStartingFrom ?? '0000-00-00';
    if (day.date === date) return [{ observed: false, from }];
    return day.observed === date ? [{ observed: true, from }] : [];
  });
  return [...added, ...rowsOn(id, date)].some(({ observed, from }) => start >= from && (withObserved || !observed));
}

/** Whether a date counts, for a period that began on `start`. */
export type Counts = (date: string, start: string) => boolean;

export const everyDay: Counts = () => true;
export const specificDay =
  (list: List): Counts =>
  (date, start) =>
    weekday(date) !== 0 && !isHoliday(date, list, false, start);
export const businessDay =
  (list: List, withObserved: boolean): Counts =>
  (date, start) =>
    weekday(date) !== 0 && weekday(date) !== 6 && !isHoliday(date, list, withObserved, start);
export const creditorDay =
  (list: List, { openDays, openDates = [], closedDates = [] }: { openDays: string[]; openDates?: string[]; closedDates?: string[] }): Counts =>
  (date, start) =>
    openDates.includes(date) || (!closedDates.includes(date) && openDays.includes(names[weekday(date)]!) && !isHoliday(date, list, false, start));

/** The nth counting date after `from`. */
export function nth(from: string, count: number, counts: Counts): string {
  let date = from;
  for (let found = 0; found < count; ) if (counts((date = plus(date, 1)), from)) found++;
  return date;
}

/** The latest date with at least `count` counting dates from it up to the day before `until`. */
export function latest(until: string, count: number, counts: Counts): string {
  for (let date = until; ; date = plus(date, -1)) if (between(date, until, count, counts)) return date;
}

/** The earliest date with at least `count` counting dates from `received` up to the day before it. */
export function earliest(received: string, count: number, counts: Counts): string {
  for (let date = received; ; date = plus(date, 1)) if (between(received, date, count, counts)) return date;
}

function between(first: string, until: string, count: number, counts: Counts): boolean {
  let found = 0;
  for (let date = first; date < until; date = plus(date, 1)) if (counts(date, first)) found++;
  return found >= count;
}

/** The next counting date, the date itself included. */
export const onward = (date: string, counts: Counts, start: string, step: 1 | -1 = 1): string => {
  let moved = date;
  while (!counts(moved, start)) moved = plus(moved, step);
  return moved;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** UTC of a local time: the instant at which a clock in the zone shows it. */
export function instantIn(date: string, time: string, zone: string): string {
  const local = Date.parse(`${date}T${time}:00Z`);
  const offsets = [local - 86_400_000, local + 86_400_000].map((near) => shown(near, zone) - near);
  const fits = offsets.map((offset) => local - offset).find((instant) => shown(instant, zone) === local);
  return `${new Date(fits ?? local - offsets[0]!).toISOString().slice(0, 19)}Z`;
}

/** What a clock in the zone shows, read as if it were UTC. */
function shown(instant: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`);
}
