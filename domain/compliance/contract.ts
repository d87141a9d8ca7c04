import { DomainError } from '../errors.ts';
import { computeDeadline, type Deadline, type DeadlineFacts, type RuleInForce } from './deadline.ts';
import type { Actor, Duty } from './forms/form.ts';
import { findForm, findRule, findVersion } from './forms/registry.ts';

/** A contract as its deadlines see it: dates known so far, and the numbers of days filled in, by the terms' names (`inspectionDays`). */
export interface ContractFacts extends DeadlineFacts {
  regime: string;
  formVersion: string | null;
  /** Days filled in by the parties; a term that is absent takes the form's default. */
  terms: Readonly<Record<string, number>>;
  /** Whether a lender finances the purchase: a cash deal has no loan to approve and no Closing Disclosure to receive. */
  financed: boolean;
}

/** A duty of the contract with its deadline, or with the facts that it waits for. */
export interface DutyDeadline {
  id: string;
  title: string;
  actor: Actor;
  satisfiedBy: string;
  deadline: Deadline | null;
  waitsFor: string[];
}

/** The clocks that a contract on this form sets going. Empty for statutes and disclosures, which other facts start. */
export function contractDuties(regime: string, formVersion: string | null, inputs: DeadlineFacts['inputs'] = {}): readonly Duty[] {
  return findVersion(findForm(regime), formVersion, inputs).duties ?? [];
}

/** All deadlines of a contract at once, in the order of the form's list. A duty whose facts are not all known waits and says for what. */
export function contractDeadlines({ regime, formVersion, terms, financed, ...facts }: ContractFacts): DutyDeadline[] {
  const form = findForm(regime);
  const version = findVersion(form, formVersion, facts.inputs);
  const duties = (version.duties ?? []).filter(({ financedOnly }) => financed || !financedOnly);
  return duties.map((duty) => {
    const { id, title, actor, satisfiedBy, clock } = duty;
    const inForce = duty.regime === undefined ? { form, version, rule: findRule(form, version, clock) } : ruleElsewhere(duty.regime, clock);
    // The contract's choice of a holiday list is not one for other laws.
    const calendar = duty.regime === undefined ? facts.calendar : null;
    try {
      const deadline = computeDeadline(inForce, { ...facts, calendar, inputs: inputsOf(duty, facts.inputs, terms) });
      return { id, title, actor, satisfiedBy, deadline, waitsFor: [] };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'missing-fact') throw error;
      return { id, title, actor, satisfiedBy, deadline: null, waitsFor: (error.details as { missing: string[] }).missing };
    }
  });
}

function ruleElsewhere(regime: string, clock: string): RuleInForce {
  const form = findForm(regime);
  const version = form.versions[0]!;
  return { form, version, rule: findRule(form, version, clock) };
}

/** The clock's facts: those of the contract, what the duty fixes, and its own number of days, never that of another duty. */
function inputsOf({ inputs: fixed = {}, daysFact, term, defaultDays }: Duty, given: DeadlineFacts['inputs'], terms: ContractFacts['terms']) {
  // `days` and `daysBefore` are shared by many clocks, so a contract's own facts never fill them.
  const own = daysFact && daysFact !== 'days' && daysFact !== 'daysBefore' ? given[daysFact] : undefined;
  const filledIn = term !== undefined && Object.hasOwn(terms, term) ? terms[term] : undefined;
  const days = filledIn ?? own ?? defaultDays ?? null;
  return { ...given, ...fixed, days: null, daysBefore: null, ...(daysFact ? { [daysFact]: days } : {}) };
}
