import { type Contingency, contingencies, isContingency } from './contingencies.ts';

/** What can happen on a file under contract. Each is a fact with evidence, and an event of that name. */

export type MilestoneKind = {
  /** For people: "Earnest money received". */
  title: string;
  /** What the value says; null where only the date counts. */
  value: 'amountCents' | 'text' | 'contingency' | null;
  /** Dates by their names in the deadline rules that this fact's effective date gives. */
  gives: readonly string[];
  /** It may happen more than once; then a repeat is another fact, not a correction. */
  repeats?: true;
  /** It is an appointment: its day may lie ahead. */
  ahead?: true;
  /** Only a contract can come to it, so none lies before one. */
  ofContract?: true;
  /** It may come when the deal has closed. */
  afterClosing?: true;
  /** What must have happened for it to happen: that is not taken back before it. */
  restsOn?: readonly string[];
};

const kind = (title: string, { value = null, gives = [], ...marks }: Partial<MilestoneKind> = {}): MilestoneKind => ({ title, value, gives, ...marks });

/** Money and deed follow the closing table. */
const atTheEnd = { ofContract: true, afterClosing: true, restsOn: ['Closing.Completed'] } as const;

export const milestones = {
  'EarnestMoney.Received': kind('Earnest money received', { value: 'amountCents' }),
  'AdditionalDeposit.Received': kind('Additional deposit received', { value: 'amountCents' }),
  'OptionFee.Received': kind('Option fee received', { value: 'amountCents' }),
  'InspectionReport.Received': kind('Inspection report received'),
  'Appraisal.Received': kind('Appraisal received', { value: 'amountCents' }),
  'Financing.Approved': kind('Financing approved'),
  'Insurance.Bound': kind('Insurance bound'),
  'Contingency.Removed': kind('Contingency removed', { value: 'contingency' }),
  'SellerDocuments.Received': kind("Seller's documents received"),
  'SellerDisclosure.Delivered': kind("Seller's disclosure notice delivered to the buyer", { gives: ['noticeReceivedDate'] }),
  'SellerDisclosure.Accepted': kind("Seller's disclosure notice accepted by the buyer", { restsOn: ['SellerDisclosure.Delivered'] }),
  'Contract.ReceivedByTitle': kind('Contract received by the title company', { gives: ['contractReceivedByTitleDate'] }),
  'TitleCommitment.Received': kind('Title commitment received', { gives: ['commitmentReceivedDate', 'titleEvidenceReceivedDate'] }),
  'ExceptionDocuments.Received': kind('Exception documents received', { gives: ['exceptionDocumentsReceivedDate'] }),
  'Survey.Received': kind('Survey received', { gives: ['surveyReceivedDate'] }),
  'TitleObjections.Sent': kind('Title objections sent to the seller', { gives: ['objectionsReceivedDate'] }),
  'TitleObjections.Cured': kind('Title objections cured or waived', { gives: ['objectionsCuredDate'], restsOn: ['TitleObjections.Sent'] }),
  'TitleObjections.Settled': kind('Title objections settled by the buyer', { restsOn: ['TitleObjections.Sent'] }),
  'CondoDocuments.Received': kind('Condominium documents received', { gives: ['documentsReceivedDate'] }),
  'ClosingDisclosure.Received': kind('Closing disclosure received by the consumer', { gives: ['cdReceivedDate'] }),
  'LeadInspection.Completed': kind('Lead inspection completed'),
  'Deposit.ReceivedByBrokerage': kind('Deposit received by an associate or the broker', { value: 'amountCents', gives: ['fundsReceivedDate'] }),
  'Deposit.HandedToBroker': kind('Deposit handed to the broker by the associate', { restsOn: ['Deposit.ReceivedByBrokerage'] }),
  'Deposit.PlacedInEscrow': kind('Deposit placed in escrow by the broker', { restsOn: ['Deposit.ReceivedByBrokerage'] }),
  'SellerWholesaleDisclosure.Received': kind("Wholesaler's written disclosure received by the seller", { gives: ['wholesaleDisclosureReceivedDate'] }),
  'RightToCounsel.Disclosed': kind('Seller told in writing of the right to counsel'),
  'AssigneeDisclosure.Given': kind('Written disclosure given to the assignee: a contract interest, not title'),
  'AssignmentNotice.Given': kind("Seller told of the assignment's effective date"),
  'WalkThrough.Completed': kind('Walk-through completed'),
  'Closing.Completed': kind('Closed at the closing table', { gives: ['consummationDate'], ofContract: true }),
  'Funding.Completed': kind('Funded', { value: 'amountCents', ...atTheEnd }),
  'Recording.Completed': kind('Deed recorded', { value: 'text', ...atTheEnd }),
  'ListingAgreement.Signed': kind('Listing agreement signed'),
  'Showing.Scheduled': kind('Showing scheduled', { value: 'text', repeats: true, ahead: true }),
  'BackupOffer.Received': kind('Back-up offer received', { value: 'amountCents', repeats: true }),
} as const satisfies Record<string, MilestoneKind>;

export type Milestone = keyof typeof milestones;
export const milestoneNames = Object.keys(milestones) as Milestone[];
export const isMilestone = (name: string): name is Milestone => Object.hasOwn(milestones, name);

/** "Contingency removed: loan": the fact, and which of several it is. */
export const milestoneWords = (name: Milestone, value: unknown): string =>
  milestones[name].value === 'contingency' && isContingency(value) ? `${milestones[name].title}: ${contingencies[value]}` : milestones[name].title;

/** What shows that a clock was met, for people: "Loan contingency removed". */
export function evidenceTitle(evidence: string, contingency: Contingency | null = null): string {
  if (!isMilestone(evidence)) return evidence;
  if (!contingency) return milestones[evidence].title;
  const words = contingencies[contingency];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} contingency removed`;
}

const given: ReadonlySet<string> = new Set(Object.values(milestones).flatMap(({ gives }) => gives));
/** Whether a date becomes known by something that happens, and not by the contract. */
export const isGivenByMilestone = (date: string): boolean => given.has(date);
