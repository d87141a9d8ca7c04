import { expect, test } from 'vitest';
import { lawFactsOf, mergedFacts } from './deal.ts';
import { dueOn } from './due-on.ts';
import { plainDeal } from './facts.fixture.ts';
import { planItems } from './items.ts';
import { requiredDocuments } from './required.ts';
import type { DealFacts } from './schemas.ts';

const on = '2026-11-20';
const plan = (known: Parameters<typeof planItems>[0], facts: DealFacts) =>
  planItems(known, requiredDocuments({ ...plainDeal, ...facts }, on), { ...plainDeal, ...facts });

test('a first look adds what is required and keeps why the rest of the state is not', () => {
  const { items, added, removed, changed } = plan([], {});
  expect(added).toContain('TX-SDN');
  expect([removed, changed]).toEqual([[], []]);
  expect(items.find(({ document }) => document === 'TX-HOA')).toMatchObject({ status: 'not-required', why: { decidedBy: { text: expect.any(String) } } });
  expect(items.some(({ jurisdiction }) => jurisdiction === 'CA')).toBe(false);
});

test('the same look again changes nothing, another fact adds and removes, and what was asked for stays to be seen', () => {
  const first = plan([], {}).items;
  expect(plan(first, {})).toMatchObject({ added: [], removed: [], changed: [] });
  expect(plan(first, { inMud: true, financed: false })).toMatchObject({ added: ['TX-MUD'], removed: expect.arrayContaining(['TX-FINANCING']) });
  const moved = plan(first, { propertyState: 'FL' });
  expect(moved.items.find(({ document }) => document === 'TX-SDN')).toMatchObject({ status: 'not-required' });
  expect(plan(first, { hasHoa: null }).changed).toEqual(['TX-HOA']);
});

test('a document that the rules no longer name is removed', () =>
  expect(plan([{ document: 'TX-GONE', status: 'required', formVersion: null, dueOn: null, setVersion: 'x' }], {}).removed).toContain('TX-GONE'));

test('dates that the contract gives are due dates; what hangs on other events or on a blank has none', () => {
  expect(dueOn([{ anchor: 'contract', relation: 'at' }], plainDeal)).toBe('2026-11-20');
  expect(dueOn([{ anchor: 'closing', relation: 'at-least-before', offset: { count: 10, unit: 'calendar' } }], plainDeal)).toBe('2026-12-08');
  expect(dueOn([{ anchor: 'transfer', relation: 'before' }], plainDeal)).toBe('2026-12-18');
  expect(dueOn([{ anchor: 'contract', relation: 'within', offset: { blank: 'paragraph 6C', unit: 'business' } }], plainDeal)).toBeNull();
  expect(dueOn([{ anchor: 'assignment-effective', relation: 'at-least-before', offset: { count: 3, unit: 'business' } }], plainDeal)).toBeNull();
  expect(dueOn([{ anchor: 'closing', relation: 'at' }], { closingDate: null })).toBeNull();
  const both = [{ anchor: 'closing', relation: 'at' } as const, { anchor: 'contract', relation: 'within', offset: { count: 5, unit: 'calendar' } } as const];
  expect(dueOn(both, plainDeal)).toBe('2026-11-25');
});

// 26 November 2026 is Thanksgiving, the Friday after it and 24 December are holidays of Texas.
test.each<[string, 'within' | 'at-least-before', number, 'business' | 'general' | 'specific', string]>([
  ['OH', 'within', 3, 'business', '2026-11-25'],
  ['OH', 'within', 5, 'business', '2026-11-30'],
  ['TX', 'within', 5, 'business', '2026-12-01'],
  ['CA', 'within', 5, 'business', '2026-11-30'],
  ['OH', 'at-least-before', 3, 'business', '2026-12-15'],
  ['TX', 'within', 5, 'general', '2026-11-30'],
  ['TX', 'within', 5, 'specific', '2026-11-27'],
])('in %s, %s %i %s days: %s', (propertyState, relation, count, unit, date) => {
  const anchor = relation === 'within' ? 'contract' : 'closing';
  expect(dueOn([{ anchor, relation, offset: { count, unit } }], { ...plainDeal, propertyState })).toBe(date);
});

test('a holiday of the state alone moves a count back by a day', () => {
  const due = [{ anchor: 'closing', relation: 'at-least-before', offset: { count: 3, unit: 'business' } } as const];
  const on = (propertyState: string) => dueOn(due, { ...plainDeal, propertyState, closingDate: '2026-12-29' });
  expect([on('OH'), on('TX')]).toEqual(['2026-12-23', '2026-12-22']);
});

test('people stand above lists, the contract above both, and unknown is absent', () => {
  const lead = { state: 'TX', yearBuilt: 1960, units: null };
  const contract = { state: 'TX', effectiveOn: '2026-11-01', closingDate: '2026-12-01', financed: true };
  const knowledge = { side: 'listing' as const, lead, contract, closedOn: null, stated: { yearBuilt: 1990, contractDate: '2020-01-01', financed: null } };
  expect(lawFactsOf(knowledge)).toEqual({
    ...{ side: 'seller', isWholesale: false, propertyState: 'TX', yearBuilt: 1990, contractDate: '2026-11-01', closingDate: '2026-12-01', financed: true },
  });
  expect(lawFactsOf({ ...knowledge, side: 'wholesale', contract: null })).not.toHaveProperty('side');
  expect(mergedFacts({ hasHoa: true, coastal: false }, { hasHoa: null, inMud: true })).toEqual({ coastal: false, inMud: true });
});
