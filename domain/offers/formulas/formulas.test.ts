import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from './calculate.ts';
import { roundedRatio } from './exact.ts';
import { amortizedPayment, sellerNoteBalloon } from './loan.ts';
import { formulas } from './registry.ts';

const outputs = (formula: string, inputs: object) => calculate(formula, inputs).outputs;

test.each([
  // The first rows are worked examples published by the trade, the rest follow from the definitions.
  ['mao-percent', { arvCents: 250_000_00, ruleBps: 7000, repairsCents: 40_000_00 }, { maoCents: 135_000_00, marginCents: 75_000_00, offerable: true }],
  [
    'mao-fixed-profit',
    { arvCents: 150_000_00, profitCents: 20_000_00, costsCents: [5_000_00, 12_000_00, 1_000_00, 9_000_00] },
    { maoCents: 103_000_00, offerable: true },
  ],
  [
    'dscr-rent-pitia',
    { principalCents: 160_000_00, aprBps: 625, months: 360, annualTaxCents: 2_000_00, annualInsuranceCents: 1_000_00, monthlyRentCents: 2_000_00 },
    { paymentCents: 985_15, pitiaCents: 1_235_15, dscrHundredths: 162, variant: 'rent-over-pitia' },
  ],
  ['dscr-ratio', { monthlyRentCents: 4_500_00, pitiaCents: 3_978_00 }, { dscrHundredths: 113, variant: 'rent-over-pitia' }],
  ['mao-percent', { arvCents: 100_000_00, ruleBps: 7000, repairsCents: 70_000_00 }, { maoCents: 0, marginCents: 30_000_00, offerable: false }],
  [
    'mao-profit-percent',
    { arvCents: 300_000_00, profitBps: 2000, repairsCents: 40_000_00, closingCostsCents: 9_000_00, holdingCents: 6_000_00 },
    { maoCents: 185_000_00, marginCents: 75_000_00, offerable: true },
  ],
  ['mao-percent-after-costs', { arvCents: 300_000_00, ruleBps: 7000, costsCents: [40_000_00, 20_000_00] }, { maoCents: 168_000_00, offerable: true }],
  ['wholesale-offer', { maoCents: 135_000_00, assignmentFeeCents: 10_000_00 }, { offerCents: 125_000_00, buyerPriceCents: 135_000_00, offerable: true }],
  ['wholesale-offer', { maoCents: -1, assignmentFeeCents: 0 }, { offerCents: null, buyerPriceCents: null, offerable: false }],
  ['ltv-equity', { valueCents: 400_000_00, liensCents: [210_000_00, 30_000_00] }, { ltvBps: 6000, equityCents: 160_000_00, equityBps: 4000 }],
  ['ltv-equity', { valueCents: 100_000_00, liensCents: [125_000_00] }, { ltvBps: 12_500, equityCents: -25_000_00, equityBps: -2500 }],
  ['amortized-payment', { principalCents: 200_000_00, aprBps: 600, months: 360 }, { paymentCents: 1_199_10 }],
  ['amortized-payment', { principalCents: 120_000_00, aprBps: 0, months: 240 }, { paymentCents: 500_00 }],
  ['interest-only-payment', { principalCents: 150_000_00, aprBps: 800 }, { paymentCents: 1_000_00 }],
  ['interest-only-payment', { principalCents: 150_000_00, aprBps: 0 }, { paymentCents: 0 }],
  [
    'subject-to-cash-flow',
    { monthlyRentCents: 2_000_00, monthlyPitiCents: 1_350_00, reserveBps: 1000, cashInCents: 15_000_00 },
    { reserveCents: 200_00, monthlyCashFlowCents: 450_00, annualCashFlowCents: 5_400_00, cashOnCashBps: 3600 },
  ],
  [
    'income-property',
    { priceCents: 240_000_00, noiCents: 18_000_00, principalCents: 180_000_00, aprBps: 700, months: 360, cashInCents: 66_000_00 },
    {
      capRateBps: 750,
      paymentCents: 1_197_54,
      annualDebtServiceCents: 14_370_48,
      dscrHundredths: 125,
      annualCashFlowCents: 3_629_52,
      cashOnCashBps: 550,
      variant: 'noi-over-debt-service',
    },
  ],
  ['arv-from-comps', { compsCentsPerSqft: [220_00, 210_00, 215_00], statistic: 'median', subjectSqft: 1500 }, { arvCents: 322_500_00 }],
  ['arv-from-comps', { compsCentsPerSqft: [210_00, 215_01, 300_00, 100_00], statistic: 'median', subjectSqft: 1501 }, { arvCents: 318_970_01 }],
  ['arv-from-comps', { compsCentsPerSqft: [100, 100, 101], statistic: 'mean', subjectSqft: 10 }, { arvCents: 1003 }],
])('%s of %j is %j', (formula, inputs, expected) => {
  expect(outputs(formula, inputs)).toEqual(expected);
});

