import { Temporal } from 'temporal-polyfill';

/** A letter's last moment: 11:59 p.m. where the brokerage is, `days` calendar days after the day on which `from` falls there. */
export function lastMoment(from: Date, days: number, zone: string): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate().add({ days });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: '23:59' }).epochMilliseconds);
}
