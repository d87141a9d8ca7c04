import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

export type FoundContact = { id: string; name: string; emails: string[]; phones: string[]; deals: number[] };

/** Contacts by name, e-mail or phone number; those of an open deal first. */
export async function searchContacts(tx: Tx, { text, limit }: { text: string; limit: number }): Promise<FoundContact[]> {
  const words = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const digits = text.replaceAll(/\D/g, '');
  const b = sql`${tx.brokerageId}::uuid`;
  const rows = await tx.execute<Record<string, unknown>>(sql`
    with hits as (
      select id from contacts where brokerage_id = ${b} and display_name ilike ${words}
      union select contact_id from contact_points where brokerage_id = ${b} and (value ilike ${words} or (${digits.length >= 4} and kind = 'phone' and value like ${`%${digits}%`}))
    ), found as (
      select h.id, array(select distinct d.deal_no from deals d where d.brokerage_id = ${b} and d.closed_at is null and (
          exists (select 1 from parties p where p.brokerage_id = ${b} and p.deal_id = d.id and p.contact_id = h.id and p.left_at is null)
          or exists (select 1 from leads l where l.brokerage_id = ${b} and l.id = d.lead_id and l.owner_ids @> array[h.id])) order by d.deal_no) as deals
      from (select id from hits limit 500) h
    )
    select f.id, c.display_name as name, f.deals,
      array(select value from contact_points where brokerage_id = ${b} and contact_id = f.id and kind = 'email' order by rank, value) as emails,
      array(select value from contact_points where brokerage_id = ${b} and contact_id = f.id and kind = 'phone' order by rank, value) as phones
    from found f join contacts c on c.brokerage_id = ${b} and c.id = f.id
    order by cardinality(f.deals) = 0, c.display_name, f.id limit ${limit}`);
  return rows as unknown as FoundContact[];
}
