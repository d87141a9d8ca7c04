import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, readFullAddress, readStreet } from './address.ts';
import { dateOrderOf, dayText, epochDay, plainDay, readDay } from './dates.ts';
import { fingerprint } from './hash.ts';
import { contactId, readOwners, titleCase } from './names.ts';
import { bounded, plainNumber, readNumber } from './numbers.ts';
import { boroughBlockLot, floridaCounty, normaliseCounty, readParcel } from './parcels.ts';
import { readEmail, readPhone } from './phones.ts';
import { propertyTypeOf } from './property-types.ts';
import { normaliseStreetLine } from './street.ts';

describe('numbers', () => {
  test.each([
    ['$120,000 ', 120_000],
    [' 1,306 ', 1306],
    ['1.225e+006', 1_225_000],
    ['601.0', 601],
    ['62.5 %', 62.5],
    ['-12', -12],
  ])('%j is %d', (text, value) => expect(readNumber(text)).toEqual({ value }));
  test.each([' -  ', 'N/A', 'abc', '12 acres', '1,23', '--', '1e999'])('%j is null with a reason', (text) =>
    expect(readNumber(text)).toEqual({ value: null, reason: expect.stringContaining('"') }),
  );
  test('nothing is nothing, without a reason', () => expect(readNumber('  ')).toBeNull());
  test('a zero that stands for unknown is not a zero', () => {
    expect(bounded(0, { zero: 'unknown', from: 0, to: 9 })).toEqual({ value: null, reason: '0 stands for unknown' });
    expect(bounded(0, { zero: 'value', from: 0, to: 9 })).toEqual({ value: 0 });
    expect(bounded(1.005, { zero: 'value', from: 0, to: 9 }, 100)).toEqual({ value: 101 });
  });
  test('the fast way reads what the slow way reads, or leaves it to it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat().map(String), fc.double({ noNaN: true }).map(String), fc.string()), (text) => {
        const fast = plainNumber(`x${text}y`, 1, 1 + text.length);
        if (!Number.isNaN(fast)) expect(readNumber(text)).toEqual({ value: fast });
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['April 9, 2013', '2013-04-09'],
    ['Sept. 30, 2016', '2016-09-30'],
    ['20141013T000000', '2014-10-13'],
    ['2017-07-19 00:00:00', '2017-07-19'],
    ['4/9/2013', '2013-04-09'],
    ['4/9/13', '2013-04-09'],
    ['12/31/99', '1999-12-31'],
    ['9-Apr-13', '2013-04-09'],
    ['2/29/2016', '2016-02-29'],
  ])('%j is %s', (text, expected) => expect(dayText(readDay(text, 'mdy', 20261101)!.value!)).toBe(expected));
  test('the day stands first where the list says so', () => expect(dayText(readDay('19/07/17', 'dmy', 20261101)!.value!)).toBe('2017-07-19'));
  test.each(['2/30/2016', '13/1/2016', '0', '00/00/0000', 'soon', ' - ', '1/1/1500'])('%j is null with a reason', (text) =>
    expect(readDay(text, 'mdy', 20261101)).toEqual({ value: null, reason: expect.any(String) }),
  );
  test('a part above twelve tells the order of a column', () => {
    expect(dateOrderOf(['1/2/2016', '3/4/2016'])).toBe('mdy');
    expect(dateOrderOf(['1/2/2016', '13/4/2016'])).toBe('dmy');
    expect(dateOrderOf(['1/22/2016', '3/4/2016'])).toBe('mdy');
  });
  test('days count as the calendar counts them, and the fast way agrees with the slow one', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1700-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (at) => {
        const iso = at.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
        for (const text of [iso, `${m}/${d}/${y}`, iso.replaceAll('-', '')]) {
          const day = plainDay(text, 0, text.length, 'mdy');
          expect(dayText(day)).toBe(iso);
          expect(readDay(text, 'mdy', 20261101)).toEqual({ value: day });
          expect(epochDay(day)).toBe(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
        }
      }),
    );
  });
});

