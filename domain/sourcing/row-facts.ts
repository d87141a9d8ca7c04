import { absenteeOf } from './absentee.ts';
import { dayOf, epochDay } from './dates.ts';
import { filings } from './facts.derive.ts';
import type { PropertyFacts } from './facts.ts';
import type { PropertyLine } from './line.ts';
import { mailbox } from './street.ts';

/** What facts are made of: a line of a list, or a stored lead in the same words. Addresses are already normalised. */
export type FactSource = Pick<
  PropertyLine,
  | 'street'
  | 'unit'
  | 'city'
  | 'state'
  | 'zip'
  | 'county'
  | 'propertyType'
  | 'livingSqft'
  | 'yearBuilt'
  | 'bedrooms'
  | 'valueCents'
  | 'liensCents'
  | 'listedEquityBps'
  | 'ownerOccupied'
  | 'saleDay'
  | 'listedDay'
  | 'listPriceCents'
  | 'originalListPriceCents'
  | 'repairsCents'
  | 'mailingLine'
  | 'mailingUnit'
  | 'mailingCity'
  | 'mailingState'
  | 'mailingZip'
  | 'signals'
>;

/**
 * `deriveFacts` for bulk work: the same facts without their reasons, at a twentieth of the cost. A test holds the two together.
 * @param arvCents known from an earlier decision; a list has none
 */
export function rowFacts(row: FactSource, today: string, arvCents: number | null = null): PropertyFacts {
  const day = dayOf(today);
  const now = epochDay(day);
  const value = row.valueCents !== null && row.valueCents > 0 ? row.valueCents : null;
  const liens = row.liensCents;
  const known = value !== null && liens !== null;
  const equity = known ? value - liens : null;
  const listed = row.listedEquityBps;
  const price = row.listPriceCents !== null && row.listPriceCents > 0 ? row.listPriceCents : null;
  const original = row.originalListPriceCents !== null && row.originalListPriceCents > 0 ? row.originalListPriceCents : null;
  const daysOnMarket = row.listedDay === null ? null : now - epochDay(row.listedDay);
  const owned = row.saleDay === null ? null : Math.floor(day / 10_000) - Math.floor(row.saleDay / 10_000) - (day % 10_000 < row.saleDay % 10_000 ? 1 : 0);
  const mail = absenteeOf(
    { line: row.street ?? '', unit: row.unit, isBox: isBox(row.street, row.unit), city: row.city, state: row.state, zip: row.zip },
    {
      line: row.mailingLine ?? '',
      unit: row.mailingUnit,
      isBox: isBox(row.mailingLine, row.mailingUnit),
      city: row.mailingCity,
      state: row.mailingState,
      zip: row.mailingZip,
    },
  );
  const lives = mail === 'unproven' ? row.ownerOccupied : mail === 'no';
  return {
    state: row.state,
    county: row.county,
    zip: row.zip,
    propertyType: row.propertyType,
    livingAreaSqft: row.livingSqft !== null && row.livingSqft > 0 ? row.livingSqft : null,
    yearBuilt: row.yearBuilt !== null && row.yearBuilt > 0 ? row.yearBuilt : null,
    bedrooms: row.bedrooms,
    valueCents: value,
    liensCents: liens,
    ltvBps: known ? bps(liens, value) : listed === null ? null : 10_000 - listed,
    equityCents: equity,
    equityBps: known ? bps(equity!, value) : listed,
    freeAndClear: liens === null ? null : liens === 0,
    yearsOwned: owned !== null && owned >= 0 ? owned : null,
    absentee: lives === null ? null : !lives,
    outOfState: row.state === null || row.mailingState === null ? null : row.state !== row.mailingState,
    signals: row.signals === null ? null : kindsOf(row.signals),
    newestFilingAgeDays: newestFiling(row.signals, now),
    daysOnMarket: daysOnMarket !== null && daysOnMarket >= 0 ? daysOnMarket : null,
    listPriceCents: price,
    priceCutBps: price === null || original === null ? null : Math.max(0, bps(original - price, original)),
    arvCents: arvCents !== null && arvCents > 0 ? arvCents : null,
    repairsCents: row.repairsCents,
  };
}

/** Half up, as `bpsOf`; exact in doubles for amounts below a trillion cents. */
const bps = (part: number, whole: number): number => Math.floor((2 * part * 10_000 + whole) / (2 * whole));

const isBox = (line: string | null, unit: string | null): boolean =>
  (line !== null && boxStart.test(line) && mailbox(line) !== null) || unit?.includes('PMB') === true;
const boxStart = /^(?:PO BOX|RR|HC|GENERAL) /;

const noKinds: string[] = [];
function kindsOf(signals: NonNullable<PropertyLine['signals']>): string[] {
  if (signals.length === 0) return noKinds;
  return signals.length === 1 ? [signals[0]!.kind] : [...new Set(signals.map(({ kind }) => kind))].sort();
}

function newestFiling(signals: PropertyLine['signals'], now: number): number | null {
  let newest: number | null = null;
  if (signals !== null)
    for (const { kind, on } of signals) {
      if (on === null || !filings.has(kind)) continue;
      const age = now - epochDay(dayOf(on));
      if (age >= 0 && (newest === null || age < newest)) newest = age;
    }
  return newest;
}
