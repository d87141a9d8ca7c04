import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fileTimeline } from './file-timeline.ts';
import { AgreementInput, localInstant } from './listing.schemas.ts';
import { listingRisks } from './listing-risks.ts';
import { listingState, nextBackup } from './listing-state.ts';
import { backupOrder, counteredTerms, type OfferInAct, type OfferInStatus, offerInStatuses, refuseOfferIn } from './offers-received.ts';
import { type TermKind, termLeadHours, termPlan } from './term-watch.ts';

const zone = 'America/Chicago';
const offer = (offerNo: number, status: OfferInStatus, expiresAt: string | null = null, backupPosition: number | null = null) => ({
  ...{ offerNo, status, zone, backupPosition },
  expiresAt: expiresAt ? new Date(expiresAt) : null,
});
const inForce = { status: 'in-force', toOn: '2027-05-31' };

describe('where the facts put a listing', () => {
  const [soon, later] = ['2026-12-03T23:00:00Z', '2026-12-05T23:00:00Z'];
  test.each([
    ['nothing', { agreement: null, offers: [] }, 'open', 'the listing agreement'],
    ['an agreement', { agreement: inForce, offers: [] }, 'listed', 'offers on the listing until 2027-05-31'],
    ['an agreement that has ended', { agreement: { ...inForce, status: 'expired' }, offers: [] }, 'open', 'a new listing agreement: the last one is expired'],
    [
      'offers, the one that ends first',
      { agreement: inForce, offers: [offer(1, 'received', later), offer(2, 'received', soon)] },
      'listed',
      'the answer to offer 2 by Thu 3 Dec 17:00',
    ],
    ['an offer without an end', { agreement: inForce, offers: [offer(1, 'received')] }, 'listed', 'the answer to offer 1'],
    ['a counter', { agreement: inForce, offers: [offer(1, 'countered', soon)] }, 'listed', "the buyer's answer to the counter of offer 1 by Thu 3 Dec 17:00"],
    [
      'what our seller has to answer, before a counter',
      { agreement: inForce, offers: [offer(1, 'countered', soon), offer(2, 'received', later)] },
      'listed',
      'the answer to offer 2 by Sat 5 Dec 17:00',
    ],
    [
      'back-ups and nothing accepted',
      { agreement: inForce, offers: [offer(1, 'fell-through'), offer(2, 'backup', null, 2), offer(3, 'backup', null, 1)] },
      'listed',
      'a person: back-up offer 3 is next',
    ],
    ['only answered ones', { agreement: inForce, offers: [offer(1, 'declined'), offer(2, 'expired')] }, 'listed', 'offers on the listing until 2027-05-31'],
  ] as const)('%s', (_name, facts, stage, waitingFor) => {
    expect(listingState(facts)).toEqual({ stage, waitingFor });
  });
});

describe('an offer received', () => {
  it('takes each act only where it fits, and says why not', () => {
    const fits = (act: OfferInAct) => offerInStatuses.filter((status) => refuseOfferIn(act, { offerNo: 2, status }) === null);
    expect(fits('counter')).toEqual(['received', 'countered']);
    expect(fits('accept')).toEqual(['received', 'countered']);
    expect(fits('decline')).toEqual(['received', 'countered', 'backup']);
    expect(fits('withdraw')).toEqual(['received', 'countered', 'accepted', 'backup']);
    expect(fits('backup')).toEqual(['received', 'countered', 'backup']);
    expect(fits('promote')).toEqual(['backup']);
    expect(refuseOfferIn('accept', { offerNo: 2, status: 'expired' })).toBe('Offer 2 is expired.');
    expect(refuseOfferIn('accept', { offerNo: 2, status: 'backup' })).toContain('promoted');
  });

  it('is countered by what differs; what is left out stays, and null takes out', () => {
    const terms = { priceCents: 30_000_000, earnestMoneyCents: 500_000, financing: 'fha', closingOn: '2027-01-15', contingencies: ['inspection'] };
    const { next, changes } = counteredTerms(terms, { priceCents: 31_000_000, closingOn: null, contingencies: ['inspection'], financing: undefined });
    expect(next).toEqual({ ...terms, priceCents: 31_000_000, closingOn: null });
    expect(changes).toEqual({ priceCents: { prior: 30_000_000, next: 31_000_000 }, closingOn: { prior: '2027-01-15', next: null } });
  });

  it('keeps its place among the back-ups: whatever is put where, nobody is lost or doubled', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 10 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 30 }), fc.option(fc.integer({ min: 1, max: 40 })), (order, no, place) => {
        const next = backupOrder(order, no, place);
        expect([...next].sort()).toEqual([...new Set([...order, no])].sort());
        expect(next.indexOf(no)).toBe(Math.min((place ?? Number.POSITIVE_INFINITY) - 1, next.length - 1));
        expect(next.filter((one) => one !== no)).toEqual(order.filter((one) => one !== no));
        expect(backupOrder(next, no, 0)).toEqual(order.filter((one) => one !== no));
      }),
    );
    expect(nextBackup([offer(1, 'backup', null, 2), offer(4, 'backup', null, 1)])?.offerNo).toBe(4);
  });
});

