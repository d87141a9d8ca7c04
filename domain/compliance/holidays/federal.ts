import type { Holiday, HolidayTable } from './holiday.ts';

const law = { effectiveFrom: '1971-01-01', effectiveTo: null, source: '5 USC 6103(a)', mark: 'A' } as const;

/** The legal public holidays of 5 USC 6103(a), with the dates from which each has been one. */
export const federalHolidays: readonly Holiday[] = [
  { ...law, name: "New Year's Day", rule: { month: 1, day: 1 } },
  { ...law, name: 'Birthday of Martin Luther King, Jr.', rule: { month: 1, weekday: 'mon', nth: 3 }, effectiveFrom: '1986-01-01' },
  { ...law, name: "Washington's Birthday", rule: { month: 2, weekday: 'mon', nth: 3 } },
  { ...law, name: 'Memorial Day', rule: { month: 5, weekday: 'mon', nth: -1 } },
  {
    ...law,
    name: 'Juneteenth National Independence Day',
    rule: { month: 6, day: 19 },
    effectiveFrom: '2021-06-17',
    appliesToPeriodsStartingFrom: '2021-06-18',
    source: '5 USC 6103(a) as amended by Pub. L. 117-17 (2021-06-17); 86 FR 44267',
  },
  { ...law, name: 'Independence Day', rule: { month: 7, day: 4 } },
  { ...law, name: 'Labor Day', rule: { month: 9, weekday: 'mon', nth: 1 } },
  { ...law, name: 'Columbus Day', rule: { month: 10, weekday: 'mon', nth: 2 } },
  { ...law, name: 'Veterans Day', rule: { month: 10, weekday: 'mon', nth: 4 }, effectiveTo: '1977-12-31' },
  { ...law, name: 'Veterans Day', rule: { month: 11, day: 11 }, effectiveFrom: '1978-01-01' },
  { ...law, name: 'Thanksgiving Day', rule: { month: 11, weekday: 'thu', nth: 4 } },
  { ...law, name: 'Christmas Day', rule: { month: 12, day: 25 } },
];

export const usFederal: HolidayTable = {
  id: 'us-federal',
  title: 'Federal legal public holidays',
  shift: 'saturday-to-friday-sunday-to-monday',
  shiftMark: 'A',
  source: '5 USC 6103(a), (b); Executive Order 11582',
  holidays: federalHolidays,
};

/** Reserve Banks stay open on the Friday before a holiday that falls on a Saturday. */
export const usFederalReserve: HolidayTable = {
  id: 'us-federal-reserve',
  title: 'Holidays of the Federal Reserve Banks',
  shift: 'sunday-to-monday',
  shiftMark: 'S',
  source: 'Holiday schedule of the Federal Reserve Banks',
  holidays: federalHolidays,
};
