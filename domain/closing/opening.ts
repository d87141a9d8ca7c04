import { Temporal } from 'temporal-polyfill';

/** Hour of the day, where the brokerage is, at which waiting leads become deals. */
export const openingHour = 8;

/** The instant the calendar day of `now` began in a zone. */
export function startOfDay(now: Date, zone: string): Date {
  return new Date(zoned(now, zone).startOfDay().epochMilliseconds);
}

/** The next opening after `now`: 8:00 of the next calendar day in the zone, also across a change of daylight time. */
export function nextOpening(now: Date, zone: string): Date {
  return new Date(zoned(now, zone).add({ days: 1 }).startOfDay().with({ hour: openingHour }).epochMilliseconds);
}

const zoned = (now: Date, zone: string): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
