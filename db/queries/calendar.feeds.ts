import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { CalendarOf } from '../../domain/closing/calendar.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { calendarFeeds } from '../schema/index.ts';

export type CalendarFeed = typeof calendarFeeds.$inferSelect;

const ofPerson = (tx: Tx, personId: string) => and(eq(calendarFeeds.brokerageId, tx.brokerageId), eq(calendarFeeds.personId, personId));

export async function findCalendarFeed(tx: Tx, { personId }: { personId: string }): Promise<CalendarFeed | null> {
  const [row] = await tx.select().from(calendarFeeds).where(ofPerson(tx, personId));
  return row ?? null;
}

/** Gives a person an address for their calendar program; the one they had is nobody's from now on. */
export async function makeCalendarFeed(change: Change, { personId, what, hash }: { personId: string; what: CalendarOf; hash: string }): Promise<CalendarFeed> {
  const { tx, now, event } = change;
  await tx.delete(calendarFeeds).where(ofPerson(tx, personId));
  const [row] = await tx.insert(calendarFeeds).values({ brokerageId: tx.brokerageId, personId, hash, what, madeAt: now }).returning();
  await event('Calendar.FeedMade', { personId, what });
  return row!;
}

/** False when there was none. */
export async function endCalendarFeed({ tx, event }: Change, { personId }: { personId: string }): Promise<boolean> {
  const gone = await tx.delete(calendarFeeds).where(ofPerson(tx, personId)).returning({ personId: calendarFeeds.personId });
  if (gone.length === 0) return false;
  await event('Calendar.FeedEnded', { personId });
  return true;
}

/** A calendar program asks many times a day; once an hour is enough to see that it does. */
export async function noteCalendarRead(tx: Tx, { personId, at }: { personId: string; at: Date }): Promise<void> {
  const stale = or(isNull(calendarFeeds.readAt), lt(calendarFeeds.readAt, new Date(at.getTime() - 3_600_000)));
  await tx
    .update(calendarFeeds)
    .set({ readAt: at })
    .where(and(ofPerson(tx, personId), stale));
}
