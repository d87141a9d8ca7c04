import { z } from '@hono/zod-openapi';
import { type Delivery, findDelivery } from '../../db/queries/deliveries.ts';
import { findImportByNo } from '../../db/queries/imports.ts';
import { findPartyMessage } from '../../db/queries/party-messages.view.ts';
import { explainQuery as explainDelivery } from '../../workflows/outreach/delivery.messages.ts';
import { explainQuery as explainMessage } from '../../workflows/outreach/party-message.messages.ts';
import { ingestionExplainQuery } from '../../workflows/sourcing/messages.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { json, operation } from '../operation.ts';
import { askRun } from '../runs.ts';
import { idParam, iso, noParam } from '../schemas.ts';

/** Why what goes out, or is taken in, stands where it stands: by its run, or by its row before a run begins and after it is forgotten. */
export const waitRoutes = router();

const explained = { 200: json(z.object({ explanation: z.string() }), 'In plain words') };
const why = 'Why it waits, since when, and what comes next';
const ended = (status: string, reason: string | null): string => `ended: ${status}${reason ? ` (${reason})` : ''}`;

waitRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/party-messages/{id}/explain',
    summary: why,
    tags: ['messages'],
    scope: 'closing:read',
    request: { params: idParam },
    responses: explained,
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const row = found(await tenantTx(c, (tx) => findPartyMessage(tx, { messageId: id })), 'message', id);
    if (row.status === 'draft') return c.json({ explanation: `waiting for a person to let it go since ${iso(row.createdAt)}; next: it is sent, once` }, 200);
    if (row.status !== 'released') return c.json({ explanation: ended(row.status, row.reason) }, 200);
    const since = iso(row.decidedAt ?? row.createdAt);
    const told = await askRun(c, row.workflowId, explainMessage);
    return c.json({ explanation: told ?? `waiting for ${row.waitingFor ?? 'its run to send it'} since ${since}; next: it is sent, once` }, 200);
  },
);

waitRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/personal-messages/{id}/explain',
    summary: why,
    tags: ['conversations'],
    scope: 'outreach:read',
    request: { params: idParam },
    responses: explained,
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const row = await tenantTx(c, (tx) => findDelivery(tx, { deliveryId: id }));
    return c.json({ explanation: await ofDelivery(c, found(row?.kind === 'personal-message' ? row : null, 'message', id)) }, 200);
  },
);

waitRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deliveries/{id}/explain',
    summary: why,
    tags: ['deliveries'],
    scope: 'settings:read',
    request: { params: idParam },
    responses: explained,
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ explanation: await ofDelivery(c, found(await tenantTx(c, (tx) => findDelivery(tx, { deliveryId: id })), 'delivery', id)) }, 200);
  },
);

async function ofDelivery(c: AppContext, row: Delivery): Promise<string> {
  if (row.status !== 'queued') return ended(row.status, row.reason);
  const told = await askRun(c, row.workflowId, explainDelivery);
  return told ?? `waiting for ${row.waitingFor ?? 'its run to deliver it'} since ${iso(row.createdAt)}; next: it is tried for seven days`;
}

waitRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/imports/{no}/explain',
    summary: 'What it is at, since when, and what comes next',
    tags: ['imports'],
    scope: 'sourcing:read',
    request: { params: noParam },
    responses: explained,
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    const row = found(await tenantTx(c, (tx) => findImportByNo(tx, { importNo: no })), 'import', no);
    if (row.status === 'finished' || row.status === 'failed') return c.json({ explanation: `ended: ${row.status}` }, 200);
    const told = await askRun(c, row.workflowId, ingestionExplainQuery);
    return c.json({ explanation: told ?? `waiting for its turn since ${iso(row.createdAt)}; next: its lines are read` }, 200);
  },
);
