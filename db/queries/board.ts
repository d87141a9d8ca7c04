import { sql } from 'drizzle-orm';
import type { BoardFacts } from '../../domain/closing/board.ts';
import type { Tx } from '../client.ts';
import { businessNow } from '../clock.ts';
import { heldUpCompliance } from '../held-up-compliance.ts';
import { holdsClosingUp } from './file-gate.ts';

/** More files than a person can look at; the board says so when it was cut. */
export const boardLimit = 2000;

export type BoardFilter = {
  stage?: string | undefined;
  side?: string | undefined;
  open?: boolean | undefined;
  agentId?: string | undefined;
  text?: string | undefined;
};
type Row = Record<string, unknown> & { id: string };

/**
 * What the board shows of each file: nine queries, however many files. The filters of rows are applied here; those of
 * what is derived (health, days left) by the caller.
 */
export async function readBoard(tx: Tx, filter: BoardFilter = {}): Promise<{ files: BoardFacts[]; truncated: boolean; now: Date }> {
  const now = await businessNow(tx);
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await listFiles(tx, filter);
  const files = rows.slice(0, boardLimit);
  const array = (values: unknown[]) => sql`${`{${values.join(',')}}`}::uuid[]`;
  const ids = array(files.map(({ id }) => id));
  const leads = array([...new Set(files.map(({ lead_id }) => lead_id))]);
  const underContract = files.filter(({ contract_id }) => contract_id);
  const contracts = sql`unnest(${array(underContract.map(({ id }) => id))}, ${array(underContract.map(({ contract_id }) => contract_id))}) as f (deal_id, contract_id)`;
  // Of the twenty clocks of a file, those that health can say something of, and the next: most are neither, and cost the most.
  const risky = await tx.execute<Row>(sql`
    select ${clock} from deadlines c where c.brokerage_id = ${tx.brokerageId} and c.contract_id = any(${array(underContract.map(({ contract_id }) => contract_id))})
      and (c.status = 'breached' or (c.status = 'pending' and (c.flagged_at is not null or coalesce(c.answer ->> 'problem', '') <> '')))
    order by c.due_at, c.clock`);
  const next = await tx.execute<Row>(sql`
    select ${clock} from ${contracts} join lateral (select * from deadlines d
      where d.brokerage_id = ${tx.brokerageId} and d.deal_id = f.deal_id and d.contract_id = f.contract_id and d.status = 'pending' and d.date is not null and d.due_at >= ${at}
      order by d.due_at, d.clock limit 1) c on true`);
  const tasks = await tx.execute<Row>(sql`
    select deal_id as id, count(*)::int as open, count(*) filter (where due_at < ${at})::int as overdue
    from tasks where brokerage_id = ${tx.brokerageId} and status = 'open' and deal_id = any(${ids}) group by deal_id`);
  const missing = await tx.execute<Row>(sql`
    select deal_id as id, array_agg(title order by document) as documents
    from checklist_items where brokerage_id = ${tx.brokerageId} and deal_id = any(${ids}) and ${holdsClosingUp} group by deal_id`);
  const closed = await tx.execute<Row>(sql`
    select f.deal_id as id, exists (select 1 from events e where e.brokerage_id = f.brokerage_id and e.subject_kind = 'deal' and e.subject_id = f.deal_id
      and ${heldUpCompliance(sql`coalesce(m.position, 0)`)}) as behind
    from deal_facts f left join compliance_marks m on m.brokerage_id = f.brokerage_id and m.deal_id = f.deal_id
    where f.brokerage_id = ${tx.brokerageId} and f.deal_id = any(${ids}) and f.fact = 'Closing.Completed' and f.taken_back is null`);
  const sent = await tx.execute<Row>(sql`
    select lead_id as id, ${iso('max(claimed_at)')} as at from sends
    where brokerage_id = ${tx.brokerageId} and lead_id = any(${leads}) and status in ('claimed', 'sent', 'delivered') group by lead_id`);
  const heard = await tx.execute<Row>(sql`
    select l.id, ${iso('max(m.received_at)')} as at
    from leads l join inbound_messages m on m.brokerage_id = l.brokerage_id and m.contact_id = any(l.owner_ids)
    where l.brokerage_id = ${tx.brokerageId} and l.id = any(${leads}) group by l.id`);
  const known = new Set(risky.map(({ id, clock }) => `${id} ${clock}`));
  const clocksOf = group([...risky, ...next.filter(({ id, clock }) => !known.has(`${id} ${clock}`))]);
  const [tasksOf, missingOf, closedOf, sentOf, heardOf] = [single(tasks), single(missing), single(closed), single(sent), single(heard)];
  return {
    now,
    truncated: rows.length > boardLimit,
    files: files.map((row) => ({
      ...{ dealNo: row.deal_no as number, side: row.side as string, stage: row.stage as string, zone: row.zone as string },
      ...{ property: row.property as string | null, city: row.city as string | null, state: row.state as string | null },
      closingOn: row.closing_on as string | null,
      clocks: (clocksOf.get(row.id) ?? []).map(({ id: _, due_at, ...clock }) => ({ ...clock, dueAt: due_at })) as BoardFacts['clocks'],
      openTasks: (tasksOf.get(row.id)?.open as number | undefined) ?? 0,
      overdue: (tasksOf.get(row.id)?.overdue as number | undefined) ?? 0,
      missingDocuments: (missingOf.get(row.id)?.documents as string[] | undefined) ?? [],
      closed: closedOf.has(row.id),
      complianceBehind: closedOf.get(row.id)?.behind === true,
      waitingFor: row.waiting_for as string | null,
      waitingSince: row.waiting_since as string | null,
      lastContactAt: later(sentOf.get(row.lead_id as string)?.at, heardOf.get(row.lead_id as string)?.at),
      agent: row.agent_id ? { contactId: row.agent_id as string, name: row.agent_name as string } : null,
    })),
  };
}

