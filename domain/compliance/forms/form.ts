import type { Contingency } from '../../closing/contingencies.ts';
import type { TimeOfDay } from '../../time/zoned.ts';
import type { DayKind } from '../counting.ts';
import type { FactName } from '../facts.ts';
import type { CalendarId } from '../holidays/calendar.ts';
import type { Mark } from '../holidays/holiday.ts';

/** What counts as a day, by which holiday list, and whether a tenant may name another list. */
export interface DayRule {
  kind: DayKind;
  calendar: CalendarId;
  dates: 'statutory' | 'statutory-and-observed';
  /** The form leaves the list open (or the tenant's counsel decides): another calendar may be given. */
  setting: boolean;
}

/** How many days: written into the form, filled in by the parties (with the form's default for a blank), or by a word such as the method of delivery. */
export type Amount = number | { fact: FactName; default?: number; most?: number } | { by: FactName; of: Readonly<Record<string, number>> };

export type Condition =
  | { given: FactName }
  | { fact: FactName; in: readonly (string | boolean)[] }
  | { fact: FactName; atMost: number }
  /** A change that brings a new waiting period (12 CFR 1026.19(f)(2)(ii)). */
  | { newWait: FactName };

export interface Roll {
  towards: 'next' | 'previous';
  days: DayRule;
  when?: Condition;
  unless?: Condition;
  /** The time of day of a deadline that was moved, where it differs. */
  endOfDay?: TimeOfDay;
}

/** A date as a form words it; terms nest. */
export type Term =
  | { fact: FactName }
  | { count: Amount; days: DayRule; direction: 'after' | 'before'; from: Term; roll?: Roll }
  | { months: number; after: Term }
  | { latestOf: readonly Term[] }
  | { earliestOf: readonly Term[] }
  /** Only within latestOf and earliestOf: left out where the fact is not given. */
  | { ifGiven: FactName; then: Term }
  /** The first day from which the backward count reaches a date. */
  | { firstWith: number; days: DayRule; reaching: Term }
  | { when: Condition; then: Term; else: Term }
  | { of: Term; roll: Roll }
  /** Proof of receipt, no earlier than the sending. */
  | { proof: FactName; notBefore: FactName };

/** How a clock answers yes or no beside its date. */
export type Answer =
  | { fact: FactName; is: 'on-or-before-date' | 'on-or-after-date'; always?: FactName }
  | { dateIsOnOrBefore: Term }
  /** Whether the APR, the product or the penalty changed so much that the wait begins anew. */
  | { judge: 'new-wait' };

/** One clock of a form. */
export interface DeadlineRule {
  clock: string;
  title: string;
  paragraph: string;
  source: string;
  mark: Mark;
  /** null for a clock that answers only yes or no. */
  end: Term | null;
  /** Local time at the property; null where the clock names a day only. */
  endOfDay: TimeOfDay | null;
  /** A time of day that the parties may have filled in. */
  endOfDayFact?: FactName;
  answer?: Answer;
  /** A choice taken where sources conflict, or what to look out for. */
  note?: string;
  /** Where this row changed at another time than the whole form. */
  effectiveFrom?: string;
  effectiveTo?: string | null;
}

/** Who must act on a contract's deadline. */
export type Actor = 'buyer' | 'seller' | 'broker' | 'lender' | 'title';

/** A clock that a contract on this form sets going. */
export interface Duty {
  id: string;
  title: string;
  clock: string;
  /** Where the clock stands in another form or statute: the contract's own form says nothing of it. */
  regime?: string;
  /** Arises only where a lender finances the purchase. */
  financedOnly?: true;
  /** Facts fixed by the duty, such as the item of a period. */
  inputs?: Readonly<Record<string, string | number | boolean>>;
  /** Fact the clock runs from; until it is known the duty waits. */
  anchor: FactName;
  /** Contract term that fills the clock's number of days, and the form's default for a blank. */
  daysFact?: FactName;
  defaultDays?: number;
  /** Name of that term in a contract, since several clocks share the fact `days`: `inspectionDays`. */
  term?: string;
  /** Where the form has the parties write a date, its name in the contract: `inspectionObjectionDate`. It fills the clock's anchor. */
  dateBlank?: string;
  /** Left blank, the contract has no such deadline. */
  optional?: true;
  actor: Actor;
  /** Event that shows it was done. */
  satisfiedBy: string;
  /** Where that is a removal in writing: of which contingency. */
  contingency?: Contingency;
  /** It goes on after the closing: what it asks for does not end with it. */
  livesOn?: true;
}

/** One version of a form or statute: it never changes; a revision is another version. */
export interface FormVersion {
  version: string;
  /** Other names of versions that have these rules. */
  also?: readonly string[];
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
  mark: Mark;
  rules: readonly DeadlineRule[];
  duties?: readonly Duty[];
}

export interface Form {
  regime: string;
  title: string;
  jurisdiction: string;
  /** Facts whose date decides which version is in force where none is named; without them the earliest date given decides. */
  versionBy?: readonly FactName[];
  /** A statute gives nothing before it is in force; of a form, the parties may use any version they like. */
  statute?: boolean;
  versions: readonly FormVersion[];
}
