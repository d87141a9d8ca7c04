import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OfferFormula } from './schemas.ts';
import { type OfferFacts, proposeTerms, type TermsProposal } from './terms.ts';

const standard = OfferFormula.parse({ id: 'standard', formula: 'mao-percent', ruleBps: 7000, assignmentFeeCents: 1_000_000 });
const facts: OfferFacts = { side: 'wholesale', arvCents: 25_000_000, arvBasis: 'comps', repairsCents: 4_000_000, liensCents: 9_000_000 };
const offered = (proposal: TermsProposal) => {
  if (proposal.kind !== 'offer') throw new Error(proposal.reason);
  return proposal;
};

describe('cash', () => {
  test('is the MAO less the assignment fee, each number with its formula', () => {
    const offer = offered(proposeTerms(standard, facts, {}));
    expect(offer).toMatchObject({ terms: 'cash', amountCents: 12_500_000, formula: 'standard', arvBasis: 'comps' });
    expect(offer.working.map(({ formula, outputs }) => [formula, outputs.maoCents ?? outputs.offerCents])).toEqual([
      ['mao-percent', 13_500_000],
      ['wholesale-offer', 12_500_000],
    ]);
  });

  test('takes no assignment fee off where nothing is assigned', () => {
    expect(offered(proposeTerms(standard, { ...facts, side: 'buyer' }, {})).amountCents).toBe(13_500_000);
  });

  test('never offers more than the seller asks and says when it offers less', () => {
    expect(offered(proposeTerms(standard, facts, { priceCents: 11_000_000 }))).toMatchObject({ amountCents: 11_000_000 });
    const short = offered(proposeTerms(standard, facts, { priceCents: 15_000_000, closeInDays: 10 }));
    expect(short).toMatchObject({ amountCents: 12_500_000, figures: { closeInDays: 10 }, notes: ['The seller asks $150,000; the formula allows $125,000.'] });
  });

  test('is no offer when the MAO is not above zero, or the fee eats it', () => {
    expect(proposeTerms(standard, { ...facts, repairsCents: 17_500_000 }, {})).toMatchObject({ kind: 'none', code: 'not-offerable' });
    expect(proposeTerms(standard, { ...facts, repairsCents: 17_000_000 }, {})).toMatchObject({
      kind: 'none',
      reason: 'Nothing is left of $5,000 after the assignment fee of $10,000: no offer',
    });
  });

  test('names all facts that are missing', () => {
    expect(proposeTerms(standard, { ...facts, arvCents: null, arvBasis: null, repairsCents: null }, {})).toMatchObject({
      kind: 'none',
      code: 'missing-facts',
      missing: ['arvCents', 'repairsCents'],
      reason: 'Not known yet: value after repair, repairs',
    });
  });

  test('works with each of the MAO formulas', () => {
    const by = (formula: object) => offered(proposeTerms(OfferFormula.parse({ assignmentFeeCents: 0, ...formula }), facts, {})).amountCents;
    expect(by({ formula: 'mao-profit-percent', profitBps: 2000, closingCents: 500_000 })).toBe(15_500_000);
    expect(by({ formula: 'mao-fixed-profit', profitCents: 5_000_000 })).toBe(16_000_000);
    expect(by({ formula: 'mao-percent-after-costs' })).toBe(14_700_000);
  });
});

describe('seller finance', () => {
  test('pays a higher price with a down payment and a note', () => {
    const { amountCents, figures, working } = offered(proposeTerms(standard, facts, { terms: 'seller-finance' }));
    expect(amountCents).toBe(15_000_000);
    expect(figures).toMatchObject({
      downPaymentCents: 1_500_000,
      noteCents: 13_500_000,
      aprBps: 500,
      amortizationMonths: 360,
      balloonAfterMonths: 60,
      paymentCents: 72_471,
    });
    expect(working.at(-1)).toMatchObject({ formula: 'seller-note-balloon', outputs: { balloonCents: figures.balloonCents } });
  });

  test('takes the longest term that pays what the seller wishes a month', () => {
    const { figures } = offered(proposeTerms(standard, facts, { terms: 'seller-finance', monthlyCents: 100_000 }));
    expect(figures.paymentCents).toBeGreaterThanOrEqual(100_000);
    expect(figures.amortizationMonths).toBe(198);
  });

  test('pays down at most what the brokerage allows, and says so', () => {
    const { figures, notes } = offered(proposeTerms(standard, facts, { terms: 'seller-finance', downPaymentCents: 9_000_000 }));
    expect(figures.downPaymentCents).toBe(3_750_000);
    expect(notes).toEqual(['The seller wishes $90,000 down; at most $37,500 is paid down.']);
  });
});

describe('subject-to', () => {
  test('leaves the loan in place and pays the rest in cash', () => {
    expect(offered(proposeTerms(standard, facts, { terms: 'subject-to' }))).toMatchObject({
      amountCents: 16_250_000,
      figures: { existingLoanCents: 9_000_000, cashToSellerCents: 7_250_000 },
    });
  });

  test('needs a loan, known, and below the price', () => {
    expect(proposeTerms(standard, { ...facts, liensCents: null }, { terms: 'subject-to' })).toMatchObject({ kind: 'none', missing: ['liensCents'] });
    expect(proposeTerms(standard, { ...facts, liensCents: 0 }, { terms: 'subject-to' })).toMatchObject({ kind: 'none', code: 'no-loan' });
    expect(proposeTerms(standard, { ...facts, liensCents: 17_000_000 }, { terms: 'subject-to' })).toMatchObject({ kind: 'none', code: 'not-offerable' });
  });
});

test('whatever the facts and wishes, the parts of an offer add up and no offer is negative', () => {
  const cents = fc.option(fc.integer({ min: 0, max: 60_000_000 }), { nil: null });
  const anyFacts = fc.record({
    side: fc.constantFrom('listing', 'buyer', 'wholesale'),
    arvCents: cents,
    arvBasis: fc.constant('value'),
    repairsCents: cents,
    liensCents: cents,
  });
  const anyWishes = fc.record({
    terms: fc.constantFrom('cash', 'seller-finance', 'subject-to', null),
    priceCents: cents,
    downPaymentCents: cents,
    monthlyCents: cents,
  });
  fc.assert(
    fc.property(anyFacts, anyWishes, (someFacts, wishes) => {
      const offer = proposeTerms(standard, someFacts as OfferFacts, wishes as never);
      if (offer.kind === 'none') {
        expect(offer.reason).not.toBe('');
        return;
      }
      const { figures } = offer;
      expect(offer.amountCents).toBeGreaterThan(0);
      expect(figures.earnestMoneyCents).toBeLessThanOrEqual(offer.amountCents);
      if (offer.terms === 'seller-finance') expect(figures.downPaymentCents! + figures.noteCents!).toBe(offer.amountCents);
      if (offer.terms === 'subject-to') expect(figures.existingLoanCents! + figures.cashToSellerCents!).toBe(offer.amountCents);
    }),
  );
});
