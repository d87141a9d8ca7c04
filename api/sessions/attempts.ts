import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { ApiDeps, AppContext } from '../context.ts';
import { refuse } from '../errors.ts';

/** Failed attempts within a quarter of an hour: for one e-mail address, known or not, and from one network address. */
const limits = { address: 10, network: 100 };
const duration = 15 * 60;

const limiters = new WeakMap<ApiDeps, Record<keyof typeof limits, RateLimiterMemory>>();
function limitersOf(deps: ApiDeps): Record<keyof typeof limits, RateLimiterMemory> {
  const known = limiters.get(deps);
  if (known) return known;
  const made = { address: new RateLimiterMemory({ points: limits.address, duration }), network: new RateLimiterMemory({ points: limits.network, duration }) };
  limiters.set(deps, made);
  return made;
}

/** Counts an attempt before it is judged, so that many at once are no way around. */
export async function countAttempt(c: AppContext, email: string): Promise<void> {
  const { address, network } = limitersOf(c.var.deps);
  for (const attempt of [address.consume(hashOf(email)), network.consume(networkOf(c))])
    await attempt.catch((over: { msBeforeNext?: number }) => {
      if (over.msBeforeNext === undefined) throw over;
      throw refuse('too-many-attempts', undefined, { retryAfterSeconds: Math.max(1, Math.ceil(over.msBeforeNext / 1000)) });
    });
}

/** It was them after all. */
export async function forgiveAttempts(c: AppContext, email: string): Promise<void> {
  const { address, network } = limitersOf(c.var.deps);
  await Promise.all([address.delete(hashOf(email)), network.reward(networkOf(c))]);
}

const hashOf = (email: string): string => createHash('sha256').update(email).digest('base64url');

/** Who is at the other end; behind a proxy of our own, whom the proxy last named. */
function networkOf(c: AppContext): string {
  const peer = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown';
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return forwarded && isPrivate(peer) ? forwarded : peer;
}

const isPrivate = (address: string): boolean => /^(::1$|(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|f[cd])/i.test(address);
