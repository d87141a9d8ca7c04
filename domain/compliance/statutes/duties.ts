import type { Rule } from '../../rules/evaluate.ts';
import { all, any, is, isNot, isUnknown, oneToFour } from '../checklists/clauses.ts';
import type { FactName } from '../facts.ts';
import type { Actor } from '../forms/form.ts';

/** A clock that a statute adds to a contract where the facts make it apply. */
export interface StatuteDuty {
  id: string;
  title: string;
  /** Form in the registry, and its clock. */
  regime: string;
  clock: string;
  /** JSONLogic over the facts of the law (`factCatalogue`) and the dates of the file. A fact that is not known leaves the clock out; the checklist asks for it. */
  when: Rule;
  /** The clock's facts, each with the names the file knows it by, first found first. Nothing else is read: names that other clocks share stay out. */
  takes: Readonly<Partial<Record<FactName, readonly string[]>>> & Readonly<Record<string, readonly string[] | undefined>>;
  /** Days the parties may agree on in writing instead: name of the term in the contract. */
  term?: string;
  actor: Actor | 'agent';
  satisfiedBy: string | null;
  /** A right that ends unused. */
  lapses?: true;
  /** It goes on after the closing: what it asks for does not end with it. */
  livesOn?: true;
  /** Contract forms for property that the statute does not mean. */
  notFor?: readonly string[];
}

const inState = (state: string, ...clauses: Rule[]): Rule => all({ '==': [{ var: 'propertyState' }, state] }, ...clauses);
const wholesaleIn = (state: string, ...clauses: Rule[]): Rule => inState(state, is('isWholesale'), ...clauses);
const isKnown = (name: string): Rule => ({ '!': [isUnknown(name)] });
/** An exemption is for whoever states it; until then the buyer has the right. */
const unlessStated = (fact: string): Rule => ({ '!': [{ var: [fact, false] }] });

const contractDate = ['contractDate', 'effectiveDate'] as const;
const closingDate = ['closingDate', 'statedClosingDate', 'closeOfEscrowDate'] as const;
const maryland: readonly Rule[] = [is('ownerOccupied'), oneToFour];

export const statuteDutyRows: readonly StatuteDuty[] = [
  {
    id: 'lead-inspection',
    title: 'Lead inspection opportunity',
    regime: 'us-lead-paint',
    clock: 'inspection-end',
    when: all(
      any(isUnknown('yearBuilt'), { '<': [{ var: 'yearBuilt' }, 1978] }),
      { var: ['residential', true] },
      unlessStated('zeroBedroom'),
      unlessStated('seniorHousingNoYoungChild'),
      unlessStated('foreclosureSale'),
    ),
    takes: { startDate: contractDate },
    term: 'leadInspectionDays',
    actor: 'buyer',
    satisfiedBy: 'LeadInspection.Completed',
    lapses: true,
    notFor: ['fl-vacant-land'],
  },
  {
    id: 'condo-voidability',
    title: 'Buyer may void the condominium contract',
    regime: 'fl-condo-718.503',
    clock: 'condo-voidability-end',
    when: inState('FL', is('isCondo')),
    takes: { documentsReceivedDate: ['documentsReceivedDate'], contractDate, closingDate, sale: ['sale'] },
    actor: 'buyer',
    satisfiedBy: null,
    lapses: true,
    notFor: ['fl-vacant-land'],
  },
  ...(
    [
      ['escrow-handover', 'Deposit handed to the broker', 'associate-to-broker-due', 'agent', 'Deposit.HandedToBroker'],
      ['escrow-deposit', 'Deposit placed in escrow by the broker', 'broker-deposit-due', 'broker', 'Deposit.PlacedInEscrow'],
    ] as const
  ).map(
    ([id, title, clock, actor, satisfiedBy]): StatuteDuty => ({
      ...{ id, title, regime: 'fl-broker-escrow', clock, actor, satisfiedBy },
      when: inState('FL', isKnown('fundsReceivedDate')),
      takes: { fundsReceivedDate: ['fundsReceivedDate'] },
      // A closing does not place the money.
      livesOn: true,
    }),
  ),
  {
    id: 'seller-cancel-ok',
    title: 'Seller may cancel the wholesale contract',
    regime: 'us-ok-wholesale',
    clock: 'seller-cancel-end',
    when: wholesaleIn('OK'),
    takes: { contractDate },
    actor: 'seller',
    satisfiedBy: null,
    lapses: true,
    livesOn: true,
  },
  {
    id: 'seller-cancel-or',
    title: 'Seller may cancel the wholesale contract',
    regime: 'us-or-wholesale',
    clock: 'seller-cancel-end',
    when: wholesaleIn('OR'),
    takes: { disclosureReceivedDate: ['wholesaleDisclosureReceivedDate'] },
    actor: 'seller',
    satisfiedBy: null,
    lapses: true,
    // It cannot be waived, so no early closing takes it away.
    livesOn: true,
  },
  {
    id: 'seller-cancel-az',
    title: 'Seller may cancel for want of the written disclosure',
    regime: 'us-az-wholesale',
    clock: 'seller-cancel-end',
    when: wholesaleIn('AZ', oneToFour, isNot('disclosedBeforeContract')),
    takes: { closingDate },
    actor: 'seller',
    satisfiedBy: null,
    lapses: true,
  },
  {
    id: 'assignment-notice-tn',
    title: "Seller told of the assignment's effective date",
    regime: 'us-tn-wholesale',
    clock: 'assignment-notice-latest',
    when: wholesaleIn('TN', isKnown('assignmentEffectiveDate')),
    takes: { assignmentEffectiveDate: ['assignmentEffectiveDate'] },
    actor: 'broker',
    satisfiedBy: 'AssignmentNotice.Given',
  },
  {
    id: 'owner-notice-md',
    title: 'Owner told in writing before the contract',
    regime: 'us-md-wholesale',
    clock: 'owner-notice-latest',
    when: wholesaleIn('MD', ...maryland),
    takes: { contractDate },
    actor: 'broker',
    satisfiedBy: 'SellerWholesaleDisclosure.Received',
  },
  {
    id: 'assignee-notice-md',
    title: 'Assignee told before the assignment',
    regime: 'us-md-wholesale',
    clock: 'assignment-notice-latest',
    when: wholesaleIn('MD', ...maryland, isKnown('assignmentEffectiveDate')),
    takes: { assignmentEffectiveDate: ['assignmentEffectiveDate'] },
    actor: 'broker',
    satisfiedBy: 'AssigneeDisclosure.Given',
  },
];

/** Clocks within which a seller may cancel a wholesale contract by statute. */
export const sellerCancelClocks: readonly string[] = statuteDutyRows.filter(({ id }) => id.startsWith('seller-cancel-')).map(({ id }) => id);
/** Blanks that a statute lets the parties fill in on any form. */
export const statuteTerms: readonly string[] = statuteDutyRows.flatMap(({ term }) => term ?? []);
