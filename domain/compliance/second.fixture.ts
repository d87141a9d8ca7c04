import type { DeadlineInput } from './schemas.ts';
import { businessDay, creditorDay, earliest, everyDay, instantIn, type List, latest, nth, onward, plus, specificDay } from './second.days.fixture.ts';

export type SecondAnswer = { date: string | null; localTime: string | null; instant: string | null; answer: boolean | null };
type Found = { date: string | null; time?: string | null; answer?: boolean | null };
// biome-ignore lint/suspicious/noExplicitAny: generated facts of the right kinds
type Facts = Record<string, any>;

const max = (...dates: (string | null | undefined)[]): string =>
  dates
    .filter((date): date is string => Boolean(date))
    .sort()
    .at(-1)!;
const min = (...dates: (string | null | undefined)[]): string => dates.filter((date): date is string => Boolean(date)).sort()[0]!;

/** A second answer to the same question, clock by clock from the reference, to hold against `calculateDeadline`. */
export function secondOpinion({ regime, formVersion = null, clock, zone = null, inputs, calendar = null }: DeadlineInput): SecondAnswer {
  const list = (own: string): List => (calendar ? { id: calendar.id, given: calendar.holidays ?? [] } : { id: own });
  const { date, time = null, answer = null } = opinions[regime]!(clock, inputs as Facts, list, formVersion);
  return { date, localTime: time, instant: date && time && zone ? instantIn(date, time, zone) : null, answer };
}

type Opinion = (clock: string, facts: Facts, list: (own: string) => List, version: string | null) => Found;
const end = (date: string, time = '23:59'): Found => ({ date, time });
const day = (date: string): Found => ({ date });
const never = (clock: string): never => {
  throw new Error(`no second opinion on ${clock}`);
};

const regZ: Opinion = (clock, f, list) => {
  const specific = specificDay(list('us-federal'));
  const open = () =>
    creditorDay(list('us-federal'), { openDays: f.creditorOpenDays, openDates: f.creditorOpenDates ?? [], closedDates: f.creditorClosedDates ?? [] });
  const received = () => f.receiptDate ?? f.provenReceiptDate ?? (f.method === 'in_person' ? f.sentDate : nth(f.sentDate, 3, specific));
  const rescission = () => nth(max(f.consummationDate, f.noticeDate, f.disclosuresDate), 3, specific);
  switch (clock) {
    case 'le-due':
      return end(nth(f.applicationDate, 3, open()));
    case 'revised-disclosure-due':
      return end(nth(f.changeKnownDate, 3, open()));
    case 'consummation-earliest-after-le':
      return day(f.leWaitWaivedOn ? f.leSentDate : earliest(f.leSentDate, 7, specific));
    case 'consummation-earliest-after-cd': {
      const afterLe = f.leSentDate && (f.leWaitWaivedOn ? f.leSentDate : earliest(f.leSentDate, 7, specific));
      return day(max(f.cdWaitWaivedOn ? received() : earliest(received(), 3, specific), afterLe));
    }
    case 'cd-latest-receipt':
      return end(latest(f.consummationDate, 3, specific));
    case 'corrected-cd-latest-receipt': {
      const anew = ['apr-out-of-tolerance', 'product-changed', 'prepayment-penalty-added'].includes(f.trigger);
      return end(anew ? latest(f.consummationDate, 3, specific) : f.consummationDate);
    }
    case 'revised-le-latest-receipt':
      return end(latest(f.consummationDate, 4, specific));
    case 'cd-latest-mailing':
      return end(latest(latest(f.consummationDate, 3, specific), 3, specific));
    case 'revised-le-latest-mailing':
      return end(latest(latest(f.consummationDate, 4, specific), 3, specific));
    case 'disclosure-received':
      return day(received());
    case 'cd-timing-ok': {
      const limit = f.cdWaitWaivedOn ? f.consummationDate : latest(f.consummationDate, 3, specific);
      return { date: received(), answer: received() <= limit };
    }
    case 'le-expiry': {
      const date = nth(f.leSentDate, 10, open());
      return { date, time: '23:59', answer: f.intentDate ? f.intentDate <= date : null };
    }
    case 'new-wait-required': {
      const thousandths = Math.abs(Math.round(Number(f.disclosedApr) * 1000) - Math.round(Number(f.closingApr) * 1000));
      const tolerance = f.transaction === 'regular' ? 125 : 250;
      return { date: null, answer: thousandths > tolerance || f.productChanged || f.prepaymentPenaltyAdded };
    }
    case 'tolerance-cure-due':
      return end(plus(f.consummationDate, 60));
    case 'post-closing-corrected-cd-due':
      return end(plus(f.eventLearnedDate, 30));
    case 'rescission-end':
      return end(rescission());
    case 'rescission-earliest-funding':
      return day(plus(rescission(), 1));
    default:
      return never(clock);
  }
};

