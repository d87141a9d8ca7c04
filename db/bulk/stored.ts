import { dayOf } from '../../domain/sourcing/dates.ts';
import type { PropertyLine, Rejection, Signal } from '../../domain/sourcing/line.ts';
import type { PropertyType } from '../../domain/sourcing/property-types.ts';
import type { Batch } from './batch.ts';
import type { BulkConnection } from './copy.ts';

/** What the merge must know of a lead to see whether a line changes it. */
export type KnownLead = { id: string; leadNo: number; propertyKey: string; addressKey: string | null; contentHash: string };

type KnownRow = { id: string; lead_no: number; property_key: string; address_key: string | null; content_hash: string };
const known = (row: KnownRow): KnownLead => ({
  id: row.id,
  leadNo: row.lead_no,
  propertyKey: row.property_key,
  addressKey: row.address_key,
  contentHash: row.content_hash,
});

async function leadsByKey(connection: BulkConnection, brokerageId: string, keys: readonly string[]): Promise<Map<string, KnownLead>> {
  const rows = await connection<
    KnownRow[]
  >`select id, lead_no, property_key, address_key, content_hash from leads where brokerage_id = ${brokerageId} and property_key = any(${keys as string[]}::text[])`;
  return new Map(rows.map((row) => [row.property_key, known(row)]));
}

/** Leads with a parcel number by their address; more than one where an address has several parcels. */
async function leadsByAddress(connection: BulkConnection, brokerageId: string, addresses: readonly string[]): Promise<Map<string, KnownLead[]>> {
  const rows = await connection<KnownRow[]>`select id, lead_no, property_key, address_key, content_hash from leads
    where brokerage_id = ${brokerageId} and hashtextextended(address_key, 0) in (select hashtextextended(a, 0) from unnest(${addresses as string[]}::text[]) a)
      and address_key = any(${addresses as string[]}::text[]) and property_key not like 'adr:%' order by lead_no`;
  const found = new Map<string, KnownLead[]>();
  for (const row of rows) found.set(row.address_key!, [...(found.get(row.address_key!) ?? []), known(row)]);
  return found;
}

/** Whether any lead is known by its address alone: then a parcel may be one of them. A look at one place of the index. */
async function hasAddressLeads(connection: BulkConnection, brokerageId: string): Promise<boolean> {
  const [row] =
    await connection`select exists(select 1 from leads where brokerage_id = ${brokerageId} and property_key >= 'adr:' and property_key < 'adr;') as found`;
  return row!.found as boolean;
}

export type Found = {
  /** Entry of the batch → the lead it is about. */
  leads: Map<number, KnownLead>;
  /** Entries that are no properties of their own: rejected, or taken into another. */
  left: Set<number>;
  merged: number;
  rejections: Rejection[];
};

/** Which lead each entry of a batch is about: by parcel, else by address. */
export async function findLeads(connection: BulkConnection, brokerageId: string, batch: Batch): Promise<Found> {
  const found: Found = { leads: new Map(), left: new Set(), merged: 0, rejections: [] };
  const [byKey, mayBeAddress] = await Promise.all([leadsByKey(connection, brokerageId, batch.keys), hasAddressLeads(connection, brokerageId)]);
  if (byKey.size > 0)
    for (let index = 0; index < batch.size; index++) {
      const lead = byKey.get(batch.keys[index]!);
      if (lead) found.leads.set(index, lead);
    }
  const byAddress = batch.byAddress.filter((index) => !found.leads.has(index));
  if (byAddress.length > 0) {
    if (batch.byAddress.length < batch.size) intoParcels(batch, byAddress, found);
    const open = byAddress.filter((index) => !found.left.has(index));
    const parcels = await leadsByAddress(
      connection,
      brokerageId,
      open.map((index) => batch.keys[index]!.slice(4)),
    );
    for (const index of open) {
      const candidates = parcels.get(batch.keys[index]!.slice(4)) ?? [];
      if (candidates.length === 1) found.leads.set(index, candidates[0]!);
      else if (candidates.length > 1) reject(batch, index, found);
    }
  }
  if (mayBeAddress) await byParcelFound(connection, brokerageId, batch, found);
  return found;
}

/** A line with an address alone may be about a parcel of the same batch. */
function intoParcels(batch: Batch, byAddress: readonly number[], found: Found): void {
  const isByAddress = new Set(batch.byAddress);
  const parcels = new Map<string, number | null>();
  for (let index = 0; index < batch.size; index++) {
    const address = isByAddress.has(index) ? null : batch.line(index).addressKey;
    if (address !== null) parcels.set(address, parcels.has(address) ? null : index);
  }
  for (const index of byAddress) {
    const parcel = parcels.get(batch.keys[index]!.slice(4));
    if (parcel === undefined) continue;
    if (parcel === null) reject(batch, index, found);
    else {
      batch.merge(parcel, batch.line(index));
      found.left.add(index);
      found.merged++;
    }
  }
}

/** A parcel that nobody knows yet may be a lead that was known by its address alone. Of two parcels at one address the first takes it. */
async function byParcelFound(connection: BulkConnection, brokerageId: string, batch: Batch, found: Found): Promise<void> {
  const addresses = new Map<string, number>();
  for (let index = 0; index < batch.size; index++) {
    if (found.leads.has(index) || found.left.has(index) || batch.keys[index]!.startsWith('adr:')) continue;
    const { addressKey } = batch.line(index);
    if (addressKey !== null && !addresses.has(addressKey)) addresses.set(addressKey, index);
  }
  if (addresses.size === 0) return;
  const leads = await leadsByKey(
    connection,
    brokerageId,
    [...addresses.keys()].map((address) => `adr:${address}`),
  );
  const taken = new Set([...found.leads.values()].map(({ id }) => id));
  for (const [address, index] of addresses) {
    const lead = leads.get(`adr:${address}`);
    if (lead && !taken.has(lead.id)) found.leads.set(index, lead);
  }
}

function reject(batch: Batch, index: number, found: Found): void {
  const { line, addressKey, raw } = batch.line(index);
  found.left.add(index);
  found.rejections.push({ line, reason: 'several-properties', detail: addressKey ?? '', raw: raw ?? '' });
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
  const rows =
    await connection`select *, owner_ids::text as owners, last_sale_date::text as sale_text, listed_on::text as listed_text, line_on::text as line_text, as_of::text as as_of_text,
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
