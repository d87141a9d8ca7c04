import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { dayText } from './dates.ts';
import { deriveFacts } from './facts.derive.ts';
import { detectLayout, refuseBinary } from './layout.ts';
import type { PropertyLine, Rejection } from './line.ts';
import { type MappingChoice, proposeMapping, requireIdentity } from './mapping.ts';
import { isNewer, mergeLines } from './merge.ts';
import { compileNormaliser } from './normalise.ts';
import { NumberSet, numberRanges, numbersIn } from './number-set.ts';
import { rowFacts } from './row-facts.ts';
import { RecordScanner } from './scan.ts';

/** A list read as an import reads it. */
function read(text: string, choice: MappingChoice = {}, listDate = '2026-11-01') {
  const layout = detectLayout(text, true);
  const mapping = proposeMapping(layout.headers, layout.rows, choice);
  const normalise = compileNormaliser(mapping, layout.headers, listDate);
  const found: (PropertyLine | Rejection)[] = [];
  let skip = layout.skip;
  new RecordScanner(layout).read(text, true, (cells) => {
    if (skip > 0) skip--;
    else found.push(normalise(cells));
  });
  const lines = found.filter((line): line is PropertyLine => !('reason' in line));
  return { layout, mapping, lines, rejected: found.filter((line): line is Rejection => 'reason' in line) };
}
const unreadOf = ({ unread }: PropertyLine) => Object.fromEntries(Array.from({ length: unread.length / 2 }, (_, at) => [unread[at * 2], unread[at * 2 + 1]]));

test('a county file of Davidson County is recognised, with its headers, dates, prices and owners', () => {
  const { mapping, lines } = read(
    [
      '\u{feff}UniqueID ,ParcelID,LandUse,PropertyAddress,SaleDate,SalePrice,LegalReference,SoldAsVacant,OwnerName,OwnerAddress,Acreage,TaxDistrict,LandValue,BuildingValue,TotalValue,YearBuilt,Bedrooms,FullBath,HalfBath',
      '2045,007 00 0 125.00,SINGLE FAMILY,"1808  FOX CHASE DR, GOODLETTSVILLE","April 9, 2013","$240,000 ",2013,No,"UPTON, JUNE ELLA & PAUL","980  RIDGE AVE, NASHVILLE, TN",2.3,GSD,50000,168200,235700,1986,3,3,1',
      '7,007 00 0 126.00,VACANT RES LAND,"0  FOX CHASE DR, GOODLETTSVILLE","April 9, 2013",50,2013,Yes,,,,,,,,,,,',
    ]
      .join('\r\n')
      .slice(1),
  );
  expect(mapping).toMatchObject({ preset: 'davidson-tn', nameOrder: 'last-comma-first', defaults: { county: 'DAVIDSON', state: 'TN' } });
  expect(lines[0]).toMatchObject({
    ...{
      propertyKey: 'apn:TN:DAVIDSON:00700012500',
      street: '1808 FOX CHASE DR',
      city: 'GOODLETTSVILLE',
      state: 'TN',
      county: 'DAVIDSON',
      propertyType: 'single-family',
    },
    ...{
      saleDay: 20130409,
      saleCents: 24_000_000,
      assessedCents: 23_570_000,
      lotSqft: 100_188,
      yearBuilt: 1986,
      bathroomsHundredths: 350,
      valueCents: null,
      liensCents: null,
    },
    ...{ mailingLine: '980 RIDGE AVE', mailingCity: 'NASHVILLE', mailingState: 'TN', signals: null },
  });
  expect(lines[0]!.owners.map(({ name }) => name)).toEqual(['June Ella Upton', 'Paul Upton']);
  expect(lines[1]).toMatchObject({ addressKey: null, saleCents: null, propertyType: 'land', owners: [] });
  expect(unreadOf(lines[1]!)).toEqual({ lastSaleCents: '50 dollars: a transfer of the deed, not a sale' });
});

