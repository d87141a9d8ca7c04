import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** The sixty columns of a PropStream-like export, in one of the orders met. */
export const listColumns = [
  ...['Address', 'Unit #', 'City', 'State', 'Zip', 'County', 'APN', 'Owner Occupied', 'Owner 1 First Name', 'Owner 1 Last Name'],
  ...['Owner 2 First Name', 'Owner 2 Last Name', 'Mailing Care of Name', 'Mailing Address', 'Mailing Unit #', 'Mailing City', 'Mailing State', 'Mailing Zip'],
  ...['Mailing County', 'Do Not Mail', 'Property Type', 'Bedrooms', 'Total Bathrooms', 'Building Sqft', 'Lot Size Sqft', 'Acre', 'Low Range', 'High Range'],
  ...['Marketing Lists', 'Effective Year Built', 'Total Assessed Value', 'Last Sale Recording Date', 'Last Sale Amount', 'Total Open Loans'],
  ...['Est. Remaining balance of Open Loans', 'Est. Value', 'Est. Loan-to-Value', 'Est. Equity', 'MLS Status', 'MLS Date', 'MLS Amount', 'Lien Amount'],
  ...[
    'Date Added to List',
    'Method of Add',
    'Foreclosure Factor',
    'Pre-FC Recording Date',
    'Pre-FC Doc Number',
    'Pre-FC Unpaid Balance',
    'Pre-FC Auction Date',
  ],
  ...['Lien Type', 'Lien Date', 'BK Date', 'Divorce Date', 'MLS Agent Name', 'MLS Agent E-Mail', 'MLS Agent Phone', 'MLS Brokerage Name', 'Litigator'],
  ...['Phone 1', 'Email 1'],
];

