import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { apiKeys, events, people } from '../schema/index.ts';

export type SettingsHistoryRow = {
  seq: number;
  at: Date;
  type: string;
  payload: unknown;
  actor: { kind: string; id: string };
  personId: string | null;
  personName: string | null;
  keyName: string | null;
};

const types = ['Settings.Changed', 'Sending.Stopped', 'Sending.Resumed'];

/** Who changed which setting, newest first, as the log holds it. A key's deeds are its person's. */
export async function listSettingsHistory(tx: Tx, { after, limit }: { after?: number | undefined; limit: number }): Promise<SettingsHistoryRow[]> {
  const by = (kind: string) => sql`case when ${events.actor}->>'kind' = ${kind} then (${events.actor}->>'id')::uuid end`;
  const rows = await tx
    .select({
      seq: events.seq,
      at: events.occurredAt,
      type: events.type,
      payload: events.payload,
      actor: events.actor,
      personId: people.id,
      personName: people.name,
      keyName: apiKeys.name,
    })
    .from(events)
    .leftJoin(apiKeys, and(eq(apiKeys.brokerageId, events.brokerageId), sql`${apiKeys.id} = ${by('key')}`))
    .leftJoin(people, and(eq(people.brokerageId, events.brokerageId), sql`${people.id} = coalesce(${apiKeys.personId}, ${by('person')})`))
    .where(and(eq(events.brokerageId, tx.brokerageId), inArray(events.type, types), after === undefined ? undefined : lt(events.seq, after)))
    .orderBy(desc(events.seq))
    .limit(limit);
  return rows.map((row) => ({ ...row, actor: row.actor as SettingsHistoryRow['actor'] }));
}
