import { z } from 'zod';
import { parseDay } from './days.ts';
import { mostDays } from './facts.ts';

const name = z.string().trim().min(1).max(60);
const isoDate = z.string().refine((text) => parseDay(text) !== null, { error: 'is to be a date such as 2026-11-20, from 1971 to 2199' });
const weekdays = z
  .array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
  .min(1)
  .max(7);

/** A holiday list: ours by its id, with days added to it; or, under an id of its own, exactly the days given. */
const calendar = z.strictObject({
  id: name,
  holidays: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        date: isoDate,
        observed: isoDate.nullish(),
        appliesToPeriodsStartingFrom: isoDate.nullish(),
      }),
    )
    .max(1000)
    .nullish(),
});

/** A fact's value; what a date or a count must look like is judged here for every fact, used or not. */
const value = z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(40)).max(400)]).nullable();
const inputs = z.record(z.string().min(1).max(60), value).superRefine((given, context) => {
  const names = Object.keys(given);
  if (names.length > 60) context.addIssue({ code: 'custom', message: 'has more than 60 facts' });
  for (const key of names) {
    const fault = faultOf(key, given[key]);
    if (fault) context.addIssue({ code: 'custom', path: [key], message: fault });
  }
});

function faultOf(key: string, given: unknown): string | null {
  if (given === null || given === undefined) return null;
  if (key === 'creditorOpenDays') return weekdays.safeParse(given).success ? null : 'is to be a list of weekdays: mon, tue, wed, thu, fri, sat, sun';
  if (/Dates$/.test(key)) return z.array(isoDate).safeParse(given).success ? null : 'is to be a list of dates such as 2026-11-20';
  if (/(Date|On)$/.test(key)) return isoDate.safeParse(given).success ? null : 'is to be a date such as 2026-11-20, from 1971 to 2199';
  if (/^days(Before\w*)?$|Days$/.test(key))
    return z.int().min(0).max(mostDays).safeParse(given).success ? null : `is to be a whole number of days from 0 to ${mostDays}`;
  return null;
}

/**
 * What the deadline calculator is asked: which clock of which form, the facts, and the property's zone. `formVersion` null means the version in
 * force on the contract's date; `zone` null leaves the instant out; a null fact is one that is not present.
 */
export const deadlineInput = z.strictObject({
  regime: name,
  formVersion: name.nullish(),
  clock: name,
  zone: name.nullish(),
  inputs,
  calendar: calendar.nullish(),
});
export type DeadlineInput = z.input<typeof deadlineInput>;

const countedDay = z.object({ date: z.string(), number: z.int().nullable(), skipped: z.string().nullable() });

/** The calculator's answer, as the API describes it. */
export const deadlineAnswer = z.object({
  date: z.string().nullable(),
  localTime: z.string().nullable(),
  instant: z.string().nullable(),
  answer: z.boolean().nullable(),
  zone: z.string().nullable(),
  working: z.object({
    steps: z.array(z.looseObject({ step: z.string(), days: z.array(countedDay).optional() })),
    clause: z.looseObject({ regime: z.string(), form: z.string(), version: z.string(), paragraph: z.string(), source: z.string(), mark: z.string() }),
  }),
  unusedInputs: z.array(z.string()),
});