/** mulberry32: small, seeded, good enough for invented lists. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const first =
  'June Vance Paul Nora Leo Wynn Alma Clay Ella Ben Zoe Pearl Dale Iris Owen Ruth Carl Faye Hugh Jane Kent Lola Mack Nell Otis Rhea Seth Tess Ward Yale'.split(
    ' ',
  );
const last =
  'Upton Ashby Locke Blakely Garland Mercer Hollis Hill Barrow Colby Dunn Eason Finch Gentry Hobbs Ivey Judd Keene Lamar Moody Nance Oakes Pruitt Quarles Rudd Sayre Tate'.split(
    ' ',
  );
const words =
  'Fox Chase Sadie Laurel Tampa Church Forest Park Rural Hill Rosa Elm Oak Maple Cedar Willow Lake Spring River Stone Eagle Hunter Meadow Valley Summit Ridge'.split(
    ' ',
  );
const kinds = ['St', 'Street', 'Ave', 'Dr', 'Drive', 'Ln', 'Rd', 'Ct', 'Blvd', 'Way', 'Pl', 'Cir'];
const towns: [city: string, zip: number][] = [
  ['Nashville', 37203],
  ['Goodlettsville', 37072],
  ['Madison', 37115],
  ['Antioch', 37013],
  ['Hermitage', 37076],
  ['Old Hickory', 37138],
];
const away: [city: string, state: string, zip: number][] = [
  ['Atlanta', 'GA', 30309],
  ['Louisville', 'KY', 40202],
  ['Austin', 'TX', 78704],
  ['Chicago', 'IL', 60614],
];
const lists = ['Single Family Residential', 'Condominium (Residential)', 'Duplex (2 units, any combination)', 'Townhouse (Residential)', 'Vacant Land'];

/** Rows of an invented list: one in twenty repeats an earlier property with newer figures; cells hold commas, quotes and line breaks. */
export function* propertyRows(rows: number, seed = 1): Generator<string[]> {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const day = (from: number, years: number) => `${1 + below(12)}/${1 + below(28)}/${from + below(years)}`;
  for (let made = 0; made < rows; made++) {
    // A repeat draws the same parcel again, so it needs the same place: everything below hangs on the parcel's own generator.
    const parcel = made > 20 && random() < 0.05 ? below(made) : made;
    const place = seeded(seed * 7919 + parcel);
    const of = (n: number) => Math.floor(place() * n);
    const [city, zip] = towns[of(towns.length)]!;
    const street = `${words[of(words.length)]} ${words[of(words.length)]} ${kinds[of(kinds.length)]}`;
    const address = `${1 + of(9999)} ${street}`;
    const isCondo = place() < 0.08;
    const unit = isCondo ? `Apt ${1 + of(400)}` : '';
    const isCompany = place() < 0.1;
    const family = last[of(last.length)]!;
    const firstName = isCompany ? '' : `${first[of(first.length)]} ${String.fromCharCode(65 + of(26))}`;
    const lastName = isCompany ? `${words[of(words.length)]} ${words[of(words.length)]} Homes, LLC` : family;
    const second = !isCompany && place() < 0.35 ? [first[of(first.length)]!, family] : ['', ''];
    const isHome = place() < 0.65;
    const far = place() < 0.4 ? away[of(away.length)]! : ([towns[of(towns.length)]![0], 'TN', towns[of(towns.length)]![1]] as const);
    const mailing = isHome
      ? [address, unit, city, 'TN', String(zip), 'Davidson']
      : [`${1 + of(9999)} ${words[of(words.length)]} ${words[of(words.length)]} ${kinds[of(kinds.length)]}`, '', far[0], far[1], String(far[2]), ''];
    const sqft = 700 + of(3200);
    const value = 90_000 + of(700) * 1000;
    const loans = below(4) === 0 ? 0 : Math.round(value * random() * 0.95);
    const listed = random() < 0.15;
    const fc = random() < 0.08;
    const lien = random() < 0.06;
    const asked = Math.round(value * 1.04);
    yield [
      address,
      unit,
      city,
      'TN',
      String(zip),
      'Davidson',
      `${String(parcel)
        .padStart(6, '0')
        .replace(/(...)(...)/, '$1 $2')} 0 ${String(of(400)).padStart(3, '0')}.00`,
      isHome ? 'Yes' : 'No',
      firstName,
      lastName,
      second[0]!,
      second[1]!,
      random() < 0.02 ? `Attn: "Estate" of ${family}` : '',
      ...mailing,
      random() < 0.03 ? 'Yes' : 'No',
      lists[of(lists.length)]!,
      String(1 + of(5)),
      (1 + of(6) / 2).toString(),
      String(sqft),
      String(sqft * 4 + of(5000)),
      (0.1 + of(200) / 100).toFixed(2),
      String(Math.round(value * 0.9)),
      String(Math.round(value * 1.1)),
      String(below(6)),
      String(1920 + of(100)),
      String(Math.round(value * 0.8)),
      day(1995, 30),
      String(Math.round(value * 0.6)),
      String(loans ? 1 + below(3) : 0),
      String(loans),
      String(value),
      ((loans / value) * 100).toFixed(2),
      String(value - loans),
      listed ? one(['ACTIVE', 'EXPIRED', 'CANCELLED']) : '',
      listed ? day(2025, 2) : '',
      listed ? String(asked) : '',
      lien ? String(500 + below(40_000)) : '',
      `${1 + below(11)}/${1 + below(28)}/2026`,
      one(['List', 'Search', 'Manual']),
      String(below(100)),
      fc ? day(2025, 2) : '',
      fc ? `2026-${below(99_999)}` : '',
      fc ? String(loans) : '',
      fc ? day(2026, 2) : '',
      lien ? one(['Tax Lien', 'HOA Lien', 'Mechanics Lien']) : '',
      lien ? day(2022, 4) : '',
      random() < 0.015 ? day(2023, 3) : '',
      random() < 0.01 ? day(2023, 3) : '',
      listed ? `${one(first)} ${one(last)}` : '',
      listed ? `${one(first).toLowerCase()}@example.com` : '',
      listed ? `615-555-0${100 + below(100)}` : '',
      listed ? `${one(words)} Realty, Inc.${random() < 0.1 ? '\nFranklin Office' : ''}` : '',
      random() < 0.004 ? 'Yes' : 'No',
      random() < 0.1 ? `(615) 2${10 + below(89)}-${String(below(10_000)).padStart(4, '0')}` : '',
      random() < 0.08 ? `${one(first)}.${one(last)}${below(999)}@example.org` : '',
    ];
  }
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes such a list as CSV and returns its size in bytes. */
export async function writePropertyList(path: string, rows: number, seed = 1): Promise<number> {
  const out = createWriteStream(path);
  let piece = `${listColumns.map(cell).join(',')}\n`;
  for (const row of propertyRows(rows, seed)) {
    piece += `${row.map(cell).join(',')}\n`;
    if (piece.length < 262_144) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
  return out.bytesWritten;
}
