import ical, { ICalCalendarMethod } from 'ical-generator';
import type { CalendarEntry } from '../domain/closing/calendar.ts';

/** The entries as RFC 5545 text. The same entries give the same bytes, so that a program that has them need not read them again. */
export function calendarText(name: string, publicUrl: string, entries: readonly CalendarEntry[]): string {
  const host = new URL(publicUrl).hostname;
  const calendar = ical({ name, prodId: { company: 'Keyturn', product: 'Key dates', language: 'EN' }, method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  for (const { uid, title, about, dealNo, place, at, changedAt } of entries) {
    const when = 'day' in at ? { start: at.day, allDay: true } : { start: at.instant, end: new Date(at.instant.getTime() + at.minutes * 60_000) };
    calendar.createEvent({
      ...when,
      id: `${uid}@${host}`,
      summary: title,
      description: about,
      url: `${publicUrl}/deals/${dealNo}`,
      stamp: changedAt,
      lastModified: changedAt,
      ...(place ? { location: place } : {}),
    });
  }
  return calendar.toString();
}
