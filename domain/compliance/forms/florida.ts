import { commonDuties } from './common.ts';
import type { DeadlineRule, Duty, Form, Roll, Term } from './form.ts';
import { after, before, businessDays, calendarDays, fact } from './terms.ts';

/** A Saturday, Sunday, national legal holiday or the weekday on which one is observed: unlike Reg Z, where that weekday is an ordinary day. */
const workingDays = businessDays('us-federal', 'statutory-and-observed', { setting: false });
/** The time for acceptance and the Effective Date do not roll. */
const notAcceptance = { fact: 'item', in: ['acceptance', 'time-for-acceptance', 'effective-date'] } as const;
const forward: Roll = { towards: 'next', days: workingDays, unless: notAcceptance };
const backward: Roll = { towards: 'previous', days: workingDays };

const defaults = {
  'initial-deposit': 3,
  'additional-deposit': 10,
  acceptance: 2,
  'time-for-acceptance': 2,
  'loan-application': 30,
  financing: 30,
  inspection: 15,
  'title-objection': 5,
  'title-objections': 5,
};
const started: Term = { when: { given: 'effectiveDate' }, then: fact('effectiveDate'), else: fact('startDate') };
const filledIn = (term: (amount: Parameters<typeof after>[1]) => Term): Term => ({
  when: { given: 'days' },
  then: term({ fact: 'days' }),
  else: term({ by: 'item', of: defaults }),
});

const text = { source: 'FAR/BAR contract text; Florida Realtors', mark: 'A/S' } as const;
const effective: DeadlineRule = {
  ...text,
  clock: 'effective-date',
  title: 'Effective Date',
  paragraph: '3(b)',
  end: { latestOf: [fact('lastSignedDate'), fact('deliveredDate')] },
  endOfDay: null,
};
const beforeClosing: DeadlineRule = {
  ...text,
  clock: 'days-before-closing',
  title: 'Days before Closing',
  paragraph: 'STANDARD F',
  end: before('closingDate', { fact: 'daysBefore', default: 5 }, calendarDays, backward),
  endOfDay: '23:59',
  note: 'Counted back, a weekend day or holiday moves the deadline earlier',
};
const period = (roll: Roll): DeadlineRule => ({
  ...text,
  clock: 'period-end',
  title: 'Period ends',
  paragraph: 'STANDARD F',
  end: filledIn((amount) => after(started, amount, calendarDays, roll)),
  endOfDay: '23:59',
});
/** Periods of five days or fewer count business days, longer ones calendar days. */
const shortPeriod: DeadlineRule = {
  ...period(forward),
  end: filledIn((amount) => ({
    when: typeof amount === 'object' && 'fact' in amount ? { fact: 'days', atMost: 5 } : { fact: 'item', in: shortItems() },
    then: after(started, amount, workingDays),
    else: after(started, amount, calendarDays, forward),
  })),
  note: 'Periods of five days or fewer leave out weekends and holidays. The hour of a moved deadline should be read off the form (?)',
};
function shortItems(): string[] {
  return Object.entries(defaults).flatMap(([item, days]) => (days <= 5 ? [item] : []));
}

const item = (
  id: keyof typeof defaults,
  title: string,
  term: string,
  actor: Duty['actor'],
  satisfiedBy: string,
  anchor: Duty['anchor'] = 'effectiveDate',
): Duty => ({
  id,
  title,
  clock: 'period-end',
  inputs: { item: id },
  anchor,
  daysFact: 'days',
  defaultDays: defaults[id],
  term,
  actor,
  satisfiedBy,
});
const duties: readonly Duty[] = [
  item('initial-deposit', 'Initial deposit', 'initialDepositDays', 'buyer', 'EarnestMoney.Received'),
  item('additional-deposit', 'Additional deposit', 'additionalDepositDays', 'buyer', 'AdditionalDeposit.Received'),
  item('inspection', 'Inspection period', 'inspectionDays', 'buyer', 'InspectionReport.Received'),
  { ...item('financing', 'Loan approval', 'financingDays', 'lender', 'Financing.Approved'), financedOnly: true },
  ...commonDuties('effectiveDate', ['appraisal', 'insurance', 'closing-disclosure', 'walk-through']),
  {
    id: 'title-commitment',
    title: 'Title commitment',
    clock: 'days-before-closing',
    inputs: { item: 'title-commitment' },
    anchor: 'closingDate',
    daysFact: 'daysBefore',
    defaultDays: 5,
    term: 'titleCommitmentDaysBefore',
    actor: 'title',
    satisfiedBy: 'TitleCommitment.Received',
  },
  {
    ...item('title-objection', 'Title objections', 'titleObjectionDays', 'buyer', 'TitleObjections.Sent', 'titleEvidenceReceivedDate'),
    clock: 'title-objection-end',
  },
  { id: 'closing', title: 'Closing', clock: 'closing-date', anchor: 'closingDate', actor: 'title', satisfiedBy: 'Closing.Completed' },
];
const objection = (roll: Roll): DeadlineRule => ({
  ...text,
  clock: 'title-objection-end',
  title: "Buyer's objections to title",
  paragraph: 'STANDARD A',
  end: after('titleEvidenceReceivedDate', { fact: 'days', default: 5 }, calendarDays, roll),
  endOfDay: '23:59',
  mark: 'S',
});
const closing: DeadlineRule = {
  ...text,
  clock: 'closing-date',
  title: 'Closing',
  paragraph: '4, STANDARD F',
  end: { of: fact('closingDate'), roll: { towards: 'next', days: workingDays } },
  endOfDay: null,
};

const current = [effective, period(forward), beforeClosing, objection(forward), closing];
const olderRoll: Roll = { ...forward, endOfDay: '17:00' };
const older = [effective, period(olderRoll), beforeClosing, objection(olderRoll), closing];

export const farBar: Form = {
  regime: 'fl-far-bar',
  title: 'Florida: FAR/BAR residential contract',
  jurisdiction: 'FL',
  versionBy: ['effectiveDate'],
  versions: [
    { version: 'rev. 10/21', effectiveFrom: '2021-10-01', effectiveTo: null, ...text, rules: current, duties },
    { version: '2013-2019', effectiveFrom: '2013-01-01', effectiveTo: '2021-09-30', ...text, rules: older, duties },
  ],
};

export const crsp: Form = {
  regime: 'fl-crsp',
  title: 'Florida: Contract for Residential Sale and Purchase (CRSP)',
  jurisdiction: 'FL',
  versionBy: ['effectiveDate'],
  versions: [{ version: 'CRSP-17', also: ['17'], effectiveFrom: '2025-01-01', effectiveTo: null, ...text, rules: current, duties }],
};

export const vacantLand: Form = {
  regime: 'fl-vacant-land',
  title: 'Florida: Vacant Land Contract',
  jurisdiction: 'FL',
  versions: [
    {
      version: 'current',
      effectiveFrom: '1971-01-01',
      effectiveTo: null,
      ...text,
      rules: [effective, shortPeriod, beforeClosing, closing],
      duties: duties.filter(({ clock }) => clock !== 'title-objection-end'),
    },
  ],
};
