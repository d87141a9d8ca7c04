import type { FactName } from '../facts.ts';
import type { CalendarId } from '../holidays/calendar.ts';
import type { Amount, DayRule, Roll, Term } from './form.ts';

/** Words that the forms share. */

export const calendarDays: DayRule = { kind: 'calendar', calendar: 'us-federal', dates: 'statutory', setting: false };
/** 12 CFR 1026.2(a)(6), second sentence: no Sundays, no holidays of 5 USC 6103(a) on their statutory date; Saturdays count. */
export const specificDays: DayRule = { kind: 'specific', calendar: 'us-federal', dates: 'statutory', setting: false };
/** 12 CFR 1026.2(a)(6), first sentence. Federal holidays are closed on their statutory date unless the creditor says otherwise. */
export const generalDays: DayRule = { kind: 'general', calendar: 'us-federal', dates: 'statutory', setting: false };

/** Monday to Friday without the holidays of a list. */
export const businessDays = (calendar: CalendarId, dates: DayRule['dates'], { setting = true } = {}): DayRule => ({
  kind: 'business',
  calendar,
  dates,
  setting,
});

export const fact = (name: FactName): Term => ({ fact: name });

export const after = (from: Term | FactName, count: Amount, days: DayRule = calendarDays, roll?: Roll): Term => ({
  count,
  days,
  direction: 'after',
  from: typeof from === 'string' ? fact(from) : from,
  ...(roll ? { roll } : {}),
});

export const before = (from: Term | FactName, count: Amount, days: DayRule = calendarDays, roll?: Roll): Term => ({
  ...(after(from, count, days, roll) as Extract<Term, { count: unknown }>),
  direction: 'before',
});
