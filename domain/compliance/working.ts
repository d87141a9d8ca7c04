import type { CountedDay, DayKind } from './counting.ts';
import type { Mark } from './holidays/holiday.ts';

/** Where a deadline comes from. */
export interface Clause {
  regime: string;
  form: string;
  version: string;
  paragraph: string;
  source: string;
  mark: Mark;
  effectiveFrom: string;
  effectiveTo: string | null;
  note: string | null;
}

/** One step of a deadline's working, in the order it was taken. */
export type WorkingStep =
  /** A date that was given, and the fact it is. The count from it starts on the next day. */
  | { step: 'fact'; fact: string; date: string; why: string }
  | {
      step: 'count';
      direction: 'after' | 'before';
      /** Day 0: not counted itself. */
      dayZero: string;
      count: number;
      kind: DayKind;
      /** Holiday list, and which of its dates are left out; null where every day counts. */
      calendar: string | null;
      holidays: 'statutory' | 'statutory-and-observed' | null;
      days: CountedDay[];
      date: string;
    }
  | { step: 'months'; dayZero: string; months: number; date: string }
  | { step: 'roll'; towards: 'next' | 'previous'; from: string; date: string; calendar: string; days: CountedDay[] }
  | { step: 'no-roll'; date: string; why: string }
  | { step: 'choose'; of: 'latest' | 'earliest'; dates: string[]; date: string }
  | { step: 'condition'; why: string }
  | { step: 'answer'; answer: boolean; why: string }
  | { step: 'cut-off'; localTime: string; zone: string | null; instant: string | null };

export interface Working {
  steps: WorkingStep[];
  clause: Clause;
}
