import { addressKey, cityOf, memo, readFullAddress, readStreet, stateOf, zipOf } from './address.ts';
import type { Field } from './columns.ts';
import { type Day, dayOf, plainDay, readDay } from './dates.ts';
import { fingerprint, seedOf } from './hash.ts';
import type { PropertyLine, Rejection, RejectReason } from './line.ts';
import type { Mapping } from './mapping.ts';
import { compileExtra } from './normalise.extra.ts';
import { compileOwners } from './normalise.owners.ts';
import { compileSignals } from './normalise.signals.ts';
import { type Bounds, bounded, isEmptyMark, plainNumber, quoted, readNumber } from './numbers.ts';
import { boroughBlockLot, boroughs, floridaCounty, normaliseCounty, readParcel } from './parcels.ts';
import { propertyTypeOf } from './property-types.ts';
import type { Cells } from './scan.ts';

/** Raised when a line is to be read differently than before: lists sent again are then read again. */
const normaliserVersion = 1;
/** Below it a transfer is of the deed, among relatives or into a trust, and its price says nothing about the house. */
const leastSaleCents = 100_000;
const squareFeetPerAcre = 43_560;

const money: Bounds = { zero: 'unknown', from: 0, to: 100_000_000_000 };
const balance: Bounds = { zero: 'value', from: 0, to: 100_000_000_000 };
const area: Bounds = { zero: 'unknown', from: 0, to: 2_000_000_000 };
const rooms: Bounds = { zero: 'value', from: 0, to: 999 };

/** Reads cells of the current record as typed values and notes why one could not be read. Shared by the parts of the normaliser. */
export class CellReader {
  cells!: Cells;
  unread: string[] = [];
  readonly #mapping: Mapping;
  readonly #latest: Day;

  constructor(mapping: Mapping, latest: Day) {
    this.#mapping = mapping;
    this.#latest = latest;
  }

  at = (field: Field): number => this.#mapping.fields.indexOf(field);

  text(index: number): string {
    return index < 0 ? '' : this.cells.cell(index).trim();
  }

  note(field: string, reason: string): null {
    this.unread.push(field, reason);
    return null;
  }

  number(index: number, field: string, bounds: Bounds, per = 1): number | null {
    if (index < 0 || index >= this.cells.count) return null;
    const { cells } = this;
    const start = cells.starts[index]!;
    const end = cells.ends[index]!;
    if (start === end) return null;
    let value = plainNumber(cells.text, start, end);
    // Nearly every cell: plain, within bounds and whole.
    if (value > 0 && value >= bounds.from && value <= bounds.to && Number.isInteger(value)) return value * per;
    if (Number.isNaN(value)) {
      const read = readNumber(cells.cell(index));
      if (read === null) return null;
      if (read.value === null) return this.note(field, read.reason);
      value = read.value;
    }
    const result = bounded(value, bounds, per);
    return result === null ? null : (result.value ?? this.note(field, result.reason!));
  }

