import { isEmptyMark, quoted, type Read, unreadable } from './numbers.ts';

/** Which part comes first in dates such as 4/9/2013; lists of US counties write the month first, exports of New York's files the day. */
export type DateOrder = 'mdy' | 'dmy';

/** A calendar date as one number, 20130409: compares, costs nothing, and becomes text only when stored. */
export type Day = number;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

export const dayText = (day: Day): string => `${Math.floor(day / 10_000)}-${two[Math.floor(day / 100) % 100]}-${two[day % 100]}`;
export const dayOf = (text: string): Day => Number(text.slice(0, 4)) * 10_000 + Number(text.slice(5, 7)) * 100 + Number(text.slice(8, 10));

/** Days since 1970-01-01, for differences. */
export function epochDay(day: Day): number {
  // Civil calendar to day count (Howard Hinnant's days_from_civil): no Date object per row.
  const month = Math.floor(day / 100) % 100;
  const year = Math.floor(day / 10_000) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + (day % 100) - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

function day(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1600 || year > 2200 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return null;
  return year * 10_000 + month * 100 + dayOfMonth;
}

/** 4/9/2013, 2013-04-09 and 20130409 between two offsets, read without making a string; 0 where the slow way must look. */
export function plainDay(text: string, start: number, end: number, order: DateOrder): Day {
  if (end - start > 10) return 0;
  let first = 0;
  let second = 0;
  let third = 0;
  let part = 0;
  let mark = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      if (part === 0) first = first * 10 + code - 48;
      else if (part === 1) second = second * 10 + code - 48;
      else third = third * 10 + code - 48;
    } else if ((code === 47 || code === 45) && (mark === 0 || mark === code) && part < 2) {
      mark = code;
      part++;
    } else return 0;
  }
  if (part === 0) return end - start === 8 ? (day(Math.floor(first / 10_000), Math.floor(first / 100) % 100, first % 100) ?? 0) : 0;
  if (part !== 2) return 0;
  if (first > 999) return day(first, second, third) ?? 0;
  if (third < 1000) return 0;
  return (order === 'mdy' ? day(third, first, second) : day(third, second, first)) ?? 0;
}

/**
 * A date as lists write it: "April 9, 2013", "9-Apr-13", "20141013T000000", "2017-07-19 00:00:00", "4/9/13".
 * A two-digit year belongs to the hundred years that end with `latest`.
 */
export function readDay(text: string, order: DateOrder, latest: Day): Read<Day> {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (isEmptyMark(trimmed)) return unreadable(`${quoted(text)} stands for nothing`);
  if (/^0+([-/]0+)*$/.test(trimmed)) return unreadable('0 is no date');
  const found = parts(trimmed, order);
  if (!found) return unreadable(`${quoted(trimmed)} is no date`);
  const [year, month, dayOfMonth] = found;
  const value = day(year < 100 ? century(year, latest) : year, month, dayOfMonth);
  return value === null ? unreadable(`${quoted(trimmed)} is no date${order === 'dmy' ? ' (day first)' : ''}`) : { value };
}

function parts(text: string, order: DateOrder): [year: number, month: number, day: number] | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)(?:T\d.*)?$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?:[ ,].*)?$/.exec(text);
  if (numbers) {
    const [a, b, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    return order === 'mdy' ? [year, a, b] : [year, b, a];
  }
  const named = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (named) return withMonth(named[1]!, Number(named[2]), Number(named[3]));
  const dayFirst = /^(\d{1,2})[-\s]([a-z]{3,9})\.?[-\s,]+(\d{2}|\d{4})$/i.exec(text);
  return dayFirst ? withMonth(dayFirst[2]!, Number(dayFirst[1]), Number(dayFirst[3])) : null;
}

function withMonth(name: string, dayOfMonth: number, year: number): [number, number, number] | null {
  const lower = name.toLowerCase();
  const index = months.indexOf(lower.slice(0, 3));
  const isName = index >= 0 && (lower === months[index] || lower === 'sept' || fullMonths[index] === lower);
  return isName ? [year, index + 1, dayOfMonth] : null;
}
const fullMonths = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function century(year: number, latest: Day): number {
  const end = Math.floor(latest / 10_000);
  const within = Math.floor(end / 100) * 100 + year;
  return within > end ? within - 100 : within;
}

/** Which order a column's dates are in: decided by a part above twelve, else months come first. */
export function dateOrderOf(samples: readonly string[]): DateOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const text of samples) {
    const found = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(text);
    if (!found) continue;
    if (Number(found[1]) > 12) dayFirst++;
    if (Number(found[2]) > 12) monthFirst++;
  }
  return dayFirst > monthFirst ? 'dmy' : 'mdy';
}
