import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DomainError } from '../../../domain/errors.ts';
import { notTaken } from './api.ts';
import { patiently } from './patiently.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minute = 60_000;
const lost = new Error('connection reset');

test('work that was alive until a moment ago is done again, however long it took', async () => {
  let tries = 0;
  const done = patiently(async (alive) => {
    tries += 1;
    for (let minutes = 0; minutes < 5; minutes++) {
      vi.setSystemTime(Date.now() + minute);
      alive();
    }
    if (tries === 1) throw lost;
    return 'done';
  });
  await vi.runAllTimersAsync();
  expect(await done).toBe('done');
  expect(tries).toBe(2);
});

test('work that shows no life for two minutes is given up with its own fault, and a refusal at once', async () => {
  const silent = expect(patiently(() => Promise.reject(lost))).rejects.toBe(lost);
  await vi.advanceTimersByTimeAsync(3 * minute);
  await silent;
  let tries = 0;
  const refused = new DomainError('sample-refused', 'no', { nextStep: 'none' });
  const again = patiently(() => {
    tries += 1;
    return Promise.reject(refused);
  });
  await expect(again).rejects.toBe(refused);
  expect(tries).toBe(1);
});

test.each([
  [503, '/problems/database-unavailable', false],
  [429, '/problems/too-many-requests', false],
  [409, '/problems/request-in-flight', false],
  [409, '/problems/deal-open', true],
  [422, '/problems/idempotency-key-reused', true],
])('an answer %i %s is final: %s', async (status, type, isFinal) => {
  const error = await notTaken(new Response(JSON.stringify({ type }), { status }), '/v1/leads/enrich');
  expect(error instanceof DomainError).toBe(isFinal);
});
