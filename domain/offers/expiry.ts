import { Temporal } from 'temporal-polyfill';

const inZone = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** The day of an instant where the brokerage is. */
export const dayIn = (at: Date, zone: string): string => inZone(at, zone).toPlainDate().toString();

/** A letter's last moment: 11:59 p.m. where the brokerage is, `days` calendar days after the day on which `from` falls there. */
export function lastMoment(from: Date, days: number, zone: string): Date {
  const day = inZone(from, zone).toPlainDate().add({ days });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: '23:59' }).epochMilliseconds);
}
