import { type Day, isoDay } from './days.ts';
import { type Evaluation, evaluateTerm } from './evaluate.ts';
import { badFact, type Facts } from './facts.ts';
import type { Answer } from './forms/form.ts';

/** The yes or no of a clock beside its date; null where the fact it asks about is not given. */
export function answerOf(answer: Answer, date: Day | null, evaluation: Evaluation): boolean | null {
  const { facts, steps } = evaluation;
  if ('judge' in answer) return said(newWaitRequired(facts), evaluation);
  if ('dateIsOnOrBefore' in answer) {
    const limit = evaluateTerm(answer.dateIsOnOrBefore, evaluation);
    const yes = date! <= limit;
    return said({ yes, why: `${isoDay(date!)} is ${yes ? 'on or before' : 'after'} ${isoDay(limit)}` }, evaluation);
  }
  if (answer.always && facts.has(answer.always) && facts.word(answer.always) === true) {
    steps.push({ step: 'answer', answer: true, why: `${answer.always} is true: the limit does not apply` });
    return true;
  }
  if (!facts.has(answer.fact)) return null;
  const asked = facts.date(answer.fact);
  const yes = answer.is === 'on-or-before-date' ? asked <= date! : asked >= date!;
  return said({ yes, why: `${answer.fact} ${isoDay(asked)} is ${asked === date ? 'on' : asked < date! ? 'before' : 'after'} ${isoDay(date!)}` }, evaluation);
}

function said({ yes, why }: { yes: boolean; why: string }, { steps }: Evaluation): boolean {
  steps.push({ step: 'answer', answer: yes, why });
  return yes;
}

/** Tolerance of the APR (12 CFR 1026.22(a)(2), (3)): 1/8 of a percentage point, for irregular transactions 1/4; in millionths of a point. */
const tolerances = { regular: 125_000n, irregular: 250_000n } as const;

/** 12 CFR 1026.19(f)(2)(ii): a new wait only if the APR leaves its tolerance, the product changes, or a prepayment penalty is added. */
function newWaitRequired(facts: Facts): { yes: boolean; why: string } {
  const flags = [
    ['productChanged', 'the loan product changed'],
    ['prepaymentPenaltyAdded', 'a prepayment penalty was added'],
  ] as const;
  // All three are read before any is judged: a missing fact is named whatever the others say.
  const [disclosed, closing] = [apr('disclosedApr', facts), apr('closingApr', facts)];
  const transaction = facts.word('transaction') as keyof typeof tolerances;
  const changed = flags.filter(([name]) => facts.word(name) === true);
  const difference = disclosed > closing ? disclosed - closing : closing - disclosed;
  if (changed.length > 0) return { yes: true, why: changed.map(([, why]) => why).join(', ') };
  const yes = difference > tolerances[transaction];
  const points = `${Number(difference) / 1e6} against ${Number(tolerances[transaction]) / 1e6} percentage points of tolerance`;
  return { yes, why: `the APR differs by ${points}; product and prepayment penalty are unchanged` };
}

/** An APR in percent as exact millionths: a double cannot tell 7.125 − 7 from 1/8 in general. */
function apr(name: 'disclosedApr' | 'closingApr', facts: Facts): bigint {
  const value = facts.need(name);
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,6}))?$/.exec(typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '') ?? [];
  if (whole === undefined) throw badFact(name, 'is to be a rate in percent such as "7.125", with at most six decimals');
  return BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'));
}
