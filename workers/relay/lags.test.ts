import { expect, it } from 'vitest';
import { createLags } from './lags.ts';

it('a consumer is behind by what its last look found, for as long as it has that in hand', () => {
  const now = Date.parse('2026-11-27T10:00:05Z');
  const lags = createLags(() => now);
  lags.note('deal-run', [{ recordedAt: '2026-11-27T10:00:00Z' }, { recordedAt: '2026-11-27T10:00:03Z' }]);
  lags.note('crm-push-run', []);
  expect(lags.read()).toEqual([
    { name: 'deal-run', waiting: 2, oldestMs: 5000 },
    { name: 'crm-push-run', waiting: 0, oldestMs: 0 },
  ]);
  lags.note('deal-run', []);
  expect(lags.read()[0]).toEqual({ name: 'deal-run', waiting: 0, oldestMs: 0 });
});