describe('owners', () => {
  const names = (text: string, order: Parameters<typeof readOwners>[1] = 'last-comma-first') =>
    readOwners(text, order).map(({ kind, name }) => `${name} (${kind})`);
  test.each([
    ['UPTON, JUNE ELLA', ['June Ella Upton (person)']],
    ['VANCE, YALE & PAUL', ['Yale Vance (person)', 'Paul Vance (person)']],
    ['LOCKE, NORA K. & BLAKELY, LEO R.', ['Nora K. Locke (person)', 'Leo R. Blakely (person)']],
    ['UPTON, JUNE ET AL', ['June Upton (person)']],
    ["O'BRIEN, MARY-ANN", ["Mary-Ann O'Brien (person)"]],
    ['MCDONALD, SETH', ['Seth McDonald (person)']],
    ['JRG PROPERTIES, LLC', ['Jrg Properties, LLC (company)']],
    ['HILL 33, LLC', ['Hill 33, LLC (company)']],
    ['KUDZU REAL ESTATE, INC.', ['Kudzu Real Estate, Inc. (company)']],
    ['UPTON FAMILY REVOCABLE LIVING TRUST', ['Upton Family Revocable Living Trust (trust)']],
    ['UPTON, JUNE TRUSTEE', ['Upton, June Trustee (trust)']],
    ['', []],
  ])('%j', (text, expected) => expect(names(text)).toEqual(expected));
  test('names stand in the order their list writes them', () => {
    expect(names('UPTON JUNE ELLA & PAUL', 'last-first')).toEqual(['June Ella Upton (person)', 'Paul Upton (person)']);
    expect(names('June Ella Upton & Paul Locke Jr', 'first-last')).toEqual(['June Ella Upton (person)', 'Paul Jr Locke (person)']);
  });
  test('names written with care stay as they are', () => expect(titleCase('van der Berg')).toBe('van der Berg'));
  test('one owner at one address is one contact in a brokerage, and another in the next', () => {
    const [june] = readOwners('UPTON, JUNE', 'last-comma-first');
    const [again] = readOwners('June Upton', 'first-last');
    const [a, b] = ['0b0e7a9e-52a3-4a9b-b7d8-5d0a3a7ba111', '0b0e7a9e-52a3-4a9b-b7d8-5d0a3a7ba112'];
    expect(contactId(a, june!, '12 OAK ST')).toBe(contactId(a, again!, '12 OAK ST'));
    expect(contactId(a, june!, '12 OAK ST')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set([contactId(a, june!, '12 OAK ST'), contactId(b, june!, '12 OAK ST'), contactId(a, june!, '14 OAK ST')])).toHaveProperty('size', 3);
  });
});

describe('addresses', () => {
  const lines = [
    '1808  FOX CHASE DR',
    '600  12TH AVE S',
    '0  FOREST PARK RD',
    '131-05 40TH   ROAD, 5A',
    '618 EAST 9TH STREET, 2 E',
    '12 N. Main Ave., Apt. 4-B',
    '77 North Street',
    '19 St. Charles Av #4',
    '305 5 Avenue',
    '900 US Hwy 70 East',
    'P.O. Box 12',
    '12 1/2 Oak Ct',
    '0012 Elm',
  ];
  test.each(lines)('%j is read as the slow way reads it', (line) => {
    const { line: expected, unit } = normaliseStreetLine(line.replace(', 2 E', ', 2E'));
    expect(readStreet(line)).toEqual({ line: expected, unit });
    expect(readStreet(line)).toEqual({ line: expected, unit });
  });
  test('an apartment behind a comma is split off', () => expect(readStreet('618 EAST 9TH STREET, 2 E')).toEqual({ line: '618 E 9TH ST', unit: '2E' }));
  test.each(['12 - 14 Main St', '12-14 MAIN STREET', '12 & 14 Main St', '12 to 14 Main St'])('the range %j has one spelling', (line) =>
    expect(readStreet(line).line).toBe('12-14 MAIN ST'),
  );
  test.each([
    ['1808  FOX CHASE DR, GOODLETTSVILLE', { street: '1808  FOX CHASE DR', city: 'GOODLETTSVILLE', state: null, zip: null }],
    ['1808 FOX CHASE DR, GOODLETTSVILLE, TN', { street: '1808 FOX CHASE DR', city: 'GOODLETTSVILLE', state: 'TN', zip: null }],
    ['12 Oak St, Apt 2, St. Louis, Missouri 63101-1234', { street: '12 Oak St, Apt 2', city: 'SAINT LOUIS', state: 'MO', zip: '63101' }],
    ['12 Oak St', { street: '12 Oak St', city: null, state: null, zip: null }],
  ])('%j', (text, expected) => expect(readFullAddress(text)).toEqual(expected));
  test('an address without a house number, or with number 0, names no property', () => {
    const place = { unit: null, city: 'MADISON', state: 'TN', zip: null };
    expect(addressKey({ line: '12 OAK ST', ...place })).toBe('12 OAK ST||MADISON|TN');
    expect(addressKey({ line: '0 FOREST PARK RD', ...place })).toBeNull();
    expect(addressKey({ line: 'FOREST PARK RD', ...place })).toBeNull();
    expect(addressKey({ line: '12 OAK ST', unit: null, city: null, state: 'TN', zip: null })).toBeNull();
  });
});

