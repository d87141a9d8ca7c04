/** Words for instants and amounts. Pure: `now` and the zone come in. */

const dayMs = 86_400_000;
const absolutes = new Map<string, Intl.DateTimeFormat>();

/** `Thu 26 Nov 2026, 10:00 CST`, as it reads on the wall there. */
export function absoluteWords(at: string | Date, zone: string): string {
  let format = absolutes.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
      ...{ hourCycle: 'h12', timeZone: zone, timeZoneName: 'short' },
    } as Intl.DateTimeFormatOptions);
    absolutes.set(zone, format);
  }
  return format.format(new Date(at));
}

const days = new Map<string, Intl.DateTimeFormat>();
/** `Thu 26 Nov`, of an instant in a zone. */
export function dayWords(at: string | Date, zone: string): string {
  let format = days.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: zone });
    days.set(zone, format);
  }
  return format.format(new Date(at));
}

/** `Thu, Dec 17` of a calendar date. */
export const dayOf = (date: string): string => dayWords(`${date}T12:00:00Z`, 'UTC');

const years = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
/** `Dec 17, 2026` of a calendar date, which may be long past. */
export const dateWords = (date: string): string => years.format(new Date(`${date.slice(0, 10)}T12:00:00Z`));

/** `5:00 PM` of a time of day, `17:00`. */
export function timeWords(time: string): string {
  const [hour, minute] = time.split(':');
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
}
/** The time of day of an instant in a zone: `5:00 PM`. */
export const timeIn = (at: string | Date, zone: string): string => timeWords(localInput(new Date(at), zone).slice(11));

/** `Friday 27 Nov, 11:47`, as runs say an instant: they are read by engineers of any country, too. */
const runDay = /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*day (\d{1,2}) ([A-Z][a-z]{2})[a-z]*, (\d\d:\d\d)/g;

const runDayUtc = new RegExp(`${runDay.source} UTC\\b`, 'g');

/** Sentences of the API with days and instants as a person says them. */
export const plainDays = (text: string, zone: string): string =>
  text
    .replace(runDayUtc, (words, weekday: string, day: string, month: string, time: string) => {
      const at = instantOf(weekday, `${day} ${month}`, time);
      return at ? `${dayWords(at, zone)}, ${timeIn(at, zone)}` : words;
    })
    .replace(runDay, (_, weekday: string, day: string, month: string, time: string) => `${weekday}, ${month} ${day}, ${timeWords(time)}`)
    .replace(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z\b/g, (instant) => absoluteWords(instant, zone))
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, dayOf);

/** A run that knows no zone says UTC, and no year: that in which the day falls on the weekday, the nearest first. */
function instantOf(weekday: string, dayAndMonth: string, time: string): Date | null {
  const year = new Date().getUTCFullYear();
  const years = [0, 1, -1, 2, 3, 4, 5, 6].map((more) => new Date(`${dayAndMonth} ${year + more} ${time} UTC`));
  return years.find((at) => at.toUTCString().startsWith(weekday)) ?? null;
}

const shorts = new Map<string, Intl.DateTimeFormat>();
/** `Thu, Nov 26, 10:00 AM CST`: what fits into a heading. */
export function shortWords(at: Date, zone: string): string {
  let format = shorts.get(zone);
  if (!format) {
    const parts = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', hourCycle: 'h12', timeZoneName: 'short' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...parts, timeZone: zone });
    shorts.set(zone, format);
  }
  return format.format(at);
}

/** What a field for date and time takes: `2026-11-26T10:00`, as it reads on the wall there. */
export const localInput = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(at).replace(' ', 'T');

/** The calendar date of an instant in a zone: `2026-11-26`. */
export const dateIn = (at: string | Date, zone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at));

/** Days from one calendar date to another, clock changes left out. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** `in 3 h`, `5 min ago`, `tomorrow`, `in 9 days`. From a day on, calendar days of the zone count. */
export function relativeWords(at: string | Date, now: Date, zone: string): string {
  const ms = new Date(at).getTime() - now.getTime();
  const away = Math.abs(ms);
  const say = (amount: string): string => (ms < 0 ? `${amount} ago` : `in ${amount}`);
  if (away < 45_000) return 'now';
  if (away < 3_570_000) return say(`${Math.max(1, Math.round(away / 60_000))} min`);
  const between = daysBetween(dateIn(now, zone), dateIn(at, zone));
  if (away < dayMs && between === 0) return say(`${Math.round(away / 3_600_000)} h`);
  if (between === 0) return 'today';
  if (between === 1) return 'tomorrow';
  if (between === -1) return 'yesterday';
  if (Math.abs(between) < 60) return say(`${Math.abs(between)} days`);
  if (Math.abs(between) < 700) return say(`${Math.round(Math.abs(between) / 30.44)} months`);
  return say(`${Math.round(Math.abs(between) / 365.25)} years`);
}

/** How long something has lasted, from when it began in the words of `relativeWords`. */
export const lastingWords = (ago: string): string => (ago.endsWith(' ago') ? `for ${ago.slice(0, -4)}` : ago === 'now' ? 'since a moment ago' : `since ${ago}`);

/** `4 days left`, `today`, `2 days over`. */
export const daysLeftWords = (left: number): string =>
  left === 0 ? 'today' : `${Math.abs(left)} ${Math.abs(left) === 1 ? 'day' : 'days'} ${left > 0 ? 'left' : 'over'}`;

/** How long until the words of this instant change, so that a page need not tick more often. */
export const nextTickMs = (at: string | Date, now: Date): number => {
  const away = Math.abs(new Date(at).getTime() - now.getTime());
  return away < 3_600_000 ? 15_000 : away < dayMs ? 300_000 : 1_800_000;
};

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const wholeDollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** Cents as `$285,000`, with the cents where there are any. */
export const moneyWords = (cents: number): string => (cents % 100 === 0 ? wholeDollars : dollars).format(cents / 100);

/** `1 deal`, `3 deals`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
