import type { Sql } from 'postgres';

const batchSize = 2000;

/**
 * Gives committed events their position, in order of seq. Within a subject that is the order of commit, because seq is
 * drawn under the subject's lock; across subjects a late commit simply gets a later position, so nothing is ever skipped.
 * Returns the type of each.
 */
export async function numberEvents(relay: Sql): Promise<string[]> {
  const rows = await relay<{ type: string }[]>`
    update events set position = fresh.position
    from (select event_id, nextval('event_positions') as position from (select event_id from events where position is null order by seq limit ${batchSize}) unnumbered) fresh
    where events.event_id = fresh.event_id returning events.type`;
  return rows.map(({ type }) => type);
}
