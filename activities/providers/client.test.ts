import { randomUUID } from 'node:crypto';
import { ApplicationFailure, defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { afterEach, expect, test, vi } from 'vitest';
import { breakerStates, callProvider, OutcomeUnknown, ProviderFault } from './client.ts';
import type { FaultKind } from './faults.ts';

const call = (provider: string, effect = true) => ({ provider, operation: 'text', effect, timeoutMs: 1000 });
const fails =
  (kind: FaultKind, code = 'X', retryAfterMs: number | null = null) =>
  () =>
    Promise.reject(new ProviderFault(kind, code, retryAfterMs));
const thrown = (work: Promise<unknown>): Promise<ApplicationFailure> =>
  work.then(
    () => Promise.reject(new Error('it went through')),
    (error: ApplicationFailure) => error,
  );
const stateOf = (provider: string) => breakerStates().find((breaker) => breaker.provider === provider)?.state;

afterEach(() => {
  vi.useRealTimers();
});

test.each<[FaultKind, string, boolean]>([
  ['unavailable', 'ProviderUnavailable', false],
  ['deferred', 'ProviderDeferred', false],
  ['rate-limited', 'ProviderRateLimited', false],
  ['unauthorised', 'ProviderUnauthorised', false],
  ['refused', 'ProviderRefused', true],
  ['reply-invalid', 'ProviderReplyInvalid', false],
  ['unclear', 'OutcomeUnknown', true],
])('a fault of kind %s leaves as a failure of type %s', async (kind, type, nonRetryable) => {
  const failure = await thrown(callProvider(call(randomUUID()), fails(kind, '599')));
  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect({ type: failure.type, nonRetryable: failure.nonRetryable, details: failure.details }).toEqual({
    type,
    nonRetryable,
    details: [{ provider: expect.any(String), code: '599' }],
  });
  expect(failure instanceof OutcomeUnknown).toBe(kind === 'unclear');
});

test('a rate limit waits as long as the provider asks', async () => {
  const failure = await thrown(callProvider(call(randomUUID()), fails('rate-limited', '429', 7000)));
  expect(failure.nextRetryDelay).toBe(7000);
});

test('an error nobody foresaw leaves the outcome of an effect open, and is tried again for a read', async () => {
  const surprise = () => Promise.reject(new TypeError('undefined is not a function'));
  expect((await thrown(callProvider(call(randomUUID(), true), surprise))).type).toBe('OutcomeUnknown');
  expect((await thrown(callProvider(call(randomUUID(), false), surprise))).type).toBe('ProviderUnavailable');
});

test('an unknown outcome reaches the engine as a failure that is not tried again, without an inside', async () => {
  const failure = await thrown(callProvider(call('twilio'), fails('unclear', 'ECONNRESET')));
  const sent = defaultFailureConverter.errorToFailure(failure, defaultPayloadConverter);
  expect(sent.applicationFailureInfo).toMatchObject({ type: 'OutcomeUnknown', nonRetryable: true });
  expect(sent.cause ?? null).toBeNull();
});

test('five failures in a row open the breaker; a single call tries after five seconds, then later and later, and closes it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const provider = randomUUID();
  for (let n = 0; n < 5; n++) await thrown(callProvider(call(provider), fails('unavailable')));
  expect(stateOf(provider)).toBe('open');

  let reached = 0;
  const works = async () => {
    reached += 1;
    return 'done';
  };
  vi.setSystemTime(Date.now() + 2_000);
  const failure = await thrown(callProvider(call(provider), works));
  expect({ type: failure.type, delay: failure.nextRetryDelay, reached }).toEqual({ type: 'ProviderUnavailable', delay: 3_000, reached: 0 });

  for (const [pauseMs, nextMs] of [
    [3_001, 15_000],
    [15_001, 60_000],
    [60_001, 60_000],
  ] as const) {
    vi.setSystemTime(Date.now() + pauseMs);
    await thrown(callProvider(call(provider), fails('unavailable')));
    expect(stateOf(provider)).toBe('open');
    expect((await thrown(callProvider(call(provider), works))).nextRetryDelay).toBe(nextMs);
  }
  expect(reached).toBe(0);
  vi.setSystemTime(Date.now() + 60_001);
  const slow = Promise.withResolvers<string>();
  const probe = callProvider(call(provider), () => slow.promise);
  const waiting = callProvider(call(provider), works);
  await Promise.resolve();
  expect({ state: stateOf(provider), reached }).toEqual({ state: 'probing', reached: 0 });
  slow.resolve('well again');
  expect(await probe).toBe('well again');
  expect(await waiting).toBe('done');
  expect(stateOf(provider)).toBe('closed');
});

test('refusals and limits do not open the breaker: the provider is well', async () => {
  const provider = randomUUID();
  for (const kind of ['refused', 'rate-limited', 'deferred'] as const) for (let n = 0; n < 10; n++) await thrown(callProvider(call(provider), fails(kind)));
  expect(stateOf(provider)).toBe('closed');
});

test('providers have breakers of their own', async () => {
  const [ill, well] = [randomUUID(), randomUUID()];
  for (let n = 0; n < 5; n++) await thrown(callProvider(call(ill), fails('unavailable')));
  expect(await callProvider(call(well), async () => 'fine')).toBe('fine');
  expect([stateOf(ill), stateOf(well)]).toEqual(['open', 'closed']);
});
