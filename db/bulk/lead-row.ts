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
  out.text(line.propertyKey);
  out.nextText(line.addressKey);
  out.nextText(line.parcelNumber);
  out.nextText(line.county);
  out.nextText(line.street);
  out.nextText(line.unit);
  out.nextText(line.city);
  out.nextText(line.state);
  out.nextText(line.zip);
  out.nextNumber(line.latitude);
  out.nextNumber(line.longitude);
  out.nextText(line.propertyType);
  out.nextNumber(line.bedrooms);
  out.nextNumber(line.bathroomsHundredths);
  out.nextNumber(line.livingSqft);
  out.nextNumber(line.lotSqft);
  out.nextNumber(line.yearBuilt);
  out.nextNumber(line.units);
  out.nextNumber(line.assessedCents);
  out.nextNumber(line.valueCents);
  out.nextNumber(line.liensCents);
  out.nextDay(line.saleDay);
  out.nextNumber(line.saleCents);
  out.nextNumber(line.listPriceCents);
  out.nextNumber(line.originalListPriceCents);
  out.nextDay(line.listedDay);
  out.nextNumber(line.repairsCents);
  out.nextNumber(line.listedEquityBps);
  out.nextFlag(line.saleDay !== null && line.saleCents !== null && line.livingSqft !== null && line.saleDay > listDay - comparableYears * 10_000);
  out.nextFlag(line.ownerOccupied);
  out.nextText(line.mailingLine);
  out.nextText(line.mailingUnit);
  out.nextText(line.mailingCity);
  out.nextText(line.mailingState);
  out.nextText(line.mailingZip);
  out.nextText(ownerIds);
  out.nextText(line.signals === null ? null : line.signals.length === 0 ? '[]' : JSON.stringify(line.signals));
  out.nextText(line.extra);
  out.nextText(line.unread.length === 0 ? '{}' : unreadJson(line.unread));
}

export function writeDecision(out: CopyWriter, { contentHash, lineDay }: PropertyLine, decision: DecidedRow | null): void {
  out.nextText(contentHash);
  out.nextDay(lineDay);
  out.nextText(decision === null ? null : decision.outcome);
  out.nextNumber(decision === null ? null : decision.scoreTenths);
  out.nextFlag(decision === null ? false : decision.hot);
  out.nextText(decision === null ? null : decision.inputs);
}

/** Field and reason in turn, as an object; the first reason of a field counts. */
function unreadJson(unread: readonly string[]): string {
  const reasons: Record<string, string> = {};
  for (let at = 0; at < unread.length; at += 2) reasons[unread[at]!] ??= unread[at + 1]!;
  return JSON.stringify(reasons);
}

/** Owners are told apart by where their mail goes; without that, by the property. */
const ownerAddress = (line: PropertyLine): string =>
  (line.mailingLine === null
    ? null
    : mailingKey({ line: line.mailingLine, unit: line.mailingUnit, city: line.mailingCity, state: line.mailingState, zip: line.mailingZip })) ??
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
    contacts.text(hex);
    contacts.nextText(owner.kind);
    contacts.nextText(owner.first);
    contacts.nextText(owner.last);
    contacts.nextText(owner.name);
    contacts.nextText(line.mailingLine);
    contacts.nextText(line.mailingUnit);
    contacts.nextText(line.mailingCity);
    contacts.nextText(line.mailingState);
    contacts.nextText(line.mailingZip);
    contacts.end();
    if (position > 0 || points === null) continue;
    for (let rank = 0; rank < line.points.length; rank++) {
      const { kind, value, lineType, doNotCall } = line.points[rank]!;
      points.text(hex);
      points.nextText(kind);
      points.nextText(value);
      points.nextText(lineType);
      points.nextFlag(doNotCall);
      points.nextNumber(rank + 1);
      points.end();
    }
  }
  return `{${ids}}`;
}

/** Owner ids as PostgreSQL writes them, for comparing with what is stored. */
export const canonicalIds = (ids: string): string => ids.replace(/([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/g, '$1-$2-$3-$4-$5');
