import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** What a browser learns of an event: where to look again, no facts. */
export type ChangeLine = {
  position: number;
  type: string;
  subjectKind: string;
  subjectId: string;
  dealNo: number | null;
  leadNo: number | null;
  occurredAt: string;
};

/** Numbered events of the brokerage behind a position, oldest first, with the numbers people know them by. */
export async function listChanges(tx: Tx, { after, limit }: { after: number; limit: number }): Promise<ChangeLine[]> {
  const rows = await tx.execute<Record<string, unknown>>(sql`
    select e.position, e.type, e.subject_kind, e.subject_id, e.occurred_at, d.deal_no, l.lead_no
    from (select * from events where brokerage_id = ${tx.brokerageId} and position > ${after} order by position limit ${limit}) e
    left join deals d on d.brokerage_id = e.brokerage_id and d.id = case e.subject_kind when 'deal' then e.subject_id else (e.payload ->> 'dealId')::uuid end
    left join leads l on l.brokerage_id = e.brokerage_id and l.id = case e.subject_kind when 'lead' then e.subject_id else (e.payload ->> 'leadId')::uuid end
    order by e.position`);
  return rows.map((row) => ({
    position: Number(row.position),
    type: row.type as string,
    subjectKind: row.subject_kind as string,
    subjectId: row.subject_id as string,
    dealNo: row.deal_no as number | null,
    leadNo: row.lead_no === null ? null : Number(row.lead_no),
    occurredAt: new Date(row.occurred_at as string).toISOString(),
  }));
}

/** The newest position of the brokerage; 0 before its first event. */
export async function newestPosition(tx: Tx, _: Record<never, never> = {}): Promise<number> {
  const [row] = await tx.execute<{ newest: string | null }>(sql`select max(position) as newest from events where brokerage_id = ${tx.brokerageId}`);
  return Number(row!.newest ?? 0);
}

/** Whether more than `most` events lie behind a position. */
export async function liesFurtherBack(tx: Tx, { after, most }: { after: number; most: number }): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from events where brokerage_id = ${tx.brokerageId} and position > ${after} order by position offset ${most} limit 1`);
  return rows.length > 0;
}
