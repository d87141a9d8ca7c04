import type { TimeOfDay } from '../time/zoned.ts';
import { amountOf, holds } from './conditions.ts';
import { countAfter, countBefore, type DayUnit, firstReaching, inRange, roll } from './counting.ts';
import { addMonths, type Day, isoDay } from './days.ts';
import { badFact, type Facts, factTable } from './facts.ts';
import type { DayRule, Roll, Term } from './forms/form.ts';
import type { WorkingStep } from './working.ts';

/** What a term is worked out with; the steps taken are written down as they are taken. */
export interface Evaluation {
  facts: Facts;
  steps: WorkingStep[];
  /** Makes a kind of day ready for counting: its holiday list, and the creditor's hours. */
  unit(days: DayRule): DayUnit;
  /** Set by a roll that changes the time of day. */
  endOfDay?: TimeOfDay;
}

/** A date, and the day its period began: a holiday may count only for periods that begin late enough. */
interface Dated {
  day: Day;
  start: Day;
}

/** The date a term stands for. Throws `missing-fact` for the first fact that is needed and not given. */
export const evaluateTerm = (term: Term, evaluation: Evaluation): Day => evaluate(term, evaluation).day;

function evaluate(term: Term, evaluation: Evaluation): Dated {
  const { facts, steps } = evaluation;
  if ('fact' in term) return given(facts.date(term.fact), `${term.fact}: ${factTable[term.fact].meaning}`, term.fact, steps);
  if ('proof' in term) {
    const [day, sent] = [facts.date(term.proof), facts.date(term.notBefore)];
    if (day < sent) throw badFact(term.proof, `is to be no earlier than ${term.notBefore}`);
    return given(day, 'receipt is proved, and proof takes the place of deemed receipt', term.proof, steps);
  }
  if ('count' in term) return count(term, evaluation);
  if ('months' in term) {
    const { day: from } = evaluate(term.after, evaluation);
    const day = inRange(addMonths(from, term.months));
    steps.push({ step: 'months', dayZero: isoDay(from), months: term.months, date: isoDay(day) });
    return { day, start: from };
  }
  if ('latestOf' in term) return choose(term.latestOf, 'latest', evaluation);
  if ('earliestOf' in term) return choose(term.earliestOf, 'earliest', evaluation);
  if ('ifGiven' in term) return evaluate(term.then, evaluation);
  if ('firstWith' in term) {
    const { day: reached } = evaluate(term.reaching, evaluation);
    const unit = evaluation.unit(term.days);
    const { day, days } = firstReaching(reached, term.firstWith, unit);
    steps.push({ ...counted(term.firstWith, unit, 'before', day), days, date: days.at(-1)?.date ?? isoDay(day) });
    return { day, start: reached };
  }
  if ('when' in term) {
    const answer = holds(term.when, facts);
    steps.push({ step: 'condition', why: answer.why });
    return evaluate(answer.holds ? term.then : term.else, evaluation);
  }
  return rolled(evaluate(term.of, evaluation), term.roll, evaluation);
}

function given(day: Day, why: string, fact: string, steps: WorkingStep[]): Dated {
  steps.push({ step: 'fact', fact, date: isoDay(day), why });
  return { day, start: day };
}

function count(term: Extract<Term, { count: unknown }>, evaluation: Evaluation): Dated {
  const { day: from } = evaluate(term.from, evaluation);
  const amount = amountOf(term.count, evaluation.facts);
  const unit = evaluation.unit(term.days);
  const { day, days } = term.direction === 'after' ? countAfter(from, amount, unit) : countBefore(from, amount, unit);
  evaluation.steps.push({ ...counted(amount, unit, term.direction, from), days, date: isoDay(day) });
  const dated = { day, start: Math.min(from, day) };
  return term.roll ? rolled(dated, term.roll, evaluation) : dated;
}

function counted(count: number, { kind, calendar, dates }: DayUnit, direction: 'after' | 'before', dayZero: Day) {
  const every = kind === 'calendar';
  return { step: 'count', direction, dayZero: isoDay(dayZero), count, kind, calendar: every ? null : calendar.id, holidays: every ? null : dates } as const;
}

function rolled(dated: Dated, { towards, days: rule, when, unless, endOfDay }: Roll, evaluation: Evaluation): Dated {
  for (const [condition, wanted] of [
    [when, true],
    [unless, false],
  ] as const) {
    if (!condition) continue;
    // An exception that hangs on a word nobody gave does not apply.
    if (condition === unless && 'fact' in condition && !evaluation.facts.has(condition.fact)) continue;
    const answer = holds(condition, evaluation.facts);
    if (answer.holds === wanted) continue;
    evaluation.steps.push({ step: 'no-roll', date: isoDay(dated.day), why: answer.why });
    return dated;
  }
  const unit = evaluation.unit(rule);
  const { day, days } = roll(dated.day, unit, dated.start, towards);
  if (day === dated.day) {
    evaluation.steps.push({ step: 'no-roll', date: isoDay(day), why: `neither a weekend day nor a holiday of ${unit.calendar.id}` });
    return dated;
  }
  evaluation.steps.push({ step: 'roll', towards, from: isoDay(dated.day), date: isoDay(day), calendar: unit.calendar.id, days });
  if (endOfDay) evaluation.endOfDay = endOfDay;
  return { day, start: dated.start };
}

function choose(terms: readonly Term[], of: 'latest' | 'earliest', evaluation: Evaluation): Dated {
  const present = terms.filter((term) => !('ifGiven' in term) || evaluation.facts.has(term.ifGiven));
  const dated = present.map((term) => evaluate(term, evaluation));
  const chosen = dated.reduce((a, b) => ((of === 'latest' ? b.day > a.day : b.day < a.day) ? b : a));
  if (dated.length > 1) evaluation.steps.push({ step: 'choose', of, dates: dated.map(({ day }) => isoDay(day)), date: isoDay(chosen.day) });
  return chosen;
}