describe('the watch over a term', () => {
  const endsAt = '2026-12-03T23:00:00.000Z';
  it('asks a day ahead, then ends it; an offer that ends sooner is asked for at once', () => {
    const early = termPlan({ kind: 'offer', endsAt, told: [] }, '2026-12-01T12:00:00.000Z');
    expect(early).toMatchObject({ act: null, nextAt: '2026-12-02T23:00:00.000Z', next: { step: 'ahead', hours: 24 } });
    const due = termPlan({ kind: 'offer', endsAt, told: early.told }, early.nextAt!);
    expect(due).toMatchObject({ act: { step: 'ahead', hours: 24 }, nextAt: endsAt, next: { step: 'end' } });
    expect(termPlan({ kind: 'offer', endsAt, told: due.told }, '2026-12-03T22:59:59.000Z').act).toBeNull();
    expect(termPlan({ kind: 'offer', endsAt, told: due.told }, endsAt)).toMatchObject({ act: { step: 'end' }, nextAt: null });
    expect(termPlan({ kind: 'offer', endsAt, told: [] }, '2026-12-03T20:00:00.000Z').act).toEqual({ step: 'ahead', hours: 24 });
  });

  it('begins anew when the end moves, and is quiet where there is none', () => {
    const { told } = termPlan({ kind: 'offer', endsAt, told: [] }, '2026-12-03T20:00:00.000Z');
    expect(termPlan({ kind: 'offer', endsAt: '2026-12-04T12:00:00.000Z', told }, '2026-12-03T20:00:00.000Z').act).toEqual({ step: 'ahead', hours: 24 });
    expect(termPlan({ kind: 'offer', endsAt: null, told }, '2026-12-03T20:00:00.000Z')).toMatchObject({ act: null, nextAt: null });
  });

  it('whenever it looks: nobody is told twice, the nearest word stands for those missed, and the end is never skipped', () => {
    const kinds = Object.keys(termLeadHours) as TermKind[];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(fc.integer({ min: -60 * 24, max: 10 }), { maxLength: 30 }), (kind, hours) => {
        const looks = [...hours, 1].sort((a, b) => a - b);
        let told: string[] = [];
        const acts: (string | number)[] = [];
        for (const hour of looks) {
          const plan = termPlan({ kind, endsAt, told }, new Date(Date.parse(endsAt) + hour * 3_600_000).toISOString());
          told = plan.told;
          if (plan.act?.step === 'end') {
            acts.push('end');
            break;
          }
          if (plan.act) acts.push(plan.act.hours);
          expect(Date.parse(plan.nextAt!)).toBeGreaterThan(Date.parse(endsAt) + hour * 3_600_000);
        }
        expect(acts.at(-1)).toBe('end');
        const reminded = acts.slice(0, -1) as number[];
        expect(reminded).toEqual([...new Set(reminded)].sort((a, b) => b - a));
      }),
    );
  });
});

