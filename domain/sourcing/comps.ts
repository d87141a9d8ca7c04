import { arvFromComps, centsPerSqft } from '../offers/formulas/arv.ts';

/** The property an ARV is sought for. */
export interface CompSubject {
  leadId: string;
  city: string | null;
  state: string | null;
  zip: string | null;
  propertyType: string | null;
  livingSqft: number | null;
  bedrooms: number | null;
  /** The day its facts are of: sales are as recent as this list is old. */
  asOf: string;
}

export interface Sale {
  leadId: string;
  leadNo: number;
  city: string | null;
  zip: string | null;
  propertyType: string | null;
  livingSqft: number;
  bedrooms: number | null;
  soldOn: string;
  priceCents: number;
}

/** A comparable sale as it is stored with a decision. */
export interface Comp {
  leadNo: number;
  soldOn: string;
  priceCents: number;
  livingSqft: number;
  centsPerSqft: number;
}

export type ArvAnswer =
  | { arvCents: number; formula: 'arv-from-comps'; statistic: 'median'; subjectSqft: number; searched: string; comps: Comp[] }
  | { arvCents: null; reason: string };

/** Below it a sale is among relatives or of a part; its price says nothing about the neighbours. */
const leastPriceCents = 1_000_000;
const sqftShareBps = 2500;
const fewest = 3;
const most = 10;

/** From the nearest and newest outwards; the first search that finds enough counts. */
const searches = [
  { title: 'same ZIP, sold within 12 months', place: 'zip', months: 12 },
  { title: 'same city, sold within 12 months', place: 'city', months: 12 },
  { title: 'same ZIP, sold within 24 months', place: 'zip', months: 24 },
  { title: 'same city, sold within 24 months', place: 'city', months: 24 },
  { title: 'same city, sold within 36 months', place: 'city', months: 36 },
] as const;

/** How far back a sale may lie at all. */
export const compMonths = 36;

/** The value after repair as the median price per square foot of similar homes sold nearby, or why there is none. */
export function arvOf(subject: CompSubject, sales: readonly Sale[]): ArvAnswer {
  const { livingSqft, propertyType } = subject;
  if (!livingSqft) return { arvCents: null, reason: 'the living area is not known' };
  if (!propertyType) return { arvCents: null, reason: 'the property type is not known' };
  const similar = sales.filter((sale) => isSimilar(subject, livingSqft, sale));
  for (const { title, place, months } of searches) {
    const from = monthsBefore(subject.asOf, months);
    const near = similar.filter((sale) => sale.soldOn >= from && subject[place] !== null && sale[place] === subject[place]);
    if (near.length < fewest) continue;
    const comps = near.toSorted(byLikeness(livingSqft)).slice(0, most).map(toComp);
    const { arvCents } = arvFromComps({ compsCentsPerSqft: comps.map((comp) => comp.centsPerSqft), statistic: 'median', subjectSqft: livingSqft });
    return { arvCents, formula: 'arv-from-comps', statistic: 'median', subjectSqft: livingSqft, searched: title, comps };
  }
  return { arvCents: null, reason: `fewer than ${fewest} similar homes were sold nearby within ${compMonths} months` };
}

/** Not the property itself; the same type, the living area within a quarter, at most one bedroom more or less where both are known. */
function isSimilar({ leadId, propertyType, bedrooms }: CompSubject, livingSqft: number, sale: Sale): boolean {
  if (sale.leadId === leadId || sale.propertyType !== propertyType || sale.priceCents < leastPriceCents || sale.livingSqft <= 0) return false;
  if (Math.abs(sale.livingSqft - livingSqft) * 10_000 > livingSqft * sqftShareBps) return false;
  return bedrooms === null || sale.bedrooms === null || Math.abs(sale.bedrooms - bedrooms) <= 1;
}

/** Nearest in size first, then the newest; the number settles what is left, so that the same sales give the same comps. */
const byLikeness = (livingSqft: number) => (a: Sale, b: Sale) =>
  Math.abs(a.livingSqft - livingSqft) - Math.abs(b.livingSqft - livingSqft) || (a.soldOn < b.soldOn ? 1 : a.soldOn > b.soldOn ? -1 : a.leadNo - b.leadNo);

const toComp = ({ leadNo, soldOn, priceCents, livingSqft }: Sale): Comp => ({
  leadNo,
  soldOn,
  priceCents,
  livingSqft,
  centsPerSqft: centsPerSqft(priceCents, livingSqft),
});

/** The same day of an earlier month; days a month has not count as its last by the order of text. */
export function monthsBefore(day: string, months: number): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const index = year * 12 + month - 1 - months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}${day.slice(7, 10)}`;
}

/** Whether a lead's own last sale may stand beside others: with price and size, at most three years before its list. */
export function isComparable(lead: { lastSaleDate: string | null; lastSaleCents: number | null; livingSqft: number | null; asOf: string }): boolean {
  const { lastSaleDate, lastSaleCents, livingSqft, asOf } = lead;
  return lastSaleDate !== null && (lastSaleCents ?? 0) > 0 && (livingSqft ?? 0) > 0 && lastSaleDate >= monthsBefore(asOf, compMonths);
}
