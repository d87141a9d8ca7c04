import type { Sql } from 'postgres';
import type { EventEnvelope } from '../../domain/events/envelope.ts';

type Row = {
  brokerage_id: string;
  slug: string;
  event_id: string;
  position: string;
  type: string;
  version: number;
  occurred_at: Date | string;
  recorded_at: Date | string;
  source: string;
  actor: EventEnvelope['actor'];
  correlation_id: string;
  causation_id: string | null;
  subject_kind: EventEnvelope['subject']['kind'];
  subject_id: string;
  payload: unknown;
};

/** Numbered events of these types behind a position, oldest first. */
export async function eventsAfter(relay: Sql, position: number, types: readonly string[], limit: number): Promise<EventEnvelope[]> {
  const rows = await relay<Row[]>`
    select e.*, b.slug from events e join brokerages b on b.id = e.brokerage_id
    where e.position > ${position} and e.type = any(${[...types]}) order by e.position limit ${limit}`;
  return rows.map(toEnvelope);
}

export async function eventsById(relay: Sql, ids: string[]): Promise<Map<string, EventEnvelope>> {
  const rows = await relay<Row[]>`select e.*, b.slug from events e join brokerages b on b.id = e.brokerage_id where e.event_id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.event_id, toEnvelope(row)]));
}

const toEnvelope = (row: Row): EventEnvelope => ({
  brokerageId: row.brokerage_id,
  brokerage: row.slug,
  eventId: row.event_id,
  position: Number(row.position),
  type: row.type,
  version: row.version,
  occurredAt: new Date(row.occurred_at).toISOString(),
  recordedAt: new Date(row.recorded_at).toISOString(),
  source: row.source,
  actor: row.actor,
  correlationId: row.correlation_id,
  causationId: row.causation_id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  payload: row.payload,
});
