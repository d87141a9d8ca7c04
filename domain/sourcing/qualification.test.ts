import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveFacts } from './facts.derive.ts';
import type { PropertyFacts } from './facts.ts';
import { compileRuleSet } from './qualification.bulk.ts';
import { compareDecisions, countChanges } from './qualification.compare.ts';
import { defaultRuleSet } from './qualification.default.ts';
import { decide, type RuleSet, stillHolds } from './qualification.ts';
import * as schemas from './rules.schemas.ts';

const nothing = deriveFacts({}, null, '2026-11-21').facts;
const good: PropertyFacts = {
  ...nothing,
  equityBps: 4000,
  repairsCents: 50_000_00,
  arvCents: 250_000_00,
  daysOnMarket: 120,
  priceCutBps: 0,
  signals: ['vacancy'],
  newestFilingAgeDays: null,
};
const decided = (facts: Partial<PropertyFacts>, ruleSet: RuleSet = defaultRuleSet) => decide(ruleSet, { ...good, ...facts });

describe('the default rule set', () => {
  test('qualifies with each clause, its values and its verdict', () => {
    expect(decided({})).toMatchObject({ outcome: 'qualified', ruleVersion: 'default-1', score: 24, hot: false, decidedBy: [], missing: [] });
    expect(decided({}).clauses).toEqual([
      { id: 'equity', verdict: 'pass', values: { equityBps: 4000 } },
      { id: 'repairs', verdict: 'pass', values: { repairsCents: 50_000_00, arvCents: 250_000_00 } },
      { id: 'days-on-market', verdict: 'pass', values: { daysOnMarket: 120 } },
      { id: 'price-cut', verdict: 'fail', values: { priceCutBps: 0 } },
    ]);
  });

  test('takes its bounds as stated: above 20 %, below 30 %, more than 90 days, above 5 %', () => {
    expect([2000, 2001].map((equityBps) => decided({ equityBps }).outcome)).toEqual(['rejected', 'qualified']);
    expect([75_000_00, 74_999_99].map((repairsCents) => decided({ repairsCents }).outcome)).toEqual(['rejected', 'qualified']);
    expect([90, 91].map((daysOnMarket) => decided({ daysOnMarket }).outcome)).toEqual(['rejected', 'qualified']);
    expect([500, 501].map((priceCutBps) => decided({ priceCutBps, daysOnMarket: 1 }).outcome)).toEqual(['rejected', 'qualified']);
  });

  test('is hot above a score of 70 unless rejected', () => {
    const signals = ['foreclosure', 'tax-lien'];
    expect(decided({ signals, equityBps: 2500, newestFilingAgeDays: 20 })).toMatchObject({ score: 65, hot: false });
    expect(decided({ signals, equityBps: 3000, newestFilingAgeDays: 40 })).toMatchObject({ score: 71, hot: true });
    expect(decided({ signals, equityBps: 3000, newestFilingAgeDays: 40, daysOnMarket: 1 })).toMatchObject({ outcome: 'rejected', hot: false });
    expect(decided({ signals: null })).toMatchObject({ score: null, hot: false });
  });

  test('is free of faults', () => {
    expect(schemas.RuleSet.parse(defaultRuleSet)).toEqual(defaultRuleSet);
  });
});

test('a missing fact leads to review and is named, unless a requirement failed or the group has passed anyway', () => {
  expect(decided({ equityBps: null, arvCents: null })).toMatchObject({
    outcome: 'review',
    missing: ['equityBps', 'arvCents'],
    decidedBy: ['equity', 'repairs'],
  });
  expect(decided({ equityBps: null, repairsCents: 100_000_00 })).toMatchObject({ outcome: 'rejected', missing: [], decidedBy: ['repairs'] });
  expect(decided({ priceCutBps: null })).toMatchObject({ outcome: 'qualified' });
  expect(decided({ daysOnMarket: null })).toMatchObject({ outcome: 'review', missing: ['daysOnMarket'], decidedBy: ['days-on-market', 'price-cut'] });
  expect(decide(defaultRuleSet, nothing)).toMatchObject({
    outcome: 'review',
    score: null,
    missing: ['equityBps', 'repairsCents', 'arvCents', 'daysOnMarket', 'priceCutBps'],
  });
});

