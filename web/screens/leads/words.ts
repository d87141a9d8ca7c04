import type { Answer, Item } from '../../api/client.ts';
import { placeWords } from '../../parts/place.ts';
import { dateWords } from '../../parts/time.ts';
import type { Tone } from '../../parts/tone.ts';

export type LeadRow = Item<'/v1/leads'>;
export type LeadDetail = Answer<'/v1/leads/{no}', 'get'>;

export const statusWords: Record<LeadRow['status'], { label: string; tone: Tone }> = {
  review: { label: 'to review', tone: 'warn' },
  new: { label: 'new', tone: 'info' },
  qualified: { label: 'qualified', tone: 'good' },
  rejected: { label: 'rejected', tone: 'neutral' },
  'in-deal': { label: 'in a deal', tone: 'good' },
  closed: { label: 'closed', tone: 'neutral' },
};

/** `ownerOccupied` → `owner occupied`; `lead.livingSqft` → `living area`. */
const factWords: Record<string, string> = {
  arvCents: 'value after repair',
  valueCents: 'market value',
  liensCents: 'open liens',
  assessedCents: 'assessed value',
  repairsCents: 'estimate of repairs',
  repairCents: 'estimate of repairs',
  lastSaleCents: 'last sale price',
  lastSaleDate: 'last sale',
  listPriceCents: 'list price',
  originalListPriceCents: 'original list price',
  listedOn: 'listed on',
  livingSqft: 'living area',
  lotSqft: 'lot',
  bathroomsHundredths: 'bathrooms',
  yearBuilt: 'year built',
  equityBps: 'equity',
  listedEquityBps: 'equity as listed',
  ownerOccupied: 'owner lives there',
  newestFilingAgeDays: 'age of the newest filing',
  asOf: 'as of',
};
export const nameOfFact = (name: string): string =>
  factWords[name] ?? name.replace(/(Cents|Bps|Sqft)$/, '').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const plain = new Intl.NumberFormat('en-US');

/** A fact as a person says it; null where it is not known. */
export function valueOfFact(name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (name.endsWith('Cents')) return dollars.format(value / 100);
    if (name.endsWith('Bps')) return `${value / 100} %`;
    if (name.endsWith('Hundredths')) return String(value / 100);
    if (name.endsWith('Sqft')) return `${plain.format(value)} sq ft`;
    return /year|latitude|longitude/i.test(name) ? String(value) : plain.format(value);
  }
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each) => valueOfFact('', each) ?? '').join(', ');
  if (typeof value === 'object') {
    const { kind, on } = value as { kind?: string; on?: string | null };
    if (kind) return `${kind.replaceAll('-', ' ')}${on ? ` (${dateWords(on)})` : ''}`;
    return Object.entries(value)
      .map(([key, each]) => `${nameOfFact(key)} ${valueOfFact(key, each) ?? 'not known'}`)
      .join(', ');
  }
  const words = String(value);
  return /^\d{4}-\d\d-\d\d$/.test(words) ? dateWords(words) : words.replaceAll('-', /^\d{4}-\d\d-\d\d/.test(words) ? '-' : ' ');
}

export function addressWords({ line, unit, city, state, zip }: LeadRow['address']): string {
  const street = [line && placeWords(line), unit].filter(Boolean).join(' ');
  return [street, city && placeWords(city), [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}
export const nameOfLead = (lead: Pick<LeadRow, 'address' | 'parcelNumber' | 'leadNo'>): string =>
  addressWords(lead.address) || (lead.parcelNumber ? `Parcel ${lead.parcelNumber}` : `Lead ${lead.leadNo}`);

export const decideReasons = {
  qualified: ['Known to be motivated', 'Checked by phone', 'Good neighbourhood', 'A fact was missing, and is known now'],
  rejected: ['Sold already', 'Owner lives there and stays', 'Too little equity', 'Wrong kind of property', 'Not in our area'],
} as const;
