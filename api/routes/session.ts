import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { readPerson } from '../../db/queries/people.ts';
import { type AppContext, actorOf, router, tenantTx } from '../context.ts';
import { refuse } from '../errors.ts';
import { isFreshFromLink, meOf, meSchema } from '../me.view.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { countAttempt, forgiveAttempts } from '../sessions/attempts.ts';
import { passwordLength } from '../sessions/library.ts';
import { requireSameOrigin } from '../sessions/origin.ts';
import { beginSession, personBy } from '../sessions/sign-in.ts';

export const sessionRoutes = router();

const cookie = { 'Set-Cookie': { description: 'The session: `HttpOnly`, `SameSite=Lax`, over https also `Secure`', schema: { type: 'string' as const } } };
const address = z
  .string()
  .trim()
  .min(3)
  .max(200)
  .transform((email) => email.toLowerCase());
const anyPassword = z.string().min(1).max(passwordLength.max);

sessionRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/session',
    summary: 'Sign in',
    description: 'The answer is the same for an unknown address and a wrong password. After 10 failed attempts an address waits a quarter of an hour.',
    tags: ['session'],
    scope: null,
    request: {
      body: jsonBody(
        z.strictObject({
          email: address,
          password: anyPassword,
          brokerage: z.string().max(80).optional().openapi({ description: 'Slug; only for an address that is good in several' }),
        }),
      ),
    },
    responses: { 200: { ...json(meSchema, 'Signed in'), headers: cookie } },
  }),
  async (c) => {
    requireSameOrigin(c, { programs: true });
    await beginSession(c, await personBy(c, c.req.valid('json')), { byLink: false });
    return c.json(await meOf(c), 200);
  },
);

sessionRoutes.openapi(
  operation({
    method: 'delete',
    path: '/v1/session',
    summary: 'Sign out; the session ends at once. A key stays as it is',
    tags: ['session'],
    scope: 'any',
    responses: { 204: { description: 'Signed out', headers: cookie } },
  }),
  async (c) => {
    if (c.var.session) for (const value of await c.var.deps.sessions.end(c.req.header('cookie')!)) c.header('Set-Cookie', value, { append: true });
    return c.body(null, 204);
  },
);

sessionRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/session/password',
    summary: 'Choose a password; every other session of the person ends',
    description: 'Takes the present password, except within half an hour of signing in by a one-time link, or where none was set.',
    tags: ['session'],
    scope: 'any',
    request: {
      body: jsonBody(z.strictObject({ newPassword: z.string().min(passwordLength.min).max(passwordLength.max), currentPassword: anyPassword.optional() })),
    },
    responses: { 204: { description: 'Set; the session goes on under a new cookie', headers: cookie } },
  }),
  async (c) => {
    const { caller, session, deps, requestId } = c.var;
    const { sessions } = deps;
    if (!session) throw refuse('session-needed');
    const { newPassword, currentPassword } = c.req.valid('json');
    const person = await tenantTx(c, (tx) => readPerson(tx, caller));
    if (isWeak(newPassword, person!.email)) throw refuse('password-unfit');
    if (!isFreshFromLink(session) && (await sessions.hasPassword(session.userId)) && !(await isCurrent(c, person!.email, currentPassword)))
      throw refuse('wrong-password');
    const { brokerageId } = caller;
    const options = { brokerageId, subject: { kind: 'brokerage', id: brokerageId } as const, actor: actorOf(c), source: 'api', correlationId: requestId };
    await changeSubject(deps.db, options, async (change) => {
      await change.event('Person.PasswordSet', { personId: caller.personId });
      await sessions.putPassword(session.userId, newPassword);
    });
    await beginSession(c, caller, { byLink: false });
    return c.body(null, 204);
  },
);

sessionRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/me',
    summary: 'Who asks, and what they may',
    tags: ['session'],
    scope: 'any',
    responses: { 200: json(meSchema, 'The caller') },
  }),
  async (c) => c.json(await meOf(c), 200),
);

const isWeak = (password: string, email: string): boolean => new Set(password).size < 4 || password.toLowerCase().includes(email.toLowerCase());

/** A stolen session is no way to try passwords: attempts count as those of signing in. */
async function isCurrent(c: AppContext, email: string, password: string | undefined): Promise<boolean> {
  if (password === undefined) return false;
  await countAttempt(c, email);
  if (!(await c.var.deps.sessions.isPassword(c.var.caller.personId, password))) return false;
  await forgiveAttempts(c, email);
  return true;
}
