import { z } from '@hono/zod-openapi';
import { discardParked, listParked, type ParkedEvent, retryParked } from '../../db/queries/parked.ts';
import { router, tenantTx } from '../context.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, iso, isoOrNull, words } from '../schemas.ts';

export const parkedRoutes = router();

const parkedSchema = z
  .object({
    id: z.uuid(),
    consumer: z.string(),
    event: z.object({ id: z.uuid(), type: z.string(), position: z.int(), subject: z.object({ kind: z.string(), id: z.uuid() }) }),
    cause: z.string(),
    nextStep: z.string(),
    attempts: z.int(),
    status: z.string(),
    parkedAt: instantSchema,
    settledAt: instantSchema.nullable(),
    settledBy: z.string().nullable(),
    settledReason: z.string().nullable(),
    runbook: z.string(),
  })
  .openapi('ParkedEvent');

parkedRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/parked',
    summary: 'Events that a consumer could not take, oldest first',
    tags: ['events'],
    scope: 'events:read',
    request: { query: pageQuery.extend({ status: z.enum(['parked', 'retry', 'done', 'discarded']).default('parked') }) },
    responses: { 200: json(pageOf(parkedSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, status } = c.req.valid('query');
    const after = readCursor(cursor, z.tuple([z.int().min(0), z.uuid()]));
    const page = toPage(await tenantTx(c, (tx) => listParked(tx, { status, after, limit: limit + 1 })), limit, (row) => [row.position, row.id]);
    return c.json({ items: page.items.map(toParked), nextCursor: page.nextCursor }, 200);
  },
);

parkedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/parked/{id}/retry',
    summary: 'Deliver it again; what waits behind it follows',
    tags: ['events'],
    scope: 'events:write',
    acts: true,
    request: { params: idParam },
    responses: { 200: json(parkedSchema, 'The relay takes it up') },
  }),
  (c) => act(c, {}, async (change) => c.json(toParked(await retryParked(change, { parkedId: c.req.valid('param').id })), 200)),
);

parkedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/parked/{id}/discard',
    summary: 'Give it up for this consumer; what waits behind it is delivered',
    tags: ['events'],
    scope: 'events:write',
    acts: true,
    request: { params: idParam, body: jsonBody(z.strictObject({ reason: words() })) },
    responses: { 200: json(parkedSchema, 'Discarded; the event itself stays in the log') },
  }),
  (c) =>
    act(c, {}, async (change) =>
      c.json(toParked(await discardParked(change, { parkedId: c.req.valid('param').id, by: c.var.caller.personId, ...c.req.valid('json') })), 200),
    ),
);

const toParked = (row: ParkedEvent) => ({
  id: row.id,
  consumer: row.consumer,
  event: { id: row.eventId, type: row.type, position: row.position, subject: { kind: row.subjectKind, id: row.subjectId } },
  cause: row.cause,
  nextStep: row.nextStep,
  attempts: row.attempts,
  status: row.status,
  parkedAt: iso(row.parkedAt),
  settledAt: isoOrNull(row.settledAt),
  settledBy: row.settledBy,
  settledReason: row.settledReason,
  runbook: '/docs/runbooks/parked-events',
});
