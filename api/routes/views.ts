import { z } from '@hono/zod-openapi';
import { businessNow } from '../../db/clock.ts';
import { changeView, findView, listViews, removeView, type SavedView, saveView } from '../../db/queries/views.ts';
import type { Caller } from '../context.ts';
import { router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { idParam, instantSchema, iso, words } from '../schemas.ts';

export const viewRoutes = router();

const value = z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]);
const filters = z
  .record(z.string().regex(/^[a-zA-Z][\w.-]{0,40}$/), value)
  .refine((all) => Object.keys(all).length <= 40, { error: 'has more than 40 filters' });
const screen = z.string().regex(/^[a-z][a-z-]{0,40}$/);
const viewBody = z.strictObject({ name: words(80), screen, filters, shared: z.boolean().default(false) });
const viewSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    screen: z.string(),
    filters: z.record(z.string(), z.unknown()),
    shared: z.boolean(),
    mine: z.boolean(),
    owner: z.string().nullable(),
    changedAt: instantSchema,
  })
  .openapi('SavedView');

viewRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/views',
    summary: 'Saved views: your own and the shared ones',
    tags: ['views'],
    scope: 'any',
    request: { query: z.object({ screen: screen.optional() }) },
    responses: { 200: json(z.object({ items: z.array(viewSchema) }), 'By screen and name') },
  }),
  async (c) => {
    const rows = await tenantTx(c, (tx) => listViews(tx, { personId: c.var.caller.personId, ...c.req.valid('query') }));
    return c.json({ items: rows.map((row) => toView(row, c.var.caller)) }, 200);
  },
);

viewRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/views',
    summary: 'Save how you look at a screen',
    tags: ['views'],
    scope: 'any',
    acts: true,
    request: { body: jsonBody(viewBody) },
    responses: { 201: { ...json(viewSchema, 'The view'), headers: located } },
  }),
  (c) =>
    act(c, {}, async ({ tx, now }) => {
      const view = await saveView(tx, { ...c.req.valid('json'), personId: c.var.caller.personId, at: now });
      return c.json(toView(view, c.var.caller), 201, { Location: `/v1/views/${view.id}` });
    }),
);

viewRoutes.openapi(
  operation({
    method: 'patch',
    path: '/v1/views/{id}',
    summary: 'Change a view: its owner, or a broker for a shared one',
    tags: ['views'],
    scope: 'any',
    request: { params: idParam, body: jsonBody(viewBody.extend({ shared: z.boolean() }).partial()) },
    responses: { 200: json(viewSchema, 'The view as it is now') },
  }),
  async (c) => {
    const { caller } = c.var;
    const changes = Object.fromEntries(Object.entries(c.req.valid('json')).filter(([, given]) => given !== undefined));
    const view = await tenantTx(c, async (tx) => {
      const view = changeable(await findView(tx, { viewId: c.req.valid('param').id, personId: caller.personId }), caller, c.req.valid('param').id);
      return changeView(tx, { view, at: await businessNow(tx), ...changes });
    });
    return c.json(toView(view, caller), 200);
  },
);

viewRoutes.openapi(
  operation({
    method: 'delete',
    path: '/v1/views/{id}',
    summary: 'Forget a view: its owner, or a broker for a shared one',
    tags: ['views'],
    scope: 'any',
    request: { params: idParam },
    responses: { 204: { description: 'It is gone' } },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    await tenantTx(c, async (tx) => {
      changeable(await findView(tx, { viewId: id, personId: c.var.caller.personId }), c.var.caller, id);
      await removeView(tx, { viewId: id });
    });
    return c.body(null, 204);
  },
);

function changeable(view: SavedView | null, { personId, role }: Caller, id: string): SavedView {
  const there = found(view, 'view', id);
  if (there.ownerId !== personId && role !== 'broker') throw refuse('not-your-view');
  return there;
}

const toView = ({ id, name, screen, filters, shared, ownerId, owner, changedAt }: SavedView, { personId }: Caller) => ({
  ...{ id, name, screen, shared, owner, filters: filters as Record<string, unknown> },
  mine: ownerId === personId,
  changedAt: iso(changedAt),
});
