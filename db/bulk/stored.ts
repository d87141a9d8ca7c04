import { dayOf } from '../../domain/sourcing/dates.ts';
import type { PropertyLine, Signal } from '../../domain/sourcing/line.ts';
import type { PropertyType } from '../../domain/sourcing/property-types.ts';
import type { BulkConnection } from './copy.ts';

/** What the merge must know of a lead to see whether a line changes it. */
export type KnownLead = { id: string; leadNo: number; propertyKey: string; addressKey: string | null; contentHash: string };

type KnownRow = { id: string; lead_no: number; property_key: string; address_key: string | null; content_hash: string };
const known = (row: KnownRow): KnownLead => ({ id: row.id, leadNo: row.lead_no, propertyKey: row.property_key, addressKey: row.address_key, contentHash: row.content_hash });

/** Leads by their keys. One statement per batch. */
export async function leadsByKey(connection: BulkConnection, brokerageId: string, keys: readonly string[]): Promise<Map<string, KnownLead>> {
  const rows = await connection<KnownRow[]>`select id, lead_no, property_key, address_key, content_hash from leads where brokerage_id = ${brokerageId} and property_key = any(${keys as string[]}::text[])`;
  return new Map(rows.map((row) => [row.property_key, known(row)]));
}

/** Leads with a parcel number by their address; more than one where an address has several parcels. */
export async function leadsByAddress(connection: BulkConnection, brokerageId: string, addresses: readonly string[]): Promise<Map<string, KnownLead[]>> {
  const rows = await connection<KnownRow[]>`select id, lead_no, property_key, address_key, content_hash from leads
    where brokerage_id = ${brokerageId} and address_key = any(${addresses as string[]}::text[]) and property_key not like 'adr:%' order by lead_no`;
  const found = new Map<string, KnownLead[]>();
  for (const row of rows) found.set(row.address_key!, [...(found.get(row.address_key!) ?? []), known(row)]);
  return found;
}

/** Whether any lead is known by its address alone: then a parcel may be one of them. A look at one place of the index. */
export async function hasAddressLeads(connection: BulkConnection, brokerageId: string): Promise<boolean> {
  const [row] = await connection`select exists(select 1 from leads where brokerage_id = ${brokerageId} and property_key >= 'adr:' and property_key < 'adr;') as found`;
  return row!.found as boolean;
}

/** A stored lead in the words of a line, with what the merge keeps beside the facts. */
export type StoredLead = {
  line: PropertyLine;
  ownerIds: string;
  asOf: string;
  factsImportId: string | null;
  status: string;
  outcome: string | null;
  scoreTenths: number | null;
  hot: boolean;
  ruleVersion: number | null;
  decision: unknown;
  decidedAt: string | null;
};

/** The whole rows of some leads, locked until commit. Dates come as text, so that no driver's idea of a date is between. */
export async function lockLeads(connection: BulkConnection, brokerageId: string, ids: readonly string[]): Promise<Map<string, StoredLead>> {
  const rows = await connection`select *, owner_ids::text as owners, last_sale_date::text as sale_text, listed_on::text as listed_text, line_on::text as line_text, as_of::text as as_of_text,
      to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as decided_text
    from leads where brokerage_id = ${brokerageId} and id = any(${ids as string[]}::uuid[]) order by id for update`;
  return new Map(rows.map((row) => [row.id as string, storedLead(row)]));
}

const day = (text: string | null): number | null => (text === null ? null : dayOf(text));
const cents = (value: string | number | null): number | null => (value === null ? null : Number(value));

function storedLead(row: Record<string, unknown>): StoredLead {
  const text = (name: string) => row[name] as string | null;
  const number = (name: string) => cents(row[name] as string | null);
  const line: PropertyLine = {
    line: 0,
    propertyKey: text('property_key')!,
    addressKey: text('address_key'),
    parcelNumber: text('parcel_number'),
    county: text('county'),
    street: text('line'),
    unit: text('unit'),
    city: text('city'),
    state: text('state'),
    zip: text('zip'),
    latitude: number('latitude'),
    longitude: number('longitude'),
    propertyType: text('property_type') as PropertyType | null,
    bedrooms: number('bedrooms'),
    bathroomsHundredths: number('bathrooms_hundredths'),
    livingSqft: number('living_sqft'),
    lotSqft: number('lot_sqft'),
    yearBuilt: number('year_built'),
    units: number('units'),
    assessedCents: number('assessed_cents'),
    valueCents: number('value_cents'),
    liensCents: number('liens_cents'),
    saleDay: day(text('sale_text')),
    saleCents: number('last_sale_cents'),
    listPriceCents: number('list_price_cents'),
    originalListPriceCents: number('original_list_price_cents'),
    listedDay: day(text('listed_text')),
    repairsCents: number('repairs_cents'),
    listedEquityBps: number('listed_equity_bps'),
    ownerOccupied: row.owner_occupied as boolean | null,
    mailingLine: text('mailing_line'),
    mailingUnit: text('mailing_unit'),
    mailingCity: text('mailing_city'),
    mailingState: text('mailing_state'),
    mailingZip: text('mailing_zip'),
    owners: [],
    points: [],
    signals: row.signals as Signal[] | null,
    extra: row.extra === null ? null : JSON.stringify(row.extra),
    unread: Object.entries((row.unread ?? {}) as Record<string, string>).flat(),
    lineDay: day(text('line_text')),
    contentHash: text('content_hash')!,
    raw: null,
  };
  return {
    line,
    ownerIds: text('owners')!,
    asOf: text('as_of_text')!,
    factsImportId: text('facts_import_id'),
    status: text('status')!,
    outcome: text('outcome'),
    scoreTenths: number('score_tenths'),
    hot: row.hot as boolean,
    ruleVersion: number('rule_version'),
    decision: row.decision,
    decidedAt: text('decided_text'),
  };
}
