import { expect, test } from 'vitest';
import { isoDay, parseDay } from '../days.ts';
import { datedHolidays, holidayCalendar, holidaysOn, holidayTables } from './calendar.ts';
import { calendarFaults } from './faults.ts';

const dated = (id: keyof typeof holidayTables, year: number) =>
  Object.fromEntries(
    datedHolidays(holidayTables[id], year).map(({ name, date, observed }) => [
      name,
      date === observed ? isoDay(date) : `${isoDay(date)} > ${isoDay(observed)}`,
    ]),
  );

test('federal holidays fall where 5 USC 6103 puts them, with the weekday they are observed on', () => {
  expect(dated('us-federal', 2026)).toEqual({
    "New Year's Day": '2026-01-01',
    'Birthday of Martin Luther King, Jr.': '2026-01-19',
    "Washington's Birthday": '2026-02-16',
    'Memorial Day': '2026-05-25',
    'Juneteenth National Independence Day': '2026-06-19',
    'Independence Day': '2026-07-04 > 2026-07-03',
    'Labor Day': '2026-09-07',
    'Columbus Day': '2026-10-12',
    'Veterans Day': '2026-11-11',
    'Thanksgiving Day': '2026-11-26',
    'Christmas Day': '2026-12-25',
  });
  expect(dated('us-federal', 2027)).toMatchObject({ 'Independence Day': '2027-07-04 > 2027-07-05', 'Christmas Day': '2027-12-25 > 2027-12-24' });
});

test('a holiday is one only from the year its law began', () => {
  expect(Object.keys(dated('us-federal', 1985))).not.toContain('Birthday of Martin Luther King, Jr.');
  expect(Object.keys(dated('us-federal', 2020))).not.toContain('Juneteenth National Independence Day');
  expect(dated('us-federal', 1975)).toMatchObject({ 'Veterans Day': '1975-10-27' });
});

test("New Year's Day is observed in the year before, and Reserve Banks stay open on that Friday", () => {
  const on = (id: string, date: string) =>
    holidaysOn(holidayCalendar(id), parseDay(date)!).map(({ name, observed }) => `${name}${observed ? ' observed' : ''}`);
  expect(on('us-federal', '2021-12-31')).toEqual(["New Year's Day observed"]);
  expect(on('us-federal-reserve', '2021-12-31')).toEqual([]);
  expect(on('us-federal-reserve', '2023-01-02')).toEqual(["New Year's Day observed"]);
});

test('state lists add their own days and leave out those the state does not keep', () => {
  expect(dated('tx-gov-code-662', 2026)).toMatchObject({
    'Friday after Thanksgiving Day': '2026-11-27',
    '24 December': '2026-12-24',
    '26 December': '2026-12-26',
  });
  expect(Object.keys(dated('tx-gov-code-662', 2026))).not.toContain('Columbus Day');
  expect(dated('ca-gov-code-6700', 2026)).toMatchObject({
    'Lincoln Day': '2026-02-12',
    'Lunar New Year': '2026-02-17',
    'Cesar Chavez Day': '2026-03-31',
    'Genocide Remembrance Day': '2026-04-24',
    'Admission Day': '2026-09-09',
    'Native American Day': '2026-09-25',
  });
  expect(dated('wa-rcw-1.16.050', 2026)).toMatchObject({ 'Native American Heritage Day': '2026-11-27' });
});

test('Good Friday is on the Californian list for three hours, which leave no day out', () => {
  const years = [1981, 2000, 2008, 2024, 2025, 2026, 2027, 2030, 2038, 2049, 2076, 2100];
  const goodFridays = years.map((year) => dated('ca-gov-code-6700', year)['Good Friday']);
  expect(goodFridays).toEqual([
    '1981-04-17',
    '2000-04-21',
    '2008-03-21',
    '2024-03-29',
    '2025-04-18',
    '2026-04-03',
    '2027-03-26',
    '2030-04-19',
    '2038-04-23',
    '2049-04-16',
    '2076-04-17',
    '2100-03-26',
  ]);
  expect(holidaysOn(holidayCalendar('ca-gov-code-6700'), parseDay('2026-04-03')!)).toEqual([]);
  expect(() => holidayCalendar('ours', [{ name: 'None', date: '2026-02-30', observed: '2026-02-30' }])).toThrow('none');
});

test('every row names its source, its mark and the time it is in force', () => {
  for (const { holidays } of Object.values(holidayTables))
    for (const row of holidays) {
      expect([row.source, row.mark, row.name].every((text) => text.length > 0)).toBe(true);
      expect(row.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
});

test('a calendar that somebody brings is held against ours, both ways', () => {
  const brought = (...holidays: [string, string, string][]) => ({
    id: 'us-federal',
    holidays: holidays.map(([name, date, observed]) => ({ name, date, observed })),
  });
  expect(calendarFaults(brought(['Independence Day', '2026-07-04', '2026-07-03'], ['Labor Day', '2026-09-07', '2026-09-07']))).toEqual([]);
  expect(calendarFaults(brought(['Independence Day', '2026-07-04', '2026-07-06']))).toEqual([expect.stringContaining('observed on 2026-07-03 by our table')]);
  expect(calendarFaults(brought(['Founders Day', '2026-08-03', '2026-08-03']))).toEqual([expect.stringContaining('not in our table')]);
  expect(calendarFaults(brought(['Independence Day', '2026-07-04', '2026-07-03'], ['Columbus Day', '2026-10-12', '2026-10-12']))).toEqual([
    'us-federal: Labor Day on 2026-09-07 is in our table but not in the calendar given',
  ]);
  expect(
    calendarFaults({
      id: 'us-federal',
      holidays: [{ name: 'Juneteenth', date: '2021-06-19', observed: '2021-06-18', appliesToPeriodsStartingFrom: '2021-06-18' }],
    }),
  ).toEqual([]);
  expect(
    calendarFaults({
      id: 'us-federal',
      holidays: [{ name: 'Juneteenth', date: '2021-06-19', observed: '2021-06-18', appliesToPeriodsStartingFrom: '2021-07-01' }],
    }),
  ).toHaveLength(1);
  expect(calendarFaults(brought(['No day', '2026-02-30', '2026-02-30']))).toEqual(['us-federal: 2026-02-30 is no date']);
  expect(calendarFaults({ id: 'our-own', holidays: [{ name: 'Any', date: '2026-01-02', observed: '2026-01-02' }] })).toEqual([]);
  expect(calendarFaults({ id: 'us-federal', holidays: [] })).toEqual([]);
  expect(calendarFaults(brought(['Columbus Day', '2026-10-12', '2026-10-12'], ['Labor Day', '2026-09-07', '2026-09-07']))).toEqual([]);
});
