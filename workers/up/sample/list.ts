import { firstNames, lastNames, type Place, places } from './places.ts';
import { seeded } from './seeded.ts';

/** A property list as a data vendor would sell it; every address, person, number and mailbox is invented. */
export type SampleList = {
  csv: string;
  rows: number;
  /** Numbers (E.164) whose owners agreed in writing to be texted. */
  consented: string[];
};

const columns = [
  ...['Address', 'City', 'State', 'Zip', 'County', 'APN', 'Owner Occupied', 'Owner 1 First Name', 'Owner 1 Last Name'],
  ...['Mailing Address', 'Mailing City', 'Mailing State', 'Mailing Zip', 'Property Type', 'Bedrooms', 'Total Bathrooms', 'Building Sqft', 'Lot Size Sqft'],
  ...['Effective Year Built', 'Est. Value', 'Est. Remaining balance of Open Loans', 'Last Sale Recording Date', 'Last Sale Amount', 'MLS Status', 'MLS Date'],
  ...[
    'MLS Amount',
    'Original List Price',
    'Est. Repairs',
    'Marketing Lists',
    'Pre-FC Recording Date',
    'Lien Type',
    'Lien Date',
    'Lien Amount',
    'Phone 1',
    'Email 1',
  ],
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number>>;

/** What a row is in the list for. In each place: recent sales to compare with, owners with a reason to sell, and the rest. */
const castPerPlace = [
  { kind: 'sold', count: 12 },
  { kind: 'motivated', count: 8 },
  { kind: 'content', count: 6 },
  { kind: 'unclear', count: 4 },
] as const;
type Kind = (typeof castPerPlace)[number]['kind'];

/** Days around `today` matter (recent sales, days on market), so the list is made on the day of the first start. */
export function sampleList(today: Date, seed = 20_261): SampleList {
  const random = seeded(seed);
  const rows: Row[] = [];
  const consented: string[] = [];
  for (const place of places) {
    let inPlace = 0;
    for (const { kind, count } of castPerPlace)
      for (let made = 0; made < count; made++) {
        const row = property({ place, kind, number: inPlace++, random, today });
        rows.push(row);
        if (kind === 'motivated' && row['Phone 1'] && random() < 0.65) consented.push(`+1${String(row['Phone 1']).replace(/\D/g, '')}`);
      }
  }
  const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','))];
  return { csv: `${lines.join('\n')}\n`, rows: rows.length, consented };
}

type Making = { place: Place; kind: Kind; number: number; random: () => number; today: Date };

function property({ place, kind, number, random, today }: Making): Row {
  const between = (low: number, high: number): number => Math.round(low + random() * (high - low));
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const daysAgo = (days: number): string => us(new Date(today.getTime() - days * 86_400_000));
  const sqft = between(22, 44) * 50;
  const value = Math.round((sqft * place.dollarsPerSqft * (0.94 + random() * 0.12)) / 500) * 500;
  const [first, last] = [one(firstNames), one(lastNames)];
  const address = `${between(4, 98) * 30 + number} ${one(place.streets)}`;
  const absentee = kind !== 'sold' && random() < 0.35 ? one(places.filter((other) => other !== place)) : null;
  const base: Row = {
    Address: address,
    City: place.city,
    State: place.state,
    Zip: place.zip,
    County: place.county,
    APN: `${place.zip.slice(2)}-${String(100 + number * 7).padStart(4, '0')}-${String(between(1, 99)).padStart(3, '0')}`,
    'Owner Occupied': absentee ? 'No' : 'Yes',
    'Owner 1 First Name': first,
    'Owner 1 Last Name': last,
    'Mailing Address': absentee ? `${between(100, 990)} ${one(absentee.streets)}` : address,
    'Mailing City': (absentee ?? place).city,
    'Mailing State': (absentee ?? place).state,
    'Mailing Zip': (absentee ?? place).zip,
    'Property Type': 'Single Family Residential',
    Bedrooms: sqft > 1600 ? 4 : 3,
    'Total Bathrooms': sqft > 1500 ? 2 : 1.5,
    'Building Sqft': sqft,
    'Lot Size Sqft': between(50, 140) * 100,
    'Effective Year Built': between(1948, 2004),
    'Est. Value': value,
    'Marketing Lists': between(1, 5),
  };
  // 555-0100 to 555-0199 are kept for fiction, in every area code.
  const phone = `(${place.areaCode}) 555-01${String(number).padStart(2, '0')}`;
  const mailbox = `${first}.${last}${number}@example.${one(['com', 'net', 'org'])}`.toLowerCase();
  const reachable: Row = { ...(random() < 0.88 && { 'Phone 1': phone }), ...(random() < 0.94 && { 'Email 1': mailbox }) };
  const loan = (low: number, high: number): number => Math.round((value * (low + random() * (high - low))) / 100) * 100;

  switch (kind) {
    case 'sold':
      return {
        ...base,
        'Last Sale Recording Date': daysAgo(between(20, 165)),
        'Last Sale Amount': value,
        'Est. Remaining balance of Open Loans': loan(0.82, 0.95),
      };
    case 'motivated': {
      const asked = Math.round((value * (1.02 + random() * 0.06)) / 1000) * 1000;
      const filing = random();
      return {
        ...base,
        ...reachable,
        'Last Sale Recording Date': daysAgo(between(8, 28) * 365),
        'Last Sale Amount': Math.round(value * 0.45),
        'Est. Remaining balance of Open Loans': loan(0.05, 0.6),
        'MLS Status': one(['Active', 'Active', 'Expired']),
        'MLS Date': daysAgo(between(96, 240)),
        'MLS Amount': Math.round((asked * (0.88 + random() * 0.05)) / 500) * 500,
        'Original List Price': asked,
        'Est. Repairs': Math.round((value * (0.04 + random() * 0.18)) / 500) * 500,
        // The best deals come from these, and whoever tries the sample first answers as one of their sellers.
        ...(filing < 0.3 && { 'Email 1': mailbox, 'Pre-FC Recording Date': daysAgo(between(12, 80)) }),
        ...(filing > 0.75 && { 'Lien Type': 'Tax Lien', 'Lien Date': daysAgo(between(40, 400)), 'Lien Amount': between(18, 140) * 100 }),
      };
    }
    case 'content':
      // Listed lately at a fair price, or hardly any equity: the rules say no.
      return {
        ...base,
        ...reachable,
        'Last Sale Recording Date': daysAgo(between(3, 12) * 365),
        'Last Sale Amount': Math.round(value * 0.7),
        'Est. Remaining balance of Open Loans': loan(0.5, 0.97),
        'MLS Status': 'Active',
        'MLS Date': daysAgo(between(5, 60)),
        'MLS Amount': value,
        'Original List Price': value,
        'Est. Repairs': Math.round((value * (0.02 + random() * 0.1)) / 500) * 500,
      };
    case 'unclear':
      // Neither listed nor surveyed: somebody has to look, or enrich.
      return {
        ...base,
        ...reachable,
        'Building Sqft': random() < 0.5 ? '' : sqft,
        'Last Sale Recording Date': daysAgo(between(5, 30) * 365),
        'Est. Remaining balance of Open Loans': random() < 0.5 ? '' : loan(0, 0.5),
      };
    default:
      return kind satisfies never;
  }
}

const us = (date: Date): string => `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
const cell = (value: string | number): string => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
