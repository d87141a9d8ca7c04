import type { DeadlineInput } from './schemas.ts';
import { plus } from './second.days.fixture.ts';

/** Whole numbers below a limit, from a seed: the same contracts on every machine. */
export type Random = (limit: number) => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const one = <T>(random: Random, values: readonly T[]): T => values[random(values.length)]!;

/** Dates crowd around what is hard: holidays on weekends, the first Juneteenth, changes of the clock, leap days, turns of the year. */
const hard = [
  '2021-06-17',
  '2026-07-03',
  '2027-07-04',
  '2026-11-26',
  '2027-03-14',
  '2026-11-01',
  '2028-02-29',
  '2022-01-01',
  '2025-07-01',
  '2026-12-24',
  '2026-09-25',
  '2026-02-17',
  '2033-12-30',
];

export const dateOf = (random: Random, from = '1986-01-01'): string => {
  const near = random(3) === 0 ? plus(one(random, hard), random(29) - 14) : plus('1986-01-01', random(27_000));
  return near < from ? plus(from, random(4000)) : near;
};

const zones: Record<string, readonly string[]> = {
  tx: ['America/Chicago', 'America/Denver'],
  ca: ['America/Los_Angeles'],
  fl: ['America/New_York', 'America/Chicago'],
  co: ['America/Denver'],
  us: ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'],
};

type Make = (random: Random, date: () => string) => Record<string, unknown>;
type Optional = <T>(value: T) => T | undefined;

const maybe =
  (random: Random): Optional =>
  (value) =>
    random(2) === 0 ? value : undefined;
const period =
  (anchor: string, most = 45): Make =>
  (random, date) => ({ [anchor]: date(), days: random(most) });
const only =
  (...anchors: string[]): Make =>
  (_random, date) => {
    const first = date();
    return Object.fromEntries(anchors.map((anchor, at) => [anchor, at === 0 ? first : date()]));
  };
const withDefault =
  (anchor: string): Make =>
  (random, date) => ({ [anchor]: date(), days: maybe(random)(random(40)) });

const openDays = (random: Random) =>
  one(random, [
    ['mon', 'tue', 'wed', 'thu', 'fri'],
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
    ['mon', 'tue', 'thu'],
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  ]);
const creditor =
  (anchor: string): Make =>
  (random, date) => {
    const from = date();
    return {
      [anchor]: from,
      creditorOpenDays: openDays(random),
      creditorOpenDates: maybe(random)([plus(from, random(8))]),
      creditorClosedDates: maybe(random)([plus(from, random(8))]),
    };
  };
const receipt: Make = (random, date) => {
  const sentDate = date();
  if (random(4) === 0) return { receiptDate: sentDate };
  return {
    sentDate,
    method: one(random, ['in_person', 'mail', 'email', 'courier', 'electronic']),
    provenReceiptDate: maybe(random)(plus(sentDate, random(6))),
  };
};
const near = (random: Random, date: string, spread: number): string => plus(date, random(2 * spread + 1) - spread);
const apr = (random: Random): string => (6.5 + random(1000) / 1000).toFixed(3);

