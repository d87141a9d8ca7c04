import { dayWords } from '../../parts/time.ts';

const year = new Intl.DateTimeFormat('en-US', { year: 'numeric', timeZone: 'UTC' });

/** `Thu, Dec 17` of a calendar date. */
export const dayOf = (date: string): string => dayWords(`${date}T12:00:00Z`, 'UTC');
/** With its year, where another one may be meant. */
export const dayWithYear = (date: string): string => `${dayOf(date)}, ${year.format(new Date(`${date}T12:00:00Z`))}`;
