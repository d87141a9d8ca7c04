import { randomUUID } from 'node:crypto';
import type { TestDatabase } from './database.ts';
import { type SampleIds, seedSampleIds } from './sample-ids.ts';

/** The rows of brokerage B, and what only the relay may write. */
export type OperationIds = SampleIds & { parkedId: string };

export async function seedOperationIds(database: TestDatabase, b: { id: string; slug: string }): Promise<OperationIds> {
  const ids = await seedSampleIds(database.app, b);
  const parkedId = randomUUID();
  await database.relay.sql`
    insert into parked_events (brokerage_id, id, consumer, event_id, position, subject_kind, subject_id, type, cause, next_step, attempts)
    values (${b.id}, ${parkedId}, ${ids.marker}, ${randomUUID()}, 1, 'deal', ${ids.dealId}, 'Deal.Opened', ${ids.marker}, 'Mend the cause', 5)`;
  return { ...ids, parkedId };
}
