import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { z } from 'zod';
import type { Db } from '../../db/client.ts';
import { authAccounts, authSessions, authUsers } from '../../db/schema/auth.ts';
import { withHashedTokens } from './hashed-tokens.ts';

const day = 86_400;
export const passwordLength = { min: 12, max: 128 };

/** The one place that knows better-auth: passwords, sessions and their cookie. None of its HTTP addresses is served. */
export function authLibrary({ db, secret, publicUrl }: { db: Db; secret: string; publicUrl: string }) {
  const secure = publicUrl.startsWith('https:');
  return betterAuth({
    appName: 'Keyturn',
    baseURL: publicUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: withHashedTokens(
      drizzleAdapter(db.orm, { provider: 'pg', schema: { user: authUsers, session: authSessions, account: authAccounts }, transaction: true }) as never,
    ) as never,
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: passwordLength.min, maxPasswordLength: passwordLength.max },
    user: { additionalFields: { brokerageId: { type: 'string', required: true, input: false }, personId: { type: 'string', required: true, input: false } } },
    session: {
      expiresIn: 7 * day,
      updateAge: day,
      cookieCache: { enabled: false },
      additionalFields: { byLink: { type: 'boolean', required: false, defaultValue: false, input: false } },
    },
    rateLimit: { enabled: false },
    advanced: {
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      // `__Host-`: of this host alone, over https alone, set by nobody else.
      cookies: {
        session_token: { name: secure ? '__Host-keyturn' : 'keyturn', attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
      },
    },
    plugins: [ours],
  });
}

/** What the library lacks: a session for somebody who came by a link, and setting a password anew. Callable by us alone. */
const ours = {
  id: 'keyturn',
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ userId: z.string(), byLink: z.boolean() }) }, async (ctx) => {
      const { userId, byLink } = ctx.body;
      const user = await ctx.context.internalAdapter.findUserById(userId);
      if (!user) throw new APIError('UNAUTHORIZED');
      const session = await ctx.context.internalAdapter.createSession(userId, false, { byLink }, true);
      await setSessionCookie(ctx, { session, user });
      return { user };
    }),
    isPassword: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ userId: z.string(), password: z.string() }) }, async (ctx) => {
      const { userId, password } = ctx.body;
      const account = (await ctx.context.internalAdapter.findAccounts(userId)).find(({ providerId }) => providerId === 'credential');
      if (account?.password) return ctx.context.password.verify({ hash: account.password, password });
      // Takes as long as a look at one.
      await ctx.context.password.hash(password);
      return false;
    }),
    putPassword: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ userId: z.string(), password: z.string() }) }, async (ctx) => {
      const { userId } = ctx.body;
      const { internalAdapter } = ctx.context;
      const password = await ctx.context.password.hash(ctx.body.password);
      const known = (await internalAdapter.findAccounts(userId)).some(({ providerId }) => providerId === 'credential');
      if (known) await internalAdapter.updatePassword(userId, password);
      else await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password });
      await internalAdapter.deleteUserSessions(userId);
      return {};
    }),
  },
} as const;
