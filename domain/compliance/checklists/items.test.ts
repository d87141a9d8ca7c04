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

test('dates that the contract gives are due dates; what hangs on others is left to the deadline rules', () => {
  expect(dueOn([{ anchor: 'contract', relation: 'at' }], plainDeal)).toBe('2026-11-20');
  expect(dueOn([{ anchor: 'closing', relation: 'at-least-before', offset: { count: 10, unit: 'calendar' } }], plainDeal)).toBe('2026-12-08');
  expect(dueOn([{ anchor: 'contract', relation: 'within', offset: { count: 3, unit: 'business' } }], plainDeal)).toBeNull();
  expect(dueOn([{ anchor: 'closing', relation: 'at' }], { closingDate: null })).toBeNull();
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
