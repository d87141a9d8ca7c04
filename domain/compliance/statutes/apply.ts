import { DomainError } from '../../errors.ts';
import { evaluateRule } from '../../rules/evaluate.ts';
import { explain } from '../checklists/explain.ts';
import type { DealFacts } from '../checklists/schemas.ts';
import type { DeadlineFacts, RuleInForce } from '../deadline.ts';
import { findForm, findRule, findVersion } from '../forms/registry.ts';
import { type StatuteDuty, statuteDutyRows } from './duties.ts';

type Inputs = DeadlineFacts['inputs'];
type Terms = Readonly<Record<string, number>>;

/** The statutes' clocks that apply to a contract on this form, each with its rule and its own facts. */
export function statuteDuties(form: string, law: DealFacts, given: Inputs, terms: Terms): { duty: StatuteDuty; inForce: RuleInForce; inputs: Inputs }[] {
  const known = knownOf(law, given);
  return statuteDutyRows.flatMap((duty) => {
    if (duty.notFor?.includes(form) || evaluateRule(duty.when, known).verdict !== 'pass') return [];
    const inputs = inputsOf(duty, given, terms);
    const inForce = ruleOf(duty, { contractDate: law.contractDate ?? null, ...inputs });
    return inForce ? [{ duty, inForce, inputs }] : [];
  });
}

/** Why a statute's clock is not, or no longer, part of the file; null for a clock that is none of a statute. */
export function whyNot(id: string, form: string, law: DealFacts, given: Inputs): string | null {
  const duty = statuteDutyRows.find((row) => row.id === id);
  if (!duty) return null;
  if (duty.notFor?.includes(form)) return 'the form is for property that the statute does not mean';
  const known = knownOf(law, given);
  const { verdict, decidedBy } = evaluateRule(duty.when, known);
  if (verdict === 'pass') return 'the statute was not in force on the date of the contract';
  if (JSON.stringify(decidedBy.rule).includes('disclosedBeforeContract')) return 'the seller had the written disclosure before the contract';
  return explain(decidedBy.rule, known);
}

/** What the rules read: facts of the law, dates of the file, and whether the wholesaler had disclosed in time. */
function knownOf(law: DealFacts, given: Inputs): Record<string, unknown> {
  const { wholesaleDisclosureReceivedDate: disclosed } = given;
  const contractOn = law.contractDate ?? given.effectiveDate;
  return { ...given, ...law, disclosedBeforeContract: typeof disclosed === 'string' && typeof contractOn === 'string' && disclosed <= contractOn };
}

function inputsOf({ takes, term }: StatuteDuty, given: Inputs, terms: Terms): Inputs {
  const facts = Object.entries(takes).map(([fact, names = []]) => [fact, names.map((name) => given[name] ?? null).find((value) => value !== null) ?? null]);
  return { ...Object.fromEntries(facts), ...(term && Object.hasOwn(terms, term) ? { days: terms[term] } : {}) };
}

/** null where the statute gave nothing yet on the contract's date. */
function ruleOf({ regime, clock }: StatuteDuty, inputs: Inputs): RuleInForce | null {
  const form = findForm(regime);
  try {
    const version = findVersion(form, null, inputs);
    return { form, version, rule: findRule(form, version, clock) };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'form-not-in-force') return null;
    throw error;
  }
}