/** Every clock of every form, with facts such as a contract brings. */
export const makers: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  'reg-z': {
    'le-due': creditor('applicationDate'),
    'revised-disclosure-due': creditor('changeKnownDate'),
    'consummation-earliest-after-le': (random, date) => ({ leSentDate: date(), leWaitWaivedOn: random(5) === 0 ? date() : undefined }),
    'consummation-earliest-after-cd': (random, date) => {
      const facts = receipt(random, date);
      const leSentDate = maybe(random)(near(random, (facts.sentDate ?? facts.receiptDate) as string, 6));
      return { ...facts, leSentDate, leWaitWaivedOn: random(4) === 0 ? date() : undefined, cdWaitWaivedOn: random(6) === 0 ? date() : undefined };
    },
    'cd-latest-receipt': only('consummationDate'),
    'corrected-cd-latest-receipt': (random, date) => ({
      consummationDate: date(),
      trigger: one(random, ['apr-out-of-tolerance', 'product-changed', 'prepayment-penalty-added', 'seller-credit', 'apr-within-tolerance']),
    }),
    'revised-le-latest-receipt': only('consummationDate'),
    'cd-latest-mailing': only('consummationDate'),
    'revised-le-latest-mailing': only('consummationDate'),
    'disclosure-received': (random, date) => ({ ...receipt(random, date), sentDate: undefined, receiptDate: undefined, ...sentOnly(random, date) }),
    'cd-timing-ok': (random, date) => {
      const facts = receipt(random, date);
      return {
        ...facts,
        consummationDate: plus((facts.sentDate ?? facts.receiptDate) as string, random(14)),
        cdWaitWaivedOn: random(6) === 0 ? date() : undefined,
      };
    },
    'le-expiry': (random, date) => {
      const facts = creditor('leSentDate')(random, date);
      return { ...facts, intentDate: maybe(random)(plus(facts.leSentDate as string, random(25))) };
    },
    'new-wait-required': (random) => ({
      disclosedApr: apr(random),
      closingApr: apr(random),
      transaction: one(random, ['regular', 'irregular']),
      productChanged: random(4) === 0,
      prepaymentPenaltyAdded: random(4) === 0,
    }),
    'tolerance-cure-due': only('consummationDate'),
    'post-closing-corrected-cd-due': only('eventLearnedDate'),
    'rescission-end': spread('consummationDate', 'noticeDate', 'disclosuresDate'),
    'rescission-earliest-funding': spread('consummationDate', 'noticeDate', 'disclosuresDate'),
  },
  'tx-trec-resale': {
    'earnest-money-due': withDefault('effectiveDate'),
    'option-fee-due': only('effectiveDate'),
    'additional-earnest-money-due': period('additionalAfterDate'),
    'option-period-end': (random, date) => ({ effectiveDate: date(), optionDays: random(22) }),
    'disclosure-termination-end': (random, date) => {
      const closingDate = date();
      return { closingDate, noticeReceivedDate: maybe(random)(near(random, closingDate, 20)) };
    },
    'commitment-due': withDefault('contractReceivedByTitleDate'),
    'commitment-due-extended': (random, date) => {
      const contractReceivedByTitleDate = date();
      return { contractReceivedByTitleDate, closingDate: plus(contractReceivedByTitleDate, random(60)) };
    },
    'survey-due': (random, date) => ({ closingDate: date(), daysBefore: maybe(random)(random(20)) }),
    'title-objections-due': (random, date) => {
      const facts = spread('commitmentReceivedDate', 'exceptionDocumentsReceivedDate', 'surveyReceivedDate')(random, date);
      return { ...facts, objectionDays: random(12), closingDate: plus(facts.commitmentReceivedDate as string, random(30)) };
    },
    'title-cure-end': withDefault('objectionsReceivedDate'),
    'title-buyer-decision-end': (random, date) => (random(2) === 0 ? { objectionsReceivedDate: date() } : { cureEndDate: date() }),
    'closing-date': (random, date) => {
      const statedClosingDate = date();
      return {
        statedClosingDate,
        objectionsCuredDate: maybe(random)(near(random, statedClosingDate, 15)),
        repairDays: random(3) === 0 ? random(9) : undefined,
      };
    },
  },
  'ca-car-rpa': {
    'acceptance-date': only('deliveredBackDate'),
    'day-one': only('deliveredBackDate'),
    'seller-delivery-due': withDefault('acceptanceDate'),
    'contingency-end': withDefault('acceptanceDate'),
    'deposit-due': withDefault('acceptanceDate'),
    'notice-to-perform-end': withDefault('deliveredDate'),
    'demand-to-close-end': only('deliveredDate'),
    'close-of-escrow': (random, date) => (random(2) === 0 ? { closeOfEscrowDate: date() } : { acceptanceDate: date(), days: random(60) }),
    'late-disclosure-termination-end': (random, date) => ({ deliveredDate: date(), method: one(random, ['in_person', 'mail', 'email', 'electronic']) }),
  },
  'fl-far-bar': floridaClocks(true),
  'fl-crsp': floridaClocks(true),
  'fl-vacant-land': floridaClocks(false),
  'fl-condo-718.503': {
    'condo-voidability-end': (random, date) => {
      const documentsReceivedDate = date();
      const [contractDate, sale] = [maybe(random)(near(random, documentsReceivedDate, 12)), maybe(random)(one(random, ['resale', 'developer']))];
      return { documentsReceivedDate, contractDate, sale, closingDate: maybe(random)(plus(documentsReceivedDate, random(30))) };
    },
  },
  'fl-broker-escrow': { 'associate-to-broker-due': only('fundsReceivedDate'), 'broker-deposit-due': only('fundsReceivedDate') },
  'co-contract-to-buy': {
    'period-end': (random, date) => ({
      startDate: date(),
      days: random(60),
      rollBox: one(random, ['will', 'will-not', 'neither']),
      timeOfDay: maybe(random)('17:00'),
    }),
    'stated-date': (random, date) => ({
      statedDate: date(),
      rollBox: one(random, ['will', 'will-not', 'neither']),
      timeOfDay: maybe(random)('17:00'),
    }),
  },
  'wa-nwmls': { 'period-end': period('startDate', 30), 'closing-date': only('closingDate') },
  'us-lead-paint': { 'inspection-end': withDefault('startDate') },
  'us-generic': {
    ...Object.fromEntries(
      ['deposit', 'inspection', 'seller-disclosures', 'title-commitment', 'appraisal', 'loan-approval', 'insurance'].map((clock) => [
        clock,
        withDefault('startDate'),
      ]),
    ),
    'title-objection': withDefault('commitmentReceivedDate'),
    'closing-disclosure': only('closingDate'),
    'walk-through': (random, date) => ({ closingDate: date(), daysBefore: maybe(random)(random(6)) }),
    closing: (random, date) => (random(2) === 0 ? { closingDate: date() } : { startDate: date(), days: maybe(random)(random(60)) }),
  },
  'us-il-wholesale': {
    'next-wholesale-allowed': (random, date) => {
      const firstWholesaleDate = date();
      return { firstWholesaleDate, proposedDate: maybe(random)(plus(firstWholesaleDate, 355 + random(20))), licensed: maybe(random)(random(2) === 0) };
    },
  },
  'us-ok-wholesale': { 'seller-cancel-end': only('contractDate') },
  'us-or-wholesale': { 'seller-cancel-end': only('disclosureReceivedDate') },
  'us-tn-wholesale': { 'assignment-notice-latest': only('assignmentEffectiveDate') },
  'us-az-wholesale': { 'seller-cancel-end': only('closingDate') },
  'us-md-wholesale': { 'assignment-notice-latest': only('assignmentEffectiveDate'), 'owner-notice-latest': only('contractDate') },
};