const borough =
  'BOROUGH,NEIGHBORHOOD,BUILDING CLASS CATEGORY,BLOCK,LOT,ADDRESS,APARTMENT NUMBER,ZIP CODE,TOTAL UNITS,LAND SQUARE FEET,GROSS SQUARE FEET,YEAR BUILT,SALE PRICE,SALE DATE';
test('a borough file of New York: CR line ends, lines above the header, days first, marks for nothing', () => {
  const { layout, mapping, lines, rejected } = read(
    [
      '"Manhattan Rolling Sales File.  All Sales From May 2016"',
      '"Sales as of 4/30/2017"',
      '',
      'Note: neighbourhoods',
      borough,
      '1,ALPHABET CITY,07 RENTALS - WALKUP APARTMENTS,392,6,153 AVENUE B, ,10009,5," 1,633 ", -  ,1900," -  ",19/07/17',
      '1,ALPHABET CITY,10 COOPS - ELEVATOR APARTMENTS,399,39,"618 EAST 9TH STREET, 2 E", ,0,0,0,0,0,10,01/02/17',
      '1,ALPHABET CITY,10 COOPS - ELEVATOR APARTMENTS,399,39,618 EAST 9TH STREET, ,0,0,0,0,0,"500,000",01/02/17',
      '1,ALPHABET CITY,10 COOPS - ELEVATOR APARTMENTS,399,39,"618 EAST 9TH STREET, PHE", ,0,0,0,0,0,"500,000",01/02/17',
      '1,ALPHABET CITY,10 COOPS - ELEVATOR APARTMENTS,399,39,"618 EAST 9TH STREET, RES", ,0,0,0,0,0,"500,000",01/02/17',
      '1,ALPHABET CITY,10 COOPS - ELEVATOR APARTMENTS,399,39,"620 EAST 9TH STREET, 2E", ,0,0,0,0,0,"500,000",01/02/17',
    ].join('\r'),
  );
  expect(layout).toMatchObject({ newline: 'cr', skip: 4 });
  expect(mapping).toMatchObject({ preset: 'nyc-rolling-sales', dateOrder: 'dmy' });
  expect(lines[0]).toMatchObject({
    propertyKey: 'apn:NY:NEW YORK:1003920006',
    street: '153 AVENUE B',
    city: 'NEW YORK',
    lotSqft: 1633,
    livingSqft: null,
    saleCents: null,
    saleDay: 20170719,
  });
  expect(unreadOf(lines[0]!)).toEqual({ livingSqft: '" -  " stands for nothing', lastSaleCents: '" -  " stands for nothing' });
  expect(lines[1]).toMatchObject({ propertyKey: 'apn:NY:NEW YORK:1003990039:618:2E', unit: '2E', zip: null, yearBuilt: null });
  expect(unreadOf(lines[1]!)).toMatchObject({
    zip: '0 stands for unknown',
    yearBuilt: '0 stands for unknown',
    lastSaleCents: expect.stringContaining('transfer of the deed'),
  });
  // What stands behind the comma is the apartment; a word for the residential part of the building is none.
  expect(lines[2]).toMatchObject({ propertyKey: 'apn:NY:NEW YORK:1003990039:618:PHE', unit: 'PHE', street: lines[1]!.street });
  // The same apartment of the next house on the lot is another one.
  expect(lines[3]).toMatchObject({ propertyKey: 'apn:NY:NEW YORK:1003990039:620:2E' });
  expect(rejected).toMatchObject([{ reason: 'apartment-missing' }, { reason: 'apartment-missing' }]);
});

test('a list without addresses is identified by its parcels', () => {
  const { mapping, lines } = read(
    'id,date,price,bedrooms,sqft_living,sqft_lot,waterfront,yr_built,zipcode,lat,long\n"7129300520","20141013T000000",1.225e+006,3,1180,5650,0,1955,"98178",47.5112,-122.257\n',
  );
  expect(mapping.preset).toBe('king-wa');
  expect(lines[0]).toMatchObject({
    propertyKey: 'apn:WA:KING:7129300520',
    saleCents: 122_500_000,
    saleDay: 20141013,
    latitude: 47.5112,
    longitude: -122.257,
    zip: '98178',
    street: null,
  });
});

