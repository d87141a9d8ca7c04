import { randomUUID } from 'node:crypto';
import type { TestDatabase } from './database.ts';

/** An event of the brokerage that a consumer could not take; its id. */
export async function seedParked(
  { relay }: Pick<TestDatabase, 'relay'>,
  brokerageId: string,
  { consumer = 'crm-push-run', cause = 'the engine answered unavailable' }: { consumer?: string; cause?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await relay.sql`
    insert into parked_events (brokerage_id, id, consumer, event_id, position, subject_kind, subject_id, type, cause, next_step, attempts)
    values (${brokerageId}, ${id}, ${consumer}, ${randomUUID()}, 1, 'brokerage', ${brokerageId}, 'Contact.Updated', ${cause}, 'Mend the cause', 8)`;
  return id;
}
