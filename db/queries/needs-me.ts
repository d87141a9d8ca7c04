import { sql } from 'drizzle-orm';
import { type Bucket, bucketKinds, buckets } from '../../domain/closing/needs-me.ts';
import { aboutOf } from '../../domain/closing/task-kinds.ts';
import type { Tx } from '../client.ts';

export type NeedsMe = {
  bucket: Bucket;
  taskId: string | null;
  parkedId: string | null;
  kind: string;
  title: string;
  reason: string;
  dealNo: number | null;
  /** Of the lead it names, where it names one. */
  leadNo: number | null;
  /** Of the message, document or send it is acted on at. */
  aboutId: string | null;
  /** Whom to answer, where it asks for an answer. */
  contactId: string | null;
  property: string | null;
  role: string;
  owner: string | null;
  ownerId: string | null;
  dueAt: string;
  key: [number, string, string];
};

export type NeedsMeFilter = {
  ownerId?: string | undefined;
  role?: string | undefined;
  /** A person's own, and what is their role's and nobody's yet. */
  anyOf?: { ownerId: string; role: string } | undefined;
};

const anId = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const kinds = (of: readonly string[]) => sql.raw(`array['${of.join("','")}']`);

/**
 * What asks for somebody now, over all files, in one query on the index of open tasks, each line by keys: overdue, due before the brokerage's day ends, approvals, reviews, replies and failed
 * automation (events that could not be taken in among it). Most urgent bucket first, then by due.
 */
export async function listNeedsMe(
  tx: Tx,
  { ownerId, role, anyOf, after, limit }: NeedsMeFilter & { after?: [number, string, string] | undefined; limit: number },
): Promise<NeedsMe[]> {
  const rows = await tx.execute<Record<string, unknown> & { place: number; line_id: string; due_text: string }>(sql`
    with clock as (
      select business_now() as now, (date_trunc('day', business_now() at time zone zone) + interval '1 day') at time zone zone as day_end
      from brokerages where id = ${tx.brokerageId}
    ), lines as (
      select t.id, t.id as task_id, null::uuid as parked_id, t.kind, t.key, t.title, t.reason, t.deal_id, t.lead_id, t.role, t.owner_id, t.due_at,
        case when t.due_at < clock.now then 0 when t.kind = any(${kinds(bucketKinds.automation)}) then 1 when t.kind = any(${kinds(bucketKinds.approval)}) then 2
          when t.kind = any(${kinds(bucketKinds.review)}) then 3 when t.kind = any(${kinds(bucketKinds.reply)}) then 4 when t.due_at < clock.day_end then 5 end as place
      from tasks t cross join clock
      where t.brokerage_id = ${tx.brokerageId} and t.status = 'open' and (t.snoozed_until is null or t.snoozed_until <= clock.now)
        ${anyOf ? sql`and (t.owner_id = ${anyOf.ownerId} or (t.owner_id is null and t.role = ${anyOf.role}))` : sql``}
        ${ownerId ? sql`and t.owner_id = ${ownerId}` : sql``} ${role ? sql`and t.role = ${role}` : sql``}
      union all
      select p.id, null, p.id, 'parked-event', '', p.type || ' could not be taken in by ' || p.consumer, p.cause || '. ' || p.next_step,
        case when p.subject_kind = 'deal' then p.subject_id end, case when p.subject_kind = 'lead' then p.subject_id end, 'engineer', null, p.parked_at, 1
      from parked_events p
      where p.brokerage_id = ${tx.brokerageId} and p.status = 'parked' and not p.behind and ${ownerId === undefined && [role, anyOf?.role].every((one) => one === undefined || one === 'engineer')}
    ), page as (
      select l.*, case when l.kind = 'answer-seller' and split_part(l.key, '/', 3) ~ ${anId} then split_part(l.key, '/', 3)::uuid end as answers from lines l
      where l.place is not null ${after ? sql`and (l.place, l.due_at, l.id) > (${after[0]}, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``}
      order by l.place, l.due_at, l.id limit ${limit}
    )
    select l.*, l.id as line_id,
      coalesce((select contact_id from inbound_messages where brokerage_id = ${tx.brokerageId} and id = l.answers),
        (select contact_id from deliveries where brokerage_id = ${tx.brokerageId} and id = l.answers)) as contact_id, d.deal_no, case when l.lead_id is not null then p.lead_no end as lead_no, o.name as owner, to_char(l.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due_text,
      nullif(concat_ws(', ', nullif(concat_ws(' ', p.line, p.unit), ''), p.city, nullif(concat_ws(' ', p.state, p.zip), '')), '') as property
    from page l
    left join deals d on d.brokerage_id = ${tx.brokerageId} and d.id = l.deal_id
    left join leads p on p.brokerage_id = ${tx.brokerageId} and p.id = coalesce(d.lead_id, l.lead_id)
    left join people o on o.brokerage_id = ${tx.brokerageId} and o.id = l.owner_id
    order by l.place, l.due_at, l.id`);
  return rows.map((row) => ({
    bucket: buckets[row.place]!,
    taskId: row.task_id as string | null,
    parkedId: row.parked_id as string | null,
    kind: row.kind as string,
    title: row.title as string,
    reason: row.reason as string,
    dealNo: row.deal_no as number | null,
    leadNo: row.lead_no as number | null,
    aboutId: aboutOf({ kind: row.kind as string, key: row.key as string }),
    contactId: row.contact_id as string | null,
    property: row.property as string | null,
    role: row.role as string,
    owner: row.owner as string | null,
    ownerId: row.owner_id as string | null,
    dueAt: row.due_text,
    key: [row.place, row.due_text, row.line_id],
  }));
}