describe('parcels, phones and kinds', () => {
  test.each([
    ['007 00 0 125.00', '00700012500'],
    ['007-00-0-125.00', '00700012500'],
    [' 12a-3 ', '12A3'],
  ])('parcel %j', (text, value) => expect(readParcel(text)).toEqual({ value }));
  test.each(['000-00', 'N/A', '1.23457E+11', '--'])('parcel %j is null with a reason', (text) =>
    expect(readParcel(text)).toEqual({ value: null, reason: expect.any(String) }),
  );
  test('New York numbers its parcels by borough, block and lot', () => {
    expect(boroughBlockLot('1', '392', '6')).toEqual({ value: '1003920006' });
    expect(boroughBlockLot('6', '392', '6')).toMatchObject({ value: null });
    expect(boroughBlockLot('1', '', '')).toBeNull();
  });
  test('counties', () => {
    expect([normaliseCounty('Davidson County'), normaliseCounty(' St. Clair '), normaliseCounty('')]).toEqual(['DAVIDSON', 'ST CLAIR', null]);
    expect([floridaCounty('11'), floridaCounty('23'), floridaCounty('77'), floridaCounty('78')]).toEqual(['ALACHUA', 'MIAMI-DADE', 'WASHINGTON', null]);
  });
  test.each([
    ['(615) 212-3456', '+16152123456'],
    ['1-615-212-3456', '+16152123456'],
    ['6152123456.0', '+16152123456'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('phone %j', (text, value) => expect(readPhone(text)).toEqual({ value }));
  test.each(['555-1234', '0000000000', '911-212-3456', 'none', '2222222222'])('phone %j is null with a reason', (text) =>
    expect(readPhone(text)).toEqual({ value: null, reason: expect.any(String) }),
  );
  test('e-mails', () => {
    expect(readEmail(' June.Upton@Example.ORG ')).toEqual({ value: 'june.upton@example.org' });
    for (const text of ['june@', 'june upton@example.org', 'n/a', 'a@b']) expect(readEmail(text)).toMatchObject({ value: null });
  });
  test.each([
    ['SINGLE FAMILY', 'single-family'],
    ['VACANT RESIDENTIAL LAND', 'land'],
    ['RESIDENTIAL CONDO', 'condominium'],
    ['10 COOPS - ELEVATOR APARTMENTS', 'cooperative'],
    ['13 CONDOS - ELEVATOR APARTMENTS', 'condominium'],
    ['02 TWO FAMILY DWELLINGS', 'duplex'],
    ['ZERO LOT LINE', 'single-family'],
    ['Duplex (2 units, any combination)', 'duplex'],
    ['SOMETHING ELSE', 'other'],
  ])('land use %j is %s', (text, type) => expect(propertyTypeOf(text)).toBe(type));
});

test('a changed character changes the fingerprint of a line', () => {
  const seen = new Set<string>();
  for (let n = 0; n < 20_000; n++) seen.add(fingerprint(`line,${n},12 OAK ST,${n * 7}`));
  expect(seen.size).toBe(20_000);
  expect(fingerprint('abc', 1)).not.toBe(fingerprint('abc', 2));
  expect(fingerprint('abcd')).not.toBe(fingerprint('abcd\u0000'));
});