test('a flag is shown and never decides', () => {
  const flagged: RuleSet = {
    ...defaultRuleSet,
    clauses: [...defaultRuleSet.clauses, { id: 'far', title: 'Out of state', kind: 'flag', rule: { var: 'outOfState' } }],
  };
  expect(decided({ outOfState: false }, flagged)).toMatchObject({
    outcome: 'qualified',
    clauses: expect.arrayContaining([{ id: 'far', verdict: 'fail', values: { outOfState: false } }]),
  });
});

test('a decision stores its inputs and holds until one of them or the rules change', () => {
  const decision = decided({});
  expect(decision.inputs).toEqual({
    equityBps: 4000,
    repairsCents: 50_000_00,
    arvCents: 250_000_00,
    daysOnMarket: 120,
    priceCutBps: 0,
    signals: ['vacancy'],
    newestFilingAgeDays: null,
  });
  expect(stillHolds(JSON.parse(JSON.stringify(decision)), defaultRuleSet, { ...good, bedrooms: 3 })).toBe(true);
  expect(stillHolds(decision, defaultRuleSet, { ...good, equityBps: 4001 })).toBe(false);
  expect(stillHolds(decision, { ...defaultRuleSet, version: '2' }, good)).toBe(false);
  expect(schemas.Decision.parse(decision)).toEqual(decision);
  expect(JSON.stringify(decision).length).toBeLessThan(1200);
});

test('the bulk form decides as decide does', () => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const row = fc
    .record({
      equityBps: maybe(fc.integer({ min: -1000, max: 6000 })),
      repairsCents: maybe(fc.integer({ min: 0, max: 40 })),
      arvCents: maybe(fc.integer({ min: 0, max: 100 })),
      daysOnMarket: maybe(fc.integer({ min: 0, max: 180 })),
      priceCutBps: maybe(fc.integer({ min: 0, max: 1000 })),
      signals: maybe(fc.subarray(['tax-lien', 'probate', 'vacancy', 'foreclosure', 'absentee'])),
      newestFilingAgeDays: maybe(fc.integer({ min: 0, max: 120 })),
    })
    .map((facts): PropertyFacts => ({ ...nothing, ...facts }));
  const many = compileRuleSet(defaultRuleSet);
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const short = rows.map((facts) => {
        const { outcome, score, hot, decidedBy } = decide(defaultRuleSet, facts);
        return { outcome, score, hot, decidedBy: defaultRuleSet.clauses.findIndex(({ id }) => id === decidedBy[0]) };
      });
      expect(many(rows)).toEqual(short);
    }),
  );
});

test('comparing two decisions tells what a person would see change', () => {
  const stricter: RuleSet = {
    ...defaultRuleSet,
    version: '2',
    clauses: [{ id: 'equity', title: 'Equity above 50 %', kind: 'must', rule: { '>': [{ var: 'equityBps' }, 5000] } }],
  };
  const change = compareDecisions(decided({}), decided({}, stricter));
  expect(change).toEqual({
    outcome: { from: 'qualified', to: 'rejected' },
    clauses: [
      { id: 'equity', from: 'pass', to: 'fail' },
      { id: 'repairs', from: 'pass', to: null },
      { id: 'days-on-market', from: 'pass', to: null },
      { id: 'price-cut', from: 'fail', to: null },
    ],
  });
  expect(compareDecisions(decided({}), decided({ bedrooms: 4 }))).toBeNull();
  expect(countChanges([change, null, change])).toEqual({ compared: 3, changed: 2, byTransition: { 'qualified → rejected': 2 } });
});

test('a rule set is refused with all its faults', () => {
  const clause = { id: 'A', title: '', rule: { '>': [{ var: 'equtyBps' }] }, kind: 'any-of-group' };
  const refused = schemas.RuleSet.safeParse({ version: '1', clauses: [clause], score: defaultRuleSet.score, hot: { scoreAbove: 70 } });
  const messages = refused.error?.issues.map(({ message }) => message) ?? [];
  for (const text of ['lower case words', '">" takes 2 operands, not 1', 'There is no fact "equtyBps"'])
    expect(messages).toContainEqual(expect.stringContaining(text));
});

test('what the schema lets through is what decide takes', () => {
  const parsed: RuleSet = schemas.RuleSet.parse(defaultRuleSet);
  expect(decide(parsed, good).outcome).toBe('qualified');
});
