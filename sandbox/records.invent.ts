import { choose, dice } from './dice.ts';
import { areaCodes, givenNames, surnames } from './records.tables.ts';
import type { SkipTraceItem } from './schemas.ts';

export type InventedRecord = {
  sqft: number | null;
  yearBuilt: number | null;
  bedrooms: number | null;
  value: number | null;
  liens: number | null;
  repairs: number | null;
  listing: { price: number; original: number; date: string } | null;
  filings: { type: string; date: string }[];
  people: { first: string; last: string; full: string; phones: { number: string; type: string }[]; emails: string[] }[];
};

/**
 * Plausible answers about a property, made from its address alone: the same property has the same facts at both
 * providers, each of which knows only a part. Numbers are of the 555 exchange, addresses at example domains.
 */
export function inventRecord(provider: 'primary' | 'fallback', item: SkipTraceItem, today: Date): InventedRecord | null {
  const key = placeOf(item);
  const roll = (...about: (string | number)[]): number => dice(key, ...about);
  const known = (field: string, share: number): boolean => roll('known', provider, field) < share;
  if (!known('record', provider === 'primary' ? 0.9 : 0.55)) return null;
  const sqft = Math.round(750 + 2600 * roll('sqft') ** 1.6);
  const value = Math.round((sqft * (85 + 190 * roll('per-sqft'))) / 1000) * 1000;
  const listed = choose(roll('listed'), [
    [45, true],
    [55, false],
  ]);
  const original = Math.round((value * (0.92 + 0.25 * roll('asked'))) / 1000) * 1000;
  const price = Math.round((original * (roll('cut?') < 0.5 ? 1 : 1 - 0.14 * roll('cut'))) / 1000) * 1000;
  const back = (days: number): string => new Date(today.getTime() - Math.round(days) * 86_400_000).toISOString().slice(0, 10);
  const rich = provider === 'primary';
  return {
    sqft: known('sqft', 0.95) ? sqft : null,
    yearBuilt: known('year', 0.95) ? 1905 + Math.floor(115 * roll('year')) : null,
    bedrooms: known('bedrooms', 0.9) ? Math.min(6, 1 + Math.floor(sqft / 620)) : null,
    value: known('value', 0.95) ? value : null,
    liens: known('liens', 0.92) ? (roll('free') < 0.25 ? 0 : Math.round((value * (0.05 + 0.9 * roll('liens'))) / 100) * 100) : null,
    repairs: rich && known('repairs', 0.9) ? Math.round((value * (0.02 + 0.4 * roll('repairs') ** 2)) / 500) * 500 : null,
    listing: rich && listed ? { price, original, date: back(5 + 320 * roll('listed-days')) } : null,
    filings: filingsOf(roll, back),
    people: peopleOf(item, roll, rich ? 3 : 2),
  };
}

type Roll = (...about: (string | number)[]) => number;
const kinds: readonly (readonly [number, string])[] = [
  [8, 'Foreclosure'],
  [16, 'Pre-Foreclosure'],
  [16, 'Tax Lien'],
  [20, 'Tax Delinquent'],
  [10, 'Probate'],
  [18, 'Vacant'],
  [12, 'Code Violation'],
];

function filingsOf(roll: Roll, back: (days: number) => string): InventedRecord['filings'] {
  const count = choose(roll('filings'), [
    [45, 0],
    [35, 1],
    [20, 2],
  ]);
  const types = new Set(Array.from({ length: count }, (_, at) => choose(roll('filing', at), kinds)));
  return [...types].map((type) => ({ type, date: back(4 + 600 * roll('filed', type) ** 2) }));
}

function peopleOf(item: SkipTraceItem, roll: Roll, mostPhones: number): InventedRecord['people'] {
  const { first, last } = nameOf(item, roll);
  const codes = areaCodes[item.propertyAddress?.state?.toUpperCase() ?? ''] ?? ['800'];
  const phones = Array.from({ length: Math.floor(roll('phones') * (mostPhones + 1)) }, (_, at) => ({
    // 555-1212 is real everywhere; the other numbers of the exchange are nobody's.
    number: `${codes[Math.floor(roll('code', at) * codes.length)]}555${String((Math.floor(roll('line', at) * 9000) + 100) % 10_000)
      .padStart(4, '0')
      .replace('1212', '0199')}`,
    type: roll('type', at) < 0.7 ? 'Mobile' : 'Land Line',
  }));
  const emails = Array.from(
    { length: roll('emails') < 0.75 ? 1 : 0 },
    () =>
      `${plain(first)}.${plain(last)}${Math.floor(roll('mail') * 100_000)}@${choose(roll('domain'), [
        [5, 'example.com'],
        [3, 'example.net'],
        [2, 'mail.test'],
      ])}`,
  );
  return [{ first, last, full: `${first} ${last}`, phones, emails }];
}

function nameOf({ name }: SkipTraceItem, roll: Roll): { first: string; last: string } {
  const words = (name?.full ?? [name?.first, name?.last].filter(Boolean).join(' ')).split(/\s+/).filter((word) => /^[\p{L}'-]{2,}$/u.test(word));
  if (words.length >= 2) return { first: words[0]!, last: words.at(-1)! };
  return { first: givenNames[Math.floor(roll('first') * givenNames.length)]!, last: surnames[Math.floor(roll('last') * surnames.length)]! };
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '') || 'owner';

/** The place asked about, in one spelling. */
function placeOf({ propertyAddress, apn, county }: SkipTraceItem): string {
  const { street = '', zip = '', city = '', state = '' } = propertyAddress ?? {};
  const place = street ? [street, zip.slice(0, 5) || city, state] : [apn ?? '', county ?? '', state];
  return place
    .join('|')
    .toUpperCase()
    .replace(/[^A-Z0-9|]+/g, ' ');
}
