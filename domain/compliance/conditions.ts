import { badFact, type Facts } from './facts.ts';
import type { Amount, Condition } from './forms/form.ts';

/** The three changes that bring a new waiting period, in the words callers use for them (12 CFR 1026.19(f)(2)(ii)). */
const newWaitTriggers: Readonly<Record<string, string>> = {
  'apr-out-of-tolerance': 'the APR is out of tolerance',
  'apr-inaccurate': 'the APR is out of tolerance',
  'product-changed': 'the loan product changed',
  'product-change': 'the loan product changed',
  'loan-product-changed': 'the loan product changed',
  'loan-product-change': 'the loan product changed',
  'prepayment-penalty-added': 'a prepayment penalty was added',
  'prepayment-penalty': 'a prepayment penalty was added',
};
const harmlessTriggers = ['apr-within-tolerance', 'apr-in-tolerance'];

/** Whether a condition holds, with the reason for the working. */
export function holds(condition: Condition, facts: Facts): { holds: boolean; why: string } {
  if ('given' in condition) {
    const given = facts.has(condition.given);
    return { holds: given, why: `${condition.given} is ${given ? '' : 'not '}given` };
  }
  if ('newWait' in condition) return bringsNewWait(condition.newWait, facts);
  if ('atMost' in condition) {
    const days = facts.count(condition.fact);
    return { holds: days <= condition.atMost, why: `${days} is ${days <= condition.atMost ? 'at most' : 'more than'} ${condition.atMost} days` };
  }
  const value = facts.word(condition.fact);
  return { holds: condition.in.includes(value), why: `${condition.fact} is ${value}` };
}

/** Only the three changes do. A word that looks like one of them and is none is refused: read as harmless it would cost the consumer the wait. */
function bringsNewWait(fact: 'trigger' | (string & {}), facts: Facts): { holds: boolean; why: string } {
  const trigger = String(facts.word(fact as 'trigger'));
  const why = Object.hasOwn(newWaitTriggers, trigger) ? newWaitTriggers[trigger] : undefined;
  if (why) return { holds: true, why: `${why}: a new waiting period` };
  if (!harmlessTriggers.includes(trigger) && /apr|product|prepay|penalty/i.test(trigger))
    throw badFact(fact, `is to be one of ${[...Object.keys(newWaitTriggers), ...harmlessTriggers].join(', ')}, or name another change`);
  return { holds: false, why: `${trigger} is none of the three changes that bring a new waiting period` };
}

/** The number of days of a count. */
export function amountOf(amount: Amount, facts: Facts): number {
  if (typeof amount === 'number') return amount;
  if ('by' in amount) {
    const word = String(facts.word(amount.by));
    const days = Object.hasOwn(amount.of, word) ? amount.of[word] : undefined;
    if (days === undefined) throw badFact(amount.by, `is to be one of ${Object.keys(amount.of).join(', ')}`);
    return days;
  }
  if (amount.default !== undefined && !facts.has(amount.fact)) return amount.default;
  const days = facts.count(amount.fact);
  return amount.most === undefined ? days : Math.min(days, amount.most);
}
