import { sql } from 'drizzle-orm';
import { boolean, index, pgSchema, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from './core.ts';

/**
 * How people prove who they are: a schema of its own, for the role `keyturn_auth` alone. It knows people by their ids;
 * names, addresses, roles and whether somebody is let in at all stay in `people`. Field names are the auth library's.
 */
export const authSchema = pgSchema('auth');
const made = () => instant('created_at').notNull().default(sql`clock_timestamp()`);
const touched = () => instant('updated_at').notNull().default(sql`clock_timestamp()`);

export const authUsers = authSchema.table(
  'users',
  {
    id: text('id').primaryKey(),
    brokerageId: uuid('brokerage_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** Made from the person's id: the library wants one, and people's own addresses change. */
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(true),
    name: text('name').notNull().default(''),
    image: text('image'),
    createdAt: made(),
    updatedAt: touched(),
  },
  (t) => [unique('users_person').on(t.personId)],
);
const userId = () =>
  text('user_id')
    .notNull()
    .references(() => authUsers.id, { onDelete: 'cascade' });

export const authSessions = authSchema.table(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    /** SHA-256 of the token in the cookie. */
    token: text('token').notNull().unique(),
    /** Begun with a one-time link: for a while it may choose a password without the old one. */
    byLink: boolean('by_link').notNull().default(false),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: made(),
    updatedAt: touched(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Passwords (scrypt with a salt each). The token columns belong to providers we do not use. */
export const authAccounts = authSchema.table(
  'accounts',
  {
    id: text('id').primaryKey(),
    userId: userId(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: made(),
    updatedAt: touched(),
  },
  (t) => [index('accounts_user').on(t.userId)],
);

/** One-time links: at most one per person, gone once used. Machine time. */
export const signInLinks = authSchema.table('sign_in_links', {
  userId: userId().primaryKey(),
  /** SHA-256 of the token in the address. */
  hash: text('hash').notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: made(),
});
