import { dayText } from '../../domain/sourcing/dates.ts';
import type { PropertyLine } from '../../domain/sourcing/line.ts';
import { copyText } from './copy.ts';

/** What a line decides about its lead, as stored. */
export type RowDecision = { outcome: 'qualified' | 'rejected' | 'review'; scoreTenths: number | null; hot: boolean; inputs: string };

/** Columns of the staging table that hold a lead, in the order of `leadText`. */
export const leadColumns = [
  ...['property_key', 'address_key', 'parcel_number', 'county', 'line', 'unit', 'city', 'state', 'zip', 'latitude', 'longitude', 'property_type'],
  ...['bedrooms', 'bathrooms_hundredths', 'living_sqft', 'lot_sqft', 'year_built', 'units', 'assessed_cents', 'value_cents', 'liens_cents'],
  ...['last_sale_date', 'last_sale_cents', 'list_price_cents', 'original_list_price_cents', 'listed_on', 'repairs_cents', 'listed_equity_bps', 'comparable'],
  ...['owner_occupied', 'mailing_line', 'mailing_unit', 'mailing_city', 'mailing_state', 'mailing_zip', 'owner_ids', 'signals', 'extra', 'unread'],
] as const;
/** Columns that follow them: what is drawn or decided for the row. */
export const rowColumns = ['content_hash', 'line_on', 'outcome', 'score_tenths', 'hot', 'decision', 'id', 'lead_no', 'status'] as const;

const number = (value: number | null): string | number => (value === null ? '\\N' : value);
const flag = (value: boolean | null): string => (value === null ? '\\N' : value ? 't' : 'f');
const date = (day: number | null): string => (day === null ? '\\N' : dayText(day));

/** A sale within this many years before its list can be a comparable one. */
const comparableYears = 3;
export const isComparable = ({ saleDay, saleCents, livingSqft }: Pick<PropertyLine, 'saleDay' | 'saleCents' | 'livingSqft'>, listDay: number): boolean =>
  saleDay !== null && saleCents !== null && livingSqft !== null && saleDay > listDay - comparableYears * 10_000;

/** The facts of a lead in COPY's text format, without its end: equal texts are equal leads. */
export function leadText(line: PropertyLine, ownerIds: string, listDay: number): string {
  const l = line;
  return `${copyText(l.propertyKey)}\t${copyText(l.addressKey)}\t${copyText(l.parcelNumber)}\t${copyText(l.county)}\t${copyText(l.street)}\t${copyText(l.unit)}\t${copyText(l.city)}\t${copyText(l.state)}\t${copyText(l.zip)}\t${number(l.latitude)}\t${number(l.longitude)}\t${l.propertyType ?? '\\N'}\t${number(l.bedrooms)}\t${number(l.bathroomsHundredths)}\t${number(l.livingSqft)}\t${number(l.lotSqft)}\t${number(l.yearBuilt)}\t${number(l.units)}\t${number(l.assessedCents)}\t${number(l.valueCents)}\t${number(l.liensCents)}\t${date(l.saleDay)}\t${number(l.saleCents)}\t${number(l.listPriceCents)}\t${number(l.originalListPriceCents)}\t${date(l.listedDay)}\t${number(l.repairsCents)}\t${number(l.listedEquityBps)}\t${isComparable(l, listDay) ? 't' : 'f'}\t${flag(l.ownerOccupied)}\t${copyText(l.mailingLine)}\t${copyText(l.mailingUnit)}\t${copyText(l.mailingCity)}\t${copyText(l.mailingState)}\t${copyText(l.mailingZip)}\t${ownerIds}\t${signalText(l.signals)}\t${copyText(l.extra)}\t${unreadText(l.unread)}`;
}

export function decisionText({ contentHash, lineDay }: PropertyLine, decision: RowDecision | null): string {
  const decided = decision === null ? '\\N\t\\N\tf\t\\N' : `${decision.outcome}\t${number(decision.scoreTenths)}\t${flag(decision.hot)}\t${copyText(decision.inputs)}`;
  return `\t${contentHash}\t${date(lineDay)}\t${decided}`;
}

const signalText = (signals: PropertyLine['signals']): string => (signals === null ? '\\N' : signals.length === 0 ? '[]' : copyText(JSON.stringify(signals)));

/** Field and reason in turn, as an object; the first reason of a field counts. */
function unreadText(unread: readonly string[]): string {
  if (unread.length === 0) return '{}';
  const reasons: Record<string, string> = {};
  for (let at = 0; at < unread.length; at += 2) reasons[unread[at]!] ??= unread[at + 1]!;
  return copyText(JSON.stringify(reasons));
}
