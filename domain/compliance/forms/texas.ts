import { commonDuties } from './common.ts';
import type { DeadlineRule, Duty, Form, Roll, Term } from './form.ts';
import { after, before, businessDays, fact } from './terms.ts';

/** "Legal holiday" is undefined in the form: a setting, federal by default, and the earlier date is the one to show, so only statutory dates roll. */
const paymentRoll: Roll = { towards: 'next', days: businessDays('us-federal', 'statutory') };
const formText = { source: 'TREC One to Four Family Residential Contract (Resale)', mark: 'A', endOfDay: '23:59' } as const;

const payment = { ...formText, end: after('effectiveDate', { fact: 'days', default: 3 }, undefined, paymentRoll) };
const paymentNote = 'Which days are legal holidays is a setting, by default the federal list on its statutory dates (?)';

const commitment = after('contractReceivedByTitleDate', { fact: 'days', default: 20 });
const allReceived: Term = { latestOf: [fact('commitmentReceivedDate'), fact('exceptionDocumentsReceivedDate'), fact('surveyReceivedDate')] };
const cureEnd: Term = { when: { given: 'cureEndDate' }, then: fact('cureEndDate'), else: after('objectionsReceivedDate', 15) };

const rules = (optionEnds: '17:00' | '23:59'): readonly DeadlineRule[] => [
  { ...payment, clock: 'earnest-money-due', title: 'Earnest money delivered to the escrow agent', paragraph: '5A', note: paymentNote },
  { ...payment, clock: 'option-fee-due', title: 'Option Fee delivered to the escrow agent', paragraph: '5A', note: paymentNote },
  {
    ...formText,
    clock: 'additional-earnest-money-due',
    title: 'Additional earnest money delivered to the escrow agent',
    paragraph: '5A(1), 5A(2)',
    end: after('additionalAfterDate', { fact: 'days' }, undefined, paymentRoll),
    note: paymentNote,
  },
  {
    ...formText,
    clock: 'option-period-end',
    title: 'Option period ends',
    paragraph: '5B',
    end: after('effectiveDate', { fact: 'optionDays' }),
    endOfDay: optionEnds,
    note: 'Does not roll',
  },
  {
    ...formText,
    clock: 'disclosure-termination-end',
    title: "Termination for a late Seller's Disclosure Notice",
    paragraph: '7B(2)',
    end: {
      when: { given: 'noticeReceivedDate' },
      then: { earliestOf: [after('noticeReceivedDate', 7), { ifGiven: 'closingDate', then: fact('closingDate') }] },
      else: fact('closingDate'),
    },
    note: 'Ends with Closing if Closing comes first, at whatever hour; a notice never delivered leaves the right open until Closing',
  },
  {
    ...formText,
    clock: 'commitment-due',
    title: 'Title Commitment delivered',
    paragraph: '6B',
    end: commitment,
    note: 'Does not roll: a claim that para. 23 rolls it is not in the form (?)',
  },
  {
    ...formText,
    clock: 'commitment-due-extended',
    title: 'Title Commitment delivered, with the automatic extension',
    paragraph: '6B',
    // An extension never shortens: with a Closing near the due date the due date itself stays.
    end: { latestOf: [commitment, { earliestOf: [after(commitment, 15), before('closingDate', 3)] }] },
  },
  { ...formText, clock: 'survey-due', title: 'New survey delivered', paragraph: '6C', end: before('closingDate', { fact: 'daysBefore', default: 3 }) },
  {
    ...formText,
    clock: 'title-objections-due',
    title: "Buyer's objections to title",
    paragraph: '6D',
    end: { earliestOf: [after(allReceived, { fact: 'objectionDays' }), fact('closingDate')] },
  },
  {
    ...formText,
    clock: 'title-cure-end',
    title: "Seller's time to cure objections ends",
    paragraph: '6D',
    end: after('objectionsReceivedDate', { fact: 'days', default: 15 }),
  },
  { ...formText, clock: 'title-buyer-decision-end', title: 'Buyer terminates or is deemed to waive the objections', paragraph: '6D', end: after(cureEnd, 5) },
  {
    ...formText,
    clock: 'closing-date',
    title: 'Closing',
    paragraph: '9A, 7F',
    endOfDay: null,
    end: {
      when: { given: 'repairDays' },
      then: after(
        { latestOf: [fact('statedClosingDate'), { ifGiven: 'objectionsCuredDate', then: after('objectionsCuredDate', 7) }] },
        { fact: 'repairDays', most: 5 },
      ),
      else: { latestOf: [fact('statedClosingDate'), { ifGiven: 'objectionsCuredDate', then: after('objectionsCuredDate', 7) }] },
    },
    note: 'Repairs put Closing off by at most five days',
  },
];

