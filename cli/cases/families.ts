import { calculate } from '../../domain/offers/formulas/calculate.ts';
import { formulas } from '../../domain/offers/formulas/registry.ts';
import { absentee } from '../../domain/sourcing/absentee.ts';
import { scoreMotivation } from '../../domain/sourcing/motivation.ts';

/** How the cases of one family enter the product: through the function the API calls. */
export interface Family {
  // biome-ignore lint/suspicious/noExplicitAny: a case is foreign data; the function called judges it
  run(given: any): unknown;
  /** Where the product's own holiday table disagrees with the calendar a case brings. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  calendarFaults?(calendar: any): string[];
}

const formulaFamily: Family = { run: ({ formula, inputs }) => ({ outputs: calculate(formula, inputs).outputs }) };

/** A family that is not here is skipped by its name. */
export const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  ...Object.keys(formulas).map((name) => [name, formulaFamily] as const),
  [
    'motivated-seller',
    { run: ({ signals = null, equityBps = null, newestFilingAgeDays = null }) => scoreMotivation({ signals, equityBps, newestFilingAgeDays }) },
  ],
  ['absentee', { run: ({ situs = null, mailing = null }) => absentee(situs, mailing) }],
]);
