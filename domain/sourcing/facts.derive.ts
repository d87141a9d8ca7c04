import { ltvEquity } from '../offers/formulas/equity.ts';
import { absentee, type PostalAddress } from './absentee.ts';
import { type FactName, factNamesKnown, type PropertyFacts } from './facts.ts';
import { zip5 } from './street.ts';

/** What is on record about a property; null or absent where it is not. Dates are ISO, money is cents. */
export interface PropertyRecord {
  situs?: PostalAddress | null;
  mailing?: PostalAddress | null;
  county?: string | null;
  propertyType?: string | null;
  livingAreaSqft?: number | null;
  yearBuilt?: number | null;
  bedrooms?: number | null;
  valueCents?: number | null;
  /** All open liens together. Zero says that there is none; null that nobody has looked. */
  liensCents?: number | null;
  /** The list's own figures, used where value or liens are not known. */
  ltvBps?: number | null;
  equityBps?: number | null;
  ownerOccupied?: boolean | null;
  ownedSince?: string | null;
  listedOn?: string | null;
  daysOnMarket?: number | null;
  listPriceCents?: number | null;
  originalListPriceCents?: number | null;
  arvCents?: number | null;
  repairsCents?: number | null;
}

export interface ListSignal {
  signal: string;
  /** Date of the filing, where the record has one. */
  filedOn: string | null;
}

export interface DerivedFacts {
  facts: PropertyFacts;
  /** Why each null is null. */
  missing: Partial<Record<FactName, string>>;
}

/** Signals that are filings with an authority; vacancy or an expired listing have no filing date even where they have a date. */
export const filings: ReadonlySet<string> = new Set([
  'foreclosure',
  'pre-foreclosure',
  'tax-lien',
  'delinquent-taxes',
  'probate',
  'code-violation',
  'bankruptcy',
  'divorce',
  'eviction',
]);

/**
 * Facts as of a date. Nothing is guessed: what cannot be derived is null with its reason.
 * @param signals null where no list or provider has been asked, empty where one was asked and found nothing
 */
export function deriveFacts(property: PropertyRecord, signals: readonly ListSignal[] | null, asOf: string): DerivedFacts {
  const money = moneyFacts(property);
  const owner = ownerFacts(property, asOf);
  const found: Record<FactName, Derived> = {
    state: recorded(property.situs?.state),
    county: recorded(property.county),
    zip: recorded(zip5(property.situs?.zip)),
    propertyType: recorded(property.propertyType),
    livingAreaSqft: recorded(positive(property.livingAreaSqft)),
    yearBuilt: recorded(positive(property.yearBuilt)),
    bedrooms: recorded(property.bedrooms),
    ...money,
    ...owner,
    signals: signals === null ? unknown('no list or provider has been asked for signals') : { value: [...new Set(signals.map(({ signal }) => signal))].sort() },
    newestFilingAgeDays: newestFiling(signals, asOf),
    ...marketFacts(property, asOf),
    arvCents: recorded(positive(property.arvCents), 'no value after repair: too few comparable sales'),
    repairsCents: recorded(property.repairsCents, 'no estimate of repairs'),
  };
  const missing = Object.fromEntries(factNamesKnown.flatMap((name) => (found[name].reason === undefined ? [] : [[name, found[name].reason]])));
  return { facts: Object.fromEntries(factNamesKnown.map((name) => [name, found[name].value])) as PropertyFacts, missing };
}

type Derived = { value: unknown; reason?: string };

const unknown = (reason: string): Derived => ({ value: null, reason });
const recorded = (value: unknown, reason = 'not on record'): Derived => (value === null || value === undefined || value === '' ? unknown(reason) : { value });
const positive = (value: number | null | undefined) => (value !== null && value !== undefined && value > 0 ? value : null);

function moneyFacts({ valueCents, liensCents, ltvBps, equityBps }: PropertyRecord) {
  const value = positive(valueCents);
  const reason = value === null ? 'no market value on record' : 'no liens on record';
  const known = value !== null && liensCents !== null && liensCents !== undefined;
  const ratio = known ? ltvEquity({ valueCents: value, liensCents }) : null;
  const listedLtv = ltvBps ?? (equityBps === null || equityBps === undefined ? null : 10_000 - equityBps);
  return {
    valueCents: recorded(value),
    liensCents: recorded(liensCents),
    ltvBps: recorded(ratio?.ltvBps ?? listedLtv, reason),
    equityCents: recorded(ratio?.equityCents, reason),
    equityBps: recorded(ratio?.equityBps ?? equityBps ?? (listedLtv === null ? null : 10_000 - listedLtv), reason),
    freeAndClear: liensCents === null || liensCents === undefined ? unknown('no liens on record') : { value: liensCents === 0 },
  };
}

function ownerFacts({ situs, mailing, ownerOccupied, ownedSince }: PropertyRecord, asOf: string) {
  const answer = absentee(situs ?? null, mailing ?? null);
  const statesKnown = Boolean(situs?.state && mailing?.state);
  // The list's own statement counts only where the addresses prove nothing.
  const lives = answer.absentee === 'unproven' ? (ownerOccupied ?? null) : answer.absentee === 'no';
  const owned = ownedSince ? yearsBetween(ownedSince, asOf) : null;
  return {
    absentee: lives === null ? unknown(answer.reason) : { value: !lives },
    outOfState: statesKnown ? { value: answer.outOfState } : unknown('no state in the mailing address'),
    yearsOwned: recorded(
      owned !== null && owned >= 0 ? owned : null,
      ownedSince ? 'the date of purchase cannot be read or lies ahead' : 'no date of purchase on record',
    ),
  };
}

function marketFacts({ listedOn, daysOnMarket, listPriceCents, originalListPriceCents }: PropertyRecord, asOf: string) {
  const days = daysOnMarket ?? (listedOn ? daysBetween(listedOn, asOf) : null);
  const original = positive(originalListPriceCents);
  const price = positive(listPriceCents);
  const isPriced = original !== null && price !== null;
  return {
    daysOnMarket: recorded(days !== null && days >= 0 ? days : null, 'no listing on record'),
    listPriceCents: recorded(price, 'no listing on record'),
    // A price that was raised is no cut.
    priceCutBps: isPriced
      ? { value: Math.max(0, Math.floor(((original - price) * 10_000) / original + 0.5)) }
      : unknown('no original and present list price on record'),
  };
}

function newestFiling(signals: readonly ListSignal[] | null, asOf: string): Derived {
  const ages = (signals ?? []).flatMap(({ signal, filedOn }) => {
    const age = filings.has(signal) && filedOn !== null ? daysBetween(filedOn, asOf) : null;
    return age !== null && age >= 0 ? [age] : [];
  });
  return ages.length > 0
    ? { value: Math.min(...ages) }
    : unknown(signals === null ? 'no list or provider has been asked for signals' : 'no dated filing on record');
}

/** Null for text that is no date. */
function dayNumber(date: string): number | null {
  const at = /^\d{4}-\d\d-\d\d/.test(date) ? Date.parse(`${date.slice(0, 10)}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at / 86_400_000;
}

function daysBetween(from: string, to: string): number | null {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === null || end === null ? null : end - start;
}

function yearsBetween(from: string, to: string): number | null {
  if (daysBetween(from, to) === null) return null;
  const anniversaryAhead = to.slice(5, 10) < from.slice(5, 10) ? 1 : 0;
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - anniversaryAhead;
}
