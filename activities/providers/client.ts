import { ApplicationFailure } from '@temporalio/common';
import { BrokenCircuitError, type CircuitBreakerPolicy, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen, IterableBackoff } from 'cockatiel';
import { type FaultKind, type ProviderCall, ProviderFault, toFailure } from './faults.ts';

export { OutcomeUnknown, ProviderFault } from './faults.ts';

/** Faults of the provider itself; a refusal or a rate limit says that it is well. */
const breaking: ReadonlySet<FaultKind> = new Set(['unavailable', 'unauthorised', 'reply-invalid', 'unclear']);
const failuresToOpen = 5;
/** A provider that was away for a moment is asked again soon; one that stays away, once a minute. */
const probesAfterMs = [5_000, 15_000, 60_000] as const;

type Breaker = { policy: CircuitBreakerPolicy; openedAt: number | null /** Times it opened in a row. */; opened: number };
/** One breaker per provider in this process. */
const breakers = new Map<string, Breaker>();

/**
 * The one way to a provider. `fn` gets a signal that ends the call after `timeoutMs`, and throws `ProviderFault`s.
 * What leaves here is a failure Temporal understands: `OutcomeUnknown` when the provider may have acted, otherwise
 * one that means nothing was done, with the delay until it is worth trying again.
 */
export async function callProvider<T>(call: ProviderCall & { timeoutMs: number }, fn: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const breaker = breakerOf(call.provider);
  try {
    return await breaker.policy.execute(() => fn(AbortSignal.timeout(call.timeoutMs)).catch((error: unknown) => Promise.reject(asFault(call, error))));
  } catch (error) {
    if (error instanceof BrokenCircuitError) throw circuitOpen(call, breaker);
    throw toFailure(call, error as ProviderFault);
  }
}

/** For /readyz and doctor: providers called so far, and since when they are left alone. */
export function breakerStates(): { provider: string; state: 'closed' | 'open' | 'probing'; openedAt: string | null }[] {
  return [...breakers].map(([provider, { policy, openedAt }]) => ({
    provider,
    state: policy.state === CircuitState.Closed ? 'closed' : policy.state === CircuitState.HalfOpen ? 'probing' : 'open',
    openedAt: openedAt === null ? null : new Date(openedAt).toISOString(),
  }));
}

function breakerOf(provider: string): Breaker {
  const known = breakers.get(provider);
  if (known) return known;
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof ProviderFault && breaking.has(error.kind)),
    { breaker: new ConsecutiveBreaker(failuresToOpen), halfOpenAfter: new IterableBackoff(probesAfterMs) },
  );
  const breaker: Breaker = { policy, openedAt: null, opened: 0 };
  policy.onBreak(() => {
    breaker.openedAt = Date.now();
    breaker.opened++;
  });
  policy.onReset(() => {
    breaker.openedAt = null;
    breaker.opened = 0;
  });
  breakers.set(provider, breaker);
  return breaker;
}

function circuitOpen({ provider, operation }: ProviderCall, { openedAt, opened }: Breaker): ApplicationFailure {
  const pauseMs = probesAfterMs[Math.min(opened, probesAfterMs.length) - 1] ?? 0;
  const waitMs = Math.max(1000, (openedAt ?? 0) + pauseMs - Date.now());
  return ApplicationFailure.create({
    type: 'ProviderUnavailable',
    message: `${provider} failed several times in a row and is left alone for a while; the ${operation} is tried again by itself`,
    details: [{ provider, code: 'circuit-open' }],
    nextRetryDelay: waitMs,
  });
}

/** An error nobody foresaw: with an effect at stake nothing may be assumed about what the provider did. */
function asFault({ effect }: ProviderCall, error: unknown): ProviderFault {
  if (error instanceof ProviderFault) return effect || error.kind !== 'unclear' ? error : new ProviderFault('unavailable', error.code, error.retryAfterMs);
  return new ProviderFault(effect ? 'unclear' : 'unavailable', error instanceof Error ? error.name : 'Error');
}