const texas: Opinion = (clock, f, list, version) => {
  const payday = businessDay(list('us-federal'), false);
  const paid = (from: string, days: number) => end(onward(plus(from, days), payday, from));
  const commitment = () => plus(f.contractReceivedByTitleDate, f.days ?? 20);
  const closing = () => max(f.statedClosingDate, f.objectionsCuredDate && plus(f.objectionsCuredDate, 7));
  switch (clock) {
    case 'earnest-money-due':
    case 'option-fee-due':
      return paid(f.effectiveDate, f.days ?? 3);
    case 'additional-earnest-money-due':
      return paid(f.additionalAfterDate, f.days);
    case 'option-period-end':
      return end(plus(f.effectiveDate, f.optionDays), version === '20-18' ? '17:00' : '23:59');
    case 'disclosure-termination-end':
      return end(f.noticeReceivedDate ? min(plus(f.noticeReceivedDate, 7), f.closingDate) : f.closingDate);
    case 'commitment-due':
      return end(commitment());
    case 'commitment-due-extended':
      return end(max(commitment(), min(plus(commitment(), 15), plus(f.closingDate, -3))));
    case 'survey-due':
      return end(plus(f.closingDate, -(f.daysBefore ?? 3)));
    case 'title-objections-due':
      return end(min(f.closingDate, plus(max(f.commitmentReceivedDate, f.exceptionDocumentsReceivedDate, f.surveyReceivedDate), f.objectionDays)));
    case 'title-cure-end':
      return end(plus(f.objectionsReceivedDate, f.days ?? 15));
    case 'title-buyer-decision-end':
      return end(plus(f.cureEndDate ?? plus(f.objectionsReceivedDate, 15), 5));
    case 'closing-date':
      return day(f.repairDays === undefined ? closing() : plus(closing(), Math.min(5, f.repairDays)));
    default:
      return never(clock);
  }
};

const california: Opinion = (clock, f, list) => {
  const working = businessDay(list('ca-gov-code-6700'), true);
  const accepted = f.deliveredBackDate ?? f.acceptanceDate;
  const moved = (from: string, days: number) => end(onward(plus(from, days), working, from));
  switch (clock) {
    case 'acceptance-date':
      return day(f.deliveredBackDate);
    case 'day-one':
      return day(plus(accepted, 1));
    case 'seller-delivery-due':
      return moved(accepted, f.days ?? 7);
    case 'contingency-end':
      return moved(accepted, f.days ?? 17);
    case 'deposit-due': {
      const counted = nth(accepted, f.days ?? 3, working);
      return end(onward(counted, working, accepted));
    }
    case 'notice-to-perform-end':
      return moved(f.deliveredDate, f.days ?? 2);
    case 'demand-to-close-end':
      return moved(f.deliveredDate, f.days ?? 3);
    case 'close-of-escrow':
      return f.days === undefined ? end(onward(f.closeOfEscrowDate, working, f.closeOfEscrowDate)) : moved(accepted, f.days);
    case 'late-disclosure-termination-end':
      return moved(f.deliveredDate, f.method === 'in_person' ? 3 : 5);
    default:
      return never(clock);
  }
};

