import { expect, test } from 'vitest';
import { compareChecklists } from './compare.ts';
import { plainDeal } from './facts.fixture.ts';
import { requiredDocuments } from './required.ts';
import type { DealFacts } from './schemas.ts';
import { checklistSets } from './sets.ts';

const on = '2026-11-20';
const list = (facts: DealFacts, day = on) => requiredDocuments({ ...plainDeal, ...facts }, day);
const brief = (before: DealFacts, after: DealFacts, days = [on, on]) =>
  compareChecklists(list(before, days[0]), list(after, days[1])).map(({ id, change }) => `${id} ${change}`);

test('changed facts add, remove and open documents, and the fact that did it is named', () => {
  expect(brief({}, { inMud: true, financed: false, hasHoa: null })).toEqual(['US-TRID removed', 'TX-HOA undecided', 'TX-MUD added', 'TX-FINANCING removed']);
  expect(compareChecklists(list({}), list({ inMud: true }))).toEqual([
    expect.objectContaining({
      id: 'TX-MUD',
      from: { status: 'not-required', formVersion: null },
      to: { status: 'required', formVersion: null },
      facts: ['inMud'],
      because: expect.stringContaining('municipal utility district: yes'),
    }),
  ]);
});

test('a new form, changed terms and a suspension are told apart', () => {
  const ahead: DealFacts = { contractDate: null, closingDate: null };
  expect(brief(ahead, ahead, ['2025-12-31', '2026-01-01'])).toEqual(['TX-IABS version']);
  const condo: DealFacts = { ...ahead, propertyState: 'FL', isCondo: true };
  expect(compareChecklists(list(condo, '2025-06-30'), list(condo, '2025-07-01'))).toEqual([
    expect.objectContaining({ id: 'FL-CONDO', change: 'terms', terms: ['rights', 'consequence'] }),
  ]);
  const trust: DealFacts = { ...ahead, cash: true, buyerTrust: true };
  expect(brief(trust, trust, ['2026-02-28', '2026-03-01'])).toEqual(['US-FINCEN-RRE added']);
  expect(brief(trust, trust, ['2026-03-18', '2026-03-19'])).toEqual(['US-FINCEN-RRE suspended']);
});

test('another state changes the whole list, and other rules are compared as other facts are', () => {
  expect(brief({}, { propertyState: 'FL' })).toEqual(
    expect.arrayContaining(['TX-SDN removed', 'TX-IABS removed', 'FL-FLOOD added', 'FL-RADON added', 'FL-TAX-SUMMARY added']),
  );
  const withoutTexas = requiredDocuments(
    plainDeal,
    on,
    checklistSets.filter(({ id }) => id !== 'texas'),
  );
  expect(compareChecklists(list({}), withoutTexas)).toContainEqual(expect.objectContaining({ id: 'TX-SDN', change: 'removed', to: null }));
  expect(compareChecklists(withoutTexas, list({}))).toContainEqual(expect.objectContaining({ id: 'TX-SDN', change: 'added', from: null }));
});

test('what changes nothing for a person is no change', () => {
  expect(brief({}, {})).toEqual([]);
  expect(brief({}, { floodZone: true, sellerEntity: true })).toEqual([]);
});
