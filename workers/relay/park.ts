import type { Sql } from 'postgres';
import type { EventEnvelope } from '../../domain/events/envelope.ts';

export type Parked = { id: string; eventId: string; behind: boolean };

/** Subjects of a consumer with an unsettled parked event: what comes later for them waits behind it. */
export async function blockedSubjects(relay: Sql, consumer: string): Promise<Set<string>> {
  const rows = await relay<{ subject_kind: string; subject_id: string }[]>`
    select distinct subject_kind, subject_id from parked_events where consumer = ${consumer} and status in ('parked', 'retry')`;
  return new Set(rows.map((row) => `${row.subject_kind}/${row.subject_id}`));
}

export const subjectKey = (event: EventEnvelope): string => `${event.subject.kind}/${event.subject.id}`;

export async function park(
  relay: Sql,
  consumer: string,
  event: EventEnvelope,
  why: { cause: string; nextStep: string; attempts: number; behind: boolean },
): Promise<void> {
  await relay`
    insert into parked_events (brokerage_id, consumer, event_id, position, subject_kind, subject_id, type, cause, next_step, attempts, behind)
    values (${event.brokerageId}, ${consumer}, ${event.eventId}, ${event.position}, ${event.subject.kind}, ${event.subject.id}, ${event.type}, ${why.cause}, ${why.nextStep}, ${why.attempts}, ${why.behind})
    on conflict (brokerage_id, consumer, event_id) do update
    set status = 'parked', cause = excluded.cause, next_step = excluded.next_step, attempts = parked_events.attempts + excluded.attempts, behind = excluded.behind
    where parked_events.status <> 'discarded'`;
}

export async function settle(relay: Sql, id: string): Promise<void> {
  await relay`update parked_events set status = 'done', settled_at = clock_timestamp(), settled_by = coalesce(settled_by, 'relay') where id = ${id}`;
}

/** What may be tried again, oldest first: asked for by a person, or behind nothing any more. */
export async function retryable(relay: Sql, consumer: string): Promise<Parked[]> {
  const rows = await relay<{ id: string; event_id: string; behind: boolean }[]>`
    select p.id, p.event_id, p.behind from parked_events p
    where p.consumer = ${consumer} and (p.status = 'retry' or (p.status = 'parked' and p.behind))
      and not exists (select 1 from parked_events e where e.brokerage_id = p.brokerage_id and e.consumer = p.consumer and e.subject_kind = p.subject_kind
        and e.subject_id = p.subject_id and e.position < p.position and e.status in ('parked', 'retry'))
    order by p.position limit 100`;
  return rows.map((row) => ({ id: row.id, eventId: row.event_id, behind: row.behind }));
}
