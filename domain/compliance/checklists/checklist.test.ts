import { expect, test } from 'vitest';
import { checklistFor } from './checklist.ts';
import { plainDeal } from './facts.fixture.ts';

test('the day asked falls back to the contract’s date', () => {
  expect(checklistFor({ facts: plainDeal }).on).toBe('2026-11-20');
  expect(checklistFor({ facts: plainDeal, on: '2026-01-05' }).on).toBe('2026-01-05');
  expect(() => checklistFor({ facts: { ...plainDeal, contractDate: null } })).toThrow(expect.objectContaining({ code: 'no-day' }));
});

test('a deal nobody knows anything about is answered with questions, not with an error', () => {
  const { documents, questions } = checklistFor({ facts: {}, on: '2026-11-20' });
  expect(documents.filter(({ status }) => status === 'required').map(({ id }) => id)).toEqual(['US-FIRPTA']);
  expect(questions[0]).toMatchObject({ fact: 'residential' });
});

test.each([
  [undefined],
  [{}],
  [{ facts: [] }],
  [{ facts: { hasHOA: true } }],
  [{ facts: { propertyState: 'Texas' } }],
  [{ facts: { contractDate: '2026-02-29' } }],
  [{ facts: { units: 1.5 } }],
  [{ facts: { yearBuilt: '1965' } }],
  [{ facts: { cash: 'yes' } }],
  [{ facts: {}, on: '20.11.2026' }],
])('%j is refused with every fault and a next step', (request) => {
  expect(() => checklistFor(request)).toThrow(expect.objectContaining({ code: 'bad-facts', nextStep: expect.stringMatching(/./) }));
});

test('all faults come at once, each with its fact', () => {
  try {
    checklistFor({ facts: { units: -1, closingDate: 'soon' } });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ details: { faults: [{ path: 'facts.units' }, { path: 'facts.closingDate', message: 'a date as 2026-11-20' }] } });
  }
});
