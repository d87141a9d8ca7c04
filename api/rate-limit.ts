import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiDeps, AppContext } from './context.ts';
import { refuse } from './errors.ts';

/** One counter per API process and its deps; machine time. */
const limiters = new WeakMap<ApiDeps, RateLimiterMemory>();

function limiterOf(deps: ApiDeps): RateLimiterMemory {
  const known = limiters.get(deps);
  if (known) return known;
  const made = new RateLimiterMemory({ points: deps.config.requestsPerMinute, duration: 60 });
  limiters.set(deps, made);
  return made;
}

/** Counts this request against its key, or against the person of a session, and says in the standard headers what is left. */
export async function limitRate(c: AppContext): Promise<void> {
  const limit = c.var.deps.config.requestsPerMinute;
  const state = await limiterOf(c.var.deps)
    .consume(c.var.caller.keyId ?? c.var.caller.personId)
    .catch((over: unknown) => {
      if (over instanceof RateLimiterRes) return over;
      throw over;
    });
  const resetSeconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  c.header('RateLimit-Policy', `${limit};w=60`);
  c.header('RateLimit-Limit', String(limit));
  c.header('RateLimit-Remaining', String(Math.max(0, state.remainingPoints)));
  c.header('RateLimit-Reset', String(resetSeconds));
  if (state.consumedPoints > limit)
    throw refuse('too-many-requests', `One caller may send ${limit} requests in a minute.`, { retryAfterSeconds: resetSeconds });
}
