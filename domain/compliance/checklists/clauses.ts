import type { Rule } from '../../rules/evaluate.ts';

/** Clauses that several rows share. A fact that is not known makes them undecided, except where the clause asks for it. */

const is = (fact: string): Rule => ({ var: fact });
const isNot = (fact: string): Rule => ({ '!': [{ var: fact }] });
const isUnknown = (fact: string): Rule => ({ '==': [{ var: fact }, null] });
const all = (...clauses: Rule[]): Rule => ({ and: clauses });
const any = (...clauses: Rule[]): Rule => ({ or: clauses });

const oneToFour: Rule = { '<=': [1, { var: 'units' }, 4] };

/** An unknown year counts as old: 40 CFR 745.103 leaves out only housing known to be built from 1978 on. */
const targetHousing = all(
  any(isUnknown('yearBuilt'), { '<': [{ var: 'yearBuilt' }, 1978] }),
  is('residential'),
  isNot('zeroBedroom'),
  isNot('seniorHousingNoYoungChild'),
  isNot('foreclosureSale'),
);

/** Both Texas (Prop. Code 5.008(e)) and California (Civ. 1102.2) list the foreclosure sale among their exemptions. */
const notExempt = [isNot('statutoryExemption'), isNot('foreclosureSale')] as const;

export { all, any, is, isNot, isUnknown, notExempt, oneToFour, targetHousing };
