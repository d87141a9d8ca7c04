import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

type Row = Record<string, unknown>;
const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const address = sql.raw(`nullif(concat_ws(', ', nullif(concat_ws(' ', l.line, l.unit), ''), l.city, nullif(concat_ws(' ', l.state, l.zip), '')), '')`);
/** Classes of what people write that want an answer; machines and opt-outs want none. What goes out by itself answers nobody. */
const wantAnswer = sql.raw(`array['reply', 'unclear', 'help', 'hold']`);

export type Conversation = {
  contactId: string;
  name: string;
  at: string;
  channel: string;
  direction: 'in' | 'out';
  excerpt: string;
  class: string;
  unanswered: boolean;
  key: [boolean, string, string];
};

/** Everybody who wrote to us, by the newest message either way; who waits for an answer first. */
export async function listConversations(tx: Tx, { after, limit }: { after?: [boolean, string, string] | undefined; limit: number }): Promise<Conversation[]> {
  const rows = await tx.execute<Row & { key_at: string }>(sql`
    with heard as (
      select distinct on (contact_id) contact_id, id, received_at, channel, class, body from inbound_messages
      where brokerage_id = ${tx.brokerageId} and contact_id is not null order by contact_id, received_at desc, id
    ), lines as (
      select h.contact_id, h.class, o.display_name as name, coalesce(s.claimed_at > h.received_at, false) as ours,
        exists (select 1 from deliveries v where v.brokerage_id = ${tx.brokerageId} and v.contact_id = h.contact_id and v.kind = 'personal-message'
          and v.created_at >= h.received_at and v.status in ('queued', 'done', 'unknown'))
        or exists (select 1 from tasks t where t.brokerage_id = ${tx.brokerageId} and t.kind = 'answer-seller' and t.status = 'done'
          and split_part(t.key, '/', 3) = h.id::text) as answered,
        case when s.claimed_at > h.received_at then s.claimed_at else h.received_at end as at,
        case when s.claimed_at > h.received_at then s.channel else h.channel end as channel,
        case when s.claimed_at > h.received_at then coalesce(s.body, s.subject, '') else h.body end as words
      from heard h join contacts o on o.brokerage_id = ${tx.brokerageId} and o.id = h.contact_id
      left join lateral (select claimed_at, channel, subject, body from sends s where s.brokerage_id = ${tx.brokerageId} and s.contact_id = h.contact_id
        and s.status in ('sent', 'delivered', 'unknown') order by claimed_at desc limit 1) s on true
    ), page as (
      select *, not answered and class = any(${wantAnswer}) as unanswered, ${iso('at')} as key_at from lines
    )
    select contact_id, name, key_at, channel, ours, left(words, 160) as excerpt, class, unanswered from page
    ${after ? sql`where (unanswered, key_at, contact_id::text) < (${after[0]}, ${after[1]}, ${after[2]})` : sql``}
    order by unanswered desc, key_at desc, contact_id::text desc limit ${limit}`);
  return rows.map((row) => ({
    ...{ contactId: row.contact_id as string, name: row.name as string, at: row.key_at, channel: row.channel as string, excerpt: row.excerpt as string },
    ...{ direction: row.ours ? ('out' as const) : ('in' as const), class: row.class as string, unanswered: row.unanswered as boolean },
    key: [row.unanswered as boolean, row.key_at, row.contact_id as string],
  }));
}

export type ThreadEntry = {
  kind: 'sent' | 'waiting' | 'received' | 'consent' | 'suppression' | 'task' | 'letter';
  id: string;
  at: string;
  channel: string | null;
  address: string | null;
  subject: string | null;
  text: string | null;
  status: string | null;
  /** Where it comes from: a step of a sequence, a template, the evidence of a consent, whoever suppressed. */
  source: string | null;
  dealNo: number | null;
};

