import type { Duty } from './form.ts';

export type Blank = { name: string; title: string };
/** What a person fills in on a form that sets its clocks: days, and dates. */
export type Blanks = { periods: (Blank & { days: number | null })[]; dates: Blank[] };

export function blanksOfDuties(duties: readonly Duty[]): Blanks {
  const once = <T extends Blank>(blanks: T[]): T[] => [...new Map(blanks.map((blank) => [blank.name, blank])).values()];
  return {
    periods: once(duties.flatMap(({ term, title, defaultDays = null }) => (term ? [{ name: term, title, days: defaultDays }] : []))),
    dates: once(duties.flatMap(({ dateBlank, title }) => (dateBlank ? [{ name: dateBlank, title }] : []))),
  };
}
