import { randomBytes, randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { type ApiKey, addKey, listKeys, readKey, revokeKey } from '../../db/queries/people.ts';
import { mayDo, type Scope, scopes } from '../access.ts';
import { hashKey } from '../auth.ts';
import { actorOf, type Caller, router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, iso, isoOrNull, words } from '../schemas.ts';

export const keyRoutes = router();

const scopeSchema = z.enum(['*', ...scopes]);
const keySchema = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    name: z.string(),
    scopes: z.array(z.string()),
    expiresAt: instantSchema.nullable(),
    revokedAt: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .openapi('Key');

keyRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/keys',
    summary: 'API keys, without the keys themselves',
    tags: ['keys'],
    scope: 'keys:read',
    request: { query: pageQuery },
    responses: { 200: json(pageOf(keySchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const page = toPage(await tenantTx(c, (tx) => listKeys(tx, { after: readCursor(cursor, z.uuid()), limit: limit + 1 })), limit, ({ id }) => id);
    return c.json({ items: page.items.map(toKey), nextCursor: page.nextCursor }, 200);
  },
);

keyRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/keys',
    summary: 'Make a key; it is shown this once',
    description: 'A key never does more than its maker: its scopes lie within those of the key that makes it. Only a broker makes keys for others.',
    tags: ['keys'],
    scope: 'keys:write',
    acts: true,
    request: {
      body: jsonBody(
        z.strictObject({
          name: words(80),
          personId: z.uuid().optional().openapi({ description: 'Whom it acts for; the caller when left out' }),
          scopes: z.array(scopeSchema).min(1).max(40),
          expiresAt: z.iso.datetime().optional(),
        }),
      ),
    },
    responses: {
      201: { ...json(keySchema.extend({ key: z.string().openapi({ description: 'Send it as `Authorization: Bearer`' }) }), 'The key'), headers: located },
    },
  }),
  (c) => {
    const { name, scopes: wanted, expiresAt, personId = c.var.caller.personId } = c.req.valid('json');
    mayMake(c.var.caller, personId, wanted);
    return act(c, { secret: true }, async (change) => {
      const key = `kt_${randomBytes(24).toString('base64url')}`;
      const row = await addKey(change, {
        keyId: randomUUID(),
        personId,
        name,
        hash: hashKey(key),
        scopes: wanted,
        expiresAt: expiresAt ? new Date(expiresAt) : null,
      });
      return c.json({ ...toKey(row), key }, 201, { Location: `/v1/keys/${row.id}` });
    });
  },
);

keyRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/keys/{id}',
    summary: 'One key, without the key itself',
    tags: ['keys'],
    scope: 'keys:read',
    request: { params: idParam },
    responses: { 200: json(keySchema, 'The key') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(toKey(found(await tenantTx(c, (tx) => readKey(tx, { keyId: id })), 'key', id)), 200);
  },
);

keyRoutes.openapi(
  operation({
    method: 'delete',
    path: '/v1/keys/{id}',
    summary: 'Revoke a key; it stops at once',
    tags: ['keys'],
    scope: 'keys:write',
    request: { params: idParam },
    responses: { 204: { description: 'Revoked' } },
  }),
  async (c) => {
    const { brokerageId, role, personId } = c.var.caller;
    const { id } = c.req.valid('param');
    const key = found(await tenantTx(c, (tx) => readKey(tx, { keyId: id })), 'key', id);
    if (role !== 'broker' && key.personId !== personId) throw refuse('not-allowed', 'Only a broker revokes keys of others.');
    const options = { brokerageId, subject: { kind: 'brokerage', id: brokerageId } as const, actor: actorOf(c), source: 'api', correlationId: c.var.requestId };
    await changeSubject(c.var.deps.db, options, (change) => revokeKey(change, { keyId: id }));
    return c.body(null, 204);
  },
);

function mayMake(caller: Caller, personId: string, wanted: string[]): void {
  if (caller.role !== 'broker' && personId !== caller.personId) throw refuse('not-allowed', 'Only a broker makes keys for others.');
  const beyond = wanted.filter((scope) => (scope === '*' ? !caller.scopes.includes('*') : !mayDo(caller, scope as Scope)));
  if (beyond.length > 0) throw refuse('not-allowed', `The key that asks may not do ${beyond.join(', ')} itself.`);
}

const toKey = (row: ApiKey) => ({
  id: row.id,
  personId: row.personId,
  name: row.name,
  scopes: row.scopes,
  expiresAt: isoOrNull(row.expiresAt),
  revokedAt: isoOrNull(row.revokedAt),
  createdAt: iso(row.createdAt),
});
