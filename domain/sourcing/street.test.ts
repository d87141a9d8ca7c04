import { expect, test } from 'vitest';
import { mailbox, normaliseCity, normaliseStreetLine, normaliseUnit, stateCode, zip5 } from './street.ts';

test.each([
  ['123 Main Street', '123 MAIN ST', null],
  ['123 MAIN ST.', '123 MAIN ST', null],
  ['00123 North Main Avenue', '123 N MAIN AVE', null],
  ['123 N. Main Ave., Apt. 4-B', '123 N MAIN AVE', '4B'],
  ['123 N Main Av #4B', '123 N MAIN AVE', '4B'],
  ['123 n main ave apt # 04b', '123 N MAIN AVE', '4B'],
  ['123 N Main Ave, 4B', '123 N MAIN AVE', '4B'],
  ['123 N Main Ave 4B', '123 N MAIN AVE', '4B'],
  ['345 Webster Avenue, 2-O', '345 WEBSTER AVE', '2O'],
  ['21-45 Utopia Parkway, 1-283', '21-45 UTOPIA PKWY', '1-283'],
  ['225 East 79th Street, 9C/9D', '225 E 79TH ST', '9C/9D'],
  ['264 East Broadway, C1707', '264 E BROADWAY', 'C1707'],
  ['99-45 67th Road, 601', '99-45 67TH RD', '601'],
  ['12 Main St, N', '12 MAIN ST N', null],
  ['12 Main St, 37209', '12 MAIN ST 37209', null],
  ['500 Oak Blvd Suite 200', '500 OAK BLVD', '200'],
  ['500 Oak Blvd Bldg 2 Unit C', '500 OAK BLVD', 'BLDG 2 C'],
  ['500 Oak Blvd 2nd Floor', '500 OAK BLVD', 'FL 2'],
  ['500 Oak Blvd Penthouse', '500 OAK BLVD', 'PH'],
  ['500 Oak Blvd PH 3', '500 OAK BLVD', 'PH 3'],
  ['12 Elm St Rear', '12 ELM ST', 'REAR'],
  ['12 Elm St Front', '12 ELM ST', 'FRNT'],
  ['12 Lake Side', '12 LAKE SIDE', null],
  ['100 Pier 39', '100 PIER 39', null],
  ['12 Lot Road', '12 LOT RD', null],
  ['12 Front Street', '12 FRONT ST', null],
  ['1011 Northwest 6th Street', '1011 NW 6TH ST', null],
  ['1011 N.W. Sixth St', '1011 NW 6TH ST', null],
  ['1011 North West 6th St', '1011 NW 6TH ST', null],
  ['77 North Street', '77 NORTH ST', null],
  ['77 South Avenue West', '77 SOUTH AVE W', null],
  ['77 Main St Northwest', '77 MAIN ST NW', null],
  ['1510 Avenue N', '1510 AVENUE N', null],
  ['1510 Ave N', '1510 AVENUE N', null],
  ['789 Main Ave Drive', '789 MAIN AVENUE DR', null],
  ['4513 3rd Street Circle West', '4513 3RD STREET CIR W', null],
  ['19 Saint Charles Av', '19 SAINT CHARLES AVE', null],
  ['19 St. Charles Avenue', '19 SAINT CHARLES AVE', null],
  ['19 Mt. Vernon Ln', '19 MOUNT VERNON LN', null],
  ['305 5 Avenue', '305 5TH AVE', null],
  ['43-12 Bell Boulevard', '43-12 BELL BLVD', null],
  ['12 1/2 Oak Court', '12 1/2 OAK CT', null],
  ["7 O'Brien Trail", '7 OBRIEN TRL', null],
  ['7 Peña Cir', '7 PENA CIR', null],
  ['7 Mid-Island Plaza', '7 MID ISLAND PLZ', null],
  ['900 State Hwy 335', '900 STATE HIGHWAY 335', null],
  ['900 CR 441', '900 COUNTY ROAD 441', null],
  ['900 US Hwy 70 East', '900 US HIGHWAY 70 E', null],
  ['900 FM 1960 W', '900 FM 1960 W', null],
  ['900 Farm to Market Rd 1960 West', '900 FM 1960 W', null],
  ['900 Broadway', '900 BROADWAY', null],
  ['900 Broadway Apt 3', '900 BROADWAY', '3'],
  ['900 Park Avenue', '900 PARK AVE', null],
  ['900 Avenue of the Americas', '900 AVENUE OF THE AMERICAS', null],
  ['P.O. Box 00123', 'PO BOX 123', null],
  ['', '', null],
])('%j is written %j with unit %j by USPS Publication 28', (input, line, unit) => {
  expect(normaliseStreetLine(input)).toEqual({ line, unit });
});

test.each(['PO Box 12', 'P O BOX 12', 'P. O. Box 12', 'Post Office Box 12', 'POB 12', 'Box 12', 'PO Box #12', 'P.O.Box 12', 'Drawer 12'])(
  '%j is a PO box',
  (line) => {
    expect(mailbox(line)).toBe('PO BOX 12');
  },
);

test('rural routes and general delivery have one spelling, and a street named Box is a street', () => {
  expect(mailbox('Rural Route 2, Box 152')).toBe('RR 2 BOX 152');
  expect(mailbox('HCR 1 Box 5')).toBe('HC 1 BOX 5');
  expect(mailbox('General Delivery')).toBe('GENERAL DELIVERY');
  expect(mailbox('12 Box Elder Rd')).toBeNull();
});

test.each([
  ['Apt 4-B', '4B'],
  ['#4b', '4B'],
  ['4 B', '4B'],
  ['Unit 004B', '4B'],
  ['Floor 2', 'FL 2'],
  ['Lot 9', 'LOT 9'],
  ['', null],
  [null, null],
])('unit %j compares as %j', (unit, expected) => {
  expect(normaliseUnit(unit)).toBe(expected);
});

test('normalising twice changes nothing', () => {
  for (const line of [
    '123 N. Main Ave., Apt. 4-B',
    '789 Main Ave Drive',
    '19 St. Charles Avenue',
    '900 CR 441',
    'PO Box 12',
    '1510 Ave N',
    '77 South Avenue West',
  ])
    expect(normaliseStreetLine(normaliseStreetLine(line).line).line).toBe(normaliseStreetLine(line).line);
});

test('a ZIP compares by its five digits, also when a spreadsheet ate the leading zeros', () => {
  expect(['78704-1234', '787041234', '78704', '601.0', '2134', '78704 1234'].map(zip5)).toEqual(['78704', '78704', '78704', '00601', '02134', '78704']);
  expect(['0', '', 'unknown', null, '00000'].map(zip5)).toEqual([null, null, null, null, null]);
});

test('states and cities compare by code and by the full word for Saint, Mount, Fort', () => {
  expect([stateCode('tx'), stateCode('Texas'), stateCode('N. Carolina'), stateCode(null)]).toEqual(['TX', 'TX', null, null]);
  expect([normaliseCity('St. Louis'), normaliseCity('Ft Worth'), normaliseCity('MT. JULIET'), normaliseCity(' ')]).toEqual([
    'SAINT LOUIS',
    'FORT WORTH',
    'MOUNT JULIET',
    null,
  ]);
});