const propstream = [
  'Address,Unit #,City,State,Zip,County,APN,Owner Occupied,Owner 1 First Name,Owner 1 Last Name,Mailing Address,Mailing Unit #,Mailing City,Mailing State,Mailing Zip,Marketing Lists,Total Open Loans,Est. Remaining balance of Open Loans,Est. Value,Est. Equity,MLS Status,MLS Date,MLS Amount,Lien Type,Lien Amount,Lien Date,Pre-FC Recording Date,Phone 1,Phone 1 Type,Email 1,Litigator',
  '12 Oak St,Apt 4,Nashville,TN,37206,Davidson,012-1,No,,"Oak Homes, LLC",9 Elm Rd,,Columbus,OH,43215,3,1,"$100,000",250000,150000,EXPIRED,1/2/2026,260000,Tax Lien,500,3/4/2025,10/2/2026,(615) 212-3456,Mobile,JO@example.org,Yes',
].join('\n');

test('an export of PropStream: loans and liens, signals with dates, phones, and columns it counts in', () => {
  const { mapping, lines } = read(propstream);
  expect(mapping).toMatchObject({ preset: 'propstream', extra: ['Marketing Lists', 'Total Open Loans', 'Est. Equity', 'Litigator'] });
  expect(lines[0]).toMatchObject({
    ...{
      unit: '4',
      liensCents: 10_050_000,
      valueCents: 25_000_000,
      listPriceCents: null,
      listedDay: null,
      ownerOccupied: false,
      extra: '["3","1","150000","Yes"]',
    },
    points: [
      { kind: 'phone', value: '+16152123456', lineType: 'mobile', doNotCall: false },
      { kind: 'email', value: 'jo@example.org' },
    ],
    signals: [
      { kind: 'expired-listing', on: '2026-01-02' },
      { kind: 'pre-foreclosure', on: '2026-10-02' },
      { kind: 'tax-lien', on: '2025-03-04' },
    ],
  });
});

test('the statewide roll of Florida names counties by number and sales by month', () => {
  const { lines } = read(
    'CO_NO,PARCEL_ID,DOR_UC,JV,OWN_NAME,OWN_ADDR1,OWN_CITY,OWN_STATE,OWN_ZIPCD,PHY_ADDR1,PHY_CITY,PHY_ZIPCD,SALE_PRC1,SALE_YR1,SALE_MO1,TOT_LVG_AR\n23,01-2,001,300000,SMITH JOHN A & MARY,9 ELM RD,OCALA,FL,34470,12 OAK ST,MIAMI,33101.0,250000,2019,7,1500\n',
  );
  expect(lines[0]).toMatchObject({ propertyKey: 'apn:FL:MIAMI-DADE:012', valueCents: 30_000_000, saleDay: 20190701, livingSqft: 1500, zip: '33101' });
  expect(lines[0]!.owners.map(({ name }) => name)).toEqual(['John A Smith', 'Mary Smith']);
});

test('headers match whatever their case, blanks and punctuation; of two for one field the first counts', () => {
  const { mapping } = read(' PROPERTY  ADDRESS ,est value,EST. VALUE,Parcel-ID\n1 A St,1,2,3\n');
  expect(mapping.fields).toEqual(['address', 'value', null, 'parcelNumber']);
});

