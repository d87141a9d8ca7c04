import { commonDuties } from './common.ts';
import type { Actor, DeadlineRule, Duty, Form, FormVersion, Roll, Term } from './form.ts';
import { after, before, businessDays, calendarDays, fact, specificDays } from './terms.ts';

const single = (version: Omit<FormVersion, 'version' | 'effectiveFrom' | 'effectiveTo'>): FormVersion[] => [
  { version: 'current', effectiveFrom: '1971-01-01', effectiveTo: null, ...version },
];
const started: Term = { when: { given: 'startDate' }, then: fact('startDate'), else: fact('effectiveDate') };

const coloradoText = { source: 'Colorado Contract to Buy and Sell, section on Day and Deadlines', mark: 'A' } as const;
const coloradoRoll: Roll = {
  towards: 'next',
  days: businessDays('us-federal', 'statutory-and-observed'),
  when: { fact: 'rollBox', in: ['will'] },
};
const coloradoNote = 'Rolls only if the "will" box is ticked; neither box ticked means no roll';
/** A line of the table of dates and deadlines; left blank, the contract has no such deadline. */
const line = (id: string, title: string, actor: Actor, satisfiedBy: string, more: Partial<Duty> = {}): Duty => ({
  ...{ id, title, clock: 'stated-date', anchor: 'statedDate', actor, satisfiedBy, optional: true },
  dateBlank: `${id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Date`,
  ...more,
});
/** The names of the lines are general knowledge of the form; how their dates count is the form's text. */
const coloradoDuties: readonly Duty[] = [
  line('earnest-money', 'Earnest money', 'buyer', 'EarnestMoney.Received'),
  line('record-title', 'Record title', 'title', 'TitleCommitment.Received'),
  line('title-objection', 'Title objection', 'buyer', 'TitleObjections.Sent'),
  line('title-resolution', 'Title resolution', 'buyer', 'TitleObjections.Settled'),
  line('seller-disclosure', "Seller's property disclosure", 'seller', 'SellerDisclosure.Delivered'),
  line('survey', 'New survey', 'seller', 'Survey.Received'),
  line('inspection-objection', 'Inspection objection', 'buyer', 'InspectionReport.Received'),
  line('inspection-resolution', 'Inspection resolution', 'buyer', 'Contingency.Removed', { contingency: 'inspection-resolution' }),
  line('insurance', 'Property insurance', 'buyer', 'Insurance.Bound'),
  line('appraisal', 'Appraisal', 'lender', 'Appraisal.Received', { financedOnly: true }),
  line('loan-availability', 'New loan availability', 'lender', 'Financing.Approved', { financedOnly: true }),
  ...commonDuties('effectiveDate', ['closing-disclosure', 'walk-through']),
  { ...line('closing', 'Closing', 'title', 'Closing.Completed'), dateBlank: 'closingDate', optional: undefined },
].map(({ optional, ...duty }) => ({ ...duty, ...(optional ? { optional } : {}) }));

/** The holidays are those of the federal list and, as a setting, the state's; the weekday on which one is observed counts as one. */
export const colorado: Form = {
  regime: 'co-contract-to-buy',
  title: 'Colorado: Contract to Buy and Sell',
  jurisdiction: 'CO',
  versions: single({
    ...coloradoText,
    rules: [
      {
        ...coloradoText,
        clock: 'period-end',
        title: 'Deadline',
        paragraph: 'Day; Computation of Period of Days',
        end: after(started, { fact: 'days' }, calendarDays, coloradoRoll),
        endOfDay: '23:59',
        endOfDayFact: 'timeOfDay',
        note: coloradoNote,
      },
      {
        ...coloradoText,
        clock: 'stated-date',
        title: 'Date of the table of dates and deadlines',
        paragraph: 'Dates and Deadlines; Day; Computation of Period of Days',
        end: { of: fact('statedDate'), roll: coloradoRoll },
        endOfDay: '23:59',
        endOfDayFact: 'timeOfDay',
        note: coloradoNote,
      },
    ],
    duties: coloradoDuties,
  }),
};

/** How long each period is stands in the form's blanks and addenda; without one there is no such period. */
const washingtonPeriod = (id: string, title: string, actor: Actor, satisfiedBy: string, more: Partial<Duty> = {}): Duty => ({
  ...{ id, title, clock: 'period-end', anchor: 'effectiveDate', daysFact: 'days', actor, satisfiedBy },
  term: `${id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Days`,
  ...more,
});
const washingtonDuties: readonly Duty[] = [
  washingtonPeriod('earnest-money', 'Earnest money', 'buyer', 'EarnestMoney.Received'),
  washingtonPeriod('inspection', 'Inspection', 'buyer', 'InspectionReport.Received', { optional: true }),
  washingtonPeriod('seller-disclosure', "Seller's disclosure statement", 'seller', 'SellerDisclosure.Delivered', { optional: true }),
  washingtonPeriod('title-review', 'Title review', 'buyer', 'TitleObjections.Settled', { optional: true }),
  washingtonPeriod('financing', 'Financing', 'lender', 'Financing.Approved', { optional: true, financedOnly: true }),
  washingtonPeriod('insurance', 'Insurance', 'buyer', 'Insurance.Bound', { optional: true }),
  ...commonDuties('effectiveDate', ['closing-disclosure', 'walk-through']),
  {
    ...{ id: 'closing', title: 'Closing', clock: 'closing-date', anchor: 'closingDate' },
    ...{ actor: 'title', satisfiedBy: 'Closing.Completed' },
  },
];

