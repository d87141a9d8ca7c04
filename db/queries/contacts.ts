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
    ), taking_part as (
      select p.contact_id, d.deal_no from deals d join parties p on p.brokerage_id = ${b} and p.deal_id = d.id and p.left_at is null
      where d.brokerage_id = ${b} and d.closed_at is null
      union select o.contact_id, d.deal_no from deals d join lead_contacts o on o.brokerage_id = ${b} and o.lead_id = d.lead_id
      where d.brokerage_id = ${b} and d.closed_at is null
    ), nearest as (
      select h.id, c.display_name as name, coalesce(array_agg(p.deal_no order by p.deal_no) filter (where p.deal_no is not null), '{}') as deals
      from hits h join contacts c on c.brokerage_id = ${b} and c.id = h.id left join taking_part p on p.contact_id = h.id
      group by h.id, c.display_name order by count(p.deal_no) = 0, c.display_name, h.id limit ${limit}
    )
    select n.id, n.name, n.deals,
      array(select value from contact_points where brokerage_id = ${b} and contact_id = n.id and kind = 'email' order by rank, value) as emails,
      array(select value from contact_points where brokerage_id = ${b} and contact_id = n.id and kind = 'phone' order by rank, value) as phones
    from nearest n order by cardinality(n.deals) = 0, n.name, n.id`);
  return rows as unknown as FoundContact[];
}
