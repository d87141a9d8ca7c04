import type { Contingency } from '../closing/contingencies.ts';
import { isGivenByMilestone } from '../closing/milestones.ts';
import { DomainError } from '../errors.ts';
import type { DealFacts } from './checklists/schemas.ts';
import { type CustomClock, customDeadline, customLivesOn } from './custom.ts';
import { computeDeadline, type Deadline, type DeadlineFacts, type RuleInForce } from './deadline.ts';
import type { Actor, Duty } from './forms/form.ts';
import { findForm, findRule, findVersion } from './forms/registry.ts';
import { statuteDuties } from './statutes/apply.ts';

/** A contract as its deadlines see it: dates known so far, and the numbers of days filled in, by the terms' names (`inspectionDays`). */
export interface ContractFacts extends DeadlineFacts {
  regime: string;
  formVersion: string | null;
  /** Days filled in by the parties; a term that is absent takes the form's default. */
  terms: Readonly<Record<string, number>>;
  /** Whether a lender finances the purchase: a cash deal has no loan to approve and no Closing Disclosure to receive. */
  financed: boolean;
  /** Facts about property and parties: the statutes that they make apply add their clocks. Without them only the form speaks. */
  law?: DealFacts | undefined;
  /** Clocks that people made. */
  custom?: readonly CustomClock[] | undefined;
}

/** A duty of the contract with its deadline, or with the facts that it waits for. */
export interface DutyDeadline {
  id: string;
  title: string;
  actor: Actor | CustomClock['actor'];
  /** null where only a person can say. */
  satisfiedBy: string | null;
  /** Where a removal in writing shows it: of which contingency. */
  contingency: Contingency | null;
  deadline: Deadline | null;
  waitsFor: string[];
  /** Somebody must act, or a right must be seen to end. */
  watched: boolean;
  /** A right that ends unused: no duty, and nobody misses it. */
  lapses: boolean;
  /** It goes on after the closing. */
  livesOn: boolean;
}

/** The clocks that a contract on this form sets going. Empty for statutes and disclosures, which other facts start. */
export function contractDuties(regime: string, formVersion: string | null, inputs: DeadlineFacts['inputs'] = {}): readonly Duty[] {
  return findVersion(findForm(regime), formVersion, inputs).duties ?? [];
}

/**
 * All deadlines of a contract at once: its form's in the order of the form's list, then those of the statutes that apply, then those made by hand.
 * A duty whose facts are not all known waits and says for what.
 */
export function contractDeadlines({ regime, formVersion, terms, financed, law, custom = [], ...facts }: ContractFacts): DutyDeadline[] {
  const form = findForm(regime);
  const version = findVersion(form, formVersion, facts.inputs);
  const duties = (version.duties ?? []).filter((duty) => (financed || !duty.financedOnly) && !isLeftBlank(duty, facts.inputs, terms));
  const ofForm = duties.map((duty) => {
    const { id, title, actor, satisfiedBy, clock, contingency = null, livesOn = false } = duty;
    const inForce = duty.regime === undefined ? { form, version, rule: findRule(form, version, clock) } : ruleElsewhere(duty.regime, clock);
    // The contract's choice of a holiday list is not one for other laws.
    const calendar = duty.regime === undefined ? facts.calendar : null;
    const compute = () => computeDeadline(inForce, { ...facts, calendar, inputs: inputsOf(duty, facts.inputs, terms) });
    return { id, title, actor, satisfiedBy, contingency, ...computed(compute, (name) => blankOf(duty, name)), watched: true, lapses: false, livesOn };
  });
  const ofStatutes = law
    ? statuteDuties(regime, law, facts.inputs, terms).map(({ duty, inForce, inputs }) => {
        const { id, title, actor, satisfiedBy, lapses = false, livesOn = false } = duty;
        const compute = () => computeDeadline(inForce, { zone: facts.zone, calendar: null, inputs });
        return {
          id,
          title,
          actor,
          satisfiedBy,
          contingency: null,
          ...computed(compute, (name) => duty.takes[name]?.[0] ?? name),
          watched: true,
          lapses,
          livesOn,
        };
      })
    : [];
  const byHand = custom.map((clock) => {
    const { clock: id, title, actor, evidence: satisfiedBy, watched } = clock;
    return {
      id,
      title,
      actor,
      satisfiedBy,
      contingency: null,
      ...computed(() => customDeadline(clock, facts.inputs, facts.zone)),
      watched,
      lapses: false,
      livesOn: customLivesOn(clock),
    };
  });
  return [...ofForm, ...ofStatutes, ...byHand];
}

/** A deadline, or the names of the facts it waits for, in the contract's own words. */
function computed(compute: () => Deadline, nameOf: (fact: string) => string = (fact) => fact): Pick<DutyDeadline, 'deadline' | 'waitsFor'> {
  try {
    return { deadline: compute(), waitsFor: [] };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'missing-fact') throw error;
    return { deadline: null, waitsFor: (error.details as { missing: string[] }).missing.map(nameOf) };
  }
}

function ruleElsewhere(regime: string, clock: string): RuleInForce {
  const form = findForm(regime);
  const version = form.versions[0]!;
  return { form, version, rule: findRule(form, version, clock) };
}

const isLeftBlank = ({ optional, dateBlank, term }: Duty, given: DeadlineFacts['inputs'], terms: ContractFacts['terms']): boolean =>
  optional === true && (dateBlank ? (given[dateBlank] ?? null) === null : term === undefined || !Object.hasOwn(terms, term));

/** What a person fills in for a fact that is missing. */
const blankOf = ({ dateBlank, anchor, term, daysFact }: Duty, name: string): string =>
  name === anchor && dateBlank ? dateBlank : name === daysFact && term ? term : name;

/** The clock's facts: those of the contract, what the duty fixes, and its own number of days, never that of another duty. */
function inputsOf({ inputs: fixed = {}, anchor, daysFact, term, defaultDays, dateBlank }: Duty, given: DeadlineFacts['inputs'], terms: ContractFacts['terms']) {
  // `days` and `daysBefore` are shared by many clocks, so a contract's own facts never fill them.
  const own = daysFact && daysFact !== 'days' && daysFact !== 'daysBefore' ? given[daysFact] : undefined;
  const filledIn = term !== undefined && Object.hasOwn(terms, term) ? terms[term] : undefined;
  const days = filledIn ?? own ?? defaultDays ?? null;
  return {
    ...given,
    // What begins with an event does not begin with the contract, whatever other names its date goes by.
    ...(isGivenByMilestone(anchor) && (given[anchor] ?? null) === null ? { effectiveDate: null, acceptanceDate: null } : {}),
    ...(dateBlank ? { [anchor]: given[dateBlank] ?? null } : {}),
    ...fixed,
    days: null,
    daysBefore: null,
    ...(daysFact ? { [daysFact]: days } : {}),
  };
}
