import { dayOf } from '../../parts/time.ts';

export { dayOf, timeWords } from '../../parts/time.ts';

const year = new Intl.DateTimeFormat('en-US', { year: 'numeric', timeZone: 'UTC' });

/** With its year, where another one may be meant. */
export const dayWithYear = (date: string): string => `${dayOf(date)}, ${year.format(new Date(`${date}T12:00:00Z`))}`;
