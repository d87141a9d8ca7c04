import { Temporal } from 'temporal-polyfill';

/** Time of day and calendar in a zone, with absolute instants going in and coming out. */

export type TimeOfDay = `${number}:${number}`;
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const zoned = (at: Date, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** The calendar date somebody in this zone reads at an instant: `2026-11-26`. */
export const localDate = (at: Date, zone: string): string => zoned(at, zone).toPlainDate().toString();

export const minuteOfDay = (at: Date, zone: string): number => {
  const { hour, minute } = zoned(at, zone);
  return hour * 60 + minute;
};

/** The instant of a local date and time of day. A time that a clock change leaves out counts as the one after the gap, one it doubles as the first. */
export function instantOf(date: string, minute: number, zone: string): Date {
  const day = Temporal.PlainDate.from(date);
  const time = { hour: Math.floor(minute / 60), minute: minute % 60 };
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds);
}

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

export const weekdayOf = (date: string): Weekday => weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]!;

export const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
};

/** The first instant at or after `from` that reads `time` in the zone, at least `inDays` dates later, on one of the weekdays when any are named. */
export function nextLocalTime(
  from: Date,
  { time, inDays = 0, on }: { time: string; inDays?: number | undefined; on?: readonly Weekday[] | undefined },
  zone: string,
): Date {
  const first = addDays(localDate(from, zone), inDays);
  for (let days = 0; days <= 8; days++) {
    const date = addDays(first, days);
    if (on?.length && !on.includes(weekdayOf(date))) continue;
    const at = instantOf(date, minutesOf(time), zone);
    if (at.getTime() >= from.getTime()) return at;
  }
  throw new Error(`no ${time} within eight days of ${first}`);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** As a person says it: `Thu 26 Nov 10:00`. */
export function localWords(at: Date, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part.weekday} ${part.day} ${part.month} ${part.hour}:${part.minute}`;
}

const messages = new Map<string, Intl.DateTimeFormat>();

/** As a message in the United States says it: `Mon, Nov 30, 11:59 PM CST`. */
export function messageWords(at: Date, zone: string): string {
  let format = messages.get(zone);
  if (!format) {
    const parts = { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...parts, timeZone: zone });
    messages.set(zone, format);
  }
  // Some mail programs show the narrow space before AM and PM as a box.
  return format.format(at).replaceAll('\u202f', ' ');
}

/** The day alone: `Mon, Nov 30`. */
export const messageDay = (at: Date, zone: string): string => messageWords(at, zone).replace(/, \d{1,2}:\d\d.*$/, '');

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
