import { mailingKey } from '../../domain/sourcing/address.ts';
import type { DecidedRow } from '../../domain/sourcing/decide-rows.ts';
import type { PropertyLine } from '../../domain/sourcing/line.ts';
import { contactHex } from '../../domain/sourcing/names.ts';
import type { CopyWriter } from './bytes.ts';

/** Columns of the staging table that hold the facts of a lead, in the order of `writeFacts`. */
export const factColumns = [
  ...['property_key', 'address_key', 'parcel_number', 'county', 'line', 'unit', 'city', 'state', 'zip', 'latitude', 'longitude', 'property_type'],
  ...['bedrooms', 'bathrooms_hundredths', 'living_sqft', 'lot_sqft', 'year_built', 'units', 'assessed_cents', 'value_cents', 'liens_cents'],
  ...['last_sale_date', 'last_sale_cents', 'list_price_cents', 'original_list_price_cents', 'listed_on', 'repairs_cents', 'listed_equity_bps', 'comparable'],
  ...['owner_occupied', 'mailing_line', 'mailing_unit', 'mailing_city', 'mailing_state', 'mailing_zip', 'owner_ids', 'signals', 'extra', 'unread'],
] as const;
/** Columns that follow them, in the order of `writeDecision`. */
export const decisionColumns = ['content_hash', 'line_on', 'outcome', 'score_tenths', 'hot', 'decision'] as const;

/** A sale within this many years before its list can be a comparable one. */
const comparableYears = 3;

/** The facts of a lead, without the end of the row: equal bytes are equal leads. */
export function writeFacts(out: CopyWriter, line: PropertyLine, ownerIds: string, listDay: number): void {
  const texts = (...values: (string | null)[]) => {
    for (const value of values) {
      out.text(value);
      out.tab();
    }
  };
  const numbers = (...values: (number | null)[]) => {
    for (const value of values) {
      out.number(value);
      out.tab();
    }
  };
  texts(line.propertyKey, line.addressKey, line.parcelNumber, line.county, line.street, line.unit, line.city, line.state, line.zip);
  numbers(line.latitude, line.longitude);
  texts(line.propertyType);
  numbers(line.bedrooms, line.bathroomsHundredths, line.livingSqft, line.lotSqft, line.yearBuilt, line.units, line.assessedCents, line.valueCents, line.liensCents);
  out.day(line.saleDay);
  out.tab();
  numbers(line.saleCents, line.listPriceCents, line.originalListPriceCents);
  out.day(line.listedDay);
  out.tab();
  numbers(line.repairsCents, line.listedEquityBps);
  out.flag(line.saleDay !== null && line.saleCents !== null && line.livingSqft !== null && line.saleDay > listDay - comparableYears * 10_000);
  out.tab();
  out.flag(line.ownerOccupied);
  out.tab();
  texts(line.mailingLine, line.mailingUnit, line.mailingCity, line.mailingState, line.mailingZip, ownerIds);
  out.text(line.signals === null ? null : line.signals.length === 0 ? '[]' : JSON.stringify(line.signals));
  out.tab();
  texts(line.extra);
  out.text(line.unread.length === 0 ? '{}' : unreadJson(line.unread));
}

export function writeDecision(out: CopyWriter, { contentHash, lineDay }: PropertyLine, decision: DecidedRow | null): void {
  out.tab();
  out.text(contentHash);
  out.tab();
  out.day(lineDay);
  out.tab();
  out.text(decision?.outcome ?? null);
  out.tab();
  out.number(decision?.scoreTenths ?? null);
  out.tab();
  out.flag(decision?.hot ?? false);
  out.tab();
  out.text(decision?.inputs ?? null);
}

/** Field and reason in turn, as an object; the first reason of a field counts. */
function unreadJson(unread: readonly string[]): string {
  const reasons: Record<string, string> = {};
  for (let at = 0; at < unread.length; at += 2) reasons[unread[at]!] ??= unread[at + 1]!;
  return JSON.stringify(reasons);
}

/** Owners are told apart by where their mail goes; without that, by the property. */
const ownerAddress = (line: PropertyLine): string =>
  (line.mailingLine === null ? null : mailingKey({ line: line.mailingLine, unit: line.mailingUnit, city: line.mailingCity, state: line.mailingState, zip: line.mailingZip })) ??
  line.propertyKey;

/** The owners' ids as an array of PostgreSQL; writes each as a contact, and the phones and e-mails of the first. */
export function writeOwners(brokerageId: string, line: PropertyLine, contacts: CopyWriter | null, points: CopyWriter | null): string {
  const { owners } = line;
  if (owners.length === 0) return '{}';
  const address = ownerAddress(line);
  let ids = '';
  for (let position = 0; position < owners.length; position++) {
    const owner = owners[position]!;
    const hex = contactHex(brokerageId, owner, address);
    ids += position === 0 ? hex : `,${hex}`;
    if (contacts === null) continue;
    for (const value of [hex, owner.kind, owner.first, owner.last, owner.name, line.mailingLine, line.mailingUnit, line.mailingCity, line.mailingState]) {
      contacts.text(value);
      contacts.tab();
    }
    contacts.text(line.mailingZip);
    contacts.end();
    if (position > 0 || points === null) continue;
    for (let rank = 0; rank < line.points.length; rank++) {
      const { kind, value, lineType, doNotCall } = line.points[rank]!;
      for (const cell of [hex, kind, value, lineType]) {
        points.text(cell);
        points.tab();
      }
      points.flag(doNotCall);
      points.tab();
      points.number(rank + 1);
      points.end();
    }
  }
  return `{${ids}}`;
}

/** Owner ids as PostgreSQL writes them, for comparing with what is stored. */
export const canonicalIds = (ids: string): string => ids.replace(/([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/g, '$1-$2-$3-$4-$5');
