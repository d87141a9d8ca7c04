import type { Weekday } from '../time/zoned.ts';

/** A calendar date as the number of days since 1970-01-01: counting needs no time, and with a time a host's zone could slip in. */
export type Day = number;

/** The Uniform Monday Holiday Act governs from 1971; the far end only keeps counting finite. */
export const firstDay: Day = dayNumber(1971, 1, 1);
export const lastDay: Day = dayNumber(2199, 12, 31);

const weekdayNames: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const longNames: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** The day of a proleptic Gregorian date; `month` counts from 1. */
export function dayNumber(year: number, month: number, day: number): Day {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** The day of an ISO date, or null when there is no such date (2026-02-30) or it lies outside 1971–2199. */
export function parseDay(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const number = dayNumber(Number(year), Number(month), Number(day));
  return number >= firstDay && number <= lastDay && isoDay(number) === text ? number : null;
}

export const isoDay = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** 1970-01-01 was a Thursday. */
export const weekdayOfDay = (day: Day): Weekday => weekdayNames[(((day + 4) % 7) + 7) % 7]!;
export const weekdayName = (weekday: Weekday): string => longNames[weekday];

export const yearOf = (day: Day): number => new Date(day * 86_400_000).getUTCFullYear();

/** The same day of a later month; the 29th to 31st become the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + months];
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return dayNumber(year, month, Math.min(date.getUTCDate(), lastOfMonth));
}
