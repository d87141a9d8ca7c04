import { z } from 'zod';
import { customActors, namedDates } from '../compliance/custom.ts';
import { type CalendarId, calendarIds } from '../compliance/holidays/calendar.ts';
import type { TimeOfDay } from '../time/zoned.ts';
import { days, fileDate, milestoneName, time, words } from './contract.schemas.ts';

const count = z.strictObject({
  days,
  unit: z.enum(['days', 'business-days']).default('days'),
  direction: z.enum(['after', 'before']).default('after'),
  from: z.enum(namedDates),
  /** Whose holidays business days leave out. */
  calendar: z.enum(calendarIds as [CalendarId, ...CalendarId[]]).default('us-federal'),
});

/** A deadline made by hand: a date, or so many days from a date of the file. */
export const NewDeadline = z
  .strictObject({
    title: words(200),
    /** Who has to act. */
    actor: z.enum(customActors),
    date: fileDate.optional(),
    count: count.optional(),
    localTime: time.default('23:59').transform((text) => text as TimeOfDay),
    /** The fact that shows it was done; left out, only a person can say. */
    evidence: milestoneName.optional(),
    watched: z.boolean().default(true),
    reason: words(),
  })
  .refine((given) => (given.date === undefined) !== (given.count === undefined), { error: 'name a date or a count, one of them', path: ['date'] });
export type NewDeadline = z.output<typeof NewDeadline>;
