import type { AppContext } from '../context.ts';
import { refuse } from '../errors.ts';

/**
 * A cookie travels with whatever page asks, so what changes something must come from a page of ours. Browsers say so in
 * `Sec-Fetch-Site` or at least `Origin`; `programs` lets pass who sends neither, where no cookie counts.
 */
export function requireSameOrigin(c: AppContext, { programs = false } = {}): void {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const fromUs = site === undefined ? isOurs(c, origin) : site === 'same-origin';
  if (fromUs || (programs && site === undefined && origin === undefined)) return;
  throw refuse('foreign-origin', `The request came from ${origin ?? 'an unnamed page'}.`);
}

function isOurs(c: AppContext, origin: string | undefined): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return origin === new URL(c.var.deps.config.publicUrl).origin || host === c.req.header('host');
}
