import { z } from '@hono/zod-openapi';
import { type EventRow, listEvents } from '../../db/queries/events.ts';
import { router, tenantTx } from '../context.ts';
import { json, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { instantSchema, iso } from '../schemas.ts';

export const eventRoutes = router();

const eventSchema = z
  .object({
    eventId: z.uuid(),
    position: z.int(),
    type: z.string(),
    version: z.int(),
    occurredAt: instantSchema,
    recordedAt: instantSchema,
    source: z.string(),
    actor: z.object({ kind: z.string(), id: z.string() }),
    correlationId: z.string(),
    causationId: z.string().nullable(),
    subject: z.object({ kind: z.string(), id: z.uuid() }),
    payload: z.unknown(),
  })
  .openapi('Event');

eventRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/events',
    summary: 'What happened, by position',
    tags: ['events'],
    scope: 'events:read',
    request: {
      query: pageQuery.extend({
        order: z.enum(['newest', 'oldest']).default('newest'),
        subjectKind: z.string().max(30).optional(),
        subjectId: z.uuid().optional(),
        type: z.string().max(80).optional(),
        correlationId: z.string().max(200).optional(),
      }),
    },
    responses: { 200: json(pageOf(eventSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, order, ...filter } = c.req.valid('query');
    const after = readCursor(cursor, z.int().min(0));
    const rows = await tenantTx(c, (tx) => listEvents(tx, { ...filter, newestFirst: order === 'newest', after, limit: limit + 1 }));
    const page = toPage(rows, limit, (row) => row.position);
    return c.json({ items: page.items.map(toEvent), nextCursor: page.nextCursor }, 200);
  },
);

const toEvent = (row: EventRow) => ({
  eventId: row.eventId,
  position: row.position!,
  type: row.type,
  version: row.version,
  occurredAt: iso(row.occurredAt),
  recordedAt: iso(row.recordedAt),
  source: row.source,
  actor: row.actor as { kind: string; id: string },
  correlationId: row.correlationId,
  causationId: row.causationId,
  subject: { kind: row.subjectKind, id: row.subjectId },
  payload: row.payload,
});
