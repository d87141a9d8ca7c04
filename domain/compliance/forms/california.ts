import type { Contingency } from '../../closing/contingencies.ts';
import { commonDuties } from './common.ts';
import type { DeadlineRule, Duty, Form, Roll, Term } from './form.ts';
import { after, businessDays, calendarDays, fact } from './terms.ts';

const workingDays = businessDays('ca-gov-code-6700', 'statutory-and-observed');
const lastDayRoll: Roll = { towards: 'next', days: workingDays };
const rpa = { source: 'C.A.R. Residential Purchase Agreement, definitions of Days and Days After', mark: 'A/S', endOfDay: '23:59' } as const;

/** An email to the Designated Electronic Delivery Address is such a delivery since the revision of 2025. */
const accepted: Term = { when: { given: 'deliveredBackDate' }, then: fact('deliveredBackDate'), else: fact('acceptanceDate') };
const daysAfter = (from: Parameters<typeof after>[0], fallback: number, days = calendarDays): Term =>
  after(from, { fact: 'days', default: fallback }, days, lastDayRoll);

const rules: readonly DeadlineRule[] = [
  { ...rpa, clock: 'acceptance-date', title: 'Acceptance', paragraph: 'Definition of Acceptance', end: fact('deliveredBackDate'), endOfDay: null },
  { ...rpa, clock: 'day-one', title: 'Day 1', paragraph: 'Definition of Days After', end: after(accepted, 1), endOfDay: null },
  { ...rpa, clock: 'seller-delivery-due', title: "Seller's documents delivered", paragraph: '3N(1)', end: daysAfter(accepted, 7) },
  {
    ...rpa,
    clock: 'contingency-end',
    title: 'Contingency to be removed',
    paragraph: '3L',
    end: daysAfter(accepted, 17),
    note: 'Contingencies end only by written removal; the seller must serve a Notice to Perform before cancelling',
  },
  { ...rpa, clock: 'deposit-due', title: 'Initial deposit', paragraph: '3D(1)', end: daysAfter(accepted, 3, workingDays) },
  {
    ...rpa,
    clock: 'notice-to-perform-end',
    title: 'Notice to Perform runs out',
    paragraph: '14',
    end: daysAfter('deliveredDate', 2),
    note: 'The hour of delivery does not matter: the day of the event is left out',
  },
  { ...rpa, clock: 'demand-to-close-end', title: 'Demand to Close Escrow runs out', paragraph: '14', end: daysAfter('deliveredDate', 3) },
  {
    ...rpa,
    clock: 'close-of-escrow',
    title: 'Close of escrow',
    paragraph: '3B',
    end: { when: { given: 'days' }, then: daysAfter(accepted, 30), else: { of: fact('closeOfEscrowDate'), roll: lastDayRoll } },
  },
  {
    clock: 'late-disclosure-termination-end',
    title: 'Termination for a late disclosure (TDS, NHD)',
    paragraph: '1102.3, 1103.3(c)',
    source: 'Cal. Civ. Code 1103.3(c); last day moved as under the RPA',
    mark: 'A',
    endOfDay: '23:59',
    end: after('deliveredDate', { by: 'method', of: { in_person: 3, mail: 5, email: 5, electronic: 5 } }, calendarDays, lastDayRoll),
  },
];

/** A report, an approval or a commitment ends none of them: the buyer removes each in writing. */
const contingency = (of: Contingency, title: string, financedOnly?: true): Duty => ({
  ...(financedOnly ? { financedOnly } : {}),
  id: `${of}-contingency`,
  title,
  clock: 'contingency-end',
  anchor: 'acceptanceDate',
  daysFact: 'days',
  defaultDays: 17,
  term: `${of.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}ContingencyDays`,
  actor: 'buyer',
  satisfiedBy: 'Contingency.Removed',
  contingency: of,
});

const duties: readonly Duty[] = [
  {
    id: 'deposit',
    title: 'Initial deposit',
    clock: 'deposit-due',
    anchor: 'acceptanceDate',
    daysFact: 'days',
    defaultDays: 3,
    term: 'depositDays',
    actor: 'buyer',
    satisfiedBy: 'EarnestMoney.Received',
  },
  {
    id: 'seller-documents',
    title: "Seller's documents",
    clock: 'seller-delivery-due',
    anchor: 'acceptanceDate',
    daysFact: 'days',
    defaultDays: 7,
    term: 'sellerDocumentsDays',
    actor: 'seller',
    satisfiedBy: 'SellerDocuments.Received',
  },
  contingency('loan', 'Loan contingency', true),
  contingency('appraisal', 'Appraisal contingency', true),
  contingency('investigation', 'Investigation contingency'),
  contingency('seller-documents', 'Review of seller documents'),
  contingency('title', 'Title contingency'),
  ...commonDuties('acceptanceDate', ['closing-disclosure', 'walk-through']),
  {
    id: 'close-of-escrow',
    title: 'Close of escrow',
    clock: 'close-of-escrow',
    anchor: 'closeOfEscrowDate',
    actor: 'title',
    satisfiedBy: 'Closing.Completed',
  },
];
const insurance = contingency('insurance', 'Insurance contingency');

/** C.A.R. RPA: calendar days, the day of the event left out, the last day moved to one that is no weekend day and no legal holiday. */
export const californiaRpa: Form = {
  regime: 'ca-car-rpa',
  title: 'California: C.A.R. Residential Purchase Agreement',
  jurisdiction: 'CA',
  versionBy: ['acceptanceDate', 'deliveredBackDate'],
  versions: [
    {
      version: 'rev. 6/25',
      effectiveFrom: '2025-06-01',
      effectiveTo: null,
      source: 'C.A.R. Form RPA, revision of mid-2025',
      mark: 'A/S',
      rules,
      duties: [...duties, insurance],
    },
    {
      version: 'before 6/25',
      effectiveFrom: '1971-01-01',
      effectiveTo: '2025-05-31',
      source: 'C.A.R. Form RPA, earlier revisions',
      mark: 'A/S',
      rules,
      duties,
    },
  ],
};
