import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { AppEnv } from './context.ts';

const closed = { defaultSrc: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"] };
const others = { referrerPolicy: 'no-referrer', xFrameOptions: 'DENY' };

const plain = secureHeaders({ ...others, contentSecurityPolicy: { ...closed, styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'] } });
/** The reference page runs its script, which comes from ourselves like everything else. */
const scripted = secureHeaders({
  ...others,
  contentSecurityPolicy: {
    ...closed,
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
  },
});

/** Everything from ourselves, nothing framed, nothing sniffed. What the API answers is never cached by others. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await (c.req.path === '/docs' ? scripted : plain)(c, next);
  const secret = c.req.path.startsWith('/sign-in/');
  if (secret || c.req.path.startsWith('/v1/')) c.res.headers.set('Cache-Control', 'no-store');
  // With no referrer at all a form would not tell where it stands, and be taken for a foreign page's.
  if (secret) c.res.headers.set('Referrer-Policy', 'same-origin');
};
