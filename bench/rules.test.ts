import { expect, test } from 'vitest';
import { benchRules } from './rules.ts';

test('the compiled rules answer as the predicates written by hand and as evaluateRule do', () => {
  expect(benchRules({ deals: 500, rounds: 1 })).toMatchObject({ id: 'P4', rounds: 1, ratio: expect.any(Number) });
});
