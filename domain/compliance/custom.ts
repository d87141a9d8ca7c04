import type { TimeOfDay } from '../time/zoned.ts';
import { computeDeadline, type Deadline, type DeadlineFacts } from './deadline.ts';
import type { FactName } from './facts.ts';
import type { DeadlineRule, Form, FormVersion } from './forms/form.ts';
import { after, before, businessDays, calendarDays, fact } from './forms/terms.ts';
import type { CalendarId } from './holidays/calendar.ts';

/** Dates of the file that a clock made by hand may count from. */
export const namedDates = [
  ...(['effectiveDate', 'closingDate', 'contractReceivedByTitleDate', 'commitmentReceivedDate', 'surveyReceivedDate', 'objectionsReceivedDate'] as const),
  ...(['objectionsCuredDate', 'noticeReceivedDate', 'documentsReceivedDate', 'fundsReceivedDate', 'consummationDate'] as const),
  ...(['wholesaleDisclosureReceivedDate', 'assignmentEffectiveDate'] as const),
] as const satisfies readonly FactName[];
export type NamedDate = (typeof namedDates)[number];

export type CustomRule =
  | { date: string }
  | { count: number; unit: 'days' | 'business-days'; direction: 'after' | 'before'; from: NamedDate; calendar: CalendarId };

/** Who may have to act on one. */
export const customActors = ['buyer', 'seller', 'agent', 'coordinator', 'broker', 'lender', 'title'] as const;

/** A clock that a person made for a contract. */
export type CustomClock = {
  clock: string;
  title: string;
  actor: (typeof customActors)[number];
  /** The fact that shows it was done; null where only a person can say. */
  evidence: string | null;
  watched: boolean;
  localTime: TimeOfDay;
  reason: string;
  rule: CustomRule;
};

/** Names of clocks made by hand: numbered, since a title may name people and a clock's name stands in ids of runs. */
export const customClockName = (number: number): string => `own-${number}`;
export const isCustomClock = (clock: string): boolean => /^own-\d+$/.test(clock);

/** Words about clocks with the titles that people gave in place of `own-1`. Titles may name people: they stay in the database, the API and what it shows. */
export const withOwnTitles = (text: string, titles: ReadonlyMap<string, string>): string =>
  text.replace(/\bown[- ](\d+)\b/g, (said, number: string) => titles.get(customClockName(Number(number))) ?? said);

/** Only a person can say that it is over, unless it counts back from the closing. */
export const customLivesOn = ({ rule }: Pick<CustomClock, 'rule'>): boolean => 'date' in rule || rule.direction === 'after' || rule.from !== 'closingDate';

const otherNames: Partial<Record<NamedDate, readonly string[]>> = { closingDate: ['statedClosingDate', 'closeOfEscrowDate'] };

/** Its deadline, by the same interpreter as every other. Throws `missing-fact` while the date it counts from is not known. */
export function customDeadline({ title, localTime, reason, clock, rule }: CustomClock, given: DeadlineFacts['inputs'], zone: string | null): Deadline {
  const version = versionOf({ clock, title, source: `Set by hand: ${reason}`, mark: 'D', paragraph: 'by hand', end: termOf(rule), endOfDay: localTime });
  const form: Form = { regime: 'by-hand', title: 'Made by hand', jurisdiction: 'US', versions: [version] };
  const inputs = 'date' in rule ? { statedDate: rule.date } : { [rule.from]: dateNamed(rule.from, given) };
  return computeDeadline({ form, version, rule: version.rules[0]! }, { inputs, zone, calendar: null });
}

/** A name's own date: names that other clocks share stay out. */
const dateNamed = (name: NamedDate, given: DeadlineFacts['inputs']): unknown =>
  [name, ...(otherNames[name] ?? [])].map((one) => given[one] ?? null).find((value) => value !== null) ?? null;

function termOf(rule: CustomRule): DeadlineRule['end'] {
  if ('date' in rule) return fact('statedDate');
  const days = rule.unit === 'days' ? calendarDays : businessDays(rule.calendar, 'statutory-and-observed', { setting: false });
  return (rule.direction === 'after' ? after : before)(rule.from, rule.count, days);
}

const versionOf = (rule: DeadlineRule): FormVersion => ({
  version: 'by hand',
  effectiveFrom: '1971-01-01',
  effectiveTo: null,
  source: rule.source,
  mark: rule.mark,
  rules: [rule],
});
