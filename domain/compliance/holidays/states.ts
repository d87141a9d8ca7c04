import { federalHolidays } from './federal.ts';
import type { Holiday, HolidayTable } from './holiday.ts';

const without = (...names: string[]): Holiday[] => federalHolidays.filter(({ name }) => !names.includes(name));
const row = (source: string, mark: Holiday['mark'] = 'R') => ({ effectiveFrom: '1971-01-01', effectiveTo: null, source, mark }) as const;

const texas = row("Tex. Gov't Code 662.003");
const dayAfterThanksgiving = { month: 11, weekday: 'thu', nth: 4, plus: 1 } as const;

/** National and state holidays of Texas on which agencies close. They are not moved when they fall on a weekend. */
export const texasState: HolidayTable = {
  id: 'tx-gov-code-662',
  title: 'Texas: national and state holidays',
  shift: 'none',
  shiftMark: 'R',
  source: "Tex. Gov't Code 662.003; domain rules 2.2",
  holidays: [
    // 662.003(a) lists no Columbus Day; Juneteenth stands there as Emancipation Day, long before the federal act.
    ...without('Columbus Day', 'Juneteenth National Independence Day').map((holiday) => ({ ...holiday, source: "Tex. Gov't Code 662.003(a)" })),
    { ...texas, name: 'Confederate Heroes Day', rule: { month: 1, day: 19 } },
    { ...texas, name: 'Texas Independence Day', rule: { month: 3, day: 2 } },
    { ...texas, name: 'San Jacinto Day', rule: { month: 4, day: 21 } },
    { ...texas, name: 'Emancipation Day in Texas', rule: { month: 6, day: 19 }, effectiveFrom: '1980-01-01' },
    { ...texas, name: 'Lyndon Baines Johnson Day', rule: { month: 8, day: 27 } },
    { ...texas, name: 'Friday after Thanksgiving Day', rule: dayAfterThanksgiving, mark: 'S' },
    { ...texas, name: '24 December', rule: { month: 12, day: 24 }, mark: 'S' },
    { ...texas, name: '26 December', rule: { month: 12, day: 26 }, mark: 'S' },
  ],
};

const california = row('Cal. Gov. Code 6700', 'A');
/** Second new moon after the winter solstice. */
const lunarNewYear = [
  ...['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03', '2031-01-23', '2032-02-11'],
  ...['2033-01-31', '2034-02-19', '2035-02-08', '2036-01-28', '2037-02-15', '2038-02-04', '2039-01-24', '2040-02-12'],
];

/**
 * Holidays of Gov. Code 6700. Good Friday is one only from noon to 3 p.m., so no day is left out for it. The Friday after
 * Thanksgiving is not listed. Which of them a contract adopts has to be read off its form: give another calendar where it differs.
 */
export const californiaState: HolidayTable = {
  id: 'ca-gov-code-6700',
  title: 'California: holidays of Government Code 6700',
  shift: 'sunday-to-monday',
  shiftMark: 'R',
  source: 'Cal. Gov. Code 6700, 6701',
  holidays: [
    ...without('Juneteenth National Independence Day', 'Veterans Day').map((holiday) => ({ ...holiday, source: 'Cal. Gov. Code 6700' })),
    { ...california, name: 'Lunar New Year', rule: { listed: lunarNewYear }, shift: 'none', effectiveFrom: '2023-01-01' },
    { ...california, name: 'Lincoln Day', rule: { month: 2, day: 12 } },
    { ...california, name: 'Cesar Chavez Day', rule: { month: 3, day: 31 }, effectiveFrom: '1995-01-01' },
    { ...california, name: 'Good Friday', rule: { easter: -2 }, hours: '12:00-15:00' },
    { ...california, name: 'Genocide Remembrance Day', rule: { month: 4, day: 24 }, shift: 'none', effectiveFrom: '2023-01-01' },
    { ...california, name: 'Juneteenth', rule: { month: 6, day: 19 }, shift: 'none', effectiveFrom: '2023-01-01', mark: 'R' },
    { ...california, name: 'Admission Day', rule: { month: 9, day: 9 } },
    { ...california, name: 'Native American Day', rule: { month: 9, weekday: 'fri', nth: 4 } },
    { ...california, name: 'Veterans Day', rule: { month: 11, day: 11 }, shift: 'saturday-to-friday-sunday-to-monday', mark: 'R' },
  ],
};

const washington = row('RCW 1.16.050');

export const washingtonState: HolidayTable = {
  id: 'wa-rcw-1.16.050',
  title: 'Washington: state legal holidays',
  shift: 'saturday-to-friday-sunday-to-monday',
  shiftMark: 'R',
  source: 'RCW 1.16.050',
  holidays: [
    ...without('Columbus Day', 'Juneteenth National Independence Day').map((holiday) => ({ ...holiday, source: 'RCW 1.16.050', mark: 'R' as const })),
    { ...washington, name: 'Juneteenth', rule: { month: 6, day: 19 }, effectiveFrom: '2022-01-01' },
    { ...washington, name: 'Native American Heritage Day', rule: dayAfterThanksgiving },
  ],
};
