import { z } from '@hono/zod-openapi';
import { businessNow } from '../db/clock.ts';
import { readBrokerage, readInstance } from '../db/queries/me.ts';
import { readPerson } from '../db/queries/people.ts';
import { roles, scopes, scopesOf } from './access.ts';
import { type AppContext, tenantTx } from './context.ts';
import { found } from './errors.ts';
import { instantSchema, iso } from './schemas.ts';

export const meSchema = z
  .object({
    person: z.object({ id: z.uuid(), name: z.string(), email: z.string(), role: z.enum(roles) }),
    brokerage: z.object({ slug: z.string(), name: z.string(), zone: z.string() }),
    may: z.array(z.enum(scopes)).openapi({ description: 'Every scope this caller has: what the role allows, within those of a key' }),
    embedded: z.boolean().openapi({ description: 'The instance carries its own engine, so its clock can be moved' }),
    sandbox: z.boolean().openapi({ description: 'Messages and signatures go to the sandbox' }),
    temporalUiUrl: z.string().nullable(),
    namespace: z.string(),
    businessNow: instantSchema,
    session: z
      .object({ expiresAt: instantSchema, hasPassword: z.boolean(), needsCurrentPassword: z.boolean() })
      .nullable()
      .openapi({ description: 'Null for a key. `needsCurrentPassword`: choosing a new password takes the present one' }),
  })
  .openapi('Me');

/** Who asks and what they may, as everything that adapts to its user needs it. */
export async function meOf(c: AppContext): Promise<z.infer<typeof meSchema>> {
  const { caller, session, deps } = c.var;
  const { config, sessions } = deps;
  const [rows, hasPassword] = await Promise.all([
    tenantTx(c, async (tx) => ({
      person: await readPerson(tx, caller),
      brokerage: await readBrokerage(tx),
      instance: await readInstance(tx),
      now: await businessNow(tx),
    })),
    session ? sessions.hasPassword(session.userId) : false,
  ]);
  const { id, name, email, role } = found(rows.person, 'person', caller.personId);
  return {
    person: { id, name, email, role: role as (typeof roles)[number] },
    brokerage: found(rows.brokerage, 'brokerage', caller.slug),
    may: scopesOf(caller),
    embedded: rows.instance.embedded,
    sandbox: config.sandboxUrl !== undefined,
    temporalUiUrl: config.temporalUiUrl ?? null,
    namespace: config.temporalNamespace,
    businessNow: iso(rows.now),
    session: session && { expiresAt: iso(session.expiresAt), hasPassword, needsCurrentPassword: hasPassword && !isFreshFromLink(session) },
  };
}

const freshMs = 30 * 60_000;

/** Shortly after a one-time link a new password needs no old one: the link is how a forgotten one is replaced. */
export const isFreshFromLink = ({ byLink, startedAt }: { byLink: boolean; startedAt: Date }): boolean => byLink && startedAt.getTime() + freshMs > Date.now();
