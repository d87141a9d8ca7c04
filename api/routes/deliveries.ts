import { z } from '@hono/zod-openapi';
import { type Delivery, findDelivery, listDeliveries, retryDelivery } from '../../db/queries/deliveries.ts';
import { deliverySubject } from '../../domain/outreach/delivery.ts';
import { router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, iso, isoOrNull } from '../schemas.ts';

/** What goes out by itself to the brokerage's CRM and its own people. */
export const deliveryRoutes = router();

const statuses = ['queued', 'done', 'skipped', 'refused', 'unknown'] as const;
const kinds = ['crm-contact', 'crm-ping', 'agent-notice', 'personal-message', 'daily-digest'] as const;
const deliverySchema = z
  .object({
    id: z.uuid(),
    deliveryNo: z.int(),
    kind: z.enum(kinds),
    dealId: z.uuid().nullable(),
    contactId: z.uuid().nullable(),
    personId: z.uuid().nullable(),
    status: z.enum(statuses),
    reason: z.string().nullable().openapi({ description: 'Why it was skipped or refused, or is unknown' }),
    waitingFor: z.string().nullable(),
    createdAt: instantSchema,
    endedAt: instantSchema.nullable(),
    workflowId: z.string(),
  })
  .openapi('Delivery');

deliveryRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deliveries',
    summary: "What went to the brokerage's CRM and its own people, newest first",
    tags: ['deliveries'],
    scope: 'settings:read',
    request: { query: pageQuery.extend({ status: z.enum(statuses).optional(), kind: z.enum(kinds).optional() }) },
    responses: { 200: json(pageOf(deliverySchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, status, kind } = c.req.valid('query');
    const rows = await tenantTx(c, (tx) => listDeliveries(tx, { status, kind, before: readCursor(cursor, z.int()), limit: limit + 1 }));
    const page = toPage(rows, limit, ({ deliveryNo }) => deliveryNo);
    return c.json({ items: page.items.map(toDelivery), nextCursor: page.nextCursor }, 200);
  },
);

deliveryRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deliveries/{id}/retry',
    summary: 'Try a refused delivery once more, under the id it had',
    tags: ['deliveries'],
    scope: 'settings:write',
    acts: true,
    request: { params: idParam },
    responses: { 200: json(deliverySchema, 'Queued again; its run delivers it') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const row = found(await tenantTx(c, (tx) => findDelivery(tx, { deliveryId: id })), 'delivery', id);
    return act(c, { subject: deliverySubject(c.var.caller.brokerageId, row) }, async (change) =>
      c.json(toDelivery(await retryDelivery(change, { deliveryId: id, by: c.var.caller.personId })), 200),
    );
  },
);

const toDelivery = (row: Delivery): z.infer<typeof deliverySchema> => ({
  ...{ id: row.id, deliveryNo: row.deliveryNo, kind: row.kind as (typeof kinds)[number], dealId: row.dealId, contactId: row.contactId, personId: row.personId },
  ...{ status: row.status as (typeof statuses)[number], reason: row.reason, waitingFor: row.waitingFor },
  createdAt: iso(row.createdAt),
  endedAt: isoOrNull(row.endedAt),
  workflowId: row.workflowId,
});
