import { and, asc, desc, eq, gt, isNotNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { events } from '../schema/index.ts';

export type EventRow = typeof events.$inferSelect;
export type EventFilter = { subjectKind?: string | undefined; subjectId?: string | undefined; type?: string | undefined; correlationId?: string | undefined };

export type DayCount = { date: string; type: string; channel: string | null; status: string | null; step: string | null; times: number };

/** How often what happened on each day of the brokerage's zone, since a position of the log and until an instant of business time. */
export async function countEventsByDay(tx: Tx, { afterPosition, until }: { afterPosition: number; until: Date }): Promise<DayCount[]> {
  const rows = await tx.execute<DayCount>(sql`
    select to_char(e.occurred_at at time zone b.zone, 'YYYY-MM-DD') as date, e.type,
      e.payload ->> 'channel' as channel, e.payload #>> '{status,next}' as status, e.payload ->> 'step' as step, count(*)::int as times
    from events e join brokerages b on b.id = e.brokerage_id
    where e.brokerage_id = ${tx.brokerageId} and e.position > ${afterPosition} and e.occurred_at <= ${until.toISOString()}::timestamptz
    group by 1, 2, 3, 4, 5 order by 1`);
  return [...rows];
}

/** Numbered events by position; one that has no number yet counts as not yet there. */
export function listEvents(
  tx: Tx,
  { newestFirst, after, limit, ...filter }: EventFilter & { newestFirst: boolean; after?: number | undefined; limit: number },
): Promise<EventRow[]> {
  return tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.brokerageId, tx.brokerageId),
        isNotNull(events.position),
        filter.subjectKind ? eq(events.subjectKind, filter.subjectKind) : undefined,
        filter.subjectId ? eq(events.subjectId, filter.subjectId) : undefined,
        filter.type ? eq(events.type, filter.type) : undefined,
        filter.correlationId ? eq(events.correlationId, filter.correlationId) : undefined,
        after === undefined ? undefined : newestFirst ? lt(events.position, after) : gt(events.position, after),
      ),
    )
    .orderBy(newestFirst ? desc(events.position) : asc(events.position))
    .limit(limit);
}
