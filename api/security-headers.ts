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

/** The application: no script or handler in the page itself; styles of components are set inline. */
const ofApplication = {
  ...closed,
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
};
const application = secureHeaders({ ...others, contentSecurityPolicy: ofApplication });
/** The worker that reads PDF files decodes scans by WebAssembly of ours. Its file is what may; no page. */
const decoder = secureHeaders({ ...others, contentSecurityPolicy: { ...ofApplication, scriptSrc: ["'self'", "'wasm-unsafe-eval'"] } });
/** A PDF file in a tab of its own: browsers show it by an object in a page of theirs. */
const pdf = secureHeaders({ ...others, contentSecurityPolicy: { ...closed, styleSrc: ["'unsafe-inline'"], objectSrc: ["'self'"] } });
const nothing = async (): Promise<void> => {};

/** Everything from ourselves, nothing sniffed, nothing framed. What the API answers is never cached by others. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const isPdf = c.res.headers.get('content-type')?.startsWith('application/pdf');
  const ofPage = c.var.page && { application, decoder }[c.var.page];
  await (ofPage ?? (c.req.path === '/docs' ? scripted : isPdf ? pdf : plain))(c, nothing);
  const secret = c.req.path.startsWith('/sign-in/');
  if (secret || c.req.path.startsWith('/v1/')) c.res.headers.set('Cache-Control', 'no-store');
  // With no referrer at all a form would not tell where it stands, and be taken for a foreign page's.
  if (secret) c.res.headers.set('Referrer-Policy', 'same-origin');
};
