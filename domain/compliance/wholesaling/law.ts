import type { Rule } from '../../rules/evaluate.ts';
import { all, any, is, oneToFour } from '../checklists/clauses.ts';
import type { Mark } from '../holidays/holiday.ts';

/** Written statements of a wholesaler, by the fact that records each. */
export const disclosureFacts = [
  'SellerWholesaleDisclosure.Received',
  'RightToCounsel.Disclosed',
  'AssigneeDisclosure.Given',
  'AssignmentNotice.Given',
] as const;
export type DisclosureFact = (typeof disclosureFacts)[number];

export type Demand =
  /** A licence or registration: a rule over the facts of the law. */
  | { kind: 'standing'; rule: Rule }
  /** A statement made no later than the contract, or the day the assignment takes effect. */
  | { kind: 'disclosure'; fact: DisclosureFact; by: 'contract' | 'assignment' }
  /** A statement made so long ahead of the effective date as the clock says. */
  | { kind: 'notice'; fact: DisclosureFact; regime: string; clock: string }
  /** The seller's right to cancel must have ended: from the contract, or from the day the seller received the disclosure. */
  | { kind: 'cancellation'; from: 'contract' | 'disclosure'; regime: string; clock: string }
  /** Without a licence, no earlier than so long after the last wholesale in the state. */
  | { kind: 'frequency'; regime: string; clock: string };

/** What a state asks before a wholesale contract is assigned. Rows are data beside the statutes' clocks; what is not confirmed is shown and never enforced. */
export interface WholesaleRule {
  id: string;
  jurisdiction: string;
  what: string;
  when: Rule;
  demand: Demand | null;
  /** The law attaches a consequence that a broker may take on; where it forbids, voids or cannot be waived, it is false. */
  overridable: boolean;
  source: string;
  mark: Mark;
  confirmed: boolean;
  /** Contracts from this day on. */
  effectiveFrom: string;
}

type Row = Omit<WholesaleRule, 'jurisdiction' | 'when' | 'confirmed' | 'source' | 'mark' | 'effectiveFrom'> & Partial<WholesaleRule>;
const state = (jurisdiction: string, statute: Pick<WholesaleRule, 'source' | 'mark' | 'effectiveFrom'>, rows: readonly Row[]): WholesaleRule[] =>
  rows.map((row) => ({ jurisdiction, when: true, confirmed: true, ...statute, ...row }));

const toSeller = { kind: 'disclosure', fact: 'SellerWholesaleDisclosure.Received', by: 'contract' } as const;
const toAssignee = { kind: 'disclosure', fact: 'AssigneeDisclosure.Given', by: 'assignment' } as const;
const maryland = all(is('ownerOccupied'), oneToFour);
/** Reported by one guide, or general knowledge: a person looks it up. */
const reported = (jurisdiction: string, what: string, more: Partial<WholesaleRule> = {}): WholesaleRule => ({
  ...{ id: `${jurisdiction}-WHOLESALE`, jurisdiction, what, when: true, demand: null, overridable: true },
  ...{ source: 'One guide of 2026; details not confirmed', mark: 'S', confirmed: false, effectiveFrom: '1990-01-01' },
  ...more,
});

