import { expect, test } from 'vitest';
import { checklistFamily } from './checklists.ts';

const got = { required: ['A', 'B'], notRequired: ['C'], suspended: ['E', 'D'], versions: { A: '1-2' } };
const differences = (expected: object) => checklistFamily.differences!(expected, got);

test('a case names some of what is required and not required, and all that is suspended', () => {
  expect(differences({ required: ['B'], notRequired: [], suspended: ['D', 'E'], versions: {} })).toEqual([]);
  expect(differences({ required: null, notRequired: null, suspended: null, versions: null })).toEqual([]);
  expect(differences({ required: ['C'], notRequired: ['A'], suspended: ['D'], versions: { A: '1-1' } })).toEqual([
    expect.stringMatching(/^required: C is not among/),
    expect.stringMatching(/^notRequired: A is not among/),
    expect.stringMatching(/^suspended: /),
    'versions.A: expected "1-1", got "1-2"',
  ]);
});

test('an undecided document is neither required nor not required', () => {
  const answer = checklistFamily.run({ facts: { propertyState: 'TX', contractDate: '2026-11-20' } }) as Record<string, string[]>;
  expect(answer.undecided).toContain('TX-MUD');
  expect([...answer.required!, ...answer.notRequired!]).not.toContain('TX-MUD');
});
