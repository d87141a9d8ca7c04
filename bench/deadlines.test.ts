import { expect, test } from 'vitest';
import { benchDeadlines } from './deadlines.ts';

test('the bench of deadlines counts no difference and leaves no regime out', () => {
  const result = benchDeadlines({ contracts: 1_000 });
  expect(result).toMatchObject({ id: 'R19', value: 0, target: 0, rounds: 1, detail: { contracts: 1_000, regimes: 18 } });
});
