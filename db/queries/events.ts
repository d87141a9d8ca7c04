import { and, asc, desc, eq, gt, isNotNull, lt } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { events } from '../schema/index.ts';

export type EventRow = typeof events.$inferSelect;
export type EventFilter = { subjectKind?: string | undefined; subjectId?: string | undefined; type?: string | undefined; correlationId?: string | undefined };

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
