import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { type Change, changeSubject } from '../../db/events.ts';
import { addPerson, changePerson, listPeople, type Person, readPerson, requireActive } from '../../db/queries/people.ts';
import { roles } from '../access.ts';
import { type AppContext, actorOf, router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, iso, isoOrNull, words } from '../schemas.ts';

export const peopleRoutes = router();

const role = z.enum(roles);
const email = z
  .email()
  .max(200)
  .transform((address) => address.toLowerCase());
const personSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.string(),
    standInId: z.uuid().nullable(),
    disabledAt: instantSchema.nullable(),
    disabledReason: z.string().nullable(),
  })
  .openapi('Person');

const linkSchema = z.object({ personId: z.uuid(), url: z.string(), expiresAt: instantSchema }).openapi('SignInLink');
const invitedSchema = personSchema
  .extend({ signInLink: linkSchema.nullable().openapi({ description: 'Shown this once; null for a narrowed key' }) })
  .openapi('InvitedPerson');

peopleRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/people',
    summary: 'The people of the brokerage',
    tags: ['people'],
    scope: 'people:read',
    request: { query: pageQuery },
    responses: { 200: json(pageOf(personSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const page = toPage(await tenantTx(c, (tx) => listPeople(tx, { after: readCursor(cursor, z.uuid()), limit: limit + 1 })), limit, ({ id }) => id);
    return c.json({ items: page.items.map(toPerson), nextCursor: page.nextCursor }, 200);
  },
);

peopleRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/people/{id}',
    summary: 'One person',
    tags: ['people'],
    scope: 'people:read',
    request: { params: idParam },
    responses: { 200: json(personSchema, 'The person') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(toPerson(found(await tenantTx(c, (tx) => readPerson(tx, { personId: id })), 'person', id)), 200);
  },
);

peopleRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/people',
    summary: 'Invite a person: adds them and answers with their one-time sign-in link',
    tags: ['people'],
    scope: 'people:write',
    acts: true,
    request: { body: jsonBody(z.strictObject({ name: words(120), email, role, standInId: z.uuid().optional() })) },
    responses: { 201: { ...json(invitedSchema, 'The person'), headers: located } },
  }),
  (c) =>
    act(c, { secret: true }, async (change) => {
      const person = await addPerson(change, { personId: randomUUID(), ...c.req.valid('json') });
      const signInLink = mayLetIn(c) ? await linkFor(c, change, person.id) : null;
      return c.json({ ...toPerson(person), signInLink }, 201, { Location: `/v1/people/${person.id}` });
    }),
);

peopleRoutes.openapi(
  operation({
    method: 'patch',
    path: '/v1/people/{id}',
    summary: 'Change a person, their role or stand-in, or disable them: their sessions, sign-in link and keys end at once',
    tags: ['people'],
    scope: 'people:write',
    request: {
      params: idParam,
      body: jsonBody(
        z
          .strictObject({
            name: words(120),
            email,
            role,
            standInId: z.uuid().nullable(),
            disabled: z.boolean(),
            reason: words().openapi({ description: 'Why they are disabled' }),
          })
          .partial(),
      ),
    },
    responses: { 200: json(personSchema, 'The person as they are now') },
  }),
  async (c) => {
    const { brokerageId } = c.var.caller;
    const { id } = c.req.valid('param');
    found(await tenantTx(c, (tx) => readPerson(tx, { personId: id })), 'person', id);
    const options = { brokerageId, subject: { kind: 'brokerage', id: brokerageId } as const, actor: actorOf(c), source: 'api', correlationId: c.var.requestId };
    return c.json(toPerson(await changeSubject(c.var.deps.db, options, (change) => changePerson(change, { personId: id, ...c.req.valid('json') }))), 200);
  },
);

peopleRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/people/{id}/sign-in-links',
    summary: 'A one-time sign-in link for a person; it is shown this once',
    description: 'Good for 24 hours and one sign-in; it replaces the link the person had. Also the way to a new password for who forgot theirs.',
    tags: ['people'],
    scope: 'people:write',
    acts: true,
    request: { params: idParam },
    responses: { 201: { ...json(linkSchema, 'The link'), headers: located } },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    if (!mayLetIn(c)) throw refuse('not-allowed', 'A sign-in link lets somebody do all their role allows; this key is narrower.');
    found(await tenantTx(c, (tx) => readPerson(tx, { personId: id })), 'person', id);
    return act(c, { secret: true }, async (change) => c.json(await linkFor(c, change, id), 201, { Location: `/v1/people/${id}` }));
  },
);

/** A session is not narrowed, so whoever makes one must not be. */
const mayLetIn = (c: AppContext): boolean => c.var.caller.scopes.includes('*');

/** A link for a person who may sign in, with its event. */
async function linkFor(c: AppContext, change: Change, personId: string): Promise<z.infer<typeof linkSchema>> {
  const { sessions, config } = c.var.deps;
  await requireActive(change.tx, { personId });
  const { token, expiresAt } = await sessions.makeLink({ brokerageId: c.var.caller.brokerageId, personId });
  await change.event('Person.SignInLinkMade', { personId, expiresAt: iso(expiresAt) });
  return { personId, url: `${config.publicUrl}/sign-in/${token}`, expiresAt: iso(expiresAt) };
}

const toPerson = ({ id, name, email, role, standInId, disabledAt, disabledReason }: Person) => ({
  ...{ id, name, email, role, standInId, disabledReason },
  disabledAt: isoOrNull(disabledAt),
});
