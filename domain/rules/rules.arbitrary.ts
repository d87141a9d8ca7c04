import fc from 'fast-check';

/** Generated rules and facts for the tests and the bench of this folder. Only rules that mean the same with more facts: none asks what is missing. */
const numbers = ['n1', 'n2', 'n3'];
const texts = ['s1', 's2'];
const flags = ['f1', 'f2'];
const lists = ['l1'];
const words = ['tax-lien', 'probate', 'TX', 'FL'];

export const completeFacts = fc.record({
  n1: fc.integer({ min: -50, max: 50 }),
  n2: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  n3: fc.integer({ min: 1, max: 9 }),
  s1: fc.constantFrom(...words),
  s2: fc.constantFrom(...words),
  f1: fc.boolean(),
  f2: fc.boolean(),
  l1: fc.array(fc.constantFrom(...words), { maxLength: 3 }),
});

/** Facts of any kind under any name, or none. */
export const wildFacts = fc.dictionary(
  fc.constantFrom(...numbers, ...texts, ...flags, ...lists),
  fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(null, '', ' ', '3', 'abc', true, false, 0, Number.NaN, Number.POSITIVE_INFINITY, 1e308),
    fc.array(fc.constantFrom(1, 'TX'), { maxLength: 2 }),
  ),
);

const variable = (names: string[]) => fc.constantFrom(...names).map((name) => ({ var: name }));
const operation = (names: string[], ...operands: fc.Arbitrary<unknown>[]) =>
  fc.tuple(fc.constantFrom(...names), fc.tuple(...operands)).map(([name, list]) => ({ [name]: list }));

const { rule, number } = fc.letrec<{ rule: unknown; number: unknown }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    variable(numbers),
    fc.integer({ min: -20, max: 20 }),
    operation(['+', '-', '*', 'min', 'max'], tie('number'), tie('number')),
    operation(['/', '%'], tie('number'), variable(['n3'])),
    operation(['+', 'min'], tie('number'), tie('number'), tie('number')),
    operation(['-'], tie('number')),
    operation(['if'], tie('rule'), tie('number'), tie('number')),
  ),
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    operation(['<', '<=', '>', '>=', '==', '===', '!=', '!=='], tie('number'), tie('number')),
    operation(['<', '<='], tie('number'), tie('number'), tie('number')),
    operation(['==', '===', '!=', '!=='], variable(texts), fc.oneof(fc.constantFrom(...words), variable(texts))),
    operation(['==', '!='], variable(flags), fc.boolean()),
    operation(['in'], fc.constantFrom(...words), variable(lists)),
    operation(['in'], variable(texts), fc.constantFrom(['TX', 'FL'], ['probate'], [])),
    operation(['some', 'all', 'none'], variable(lists), fc.constantFrom<unknown>({ '==': [{ var: '' }, 'probate'] }, { in: [{ var: '' }, ['TX', 'FL']] })),
    variable(flags),
    operation(['and', 'or'], tie('rule'), tie('rule')),
    operation(['and', 'or'], tie('rule'), tie('rule'), tie('rule')),
    operation(['!', '!!'], tie('rule')),
    operation(['if'], tie('rule'), tie('rule'), tie('rule')),
    operation(['if'], tie('rule'), tie('rule'), tie('rule'), tie('rule'), tie('rule')),
  ),
}));

export const anyRule = rule;
export const anyNumberRule = number;

/** Rules that also ask what is missing. */
export const askingRule = fc.oneof(
  rule,
  fc.constantFrom<unknown>(
    { missing: ['n1', 's1'] },
    { '!': [{ missing: ['n1'] }] },
    { '==': [{ var: 'n1' }, null] },
    { '!=': [{ var: 's1' }, null] },
    { '>': [{ var: ['n1', 7] }, 5] },
    { missing_some: [1, ['n1', 'n2']] },
    { '<': [{ reduce: [{ var: 'l1' }, { '+': [{ var: 'accumulator' }, 1] }, 0] }, 2] },
    { in: ['TX', { filter: [{ var: 'l1' }, { '!=': [{ var: '' }, 'FL'] }] }] },
    { in: ['x', { map: [{ var: 'l1' }, { cat: [{ var: '' }, 'x'] }] }] },
    { '==': [{ substr: [{ var: 's1' }, 0, 1] }, 'T'] },
    { in: [{ var: 's1' }, { merge: [['TX'], { var: 'l1' }] }] },
    { var: 'toString' },
    { '==': [{ var: 's1.length' }, 2] },
  ),
);
