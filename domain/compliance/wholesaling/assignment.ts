import { evaluateRule } from '../../rules/evaluate.ts';
import { addDays } from '../../time/zoned.ts';
import { labelOf } from '../checklists/facts.ts';
import type { DealFacts } from '../checklists/schemas.ts';
import { computeDeadline, type Deadline } from '../deadline.ts';
import { findForm, findRule, findVersion } from '../forms/registry.ts';
import { type Demand, type DisclosureFact, type WholesaleRule, wholesaleRules } from './law.ts';

export type AssignmentState = 'drafted' | 'disclosed' | 'effective' | 'cancelled';

/** What an assignment is judged by. Dates are those of the property's place. */
export interface AssignmentFacts {
  law: DealFacts;
  zone: string;
  today: string;
  contractOn: string;
  /** The day it is to take effect; null while nothing is drafted. */
  effectiveOn: string | null;
  happened: Readonly<Partial<Record<DisclosureFact, string>>>;
  /** The newest other wholesale of the brokerage in the same state. */
  lastWholesaleOn: string | null;
  /** Rules that a broker went on without. */
  overridden: readonly string[];
}

/**
 * `missing`: something is to be done first; `too-late`: it was to be done before a day that has passed; `too-early`: the effective date is before
 * `until`; `open`: the seller may still cancel; `undecided`: facts are missing to say.
 */
export type RequirementState = 'met' | 'missing' | 'too-late' | 'too-early' | 'open' | 'undecided' | 'unconfirmed' | 'overridden';

export interface Requirement extends Pick<WholesaleRule, 'id' | 'jurisdiction' | 'what' | 'source' | 'mark' | 'confirmed' | 'effectiveFrom' | 'overridable'> {
  state: RequirementState;
  /** The fact that shows it, where one does. */
  evidence: DisclosureFact | null;
  /** Last day of a period that is open, last day for a notice, or the first day that is allowed. */
  until: string | null;
  why: string;
  nextStep: string | null;
}

type Verdict = { state: RequirementState; why: string; until?: string | null; nextStep?: string };

/** What the law of the property's state asks of a wholesale contract before it is assigned, and how each stands; pure. */
export function assignmentLaw(facts: AssignmentFacts, rules: readonly WholesaleRule[] = wholesaleRules): Requirement[] {
  return rules.flatMap((row) => {
    if (row.jurisdiction !== facts.law.propertyState || facts.contractOn < row.effectiveFrom) return [];
    const { verdict, missing } = evaluateRule(row.when, facts.law);
    if (verdict === 'fail') return [];
    const judged: Verdict =
      !row.confirmed || row.demand === null
        ? { state: 'unconfirmed', why: 'Not confirmed, so it holds nothing up', nextStep: 'Have counsel say what the law of this state asks.' }
        : verdict === 'not-evaluable'
          ? {
              state: 'undecided',
              why: `Not known: ${missing.map(labelOf).join(', ')}`,
              nextStep: answerOf(missing),
            }
          : judge(row.demand, facts);
    const overridden = row.overridable && holdsUp(judged.state) && facts.overridden.includes(row.id);
    const { id, jurisdiction, what, source, mark, confirmed, effectiveFrom, overridable, demand } = row;
    return {
      ...{ id, jurisdiction, what, source, mark, confirmed, effectiveFrom, overridable },
      state: overridden ? 'overridden' : judged.state,
      evidence: demand && 'fact' in demand ? demand.fact : null,
      until: judged.until ?? null,
      why: overridden ? `The broker goes on: ${judged.why}` : judged.why,
      nextStep: judged.state === 'met' || overridden ? null : (judged.nextStep ?? null),
    };
  });
}

export const holdsUp = (state: RequirementState): boolean => state !== 'met' && state !== 'unconfirmed' && state !== 'overridden';
/** What stands in the way of the assignment's taking effect. */
export const unmet = (law: readonly Requirement[]): Requirement[] => law.filter(({ state }) => holdsUp(state));
/** What a draft cannot promise: its date is impossible already. */
export const impossible = (law: readonly Requirement[]): Requirement[] => law.filter(({ state }) => state === 'too-early' || state === 'open');

/** Where a drafted assignment stands: disclosed once every statement that the law wants is made. Licences and dates are judged when it takes effect. */
export function stateOfDraft(law: readonly Requirement[]): Extract<AssignmentState, 'drafted' | 'disclosed'> {
  return law.some(({ evidence, state }) => evidence !== null && (state === 'missing' || state === 'undecided')) ? 'drafted' : 'disclosed';
}

function judge(demand: Demand, facts: AssignmentFacts): Verdict {
  switch (demand.kind) {
    case 'standing':
      return standing(demand, facts);
    case 'disclosure':
      return disclosure(demand, facts);
    case 'notice':
      return notice(demand, facts);
    case 'cancellation':
      return cancellation(demand, facts);
    case 'frequency':
      return frequency(demand, facts);
    default:
      return demand satisfies never;
  }
}

