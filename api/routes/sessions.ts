import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { readPerson } from '../../db/queries/people.ts';
import { deviceOf } from '../../domain/people/device.ts';
import { type AppContext, actorOf, router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { json, operation } from '../operation.ts';
import { idParam, instantSchema, iso } from '../schemas.ts';

export const sessionsRoutes = router();

const sessionSchema = z
  .object({
    id: z.string(),
    current: z.boolean().openapi({ description: 'The one that asks' }),
    device: z
      .string()
      .nullable()
      .openapi({ description: 'Browser and system as the browser names them; no network address is kept', example: 'Chrome on Windows' }),
    byLink: z.boolean().openapi({ description: 'Begun with a one-time link' }),
    startedAt: instantSchema,
    lastSeenAt: instantSchema.openapi({ description: 'To five minutes' }),
    expiresAt: instantSchema.openapi({ description: 'Unless it is used before; at the latest 30 days after its start' }),
  })
  .openapi('Session');
const listSchema = z.object({ items: z.array(sessionSchema) }).openapi('Sessions');
const endedSchema = z.object({ ended: z.number().int() }).openapi('EndedSessions');

async function listOf(c: AppContext, personId: string): Promise<z.infer<typeof listSchema>> {
  const items = await c.var.deps.sessions.list(personId);
  return {
    items: items.map(({ id, byLink, userAgent, startedAt, lastSeenAt, expiresAt }) => ({
      ...{ id, byLink, current: id === c.var.session?.id, device: deviceOf(userAgent) },
      ...{ startedAt: iso(startedAt), lastSeenAt: iso(lastSeenAt), expiresAt: iso(expiresAt) },
    })),
  };
}

/** Ends sessions of a person and records it; what they show live ends with its next look at who they are. */
async function end(c: AppContext, personId: string, which: { only?: string; but?: string } = {}): Promise<number> {
  const { caller, deps, requestId } = c.var;
  const subject = { kind: 'brokerage', id: caller.brokerageId } as const;
  const options = { brokerageId: caller.brokerageId, subject, actor: actorOf(c), source: 'api', correlationId: requestId };
  return changeSubject(deps.db, options, async ({ event }) => {
    const count = await deps.sessions.endOf(personId, which);
    if (count > 0) await event('Person.SessionsEnded', { personId, count });
    return count;
  });
}

const own = (c: AppContext) => {
  if (!c.var.session) throw refuse('session-needed');
  return c.var.session;
};

sessionsRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/sessions',
    summary: 'Where one is signed in, the session used last first',
    tags: ['session'],
    scope: 'any',
    responses: { 200: json(listSchema, 'Own sessions') },
  }),
  async (c) => c.json(await listOf(c, own(c).personId), 200),
);

sessionsRoutes.openapi(
  operation({
    method: 'delete',
    path: '/v1/sessions/{id}',
    summary: 'End one session of one’s own, here or elsewhere',
    tags: ['session'],
    scope: 'any',
    request: { params: z.object({ id: z.string().min(1).max(64) }) },
    responses: { 204: { description: 'Ended' } },
  }),
  async (c) => {
    const { personId } = own(c);
    const { id } = c.req.valid('param');
    if ((await end(c, personId, { only: id })) === 0) throw refuse('not-found', 'You have no such session; it may have ended.');
    return c.body(null, 204);
  },
);

sessionsRoutes.openapi(
  operation({
    method: 'delete',
    path: '/v1/sessions',
    summary: 'End all sessions of one’s own but the one that asks',
    tags: ['session'],
    scope: 'any',
    responses: { 200: json(endedSchema, 'How many ended') },
  }),
  async (c) => {
    const { personId, id } = own(c);
    return c.json({ ended: await end(c, personId, { but: id }) }, 200);
  },
);

sessionsRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/people/{id}/sessions',
    summary: 'Where a person is signed in',
    tags: ['people'],
    scope: 'people:write',
    request: { params: idParam },
    responses: { 200: json(listSchema, 'Their sessions') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    found(await tenantTx(c, (tx) => readPerson(tx, { personId: id })), 'person', id);
    return c.json(await listOf(c, id), 200);
  },
);

sessionsRoutes.openapi(
  operation({
    method: 'delete',
    path: '/v1/people/{id}/sessions',
    summary: 'Sign a person out everywhere; they may sign in anew',
    description: 'Disabling a person does this as well, and keeps them out.',
    tags: ['people'],
    scope: 'people:write',
    request: { params: idParam },
    responses: { 200: json(endedSchema, 'How many ended') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    found(await tenantTx(c, (tx) => readPerson(tx, { personId: id })), 'person', id);
    return c.json({ ended: await end(c, id) }, 200);
  },
);
