import type { Day } from './dates.ts';
import type { Owner } from './names.ts';
import type { LineType } from './phones.ts';
import type { PropertyType } from './property-types.ts';

export type Signal = { kind: string; on: string | null };
export type Point = { kind: 'phone' | 'email'; value: string; lineType: LineType | null; doNotCall: boolean };

/** One line of a list, normalised. Null where the list says nothing or what it says cannot be read; then `unread` has the reason. */
export type PropertyLine = {
  /** Physical line of the file, for the report. */
  line: number;
  propertyKey: string;
  addressKey: string | null;
  parcelNumber: string | null;
  county: string | null;
  street: string | null;
  unit: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  propertyType: PropertyType | null;
  bedrooms: number | null;
  bathroomsHundredths: number | null;
  livingSqft: number | null;
  lotSqft: number | null;
  yearBuilt: number | null;
  units: number | null;
  assessedCents: number | null;
  valueCents: number | null;
  liensCents: number | null;
  saleDay: Day | null;
  saleCents: number | null;
  listPriceCents: number | null;
  originalListPriceCents: number | null;
  listedDay: Day | null;
  repairsCents: number | null;
  listedEquityBps: number | null;
  ownerOccupied: boolean | null;
  mailingLine: string | null;
  mailingUnit: string | null;
  mailingCity: string | null;
  mailingState: string | null;
  mailingZip: string | null;
  owners: Owner[];
  points: Point[];
  /** Null where the list has no column that says anything about distress. */
  signals: Signal[] | null;
  /** JSON of the cells of unknown columns; null when all are empty. */
  extra: string | null;
  /** Field and reason, in turn. */
  unread: string[];
  lineDay: Day | null;
  contentHash: string;
  /** The line as it stands in the file; kept where it may still be rejected, when it is compared with what is stored. */
  raw: string | null;
};

export const rejectReasons = {
  'no-identity': 'Neither a parcel number with its county nor an address that names one property',
  'county-missing': 'A parcel number without a county and state to look it up in',
  'apartment-missing': 'A cooperative without its apartment: the parcel is the whole building',
  'several-properties': 'The address belongs to several parcels, and the line names none of them',
  'too-few-cells': 'Fewer cells than the header has',
  'too-many-cells': 'More cells than the header has',
  'quote-not-closed': 'A quote is opened and never closed',
  'control-characters': 'Characters that no text has',
  'blank-line': 'No cell has anything in it',
  'header-again': 'The header, once more',
} as const;
export type RejectReason = keyof typeof rejectReasons;
export type Rejection = { line: number; reason: RejectReason; detail: string; raw: string };