function standing({ rule }: Extract<Demand, { kind: 'standing' }>, { law }: AssignmentFacts): Verdict {
  const { verdict, missing } = evaluateRule(rule, law);
  if (verdict === 'pass') return { state: 'met', why: 'The licence or registration is stated' };
  if (verdict === 'fail')
    return { state: 'missing', why: 'There is neither', nextStep: `Get it, or have a licensed broker act; then state it among the facts of the law.` };
  return { state: 'undecided', why: `Not known: ${missing.map(labelOf).join(', ')}`, nextStep: answerOf(missing) };
}

/** In words for people, with the names that the API knows them by. */
const answerOf = (missing: readonly string[]): string => `State among the facts of the law: ${missing.map((fact) => `${labelOf(fact)} (${fact})`).join(', ')}.`;

const record = (fact: DisclosureFact): string => `record it as ${fact} with its date and proof`;

function disclosure({ fact, by }: Extract<Demand, { kind: 'disclosure' }>, { happened, contractOn, effectiveOn }: AssignmentFacts): Verdict {
  const on = happened[fact];
  if (!on) return { state: 'missing', why: 'It is not recorded', nextStep: `Make it in writing and ${record(fact)}; if it was made, ${record(fact)}.` };
  const last = by === 'contract' ? contractOn : effectiveOn;
  if (last === null || on <= last) return { state: 'met', why: `Made on ${on}` };
  const event = by === 'contract' ? 'contract' : 'assignment';
  const nextStep =
    by === 'contract' ? 'A broker may go on with a reason where the law allows it; otherwise make a new contract.' : 'Choose a later effective date.';
  return { state: 'too-late', why: `Made on ${on}, after the ${event} of ${last}`, until: last, nextStep };
}

function notice({ fact, regime, clock }: Extract<Demand, { kind: 'notice' }>, facts: AssignmentFacts): Verdict {
  const on = facts.happened[fact];
  if (facts.effectiveOn === null) return { state: 'missing', why: 'No effective date is set', nextStep: `Tell the seller the date and ${record(fact)}.` };
  const latest = (effectiveOn: string): string => clockOf(regime, clock, { assignmentEffectiveDate: effectiveOn }, facts).date!;
  const last = latest(facts.effectiveOn);
  const told = on ?? facts.today;
  if (told > last) {
    let first = facts.effectiveOn;
    // Holidays and weekends never add up to a month.
    while (latest(first) < told) first = addDays(first, 1);
    const why = on
      ? `The seller was told on ${on}; for ${facts.effectiveOn} it had to be by ${last}`
      : `The seller had to be told by ${last}, and today is ${told}`;
    return {
      state: 'too-early',
      why,
      until: first,
      nextStep: `Let it take effect on ${first} or later${on ? '' : `, tell the seller today, and ${record(fact)}`}.`,
    };
  }
  if (on) return { state: 'met', why: `Told on ${on}, at the latest ${last}`, until: last };
  return { state: 'missing', why: 'It is not recorded', until: last, nextStep: `Tell the seller by ${last} and ${record(fact)}.` };
}

function cancellation({ from, regime, clock }: Extract<Demand, { kind: 'cancellation' }>, facts: AssignmentFacts): Verdict {
  const received = facts.happened['SellerWholesaleDisclosure.Received'];
  if (from === 'disclosure' && !received)
    return {
      state: 'missing',
      why: 'The period begins when the seller has received the disclosure, and that is not recorded',
      nextStep: `Give the disclosure and ${record('SellerWholesaleDisclosure.Received')}.`,
    };
  const end = clockOf(regime, clock, from === 'disclosure' ? { disclosureReceivedDate: received! } : { contractDate: facts.contractOn }, facts).date!;
  const first = addDays(end, 1);
  if (facts.effectiveOn !== null ? facts.effectiveOn > end : facts.today > end) return { state: 'met', why: `It ends on ${end}`, until: end };
  return { state: 'open', why: `The seller may cancel until the end of ${end}`, until: end, nextStep: `Let it take effect on ${first} or later.` };
}

function frequency({ regime, clock }: Extract<Demand, { kind: 'frequency' }>, facts: AssignmentFacts): Verdict {
  if (facts.law.wholesalerLicensed) return { state: 'met', why: 'The wholesaler is licensed' };
  if (facts.lastWholesaleOn === null) return { state: 'met', why: 'No other wholesale in this state is on record' };
  const planned = facts.effectiveOn ?? facts.today;
  const { date, answer } = clockOf(regime, clock, { firstWholesaleDate: facts.lastWholesaleOn, proposedDate: planned }, facts);
  if (answer) return { state: 'met', why: `The last wholesale was on ${facts.lastWholesaleOn}` };
  return {
    state: 'too-early',
    why: `The last wholesale was on ${facts.lastWholesaleOn}`,
    until: date,
    nextStep: `Let it take effect on ${date} or later; with a broker licence, state that among the facts of the law (wholesalerLicensed).`,
  };
}

function clockOf(regime: string, clock: string, inputs: Record<string, string>, { zone }: AssignmentFacts): Deadline {
  const form = findForm(regime);
  const version = findVersion(form, form.versions[0]!.version, inputs);
  return computeDeadline({ form, version, rule: findRule(form, version, clock) }, { inputs, zone, calendar: null });
}
