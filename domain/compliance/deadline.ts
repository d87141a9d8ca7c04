import { DomainError } from '../errors.ts';
import { instantOf, isZone, minutesOf, type TimeOfDay, weekdays } from '../time/zoned.ts';
import { answerOf } from './answers.ts';
import type { DayUnit } from './counting.ts';
import { isoDay, parseDay } from './days.ts';
import { type Evaluation, evaluateTerm } from './evaluate.ts';
import { badFact, Facts } from './facts.ts';
import type { DayRule, DeadlineRule, Form, FormVersion } from './forms/form.ts';
import { type GivenHoliday, type HolidayCalendar, holidayCalendar, isCalendarId } from './holidays/calendar.ts';
import type { Clause, Working, WorkingStep } from './working.ts';

/** A clock with the form it stands in. */
export interface RuleInForce {
  form: Form;
  version: FormVersion;
  rule: DeadlineRule;
}

export interface DeadlineFacts {
  inputs: Readonly<Record<string, unknown>>;
  /** The property's IANA zone; null leaves the instant out. */
  zone: string | null;
  /** A holiday list as a setting: one of ours, with days added, or a list of its own. */
  calendar: { id: string; holidays: readonly GivenHoliday[] | null } | null;
}

/**
 * A deadline with its working. `date` is the last day of a duty or right, or the first day of a permission (the clock says which); `localTime`
 * its hour at the property, where 23:59 stands for the end of the day; `instant` both in UTC; `answer` the yes or no of a clock that asks one.
 */
export interface Deadline {
  date: string | null;
  localTime: TimeOfDay | null;
  instant: string | null;
  answer: boolean | null;
  zone: string | null;
  working: Working;
  /** Facts given that the clock did not ask for: a misspelt name shows here. */
  unusedInputs: string[];
}

/** Pure: the deadline of one clock. Throws a DomainError that names the fact that is missing or unusable; it never guesses one. */
export function computeDeadline(inForce: RuleInForce, { inputs, zone, calendar }: DeadlineFacts): Deadline {
  if (zone !== null && !knownZone(zone))
    throw new DomainError('unknown-zone', 'There is no such time zone.', { nextStep: "Name the property's IANA zone, such as America/Chicago." });
  const { rule } = inForce;
  const facts = new Facts(inputs);
  const steps: WorkingStep[] = [];
  const evaluation: Evaluation = { facts, steps, unit: (days) => unitOf(days, facts, calendar) };
  const day = rule.end === null ? null : evaluateTerm(rule.end, evaluation);
  const date = day === null ? null : isoDay(day);
  const localTime = date === null ? null : (timeFilledIn(rule, facts) ?? evaluation.endOfDay ?? rule.endOfDay);
  const instant = date !== null && localTime !== null && zone !== null ? utc(instantOf(date, minutesOf(localTime), zone)) : null;
  if (localTime !== null) steps.push({ step: 'cut-off', localTime, zone, instant });
  const answer = rule.answer ? answerOf(rule.answer, day, evaluation) : null;
  const unusedInputs = Object.keys(inputs).filter((name) => (inputs[name] ?? null) !== null && !facts.used.has(name));
  return { date, localTime, instant, answer, zone, working: { steps, clause: clauseOf(inForce) }, unusedInputs };
}

const utc = (instant: Date): string => instant.toISOString().replace('.000Z', 'Z');

function timeFilledIn({ endOfDayFact }: DeadlineRule, facts: Facts): TimeOfDay | null {
  if (!endOfDayFact || !facts.has(endOfDayFact)) return null;
  const time = String(facts.word(endOfDayFact));
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw badFact(endOfDayFact, 'is to be a time of day such as 17:00');
  return time as TimeOfDay;
}

function unitOf({ kind, calendar, dates, setting }: DayRule, facts: Facts, given: DeadlineFacts['calendar']): DayUnit {
  const list = kind === 'calendar' ? holidayCalendar(calendar) : calendarOf(calendar, setting, given);
  return { kind, calendar: list, dates, ...(kind === 'general' ? { creditor: creditorOf(facts) } : {}) };
}

function calendarOf(own: string, setting: boolean, given: DeadlineFacts['calendar']): HolidayCalendar {
  if (given === null) return holidayCalendar(own);
  if (given.id !== own && !setting)
    throw new DomainError('calendar-fixed', `This rule counts by the holiday list ${own}; it leaves no choice of another.`, {
      nextStep: `Leave the calendar out, or give days to add under the id ${own}.`,
    });
  if (!isCalendarId(given.id) && given.holidays === null)
    throw new DomainError('unknown-calendar', 'There is no such holiday list.', {
      nextStep: 'Name one of our lists, or give the days of yours in calendar.holidays.',
    });
  return holidayCalendar(given.id, given.holidays ?? []);
}

/** The creditor's own hours; a general business day is not known without them. */
function creditorOf(facts: Facts): NonNullable<DayUnit['creditor']> {
  const dates = (name: 'creditorOpenDates' | 'creditorClosedDates') => {
    const given = facts.find(name) ?? [];
    const days = Array.isArray(given) ? given.map((date) => (typeof date === 'string' ? parseDay(date) : null)) : [null];
    if (days.includes(null)) throw badFact(name, 'is to be a list of dates such as 2026-11-20');
    return new Set(days as number[]);
  };
  const open = facts.need('creditorOpenDays');
  if (!Array.isArray(open) || open.length === 0 || open.some((day) => !weekdays.includes(day)))
    throw badFact('creditorOpenDays', 'is to be a list of weekdays: mon, tue, wed, thu, fri, sat, sun');
  return { openDays: new Set(open), openDates: dates('creditorOpenDates'), closedDates: dates('creditorClosedDates') };
}

/** Asking the engine about a zone costs more than the whole deadline; only real zones are kept, so callers cannot fill the set. */
const zones = new Set<string>();
function knownZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  if (!/^[A-Za-z]/.test(zone) || !isZone(zone)) return false;
  if (zones.size < 1000) zones.add(zone);
  return true;
}

function clauseOf({ form, version, rule }: RuleInForce): Clause {
  const { paragraph, source, mark, note = null, effectiveFrom = version.effectiveFrom, effectiveTo = version.effectiveTo } = rule;
  return { regime: form.regime, form: form.title, version: version.version, paragraph, source, mark, effectiveFrom, effectiveTo, note };
}