  day(index: number, field: string): Day | null {
    if (index < 0 || index >= this.cells.count) return null;
    const { cells } = this;
    const start = cells.starts[index]!;
    const end = cells.ends[index]!;
    if (start === end) return null;
    const plain = plainDay(cells.text, start, end, this.#mapping.dateOrder);
    if (plain > 0) return plain;
    const read = readDay(cells.cell(index), this.#mapping.dateOrder, this.#latest);
    return read === null ? null : (read.value ?? this.note(field, read.reason!));
  }
}

export type Normalise = (cells: Cells) => PropertyLine | Rejection;

/** A property's own values, in words of this list's columns. Built once per file: every unmapped column costs nothing per line. */
export function compileNormaliser(mapping: Mapping, headers: readonly string[], listDate: string): Normalise {
  const latest = dayOf(listDate);
  const reader = new CellReader(mapping, latest);
  const { at } = reader;
  const seed = seedOf(JSON.stringify([normaliserVersion, mapping]));
  const situs = compileSitus(reader, mapping);
  const owners = compileOwners(reader, mapping);
  const signals = compileSignals(reader);
  const extra = compileExtra(mapping);
  const header = headers.join('\u0000');

  const index = {
    bedrooms: at('bedrooms'),
    bathrooms: at('bathrooms'),
    fullBaths: at('fullBaths'),
    halfBaths: at('halfBaths'),
    livingSqft: at('livingSqft'),
    lotSqft: at('lotSqft'),
    lotAcres: at('lotAcres'),
    yearBuilt: at('yearBuilt'),
    units: at('units'),
    assessed: at('assessed'),
    value: at('value'),
    loanBalance: at('loanBalance'),
    lienAmount: at('lienAmount'),
    equityPercent: at('equityPercent'),
    ltvPercent: at('ltvPercent'),
    saleDate: at('saleDate'),
    saleYear: at('saleYear'),
    saleMonth: at('saleMonth'),
    salePrice: at('salePrice'),
    listPrice: at('listPrice'),
    originalListPrice: at('originalListPrice'),
    listedOn: at('listedOn'),
    listingStatus: at('listingStatus'),
    repairs: at('repairs'),
    ownerOccupied: at('ownerOccupied'),
    addedOn: at('addedOn'),
    latitude: at('latitude'),
    longitude: at('longitude'),
    propertyType: at('propertyType'),
  };
  const years: Bounds = { zero: 'unknown', from: 1600, to: Math.floor(latest / 10_000) + 3 };
  const latitudes: Bounds = { zero: 'unknown', from: -90, to: 90, exact: true };
  const longitudes: Bounds = { zero: 'unknown', from: -180, to: 180, exact: true };

  const saleDay = (): Day | null => {
    if (index.saleDate >= 0) return reader.day(index.saleDate, 'lastSaleDate');
    const year = reader.number(index.saleYear, 'lastSaleDate', { ...years, zero: 'unknown' });
    const month = reader.number(index.saleMonth, 'lastSaleDate', { zero: 'unknown', from: 1, to: 12 });
    // The first of the month: the roll has no day.
    return year !== null && month !== null ? year * 10_000 + month * 100 + 1 : null;
  };
  const salePrice = (): number | null => {
    const cents = reader.number(index.salePrice, 'lastSaleCents', money, 100);
    if (cents === null || cents >= leastSaleCents) return cents;
    return reader.note('lastSaleCents', `${cents / 100} dollars: a transfer of the deed, not a sale`);
  };
  const bathrooms = (): number | null => {
    if (index.bathrooms >= 0) return reader.number(index.bathrooms, 'bathroomsHundredths', rooms, 100);
    const full = reader.number(index.fullBaths, 'bathroomsHundredths', rooms, 100);
    const half = reader.number(index.halfBaths, 'bathroomsHundredths', rooms, 50);
    return full === null && half === null ? null : (full ?? 0) + (half ?? 0);
  };
  const lot = (): number | null => {
    const feet = reader.number(index.lotSqft, 'lotSqft', area);
    if (feet !== null || index.lotAcres < 0) return feet;
    return reader.number(index.lotAcres, 'lotSqft', { zero: 'unknown', from: 0, to: 40_000 }, squareFeetPerAcre);
  };
  const liens = (): number | null => {
    const loans = reader.number(index.loanBalance, 'liensCents', balance, 100);
    const others = reader.number(index.lienAmount, 'liensCents', balance, 100);
    // Other liens alone are not all liens: whether there is a loan would be a guess.
    return loans === null ? null : loans + (others ?? 0);
  };
  const equity = (): number | null => {
    const bps = reader.number(index.equityPercent, 'listedEquityBps', { zero: 'value', from: -10_000, to: 100 }, 100);
    if (bps !== null) return bps;
    const ltv = reader.number(index.ltvPercent, 'listedEquityBps', { zero: 'value', from: 0, to: 10_000 }, 100);
    return ltv === null ? null : 10_000 - ltv;
  };
  const yesNo = (at: number, field: string): boolean | null => {
    const text = reader.text(at);
    if (text === '') return null;
    const word = text.toLowerCase();
    if (yes.has(word)) return true;
    if (no.has(word)) return false;
    return reader.note(field, isEmptyMark(text) ? `${quoted(text)} stands for nothing` : `${quoted(text)} is neither yes nor no`);
  };

  return (cells) => {
    reader.cells = cells;
    reader.unread = [];
    const fault = faultOf(cells, headers.length, header);
    if (fault)
      return rejection(cells, fault, fault === 'too-few-cells' || fault === 'too-many-cells' ? `${cells.count} cells, the header has ${headers.length}` : '');
    const type = index.propertyType < 0 ? '' : reader.text(index.propertyType);
    const propertyType = type === '' ? null : propertyTypeOf(type);
    const place = situs(propertyType);
    if ('reason' in place) return rejection(cells, place.reason, place.detail);
    const who = owners(place);
    const lastSale = saleDay();
    const added = reader.day(index.addedOn, 'addedOn');
    // A listing that ended is a signal, not a listing: its price and date are no facts of today.
    const isListed = listedNow(reader.text(index.listingStatus));
    const listedDay = reader.day(index.listedOn, 'listedOn');
    const line: PropertyLine = {
      line: cells.line,
      propertyKey: place.propertyKey,
      addressKey: place.addressKey,
      parcelNumber: place.parcelNumber,
      county: place.county,
      street: place.line,
      unit: place.unit,
      city: place.city,
      state: place.state,
      zip: place.zip,
      latitude: reader.number(index.latitude, 'latitude', latitudes),
      longitude: reader.number(index.longitude, 'longitude', longitudes),
      propertyType,
      bedrooms: reader.number(index.bedrooms, 'bedrooms', rooms),
      bathroomsHundredths: bathrooms(),
      livingSqft: reader.number(index.livingSqft, 'livingSqft', area),
      lotSqft: lot(),
      yearBuilt: reader.number(index.yearBuilt, 'yearBuilt', years),
      units: reader.number(index.units, 'units', { zero: 'unknown', from: 0, to: 32_000 }),
      assessedCents: reader.number(index.assessed, 'assessedCents', money, 100),
      valueCents: reader.number(index.value, 'valueCents', money, 100),
      liensCents: liens(),
      saleDay: lastSale,
      saleCents: salePrice(),
      listPriceCents: isListed ? reader.number(index.listPrice, 'listPriceCents', money, 100) : null,
      originalListPriceCents: isListed ? reader.number(index.originalListPrice, 'originalListPriceCents', money, 100) : null,
      listedDay: isListed ? listedDay : null,
      repairsCents: reader.number(index.repairs, 'repairsCents', balance, 100),
      listedEquityBps: equity(),
      ownerOccupied: yesNo(index.ownerOccupied, 'ownerOccupied'),
      mailingLine: who.mailing.line,
      mailingUnit: who.mailing.unit,
      mailingCity: who.mailing.city,
      mailingState: who.mailing.state,
      mailingZip: who.mailing.zip,
      owners: who.owners,
      points: who.points,
      signals: signals(listedDay),
      extra: extra(cells),
      unread: reader.unread,
      lineDay: added ?? lastSale ?? listedDay,
      contentHash: fingerprint(cells.text, seed, cells.from, cells.to),
      raw: place.parcelNumber === null ? cells.raw() : null,
    };
    return line;
  };
}

const yes = new Set(['yes', 'y', 'true', 't', '1', 'owner occupied', 'owner-occupied', 'owner']);
const no = new Set(['no', 'n', 'false', 'f', '0', 'absentee', 'non-owner occupied', 'tenant', 'renter', 'not owner occupied']);

const listedNow = memo((status: string): boolean => !/EXPIR|CANCEL|WITHDRAW|SOLD|CLOSED|OFF|FAIL|DELET/i.test(status));

function faultOf(cells: Cells, width: number, header: string): RejectReason | null {
  if (cells.broken) return 'quote-not-closed';
  if (cells.count !== width) return cells.count < width ? 'too-few-cells' : 'too-many-cells';
  if (cells.to - cells.from < width && isBlank(cells)) return 'blank-line';
  if (cells.to - cells.from <= header.length + width * 2 && cells.text.charCodeAt(cells.from) === header.charCodeAt(0) && cells.all().join('\u0000') === header)
    return 'header-again';
  return null;
}

function isBlank(cells: Cells): boolean {
  for (let index = 0; index < cells.count; index++) if (cells.cell(index).trim() !== '') return false;
  return true;
}

const rejection = (cells: Cells, reason: RejectReason, detail: string): Rejection => ({ line: cells.line, reason, detail, raw: cells.raw() });

type Situs = {
  propertyKey: string;
  addressKey: string | null;
  parcelNumber: string | null;
  county: string | null;
  line: string | null;
  unit: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
};

const countyOf = memo(normaliseCounty);

/** Where the property is, and the key by which another list will find it again. */
function compileSitus(reader: CellReader, { defaults }: Mapping): (type: string | null) => Situs | { reason: RejectReason; detail: string } {
  const { at } = reader;
  const [address, fullAddress, unit, city, state, zip] = [at('address'), at('fullAddress'), at('unit'), at('city'), at('state'), at('zip')];
  const [parcel, borough, block, lot, county, countyNumber] = [at('parcelNumber'), at('borough'), at('block'), at('lot'), at('county'), at('countyNumber')];
  const standard = {
    city: defaults.city ? cityOf(defaults.city) : null,
    state: defaults.state ? stateOf(defaults.state) : null,
    zip: defaults.zip ? zipOf(defaults.zip) : null,
    county: defaults.county ? countyOf(defaults.county) : null,
  };
  const readParcelCell = (): string | null => {
    const text = parcel >= 0 ? reader.text(parcel) : '';
    const read = parcel >= 0 ? readParcel(text) : block >= 0 ? boroughBlockLot(reader.text(borough), reader.text(block), reader.text(lot)) : null;
    return read === null ? null : (read.value ?? reader.note('parcelNumber', read.reason!));
  };

  return (type) => {
    const text = reader.text(fullAddress >= 0 ? fullAddress : address);
    const whole = fullAddress >= 0 && text !== '' ? readFullAddress(text) : null;
    const street = text === '' ? null : readStreet(whole === null ? text : whole.street);
    const ownUnit = unit < 0 ? '' : reader.text(unit);
    const place = borough < 0 ? undefined : boroughs[reader.text(borough)];
    const cityText = city < 0 ? '' : reader.text(city);
    const stateText = state < 0 ? '' : reader.text(state);
    const zipText = zip < 0 ? '' : reader.text(zip);
    const foundState = stateText === '' ? null : stateOf(stateText);
    if (stateText !== '' && foundState === null) reader.note('state', `${quoted(stateText)} is no state`);
    const foundZip = zipText === '' ? null : zipOf(zipText);
    if (zipText !== '' && foundZip === null) reader.note('zip', /^0+(?:\.0+)?$/.test(zipText) ? '0 stands for unknown' : `${quoted(zipText)} is no ZIP`);
    const countyText = county < 0 ? '' : reader.text(county);
    const situs: Situs = {
      propertyKey: '',
      addressKey: null,
      parcelNumber: readParcelCell(),
      county:
        (countyText === '' ? null : countyOf(countyText)) ??
        place?.county ??
        (countyNumber < 0 ? null : floridaCounty(reader.text(countyNumber))) ??
        standard.county,
      line: street === null || street.line === '' ? null : street.line,
      unit: (ownUnit === '' ? null : unitOf(ownUnit)) ?? street?.unit ?? null,
      city: (cityText === '' ? null : cityOf(cityText)) ?? whole?.city ?? place?.city ?? standard.city,
      state: foundState ?? whole?.state ?? standard.state,
      zip: foundZip ?? whole?.zip ?? standard.zip,
    };
    const flat = type === 'cooperative' && situs.unit === null ? apartmentBehindComma(text) : null;
    if (flat !== null) Object.assign(situs, { unit: flat.unit, line: readStreet(flat.street).line || situs.line });
    situs.addressKey = addressKey(situs);
    if (situs.parcelNumber !== null && situs.state !== null && situs.county !== null) {
      // One parcel is one property, except for a cooperative: there it is the building, and the apartment is what is sold.
      const isFlat = type === 'cooperative';
      if (isFlat && situs.unit === null) return { reason: 'apartment-missing', detail: `parcel ${situs.parcelNumber}` };
      situs.propertyKey = `apn:${situs.state}:${situs.county}:${situs.parcelNumber}${isFlat ? `:${houseOf(situs.line)}${situs.unit}` : ''}`;
      return situs;
    }
    if (situs.addressKey === null)
      return situs.parcelNumber === null ? { reason: 'no-identity', detail: text } : { reason: 'county-missing', detail: `parcel ${situs.parcelNumber}` };
    situs.propertyKey = `adr:${situs.addressKey}`;
    return situs;
  };
}

/** Several houses of one cooperative may stand on one lot, each with an apartment 1S; "269-10" and "26910" are one house. */
const houseOf = (line: string | null): string => {
  const [, house] = /^(\d[\d-]*)\b/.exec(line ?? '') ?? [];
  return house ? `${house.replaceAll('-', '')}:` : '';
};

/** In a cooperative what stands behind the last comma is the apartment, however the roll cut it short: "PHE", "6E&6W". A word for a part of the building names none. */
function apartmentBehindComma(text: string): { street: string; unit: string } | null {
  const [, street, door] = /^(.*\S)\s*,\s*([A-Z\d][A-Z\d .&/-]{0,7})\s*$/i.exec(text) ?? [];
  return street && door && !/^(?:RES|RESI|RESD|RESID|COOP|CONDO|CONDP|COM|BULK|HALLW?)\.?$/i.test(door)
    ? { street, unit: door.toUpperCase().replace(/\s+/g, ' ') }
    : null;
}

const unitOf = memo((text: string): string | null => readStreet(`1 X ST ${/^(?:#|[A-Z]+\.? )/i.test(text) ? text : `# ${text}`}`).unit);