const blanks: Record<string, number> = { 'initial-deposit': 3, 'additional-deposit': 10, acceptance: 2, financing: 30, inspection: 15, 'title-objection': 5 };
const florida =
  (kind: 'form' | 'vacant-land'): Opinion =>
  (clock, f, list, version) => {
    const working = businessDay(list('us-federal'), true);
    const rolledEnd = kind === 'form' && version === '2013-2019' ? '17:00' : '23:59';
    const moved = (date: string, from: string): Found => {
      const on = onward(date, working, from);
      return end(on, on === date ? '23:59' : rolledEnd);
    };
    switch (clock) {
      case 'effective-date':
        return day(max(f.lastSignedDate, f.deliveredDate));
      case 'period-end': {
        const days = f.days ?? blanks[f.item];
        if (kind === 'vacant-land' && days <= 5) return end(nth(f.effectiveDate, days, working));
        return f.item === 'acceptance' ? end(plus(f.effectiveDate, days)) : moved(plus(f.effectiveDate, days), f.effectiveDate);
      }
      case 'title-objection-end':
        return moved(plus(f.titleEvidenceReceivedDate, f.days ?? 5), f.titleEvidenceReceivedDate);
      case 'days-before-closing': {
        const back = plus(f.closingDate, -(f.daysBefore ?? 5));
        return end(onward(back, working, back, -1));
      }
      case 'closing-date':
        return day(onward(f.closingDate, working, f.closingDate));
      default:
        return never(clock);
    }
  };

const opinions: Record<string, Opinion> = {
  'reg-z': regZ,
  'tx-trec-resale': texas,
  'ca-car-rpa': california,
  'fl-far-bar': florida('form'),
  'fl-crsp': florida('form'),
  'fl-vacant-land': florida('vacant-land'),
  'fl-condo-718.503': (_clock, f, list) => {
    const from = max(f.documentsReceivedDate, f.contractDate);
    const days = (f.contractDate ?? f.documentsReceivedDate) < '2025-07-01' ? 3 : 7;
    const voidable = f.sale === 'developer' ? plus(from, 15) : nth(from, days, businessDay(list('us-federal'), true));
    return end(min(voidable, f.closingDate));
  },
  'fl-broker-escrow': (clock, f, list) => end(nth(f.fundsReceivedDate, clock === 'broker-deposit-due' ? 3 : 1, businessDay(list('us-federal'), true))),
  'co-contract-to-buy': (clock, f, list) => {
    const from = clock === 'stated-date' ? f.statedDate : f.startDate;
    const last = clock === 'stated-date' ? from : plus(from, f.days);
    return end(f.rollBox === 'will' ? onward(last, businessDay(list('us-federal'), true), from) : last, f.timeOfDay ?? '23:59');
  },
  'wa-nwmls': (clock, f, list) => (clock === 'closing-date' ? day(f.closingDate) : end(nth(f.startDate, f.days, businessDay(list('wa-rcw-1.16.050'), true)))),
  'us-lead-paint': (_clock, f) => end(plus(f.startDate, f.days ?? 10)),
  'us-generic': (clock, f, list) => {
    const lengths: Record<string, number> = {
      deposit: 3,
      inspection: 10,
      'seller-disclosures': 7,
      'title-commitment': 20,
      appraisal: 17,
      'loan-approval': 21,
      insurance: 17,
    };
    if (clock === 'closing-disclosure') return end(latest(f.closingDate, 3, specificDay(list('us-federal'))));
    if (clock === 'walk-through') return end(plus(f.closingDate, -(f.daysBefore ?? 1)));
    if (clock === 'closing') return end(f.closingDate ?? plus(f.startDate, f.days ?? 30));
    if (clock === 'title-objection') return end(plus(f.commitmentReceivedDate, f.days ?? 5));
    return end(nth(f.startDate, f.days ?? lengths[clock]!, everyDay));
  },
  'us-il-wholesale': (_clock, f) => {
    const [year, rest] = [Number(f.firstWholesaleDate.slice(0, 4)) + 1, f.firstWholesaleDate.slice(4)];
    const leapless = rest === '-02-29' ? '-02-28' : rest;
    const date = `${year}${leapless}`;
    return { date, answer: f.licensed ? true : f.proposedDate ? f.proposedDate >= date : null };
  },
  'us-ok-wholesale': (_clock, f, list) => end(nth(f.contractDate, 2, businessDay(list('us-federal'), true))),
  'us-or-wholesale': (_clock, f, list) => end(nth(f.disclosureReceivedDate, 3, businessDay(list('us-federal'), true))),
  'us-tn-wholesale': (_clock, f, list) => end(latest(f.assignmentEffectiveDate, 3, businessDay(list('us-federal'), true))),
  'us-az-wholesale': (_clock, f) => day(f.closingDate),
  'us-md-wholesale': (clock, f) => day(clock === 'owner-notice-latest' ? f.contractDate : f.assignmentEffectiveDate),
};