export const washington: Form = {
  regime: 'wa-nwmls',
  title: 'Washington: NWMLS purchase and sale agreement',
  jurisdiction: 'WA',
  versions: single({
    source: 'NWMLS form 21, computation of time',
    mark: 'S',
    rules: [
      {
        clock: 'period-end',
        title: 'Period ends',
        paragraph: 'Computation of Time',
        source: 'NWMLS form 21',
        mark: 'S',
        end: after(started, { fact: 'days' }, businessDays('wa-rcw-1.16.050', 'statutory-and-observed')),
        endOfDay: '23:59',
        note: 'Business days and state holidays; the hour at which a day ends should be read off the form',
      },
      {
        clock: 'closing-date',
        title: 'Closing',
        paragraph: 'Closing',
        source: 'NWMLS form 21',
        mark: 'S',
        end: fact('closingDate'),
        endOfDay: null,
        note: 'Whether it rolls should be read off the form',
      },
    ],
    duties: washingtonDuties,
  }),
};

export const leadPaint: Form = {
  regime: 'us-lead-paint',
  title: 'Lead-based paint: opportunity to inspect',
  jurisdiction: 'US',
  versions: single({
    source: '40 CFR 745.110',
    mark: 'A',
    rules: [
      {
        clock: 'inspection-end',
        title: 'Lead inspection opportunity ends',
        paragraph: '745.110(a)',
        source: '40 CFR 745.110(a)',
        mark: 'A',
        end: after(started, { fact: 'days', default: 10 }),
        endOfDay: '23:59',
        note: 'Another period, or a waiver, by written agreement',
      },
    ],
  }),
};

const milestone = { paragraph: '2.6', source: 'Domain rules, generic milestones', mark: 'D', endOfDay: '23:59' } as const;
const plus = (clock: string, title: string, days: number, note?: string): DeadlineRule => ({
  ...milestone,
  clock,
  title,
  end: after(started, { fact: 'days', default: days }),
  ...(note ? { note } : {}),
});
const duty = (id: string, title: string, actor: Actor, satisfiedBy: string, defaultDays: number): Duty => ({
  id,
  title,
  clock: id,
  anchor: 'effectiveDate',
  daysFact: 'days',
  defaultDays,
  term: `${id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Days`,
  actor,
  satisfiedBy,
});

/** Used only where no form rule exists; every length may be edited. */
export const generic: Form = {
  regime: 'us-generic',
  title: 'Generic milestones',
  jurisdiction: 'US',
  versions: single({
    source: 'Domain rules, generic milestones',
    mark: 'D',
    rules: [
      plus('deposit', 'Deposit', 3),
      plus('inspection', 'Option or inspection', 10, 'Range 7 to 17'),
      plus('seller-disclosures', 'Seller disclosures', 7),
      plus('title-commitment', 'Title commitment', 20),
      { ...milestone, clock: 'title-objection', title: 'Title objection', end: after('commitmentReceivedDate', { fact: 'days', default: 5 }) },
      plus('appraisal', 'Appraisal', 17),
      plus('loan-approval', 'Loan approval', 21, 'Range 21 to 30; the earlier end is the default'),
      plus('insurance', 'Insurance', 17),
      { ...milestone, clock: 'closing-disclosure', title: 'Closing Disclosure received', end: before('closingDate', 3, specificDays) },
      {
        ...milestone,
        clock: 'walk-through',
        title: 'Final walk-through',
        end: before('closingDate', { fact: 'daysBefore', default: 1 }),
        note: 'Range 5 to 1 days before closing',
      },
      {
        ...milestone,
        clock: 'closing',
        title: 'Closing',
        end: { when: { given: 'closingDate' }, then: fact('closingDate'), else: after(started, { fact: 'days', default: 30 }) },
        note: 'Range 30 to 45',
      },
    ],
    duties: [
      duty('deposit', 'Deposit', 'buyer', 'EarnestMoney.Received', 3),
      duty('inspection', 'Option or inspection', 'buyer', 'InspectionReport.Received', 10),
      duty('seller-disclosures', 'Seller disclosures', 'seller', 'SellerDocuments.Received', 7),
      duty('title-commitment', 'Title commitment', 'title', 'TitleCommitment.Received', 20),
      { ...duty('title-objection', 'Title objection', 'buyer', 'TitleObjections.Sent', 5), anchor: 'commitmentReceivedDate' },
      duty('appraisal', 'Appraisal', 'lender', 'Appraisal.Received', 17),
      duty('loan-approval', 'Loan approval', 'lender', 'Financing.Approved', 21),
      duty('insurance', 'Insurance', 'buyer', 'Insurance.Bound', 17),
      {
        id: 'closing-disclosure',
        title: 'Closing Disclosure received',
        clock: 'closing-disclosure',
        anchor: 'closingDate',
        actor: 'lender',
        satisfiedBy: 'ClosingDisclosure.Received',
      },
      {
        id: 'walk-through',
        title: 'Final walk-through',
        clock: 'walk-through',
        anchor: 'closingDate',
        daysFact: 'daysBefore',
        defaultDays: 1,
        term: 'walkThroughDaysBefore',
        actor: 'buyer',
        satisfiedBy: 'WalkThrough.Completed',
      },
      duty('closing', 'Closing', 'title', 'Closing.Completed', 30),
    ],
  }),
};
