import type { OpenAPIHono } from '@hono/zod-openapi';
import type { NotFoundHandler } from 'hono';
import type { AppEnv } from './context.ts';
import { problem, refuse } from './errors.ts';

/** 405 with `Allow` for an address that knows other methods, else 404. */
export function answerUnknown(app: OpenAPIHono<AppEnv>): NotFoundHandler<AppEnv> {
  let known: { method: string; pattern: RegExp }[] | undefined;
  return (c) => {
    known ??= app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => ({ method, pattern: toPattern(path) }));
    const allowed = [...new Set(known.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method))];
    const refusal =
      allowed.length > 0 ? refuse('method-not-allowed', `This address takes ${allowed.join(', ')}.`) : refuse('not-found', 'There is nothing at this address.');
    if (allowed.length > 0) c.header('Allow', allowed.join(', '));
    return problem(c, refusal.code, refusal.message, refusal.nextStep);
  };
}

const toPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('/')}$`,
  );
