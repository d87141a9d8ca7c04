import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { addPerson, changePerson, listPeople, type Person, readPerson } from '../../db/queries/people.ts';
import { roles } from '../access.ts';
import { actorOf, router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, isoOrNull, words } from '../schemas.ts';

export const peopleRoutes = router();

const role = z.enum(roles);
const email = z
  .email()
  .max(200)
  .transform((address) => address.toLowerCase());
const personSchema = z
  .object({ id: z.uuid(), name: z.string(), email: z.string(), role: z.string(), standInId: z.uuid().nullable(), disabledAt: instantSchema.nullable() })
  .openapi('Person');

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
    summary: 'Add a person',
    tags: ['people'],
    scope: 'people:write',
    acts: true,
    request: { body: jsonBody(z.strictObject({ name: words(120), email, role, standInId: z.uuid().optional() })) },
    responses: { 201: { ...json(personSchema, 'The person'), headers: located } },
  }),
  (c) =>
    act(c, {}, async (change) => {
      const person = await addPerson(change, { personId: randomUUID(), ...c.req.valid('json') });
      return c.json(toPerson(person), 201, { Location: `/v1/people/${person.id}` });
    }),
);

peopleRoutes.openapi(
  operation({
    method: 'patch',
    path: '/v1/people/{id}',
    summary: 'Change a person, their role or stand-in, or disable them',
    tags: ['people'],
    scope: 'people:write',
    request: {
      params: idParam,
      body: jsonBody(z.strictObject({ name: words(120), email, role, standInId: z.uuid().nullable(), disabled: z.boolean() }).partial()),
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

const toPerson = ({ id, name, email, role, standInId, disabledAt }: Person) => ({ id, name, email, role, standInId, disabledAt: isoOrNull(disabledAt) });
