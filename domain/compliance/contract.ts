import { DomainError } from '../errors.ts';
import { computeDeadline, type Deadline, type DeadlineFacts } from './deadline.ts';
import type { Actor, Duty } from './forms/form.ts';
import { findForm, findRule, findVersion } from './forms/registry.ts';

/** A contract as its deadlines see it: dates known so far, and the numbers of days filled in, by the terms' names (`inspectionDays`). */
export interface ContractFacts extends DeadlineFacts {
  regime: string;
  formVersion: string | null;
  /** Days filled in by the parties; a term that is absent takes the form's default. */
  terms: Readonly<Record<string, number>>;
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
export function contractDeadlines({ regime, formVersion, terms, ...facts }: ContractFacts): DutyDeadline[] {
  const form = findForm(regime);
  const version = findVersion(form, formVersion, facts.inputs);
  return (version.duties ?? []).map((duty) => {
    const { id, title, actor, satisfiedBy, clock } = duty;
    const inForce = { form, version, rule: findRule(form, version, clock) };
    try {
      const deadline = computeDeadline(inForce, { ...facts, inputs: inputsOf(duty, facts.inputs, terms) });
      return { id, title, actor, satisfiedBy, deadline, waitsFor: [] };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'missing-fact') throw error;
      return { id, title, actor, satisfiedBy, deadline: null, waitsFor: (error.details as { missing: string[] }).missing };
    }
  });
}

/** The clock's facts: those of the contract, what the duty fixes, and its own number of days, never that of another duty. */
function inputsOf({ inputs: fixed = {}, daysFact, term, defaultDays }: Duty, given: DeadlineFacts['inputs'], terms: ContractFacts['terms']) {
  const days = (term === undefined ? undefined : terms[term]) ?? defaultDays ?? null;
  return { ...given, ...fixed, days: null, daysBefore: null, ...(daysFact ? { [daysFact]: days } : {}) };
}
