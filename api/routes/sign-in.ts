import { html } from 'hono/html';
import { resolvePerson } from '../../db/across/sign-in.ts';
import { limitBody } from '../body-limit.ts';
import { type AppContext, router } from '../context.ts';
import { htmlPage } from '../html.ts';
import { requireSameOrigin } from '../sessions/origin.ts';
import { beginSession } from '../sessions/sign-in.ts';

/**
 * Where a one-time link leads. Opening it only shows a button, because scanners of mail open links; pressing it uses the
 * link up. Not part of the contract for callers, so not in the OpenAPI document.
 */
export const signInRoutes = router();

signInRoutes.get('/sign-in/:token', async (c) => {
  const { db, sessions } = c.var.deps;
  const link = await sessions.findLink(tokenOf(c));
  const person = link && (await resolvePerson(db, link));
  if (!person) return c.html(htmlPage('Sign in', gone), 404);
  return c.html(htmlPage('Sign in', html`<h1>Keyturn</h1><p>This link lets you in once.</p><form method="post"><button autofocus>Sign in</button></form>`));
});

signInRoutes.post('/sign-in/:token', async (c) => {
  limitBody(c, 10_000);
  requireSameOrigin(c, { programs: true });
  const { db, sessions } = c.var.deps;
  // Looked at before it is used up: of somebody who is disabled nothing begins.
  const link = await sessions.findLink(tokenOf(c));
  const person = link && (await resolvePerson(db, link));
  if (!person || !(await sessions.takeLink(tokenOf(c)))) return c.html(htmlPage('Sign in', gone), 404);
  await beginSession(c, person, { byLink: true });
  return c.redirect('/', 303);
});

const tokenOf = (c: AppContext): string => c.req.param('token') ?? '';
const gone = html`<h1>Sign in</h1><p>This link was used already, has expired, or was replaced by a newer one. Ask your broker for a new one, or run <code>npx keyturn sign-in &lt;email&gt;</code> on the machine of the instance.</p><p><a href="/">Sign in with a password</a></p>`;
