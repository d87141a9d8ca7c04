import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './context.ts';

const strict = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
});

/** Everything from ourselves, nothing framed, nothing sniffed. What the API answers is never cached by others. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await strict(c, next);
  if (c.req.path.startsWith('/v1/')) c.res.headers.set('Cache-Control', 'no-store');
};