test('a person may map otherwise, with defaults for what the list leaves out', () => {
  const text = 'Lot,Where,Worth\n12-3,12 Oak St,250000\n';
  const { lines } = read(text, {
    columns: { Lot: 'parcelNumber', where: 'address', WORTH: 'value' },
    defaults: { county: 'Davidson County', state: 'Tennessee', city: 'Nashville' },
  });
  expect(lines[0]).toMatchObject({ propertyKey: 'apn:TN:DAVIDSON:123', city: 'NASHVILLE', valueCents: 25_000_000 });
  const refused = (columns: Record<string, string | null>, code: string) => expect(() => read(text, { columns })).toThrow(expect.objectContaining({ code }));
  refused({ Colour: 'value' }, 'unknown-column');
  refused({ Lot: 'colour' }, 'unknown-field');
  refused({ Lot: 'value', Worth: 'value' }, 'field-twice');
  expect(() => requireIdentity(read(text, { columns: { Lot: null } }).mapping, ['Lot'])).toThrow(DomainError);
});

test('every line that is no property has its number, its reason and its text', () => {
  const { rejected, lines } = read(
    [
      'APN,County,State,Address,City',
      '1-1,Davidson,TN,,',
      ',,,,',
      'APN,County,State,Address,City',
      '1-2,Davidson',
      '1-3,Davidson,TN,a,b,c',
      '1-4,,,,',
      ',,TN,Oak St,Nashville',
      '"1-5,Davidson,TN,x,y',
      '1-6,Davidson,TN,,',
    ].join('\n'),
  );
  expect(lines.map(({ line }) => line)).toEqual([2, 10]);
  expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'blank-line'],
    [4, 'header-again'],
    [5, 'too-few-cells'],
    [6, 'too-many-cells'],
    [7, 'county-missing'],
    [8, 'no-identity'],
    [9, 'quote-not-closed'],
  ]);
  expect(rejected[3]).toMatchObject({ raw: '1-3,Davidson,TN,a,b,c', detail: '6 cells, the header has 5' });
});

test.each([
  ['a semicolon', 'APN;County;State\n1;Davidson;TN\n', ';'],
  ['a tab', 'APN\tCounty\tState\n1\tDavidson, TN\tTN\n', '\t'],
  ['a bar', 'APN|County|State\n1|Davidson|TN\n', '|'],
])('%s between the cells is found', (_, text, delimiter) => expect(detectLayout(text, true).delimiter).toBe(delimiter));

test('what is no list is refused before it is read', () => {
  for (const bytes of [
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0],
    [0x25, 0x50, 0x44, 0x46],
    [65, 0, 66],
  ])
    expect(() => refuseBinary(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'binary-file' }));
  for (const text of ['', ' \n ', 'APN,County\n']) expect(() => detectLayout(text, true)).toThrow(expect.objectContaining({ code: 'empty-file' }));
});

test('of two lines about a property the newer says what is so, the older fills its gaps, and a price stays with its date', () => {
  const [newer, older] = read(
    [
      'APN,County,State,Bedrooms,Est Value,Sale Date,Sale Price,Owner 1 Last Name,Zip',
      '1,Davidson,TN,,300000,1/1/2020,-,Upton,0',
      '1,Davidson,TN,3,200000,1/1/2010,90000,Locke,37206',
    ].join('\n'),
  ).lines as [PropertyLine, PropertyLine];
  const merged = mergeLines(newer, older);
  expect(merged).toMatchObject({ bedrooms: 3, valueCents: 30_000_000, saleDay: 20200101, saleCents: null, zip: '37206', contentHash: newer.contentHash });
  expect(merged.owners.map(({ last }) => last)).toEqual(['Upton']);
  expect(unreadOf(merged)).toEqual({ lastSaleCents: '"-" stands for nothing' });
  expect(mergeLines(merged, older)).toEqual(merged);
});