/** Everything between a person and us on all channels, newest first. */
export async function readThread(
  tx: Tx,
  { contactId, after, limit }: { contactId: string; after?: [string, string] | undefined; limit: number },
): Promise<ThreadEntry[]> {
  const b = sql`${tx.brokerageId}::uuid`;
  const rows = await tx.execute<Row & { at: string; id: string }>(sql`
    with points as (select kind, value from contact_points where brokerage_id = ${b} and contact_id = ${contactId}),
    files as (select d.id, d.lead_id, d.deal_no from leads l join deals d on d.brokerage_id = l.brokerage_id and d.lead_id = l.id
      where l.brokerage_id = ${b} and l.owner_ids @> array[${contactId}::uuid]
      union select d.id, d.lead_id, d.deal_no from parties p join deals d on d.brokerage_id = p.brokerage_id and d.id = p.deal_id where p.brokerage_id = ${b} and p.contact_id = ${contactId}),
    entries as (
      select 'sent' as kind, s.id::text as id, s.claimed_at as at, s.channel, s.address, s.subject, s.body as text, s.status, coalesce((select p.name from deliveries v join people p on p.brokerage_id = ${b} and p.id = v.person_id
          where v.brokerage_id = ${b} and v.contact_id = ${contactId} and s.key in (v.workflow_id, v.workflow_id || '/' || s.id) and v.kind = 'personal-message'), s.template_slug || ' · ' || s.step) as source, s.deal_id
      from sends s where s.brokerage_id = ${b} and s.contact_id = ${contactId}
      union all select 'waiting', v.id::text, v.created_at, v.about->>'channel', coalesce(v.about->>'address', ''), v.about->>'subject', v.about->>'body', v.status,
        concat_ws(': ', p.name, coalesce(nullif(v.waiting_for, 'its run to deliver it'), v.reason)), v.deal_id
      from deliveries v left join people p on p.brokerage_id = ${b} and p.id = v.person_id
      where v.brokerage_id = ${b} and v.contact_id = ${contactId} and v.kind = 'personal-message' and v.status in ('queued', 'refused', 'skipped')
      union all select 'waiting', y.id::text, y.created_at, 'email', null, y.subject, y.body, y.status, coalesce(y.waiting_for, y.reason, y.template), y.deal_id
      from party_messages y join parties r on r.brokerage_id = ${b} and r.id = y.party_id
      where y.brokerage_id = ${b} and r.contact_id = ${contactId} and y.status in ('draft', 'released', 'refused')
      union all select 'received', m.id::text, m.received_at, m.channel, m.from_address, null, m.body, m.class, null, null
      from inbound_messages m where m.brokerage_id = ${b} and m.contact_id = ${contactId}
      union all select 'consent', c.id::text, c.given_at, c.channel, c.address, null, null, case when c.revoked_at is null then 'given' else 'revoked' end, c.form || ': ' || c.evidence, null
      from consents c where c.brokerage_id = ${b} and c.contact_id = ${contactId}
      union all select 'suppression', u.channel || '/' || u.address, u.at, u.channel, u.address, null, u.reason, case when u.lifted_at is null then 'in force' else 'lifted' end, u.source, null
      from suppressions u where u.brokerage_id = ${b} and u.address in (select value from points)
      union all select 'suppression', 'wrong/' || w.address, w.at, null, w.address, null, 'wrong address', 'in force', w.source, null
      from wrong_addresses w where w.brokerage_id = ${b} and w.contact_id = ${contactId}
      union all select 'task', t.id::text, t.created_at, null, null, t.title, t.reason, t.status, t.kind, t.deal_id
      from tasks t where t.brokerage_id = ${b} and t.deal_id in (select id from files) and t.kind in ('call-seller', 'answer-seller', 'decide-unknown-send')
      union all select 'letter', o.id::text, o.sent_at, 'letter', null, 'Offer ' || o.offer_no, null, o.status, o.template_slug || ' ' || o.template_version, o.deal_id
      from offers o where o.brokerage_id = ${b} and o.sent_at is not null and o.deal_id in (select d.id from leads l join deals d on d.brokerage_id = l.brokerage_id and d.lead_id = l.id
        where l.brokerage_id = ${b} and l.owner_ids @> array[${contactId}::uuid])
    ), told as (select e.*, ${iso('e.at')} as key_at from entries e)
    select t.kind, t.id, t.key_at as at, t.channel, t.address, t.subject, t.text, t.status, t.source, d.deal_no
    from told t left join deals d on d.brokerage_id = ${b} and d.id = t.deal_id
    ${after ? sql`where (t.key_at, t.kind || t.id) < (${after[0]}, ${after[1]})` : sql``}
    order by t.key_at desc, t.kind || t.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, dealNo: row.deal_no, deal_no: undefined }) as unknown as ThreadEntry);
}

export type ContactView = {
  id: string;
  kind: string;
  name: string;
  mailing: string | null;
  statedZone: string | null;
  points: {
    kind: string;
    value: string;
    lineType: string | null;
    source: string;
    doNotCall: boolean;
    suppressed: string | null;
    wrong: boolean;
    consent: string | null;
  }[];
  properties: { leadNo: number; property: string | null; status: string; dealNo: number | null; stage: string | null; side: string | null }[];
  parties: { partyId: string; dealNo: number; role: string; left: boolean }[];
};

/** A person with every number, address, property and deal of theirs; null where there is none. */
export async function readContactView(tx: Tx, { contactId }: { contactId: string }): Promise<ContactView | null> {
  const [person] = await tx.execute<Row>(sql`
    select id, kind, display_name as name, stated_zone, nullif(concat_ws(', ', concat_ws(' ', mailing_line, mailing_unit), mailing_city, concat_ws(' ', mailing_state, mailing_zip)), ', ') as mailing
    from contacts where brokerage_id = ${tx.brokerageId} and id = ${contactId}`);
  if (!person) return null;
  const points = await tx.execute<Row>(sql`
    select p.kind, p.value, p.line_type, p.source, p.do_not_call,
      (select string_agg(s.channel || ': ' || s.reason || ' (' || s.source || ')', '; ') from suppressions s where s.brokerage_id = p.brokerage_id and s.address = p.value and s.lifted_at is null) as suppressed,
      exists (select 1 from wrong_addresses w where w.brokerage_id = p.brokerage_id and w.contact_id = p.contact_id and w.address = p.value) as wrong,
      (select string_agg(c.channel || ': ' || c.form, '; ') from consents c where c.brokerage_id = p.brokerage_id and c.contact_id = p.contact_id and c.address = p.value and c.revoked_at is null) as consent
    from contact_points p where p.brokerage_id = ${tx.brokerageId} and p.contact_id = ${contactId} order by p.kind desc, p.rank, p.value`);
  const properties = await tx.execute<Row>(sql`
    select l.lead_no, ${address} as property, l.status, d.deal_no, d.stage, d.side
    from leads l left join deals d on d.brokerage_id = l.brokerage_id and d.lead_id = l.id
    where l.brokerage_id = ${tx.brokerageId} and l.owner_ids @> array[${contactId}::uuid] order by l.lead_no, d.deal_no limit 200`);
  const parties = await tx.execute<Row>(sql`
    select p.id, d.deal_no, p.role, p.left_at is not null as "left" from parties p join deals d on d.brokerage_id = p.brokerage_id and d.id = p.deal_id
    where p.brokerage_id = ${tx.brokerageId} and p.contact_id = ${contactId} order by d.deal_no desc limit 200`);
  return {
    ...{ id: person.id as string, kind: person.kind as string, name: person.name as string },
    ...{ mailing: person.mailing as string | null, statedZone: person.stated_zone as string | null },
    points: points.map(({ line_type, do_not_call, ...point }) => ({ ...point, lineType: line_type, doNotCall: do_not_call })) as ContactView['points'],
    properties: properties.map(({ lead_no, deal_no, ...property }) => ({ ...property, leadNo: Number(lead_no), dealNo: deal_no })) as ContactView['properties'],
    parties: parties.map(({ id, deal_no, ...party }) => ({ ...party, partyId: id, dealNo: deal_no })) as ContactView['parties'],
  };
}
