import type { BulkConnection } from './copy.ts';
import { decisionColumns, factColumns } from './lead-row.ts';

/** Types of the staging columns that are not text. */
const types: Record<string, string> = {
  ...Object.fromEntries(['latitude', 'longitude'].map((name) => [name, 'double precision'])),
  ...Object.fromEntries(['bedrooms', 'year_built', 'units'].map((name) => [name, 'smallint'])),
  ...Object.fromEntries(['bathrooms_hundredths', 'living_sqft', 'lot_sqft', 'listed_equity_bps', 'score_tenths'].map((name) => [name, 'integer'])),
  ...Object.fromEntries(
    ['assessed_cents', 'value_cents', 'liens_cents', 'last_sale_cents', 'list_price_cents', 'original_list_price_cents', 'repairs_cents'].map((name) => [
      name,
      'bigint',
    ]),
  ),
  ...Object.fromEntries(['last_sale_date', 'listed_on', 'line_on'].map((name) => [name, 'date'])),
  ...Object.fromEntries(['comparable', 'owner_occupied', 'hot'].map((name) => [name, 'boolean'])),
  ...Object.fromEntries(['signals', 'extra', 'unread', 'decision'].map((name) => [name, 'json'])),
  owner_ids: 'uuid[]',
};

export const leadColumns: readonly string[] = [...factColumns, ...decisionColumns];
export const contactColumns = [
  ...['id', 'kind', 'first_name', 'last_name', 'display_name', 'mailing_line', 'mailing_unit', 'mailing_city', 'mailing_state', 'mailing_zip'],
] as const;
export const pointColumns = ['contact_id', 'kind', 'value', 'line_type', 'do_not_call', 'rank'] as const;

const columns = leadColumns.join(', ');

/** Makes the staging tables of this connection; rows leave them with each commit. */
export async function makeStaging(connection: BulkConnection): Promise<void> {
  const typed = leadColumns.map((name) => `${name} ${types[name] ?? 'text'}`).join(', ');
  await connection.unsafe(`set temp_buffers = '32MB'; set jit = off;
    drop table if exists pg_temp.staged_leads, pg_temp.staged_changes, pg_temp.staged_contacts, pg_temp.staged_points;
    create temp table staged_leads (${typed}) on commit delete rows;
    create temp table staged_changes (${typed}) on commit delete rows;
    create temp table staged_contacts (id uuid, ${contactColumns.slice(1).join(' text, ')} text) on commit delete rows;
    create temp table staged_points (contact_id uuid, kind text, value text, line_type text, do_not_call boolean, rank smallint) on commit delete rows`);
}

type Stamp = { brokerageId: string; importId: string; listDate: string; relation: string; ruleVersion: number | null; now: string };

/**
 * New leads out of staging, numbered from `first`, with ids that follow one another so that the primary key grows at its end.
 * Plain inserts: the brokerage's lock and the look-up before them leave no conflict.
 */
export const insertLeads = (connection: BulkConnection, stamp: Stamp, { first, idPrefix }: { first: number; idPrefix: string }) =>
  connection`insert into leads (brokerage_id, id, lead_no, status, ${connection.unsafe(columns)}, as_of, first_import_id, facts_import_id, relation, rule_version, decided_at, created_at, updated_at)
    select ${stamp.brokerageId}::uuid, (${idPrefix}::text || lpad(to_hex(row_number() over ()), 6, '0'))::uuid, ${first - 1}::integer + row_number() over (), coalesce(outcome, 'new'),
      ${connection.unsafe(columns)}, ${stamp.listDate}::date, ${stamp.importId}::uuid, ${stamp.importId}::uuid, ${stamp.relation}::text,
      ${stamp.ruleVersion}::integer, ${stamp.ruleVersion === null ? null : stamp.now}::timestamptz, ${stamp.now}::timestamptz, ${stamp.now}::timestamptz
    from staged_leads`;

export type StagedUpdate = {
  key: string;
  id: string;
  status: string;
  asOf: string;
  factsImportId: string | null;
  ruleVersion: number | null;
  decidedAt: string | null;
};

/** Leads whose facts changed. Staged rows carry the whole lead as it shall be; `key` says which one it is. */
export function updateLeads(connection: BulkConnection, { brokerageId, now }: Stamp, updates: readonly StagedUpdate[]) {
  const set = leadColumns.map((name) => `${name} = s.${name}`).join(', ');
  return connection`update leads l set ${connection.unsafe(set)}, status = u.status, as_of = u."asOf", facts_import_id = u."factsImportId", rule_version = u."ruleVersion",
      decided_at = u."decidedAt", updated_at = ${now}::timestamptz
    from staged_changes s join jsonb_to_recordset(${JSON.stringify(updates)}::text::jsonb) as u(key text, id uuid, status text, "asOf" date, "factsImportId" uuid, "ruleVersion" integer, "decidedAt" timestamptz)
      on u.key = s.property_key
    where l.brokerage_id = ${brokerageId}::uuid and l.id = u.id`;
}

/** In the order of the key: neighbours in the index are then written one after the other. */
export const insertContacts = (connection: BulkConnection, { brokerageId, now }: Stamp) =>
  connection`insert into contacts (brokerage_id, ${connection.unsafe(contactColumns.join(', '))}, created_at)
    select ${brokerageId}::uuid, ${connection.unsafe(contactColumns.join(', '))}, ${now}::timestamptz from staged_contacts order by id on conflict do nothing`;

export const insertPoints = (connection: BulkConnection, { brokerageId, now }: Stamp, source: string) =>
  connection`insert into contact_points (brokerage_id, ${connection.unsafe(pointColumns.join(', '))}, source, created_at)
    select ${brokerageId}::uuid, ${connection.unsafe(pointColumns.join(', '))}, ${source}, ${now}::timestamptz from staged_points on conflict do nothing`;