test('what is newer: the later list, then the later import, then the later line; equals change nothing', () => {
  const at = (listDate: string, origin: number, lineDay: number | null) => ({ listDate, origin, lineDay });
  expect(isNewer(at('2026-02-01', 1, 20200101), at('2026-01-01', 2, 20250101))).toBe(true);
  expect(isNewer(at('2026-01-01', 2, 20200101), at('2026-01-01', 1, 20250101))).toBe(true);
  expect(isNewer(at('2026-01-01', 1, 20250101), at('2026-01-01', 1, 20200101))).toBe(true);
  expect(isNewer(at('2026-01-01', 1, 20250101), at('2026-01-01', 1, 20250101))).toBe(false);
  expect(isNewer(at('2026-01-01', 1, null), at('2026-01-01', 1, null))).toBe(false);
});

test('the facts of bulk work are the facts of a single lead', () => {
  const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 3 });
  const cents = fc.integer({ min: 0, max: 90_000_000 });
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((at) => Number(at.toISOString().slice(0, 10).replaceAll('-', '')));
  const place = fc.record({
    line: optional(fc.constantFrom('12 OAK ST', '12 N OAK ST', '9 ELM RD', 'PO BOX 4')),
    unit: optional(fc.constantFrom('4B', '5')),
    city: optional(fc.constantFrom('NASHVILLE', 'MADISON')),
    state: optional(fc.constantFrom('TN', 'OH')),
    zip: optional(fc.constantFrom('37206', '43215')),
  });
  const signal = fc.record({ kind: fc.constantFrom('tax-lien', 'probate', 'vacancy', 'divorce'), on: optional(day.map(dayText)) });
  const money = fc.record({
    valueCents: optional(cents),
    liensCents: optional(cents),
    listPriceCents: optional(cents),
    originalListPriceCents: optional(cents),
    repairsCents: optional(cents),
  });
  const rest = fc.record({
    ...{
      saleDay: optional(day),
      listedDay: optional(day),
      ownerOccupied: optional(fc.boolean()),
      bedrooms: optional(fc.nat(9)),
      yearBuilt: optional(fc.nat(2026)),
    },
    ...{
      livingSqft: optional(fc.nat(4000)),
      listedEquityBps: optional(fc.integer({ min: -500, max: 10_000 })),
      signals: optional(fc.array(signal, { maxLength: 3 })),
    },
  });
  const text = (value: number | null) => (value === null ? null : dayText(value));
  fc.assert(
    fc.property(
      place,
      place,
      money,
      rest,
      optional(cents),
      (situs, mail, amounts, { livingSqft, listedEquityBps, signals, saleDay, listedDay, ...same }, arvCents) => {
        // A unit without a line is no address that a list gives.
        const mailing = { ...mail, unit: mail.line === null ? null : mail.unit };
        const common = { ...amounts, ...same, county: 'DAVIDSON' };
        const bulk = rowFacts(
          {
            ...{
              ...common,
              propertyType: 'land',
              street: situs.line,
              unit: situs.unit,
              city: situs.city,
              state: situs.state,
              zip: situs.zip,
              livingSqft,
              listedEquityBps,
              signals,
              saleDay,
              listedDay,
            },
            ...{ mailingLine: mailing.line, mailingUnit: mailing.unit, mailingCity: mailing.city, mailingState: mailing.state, mailingZip: mailing.zip },
          },
          '2026-11-21',
          arvCents,
        );
        const { facts } = deriveFacts(
          {
            ...common,
            propertyType: 'land',
            situs,
            mailing,
            livingAreaSqft: livingSqft,
            equityBps: listedEquityBps,
            ownedSince: text(saleDay),
            listedOn: text(listedDay),
            arvCents,
          },
          signals?.map(({ kind, on }) => ({ signal: kind, filedOn: on })) ?? null,
          '2026-11-21',
        );
        expect(bulk).toEqual(facts);
      },
    ),
    { numRuns: 500 },
  );
});

test('sets and ranges of numbers hold what was put in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 })), (numbers) => {
      const set = new NumberSet();
      for (const number of numbers) set.add(number);
      expect(numbers.every((number) => set.has(number))).toBe(true);
      expect(set.has(100_001)).toBe(false);
      expect([...numbersIn(numberRanges(numbers))]).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }),
  );
});
