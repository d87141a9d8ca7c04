import type { Day } from './dates.ts';
import type { PropertyLine, Signal } from './line.ts';
import { byKind } from './normalise.signals.ts';

/** Where a line stands in time: the list's date, then the list (a later one knows more), then the line's own date within it. */
export type Standing = { listDate: string; origin: number; lineDay: Day | null };

/** Only what is newer replaces; of equals the first stays, so that the same lines again change nothing. */
export function isNewer(incoming: Standing, stored: Standing): boolean {
  if (incoming.listDate !== stored.listDate) return incoming.listDate > stored.listDate;
  if (incoming.origin !== stored.origin) return incoming.origin > stored.origin;
  return (incoming.lineDay ?? 0) > (stored.lineDay ?? 0);
}

/** One property out of two lines about it: the newer says what is so, the older fills its gaps. What belongs together moves together. */
export function mergeLines(newer: PropertyLine, older: PropertyLine): PropertyLine {
  const mailing = newer.mailingLine !== null ? newer : older;
  const sale = newer.saleDay !== null ? newer : older;
  const listing = newer.listedDay !== null || newer.listPriceCents !== null ? newer : older;
  const owned = newer.owners.length > 0 ? newer : older;
  const merged: PropertyLine = {
    line: newer.line,
    // A parcel number is the better key, whoever brought it.
    propertyKey: older.propertyKey.startsWith('apn:') && !newer.propertyKey.startsWith('apn:') ? older.propertyKey : newer.propertyKey,
    addressKey: newer.addressKey ?? older.addressKey,
    parcelNumber: newer.parcelNumber ?? older.parcelNumber,
    county: newer.county ?? older.county,
    street: newer.street ?? older.street,
    unit: newer.street === null ? (newer.unit ?? older.unit) : newer.unit,
    city: newer.city ?? older.city,
    state: newer.state ?? older.state,
    zip: newer.zip ?? older.zip,
    latitude: newer.latitude ?? older.latitude,
    longitude: newer.longitude ?? older.longitude,
    propertyType: newer.propertyType ?? older.propertyType,
    bedrooms: newer.bedrooms ?? older.bedrooms,
    bathroomsHundredths: newer.bathroomsHundredths ?? older.bathroomsHundredths,
    livingSqft: newer.livingSqft ?? older.livingSqft,
    lotSqft: newer.lotSqft ?? older.lotSqft,
    yearBuilt: newer.yearBuilt ?? older.yearBuilt,
    units: newer.units ?? older.units,
    assessedCents: newer.assessedCents ?? older.assessedCents,
    valueCents: newer.valueCents ?? older.valueCents,
    liensCents: newer.liensCents ?? older.liensCents,
    saleDay: sale.saleDay,
    // The price belongs to its date: an older price is not that of a newer sale.
    saleCents: sale.saleCents,
    listPriceCents: listing.listPriceCents,
    originalListPriceCents: listing.originalListPriceCents,
    listedDay: listing.listedDay,
    repairsCents: newer.repairsCents ?? older.repairsCents,
    listedEquityBps: newer.listedEquityBps ?? older.listedEquityBps,
    ownerOccupied: newer.ownerOccupied ?? older.ownerOccupied,
    mailingLine: mailing.mailingLine,
    mailingUnit: mailing.mailingUnit,
    mailingCity: mailing.mailingCity,
    mailingState: mailing.mailingState,
    mailingZip: mailing.mailingZip,
    owners: owned.owners,
    points: [...newer.points, ...older.points.filter((point) => !newer.points.some(({ value }) => value === point.value))],
    signals: mergeSignals(newer.signals, older.signals),
    extra: newer.extra ?? older.extra,
    unread: [],
    lineDay: newer.lineDay,
    contentHash: newer.contentHash,
    raw: null,
  };
  merged.unread = stillUnread(merged, sale === newer ? [...newer.unread, ...older.unread] : [...older.unread, ...newer.unread]);
  return merged;
}

function mergeSignals(newer: Signal[] | null, older: Signal[] | null): Signal[] | null {
  if (newer === null || older === null) return newer ?? older;
  if (older.length === 0) return newer;
  const kinds = new Map(older.map((signal) => [signal.kind, signal]));
  for (const signal of newer) {
    const known = kinds.get(signal.kind);
    if (!known || known.on === null || (signal.on !== null && signal.on > known.on)) kinds.set(signal.kind, signal);
  }
  return [...kinds.values()].sort(byKind);
}

/** The reason for a gap counts only while the gap is there. */
function stillUnread(line: PropertyLine, unread: readonly string[]): string[] {
  const values: Record<string, unknown> = {
    ...line,
    lastSaleDate: line.saleDay,
    lastSaleCents: line.saleCents,
    listedOn: line.listedDay,
    phone: null,
    email: null,
  };
  const left = new Map<string, string>();
  for (let at = 0; at < unread.length; at += 2) {
    const field = unread[at]!;
    if ((values[field] ?? null) === null && !left.has(field)) left.set(field, unread[at + 1]!);
  }
  return [...left].flat();
}