describe('a seller’s note', () => {
  test('leaves the balloon of its rounded schedule, recomputed by hand for three months', () => {
    // 100,000.00 at 6 % over 360 months pays 599.55; interest 500.00, 499.50 (of 99,900.45), 499.00 (of 99,800.40).
    expect(sellerNoteBalloon({ principalCents: 100_000_00, aprBps: 600, months: 360, balloonAfterMonths: 3 })).toEqual({
      paymentCents: 599_55,
      balloonCents: 99_699_85,
      interestPaidCents: 1_498_50,
      principalPaidCents: 300_15,
    });
  });

  test('is cleared by its last payment, and at zero interest what is left is what was not paid', () => {
    const loan = fc.record({
      principalCents: fc.integer({ min: 1, max: 1e9 }),
      aprBps: fc.integer({ min: 0, max: 2000 }),
      months: fc.integer({ min: 1, max: 360 }),
    });
    fc.assert(
      fc.property(loan, (note) => sellerNoteBalloon({ ...note, balloonAfterMonths: note.months }).balloonCents === 0),
      { numRuns: 30 },
    );
    expect(outputs('seller-note-balloon', { principalCents: 120_000, aprBps: 0, amortizationMonths: 120, balloonMonth: 60 })).toMatchObject({
      paymentCents: 1000,
      balloonCents: 60_000,
    });
  });

  test('owes less every month', () => {
    const at = (balloonAfterMonths: number) => sellerNoteBalloon({ principalCents: 80_000_00, aprBps: 700, months: 240, balloonAfterMonths }).balloonCents;
    for (let month = 2; month <= 240; month++) expect(at(month)).toBeLessThan(at(month - 1));
  });
});

test('a payment covers the first interest, lies within a cent of the closed formula and grows with the rate', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100_00, max: 1e10 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 480 }),
      (principalCents, aprBps, months) => {
        const i = aprBps / 120_000;
        const { paymentCents } = amortizedPayment({ principalCents, aprBps, months });
        const closed = (principalCents * i) / -Math.expm1(-months * Math.log1p(i));
        expect(Math.abs(paymentCents - closed)).toBeLessThan(0.51 + closed * 1e-9);
        expect(paymentCents).toBeGreaterThanOrEqual(amortizedPayment({ principalCents, aprBps: aprBps - 1, months }).paymentCents);
      },
    ),
  );
});

test('halves round up, exactly where doubles misjudge them, and below zero too', () => {
  expect([5n, -5n, 25n, -25n, 24n, -26n].map((tenths) => roundedRatio(tenths, 10n))).toEqual([1, 0, 3, -2, 2, -3]);
  expect(outputs('dscr-ratio', { monthlyRentCents: 1005, pitiaCents: 1000 }).dscrHundredths).toBe(101);
  expect(outputs('mao-percent', { arvCents: 5, ruleBps: 7000, repairsCents: 0 }).maoCents).toBe(4);
});

test('no MAO that is not above zero is offerable', () => {
  const money = fc.integer({ min: 0, max: 1e9 });
  fc.assert(
    fc.property(money, money, fc.integer({ min: 0, max: 10_000 }), (arvCents, repairsCents, ruleBps) => {
      const mao = outputs('mao-percent', { arvCents, repairsCents, ruleBps });
      expect(mao.offerable).toBe(Number(mao.maoCents) > 0);
      expect(Number(mao.maoCents) + repairsCents + Number(mao.marginCents)).toBe(arvCents);
    }),
  );
});

describe('calculate', () => {
  test('refuses unknown formulas by naming the known ones', () => {
    for (const name of ['nope', 'constructor', '__proto__'])
      expect(() => calculate(name, {})).toThrow(expect.objectContaining({ code: 'unknown-formula', details: { formulas: Object.keys(formulas) } }));
  });

  test('names all faults of the inputs at once', () => {
    const faults = [
      { path: 'arvCents', message: expect.any(String) },
      { path: 'repairsCents', message: expect.any(String) },
      { path: '', message: expect.stringContaining('ruleBp') },
      { path: 'ruleBps', message: expect.any(String) },
    ];
    const refused = () => calculate('mao-percent', { arvCents: 1.5, repairsCents: -1, ruleBp: 7000 });
    expect(refused).toThrow(expect.objectContaining({ code: 'bad-inputs', details: { faults: expect.arrayContaining(faults) } }));
    for (const inputs of [null, 5, 'x', [], {}]) expect(() => calculate('ltv-equity', inputs)).toThrow(expect.objectContaining({ code: 'bad-inputs' }));
  });

  test('asks for the costs of a MAO, because an omitted cost raises the offer', () => {
    expect(() => calculate('mao-fixed-profit', { arvCents: 100, profitCents: 10 })).toThrow(/name the costs/);
    expect(outputs('mao-fixed-profit', { arvCents: 100, profitCents: 10, costsCents: 0, repairsCents: null })).toEqual({ maoCents: 90, offerable: true });
  });

  test('has a title, a source and a schema for every formula', () => {
    for (const formula of Object.values(formulas))
      expect(formula).toMatchObject({ title: expect.stringMatching(/./), source: expect.stringMatching(/6\.1/), schema: expect.anything() });
  });
});
