import { z } from '@hono/zod-openapi';
import { decideLookup, findLookup, type Lookup, lookupCosts } from '../../db/queries/enrichments.ts';
import { router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { idParam, instantSchema, iso, isoOrNull } from '../schemas.ts';

export const enrichmentRoutes = router();

const lookupSchema = z
  .object({
    id: z.uuid(),
    provider: z.string(),
    status: z.string().openapi({ description: 'claimed, answered, empty, refused, unknown or released' }),
    sandbox: z.boolean(),
    costCents: z.int(),
    askedAt: instantSchema,
    answeredAt: instantSchema.nullable(),
    problem: z.unknown().nullable(),
  })
  .openapi('Lookup');

enrichmentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/lookups/costs',
    summary: 'What data providers answered and billed in all',
    tags: ['leads'],
    scope: 'sourcing:read',
    responses: {
      200: json(
        z.object({ items: z.array(z.object({ provider: z.string(), status: z.string(), count: z.int(), costCents: z.int() })) }),
        'By provider and status',
      ),
    },
  }),
  async (c) => c.json({ items: await tenantTx(c, (tx) => lookupCosts(tx)) }, 200),
);

enrichmentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/lookups/{id}',
    summary: 'One question to a data provider',
    tags: ['leads'],
    scope: 'sourcing:read',
    request: { params: idParam },
    responses: { 200: json(lookupSchema, 'The lookup') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(toLookup(found(await tenantTx(c, (tx) => findLookup(tx, { lookupId: id })), 'lookup', id)), 200);
  },
);

enrichmentRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/lookups/{id}/settle',
    summary: 'Say what came of a lookup whose outcome is unknown',
    tags: ['leads'],
    scope: 'sourcing:write',
    acts: true,
    request: {
      params: idParam,
      body: jsonBody(
        z.strictObject({
          outcome: z
            .enum(['ask-again', 'leave'])
            .openapi({ description: '`ask-again`: it was not billed and may be asked at the next enrichment; `leave`: never' }),
        }),
      ),
    },
    responses: { 200: json(lookupSchema, 'Settled') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const lookup = found(await tenantTx(c, (tx) => findLookup(tx, { lookupId: id })), 'lookup', id);
    return act(c, { subject: { kind: 'lead', id: lookup.leadId } }, async (change) =>
      c.json(toLookup(await decideLookup(change, { lookupId: id, ...c.req.valid('json'), by: c.var.caller.personId })), 200),
    );
  },
);

const toLookup = ({ id, provider, status, sandbox, costCents, claimedAt, answeredAt, problem }: Lookup) => ({
  ...{ id, provider, status, sandbox, costCents, problem: problem ?? null },
  askedAt: iso(claimedAt),
  answeredAt: isoOrNull(answeredAt),
});