function listFiles(tx: Tx, { stage, side, open, agentId, text }: BoardFilter): Promise<Row[]> {
  const words = text ? `%${text.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  const number = text && /^\d{1,9}$/.test(text) ? Number(text) : null;
  return tx.execute<Row>(sql`
    select d.id, d.deal_no, d.lead_id, d.side, d.stage, d.waiting_for, ${iso('d.waiting_since')} as waiting_since, l.city, l.state, ${address} as property,
      c.id as contract_id, coalesce(c.zone, b.zone) as zone, c.dates ->> 'closingDate' as closing_on, a.contact_id as agent_id, a.display_name as agent_name
    from deals d join brokerages b on b.id = d.brokerage_id join leads l on l.brokerage_id = d.brokerage_id and l.id = d.lead_id
    left join (select distinct on (deal_id) deal_id, id, zone, dates from contracts where brokerage_id = ${tx.brokerageId}
      order by deal_id, recorded_at desc, id desc) c on c.deal_id = d.id
    left join (select distinct on (p.deal_id, p.role) p.deal_id, p.role, p.contact_id, o.display_name
      from parties p join contacts o on o.brokerage_id = p.brokerage_id and o.id = p.contact_id
      where p.brokerage_id = ${tx.brokerageId} and p.left_at is null and p.role in ('listing-agent', 'buyer-agent')
      order by p.deal_id, p.role, p.added_at, p.id) a on a.deal_id = d.id and a.role = case d.side when 'listing' then 'listing-agent' else 'buyer-agent' end
    where d.brokerage_id = ${tx.brokerageId}
      ${stage ? sql`and d.stage = ${stage}` : sql``} ${side ? sql`and d.side = ${side}` : sql``}
      ${open === undefined ? sql`` : open ? sql`and d.closed_at is null` : sql`and d.closed_at is not null`}
      ${agentId ? sql`and a.contact_id = ${agentId}` : sql``}
      ${words ? sql`and (${address} ilike ${words} or d.waiting_for ilike ${words} or a.display_name ilike ${words} or d.deal_no = ${number})` : sql``}
    order by d.deal_no desc limit ${boardLimit + 1}`);
}

const address = sql.raw(`nullif(concat_ws(', ', nullif(concat_ws(' ', l.line, l.unit), ''), l.city, nullif(concat_ws(' ', l.state, l.zip), '')), '')`);
const isoText = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const iso = (column: string) => sql.raw(isoText(column));
const clock = sql.raw(
  `c.deal_id as id, c.clock, c.title, c.actor, c.status, c.date::text as date, ${isoText('c.due_at')} as due_at, c.flagged_at is not null as flagged, c.evidence, c.answer ->> 'problem' as problem`,
);
const single = (rows: Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]));
function group(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const had = groups.get(row.id);
    if (had) had.push(row);
    else groups.set(row.id, [row]);
  }
  return groups;
}
const later = (a: unknown, b: unknown): string | null =>
  [a, b]
    .filter((at) => typeof at === 'string')
    .sort()
    .at(-1) ?? null;