const duties: readonly Duty[] = [
  {
    id: 'earnest-money',
    title: 'Earnest money',
    clock: 'earnest-money-due',
    anchor: 'effectiveDate',
    defaultDays: 3,
    actor: 'buyer',
    satisfiedBy: 'EarnestMoney.Received',
  },
  {
    id: 'option-fee',
    title: 'Option Fee',
    clock: 'option-fee-due',
    anchor: 'effectiveDate',
    defaultDays: 3,
    actor: 'buyer',
    satisfiedBy: 'OptionFee.Received',
  },
  {
    id: 'option',
    title: 'Option period',
    clock: 'option-period-end',
    anchor: 'effectiveDate',
    daysFact: 'optionDays',
    term: 'optionDays',
    actor: 'buyer',
    satisfiedBy: 'InspectionReport.Received',
  },
  {
    id: 'disclosure-termination',
    title: 'Termination for late disclosure notice',
    clock: 'disclosure-termination-end',
    anchor: 'noticeReceivedDate',
    actor: 'buyer',
    satisfiedBy: 'SellerDisclosure.Accepted',
  },
  {
    id: 'title-commitment',
    title: 'Title Commitment',
    clock: 'commitment-due',
    anchor: 'contractReceivedByTitleDate',
    defaultDays: 20,
    actor: 'title',
    satisfiedBy: 'TitleCommitment.Received',
  },
  {
    id: 'survey',
    title: 'Survey',
    clock: 'survey-due',
    anchor: 'closingDate',
    daysFact: 'daysBefore',
    defaultDays: 3,
    term: 'surveyDaysBefore',
    actor: 'seller',
    satisfiedBy: 'Survey.Received',
  },
  {
    id: 'title-objections',
    title: 'Title objections',
    clock: 'title-objections-due',
    anchor: 'commitmentReceivedDate',
    daysFact: 'objectionDays',
    term: 'objectionDays',
    actor: 'buyer',
    satisfiedBy: 'TitleObjections.Sent',
  },
  {
    id: 'title-cure',
    title: 'Cure of title objections',
    clock: 'title-cure-end',
    anchor: 'objectionsReceivedDate',
    defaultDays: 15,
    actor: 'seller',
    satisfiedBy: 'TitleObjections.Cured',
  },
  {
    id: 'title-decision',
    title: 'Decision on uncured objections',
    clock: 'title-buyer-decision-end',
    anchor: 'objectionsReceivedDate',
    actor: 'buyer',
    satisfiedBy: 'TitleObjections.Settled',
  },
  ...commonDuties('effectiveDate', ['appraisal', 'loan-approval', 'insurance', 'closing-disclosure', 'walk-through']),
  { id: 'closing', title: 'Closing', clock: 'closing-date', anchor: 'statedClosingDate', actor: 'title', satisfiedBy: 'Closing.Completed' },
];

/** TREC 20-18 and the forms before it. The Effective Date is day 0, every calendar day counts, and nothing but payments rolls. */
export const texasResale: Form = {
  regime: 'tx-trec-resale',
  title: 'Texas: TREC One to Four Family Residential Contract (Resale)',
  jurisdiction: 'TX',
  versionBy: ['effectiveDate'],
  versions: [
    { version: '20-18', effectiveFrom: '2025-01-03', effectiveTo: null, source: 'TREC form 20-18', mark: 'A', rules: rules('17:00'), duties },
    {
      version: 'before 20-18',
      also: ['20-8', '20-9', '20-10', '20-11', '20-12', '20-13', '20-14', '20-15', '20-16', '20-17'],
      effectiveFrom: '1971-01-01',
      effectiveTo: '2025-01-02',
      source: 'TREC forms 20-8 to 20-17; Texas REALTORS guidance',
      mark: 'S/R',
      // Some of these forms may already have ended the option at 5 p.m.; the form's own text decides.
      rules: rules('23:59'),
      duties,
    },
  ],
};