export const wholesaleRules: readonly WholesaleRule[] = [
  ...state('OK', { source: 'Oklahoma SB 1075 (2025)', mark: 'S', effectiveFrom: '2025-11-01' }, [
    {
      id: 'OK-INTENT',
      what: 'Written disclosure to the seller of the intent to assign for more; the contract is invalid without it',
      demand: toSeller,
      overridable: false,
    },
    {
      id: 'OK-COUNSEL',
      what: 'Written disclosure to the seller of the right to counsel; the contract is invalid without it',
      demand: { kind: 'disclosure', fact: 'RightToCounsel.Disclosed', by: 'contract' },
      overridable: false,
    },
    {
      id: 'OK-CANCELLATION',
      what: 'The seller may cancel within 2 business days of the contract',
      demand: { kind: 'cancellation', from: 'contract', regime: 'us-ok-wholesale', clock: 'seller-cancel-end' },
      overridable: true,
    },
    {
      id: 'OK-MARKETING-LICENCE',
      what: 'Marketing the contract in public needs a licence',
      demand: { kind: 'standing', rule: is('wholesalerLicensed') },
      overridable: true,
      source: 'Oklahoma act of 2021 on wholesaling',
      effectiveFrom: '2021-11-01',
    },
  ]),
  ...state('OR', { source: 'Oregon HB 4058 (2024); OAR 863-017-0025', mark: 'A', effectiveFrom: '2025-07-01' }, [
    {
      id: 'OR-REGISTRATION',
      what: 'Registration as a wholesaler, or a licence',
      demand: { kind: 'standing', rule: any(is('wholesalerRegistered'), is('wholesalerLicensed')) },
      overridable: false,
    },
    { id: 'OR-DISCLOSURE', what: 'Written disclosure to the seller before the contract, in at least 10-point bold', demand: toSeller, overridable: true },
    {
      id: 'OR-CANCELLATION',
      what: 'The seller may cancel until midnight of the 3rd business day after receiving the disclosure; this cannot be waived',
      demand: { kind: 'cancellation', from: 'disclosure', regime: 'us-or-wholesale', clock: 'seller-cancel-end' },
      overridable: false,
    },
  ]),
  ...state('AZ', { source: 'A.R.S. 44-5101', mark: 'A', effectiveFrom: '1990-01-01' }, [
    {
      id: 'AZ-SELLER-STATUS',
      what: 'Written disclosure to the seller of the status as wholesale buyer before the contract; otherwise the seller may cancel at any time before close',
      when: oneToFour,
      demand: toSeller,
      overridable: true,
    },
    {
      id: 'AZ-BUYER-STATUS',
      what: 'Written disclosure to the assignee of the status as wholesale seller before a binding agreement; otherwise the assignee may cancel at any time before close',
      when: oneToFour,
      demand: toAssignee,
      overridable: true,
    },
  ]),
  ...state('MD', { source: 'Md. Code, Real Property 10-715', mark: 'A', effectiveFrom: '1990-01-01' }, [
    {
      id: 'MD-OWNER-NOTICE',
      what: 'Written notice to the owner, before the contract, that it may be assigned',
      when: maryland,
      demand: toSeller,
      overridable: true,
    },
    { id: 'MD-ASSIGNEE-NOTICE', what: 'Written notice to the assignee before the assignment', when: maryland, demand: toAssignee, overridable: false },
  ]),
  ...state('TN', { source: 'Tenn. Pub. Ch. 72 (SB 909, 2025)', mark: 'S', effectiveFrom: '2025-01-01' }, [
    { id: 'TN-INTENT', what: 'The intent to market the contract disclosed before the seller signs', demand: toSeller, overridable: true },
    { id: 'TN-EQUITABLE-INTEREST', what: 'The equitable interest disclosed to the assignee', demand: toAssignee, overridable: false },
    {
      id: 'TN-SELLER-NOTICE',
      what: 'The seller told the effective date at least 3 business days ahead',
      demand: { kind: 'notice', fact: 'AssignmentNotice.Given', regime: 'us-tn-wholesale', clock: 'assignment-notice-latest' },
      overridable: true,
    },
  ]),
  ...state('TX', { source: 'Tex. Occ. Code 1101.0045; Prop. Code 5.086', mark: 'S', effectiveFrom: '1990-01-01' }, [
    {
      id: 'TX-EQUITABLE-INTEREST',
      what: 'Written disclosure to the prospective buyer, before the assignment is offered, that a contract interest is sold and not title',
      demand: toAssignee,
      overridable: false,
    },
  ]),
  ...state('IL', { source: '225 ILCS 454/1-10, pattern of business', mark: 'S', effectiveFrom: '1990-01-01' }, [
    {
      id: 'IL-ONE-A-YEAR',
      what: 'Without a broker licence at most one wholesale in twelve months',
      demand: { kind: 'frequency', regime: 'us-il-wholesale', clock: 'next-wholesale-allowed' },
      overridable: false,
    },
  ]),
  ...state('SC', { source: 'South Carolina Real Estate Commission; H4754 (2024)', mark: 'S', effectiveFrom: '2024-01-01' }, [
    {
      id: 'SC-LICENCE',
      what: 'Advertising the contract interest is brokerage and needs a licence',
      demand: { kind: 'standing', rule: is('wholesalerLicensed') },
      overridable: true,
    },
  ]),
  reported('PA', 'A licence, and a time in which consumers may cancel', { source: 'Pennsylvania Act 52 of 2024', mark: 'R', effectiveFrom: '2025-01-01' }),
  reported('KY', 'A licence or disclosure may be needed'),
  reported('CT', 'Registration as a wholesaler', { effectiveFrom: '2026-07-01' }),
  reported('NC', 'A broker licence'),
  reported('ND', 'A licence or disclosure may be needed'),
  reported('OH', 'Written disclosure'),
];