test('the timeline tells of offers, showings and the agreement in plain words, and what lies ahead of them as it was known', () => {
  const at = (day: number) => new Date(`2026-12-0${day}T15:00:00Z`);
  const of = { dealId: 'd', dealNo: 7 };
  const status = (prior: string | null, next: string) => ({ status: { prior, next } });
  const events = [
    {
      type: 'ListingAgreement.Recorded',
      occurredAt: at(1),
      payload: { ...of, toOn: '2027-05-31', ...status(null, 'in-force'), endsAt: { prior: null, next: '2027-06-01T04:59:00.000Z' } },
    },
    {
      type: 'Showing.Changed',
      occurredAt: at(1),
      payload: { ...of, showingNo: 1, ...status(null, 'scheduled'), at: { prior: null, next: '2026-12-04T20:00:00.000Z' } },
    },
    {
      type: 'OfferReceived.Recorded',
      occurredAt: at(2),
      payload: { ...of, offerNo: 1, priceCents: 30_000_000, ...status(null, 'received'), expiresAt: { prior: null, next: '2026-12-05T23:00:00.000Z' } },
    },
    {
      type: 'Showing.Changed',
      occurredAt: at(3),
      payload: { ...of, showingNo: 1, ...status('scheduled', 'cancelled'), at: { prior: '2026-12-04T20:00:00.000Z', next: '2026-12-04T20:00:00.000Z' } },
    },
    {
      type: 'OfferReceived.Countered',
      occurredAt: at(3),
      payload: {
        ...of,
        offerNo: 1,
        by: 'seller',
        ...status('received', 'countered'),
        terms: { priceCents: { prior: 30_000_000, next: 31_000_050 } },
        expiresAt: { prior: '2026-12-05T23:00:00.000Z', next: '2026-12-06T23:00:00.000Z' },
      },
    },
    { type: 'OfferReceived.Accepted', occurredAt: at(4), payload: { ...of, offerNo: 1, priceCents: 31_000_050, ...status('countered', 'accepted') } },
  ];
  const words = (asOf: string, when: string) =>
    fileTimeline(events, asOf)
      .filter((item) => item.when === when)
      .map(({ what }) => what);
  expect(words('2026-12-02T16:00:00Z', 'past')).toEqual(['listing agreement until 2027-05-31', 'offer 1 received: $300,000']);
  expect(words('2026-12-02T16:00:00Z', 'future')).toEqual(['showing 1', 'offer 1 received expires', 'the listing agreement ends']);
  expect(fileTimeline(events, '2026-12-03T16:00:00Z').find(({ what }) => what === 'offer 1 received expires')).toMatchObject({
    at: '2026-12-06T23:00:00.000Z',
  });
  expect(words('2026-12-04T16:00:00Z', 'past').slice(2)).toEqual([
    'showing 1 cancelled',
    'offer 1 countered by the seller: $310,000.5',
    'offer 1 received accepted: $310,000.5',
  ]);
  expect(words('2026-12-04T16:00:00Z', 'future')).toEqual(['the listing agreement ends']);
});

test('the health of a listing names what is about to be lost, and what to do', () => {
  const now = '2026-12-03T00:00:00.000Z';
  const base = {
    dealNo: 7,
    agreement: { status: 'in-force', toOn: '2027-05-31', endsAt: '2027-06-01T04:59:00.000Z' },
    offers: [],
    showings: [],
    onMarket: true,
  };
  const sources = (facts: Parameters<typeof listingRisks>[0]) => listingRisks(facts, now).map(({ source }) => source);
  expect(sources(base)).toEqual([]);
  const ends = { offerNo: 2, expiresAt: '2026-12-03T17:00:00.000Z' };
  expect(sources({ ...base, offers: [{ ...ends, status: 'received' }] })).toEqual(['offer-received/2']);
  expect(sources({ ...base, offers: [{ ...ends, status: 'declined' }] })).toEqual([]);
  expect(sources({ ...base, agreement: { status: 'in-force', toOn: '2026-12-06', endsAt: '2026-12-07T05:59:00.000Z' } })).toEqual(['listing-agreement']);
  expect(sources({ ...base, agreement: { ...base.agreement, status: 'expired' } })).toEqual(['listing-agreement']);
  expect(sources({ ...base, agreement: { ...base.agreement, status: 'expired' }, onMarket: false })).toEqual([]);
  expect(sources({ ...base, offers: [{ offerNo: 3, status: 'backup', expiresAt: null }] })).toEqual(['back-up']);
  expect(sources({ ...base, showings: [{ showingNo: 1, status: 'scheduled', at: '2026-12-01T20:00:00.000Z' }] })).toEqual(['showing/1']);
});

test('an agreement has one kind of commission, evidence, and a last day after its first', () => {
  const good = { fromOn: '2026-12-01', toOn: '2027-05-31', commissionBps: 300, exclusivity: 'open', evidence: { note: 'on paper' } };
  expect(AgreementInput.safeParse(good).success).toBe(true);
  for (const bad of [{ commissionCents: 1 }, { commissionBps: undefined }, { toOn: '2026-11-30' }, { evidence: {} }, { commissionBps: 10_001 }])
    expect(AgreementInput.safeParse({ ...good, ...bad }).success, JSON.stringify(bad)).toBe(false);
  for (const text of ['2026-12-03T17:00', '2026-12-03T17:00:00Z', '2026-12-03T17:00:00-06:00']) expect(localInstant.safeParse(text).success, text).toBe(true);
  for (const text of ['2026-12-03', '17:00', '2026-13-03T17:00']) expect(localInstant.safeParse(text).success, text).toBe(false);
});