function sentOnly(random: Random, date: () => string): Record<string, unknown> {
  const sentDate = date();
  return {
    sentDate,
    method: one(random, ['in_person', 'mail', 'email', 'courier', 'electronic']),
    provenReceiptDate: maybe(random)(plus(sentDate, random(6))),
  };
}

function spread(...anchors: string[]): Make {
  return (random, date) => {
    const first = date();
    return Object.fromEntries(anchors.map((anchor, at) => [anchor, at === 0 ? first : near(random, first, 10)]));
  };
}

function floridaClocks(titleObjections: boolean): Record<string, Make> {
  return {
    'effective-date': spread('lastSignedDate', 'deliveredDate'),
    'period-end': (random, date) => {
      const item = one(random, ['initial-deposit', 'additional-deposit', 'acceptance', 'financing', 'inspection', 'title-objection']);
      return { effectiveDate: date(), item, days: maybe(random)(random(40)) };
    },
    'days-before-closing': (random, date) => ({ closingDate: date(), daysBefore: maybe(random)(random(30)) }),
    'closing-date': only('closingDate'),
    ...(titleObjections ? { 'title-objection-end': withDefault('titleEvidenceReceivedDate') } : {}),
  };
}

const versions: Record<string, readonly string[]> = {
  'tx-trec-resale': ['20-18', '2014'],
  'fl-far-bar': ['rev. 10/21', '2013-2019'],
  'fl-crsp': ['CRSP-17'],
  'ca-car-rpa': ['rev. 6/25'],
};
const statutesFrom: Record<string, string> = {
  'us-ok-wholesale': '2025-11-01',
  'us-or-wholesale': '2025-01-01',
  'us-tn-wholesale': '2025-01-01',
  'us-il-wholesale': '1990-01-01',
  'us-az-wholesale': '1990-01-01',
  'us-md-wholesale': '1990-01-01',
};
/** Forms that leave the holiday list open. */
const settable = [
  'tx-trec-resale',
  'ca-car-rpa',
  'fl-condo-718.503',
  'fl-broker-escrow',
  'co-contract-to-buy',
  'wa-nwmls',
  'us-ok-wholesale',
  'us-or-wholesale',
  'us-tn-wholesale',
];

const allRegimes: readonly string[] = Object.keys(makers);
const lists = new Map<readonly string[], { regime: string; clock: string }[]>();
/** Every clock is as likely as any other, so forms with many get their share. */
function clocksOf(regimes: readonly string[]): { regime: string; clock: string }[] {
  let list = lists.get(regimes);
  if (!list) lists.set(regimes, (list = regimes.flatMap((regime) => Object.keys(makers[regime]!).map((clock) => ({ regime, clock })))));
  return list;
}

/** One contract's question, complete enough to have an answer. */
export function generatedInput(random: Random, regimes: readonly string[] = allRegimes): DeadlineInput {
  const { regime, clock } = one(random, clocksOf(regimes));
  const given = makers[regime]![clock]!(random, () => dateOf(random, statutesFrom[regime]));
  const inputs = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as DeadlineInput['inputs'];
  const zone = random(8) === 0 ? null : one(random, zones[regime.slice(0, 2)] ?? zones.us!);
  return { regime, formVersion: versions[regime] ? one(random, versions[regime]) : null, clock, zone, inputs, calendar: calendarFor(random, regime, inputs) };
}

function calendarFor(random: Random, regime: string, inputs: DeadlineInput['inputs']): DeadlineInput['calendar'] {
  if (!settable.includes(regime) || random(2) === 0) return null;
  const id = one(random, ['us-federal', 'us-federal-reserve', 'tx-gov-code-662', 'ca-gov-code-6700', 'wa-rcw-1.16.050', 'our-own-list']);
  const anchor = Object.values(inputs).find((value): value is string => typeof value === 'string' && /^\d{4}-/.test(value));
  const date = plus(anchor ?? '2026-01-01', random(15));
  return { id, holidays: [{ name: 'Day of mourning', date, observed: random(2) === 0 ? date : plus(date, 1) }] };
}
