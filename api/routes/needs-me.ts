import { z } from '@hono/zod-openapi';
import { listNeedsMe } from '../../db/queries/needs-me.ts';
import { buckets } from '../../domain/closing/needs-me.ts';
import { router, tenantTx } from '../context.ts';
import { json, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { instantSchema } from '../schemas.ts';

export const needsMeRoutes = router();

const lineSchema = z
  .object({
    bucket: z.enum(buckets).openapi({ description: 'Why it asks for somebody now' }),
    taskId: z.uuid().nullable(),
    parkedId: z.uuid().nullable().openapi({ description: 'An event that could not be taken in; see /v1/parked' }),
    kind: z.string(),
    title: z.string(),
    reason: z.string(),
    dealNo: z.int().nullable(),
    leadNo: z.int().nullable(),
    aboutId: z.uuid().nullable().openapi({ description: 'Of the message, document or send it is acted on at' }),
    contactId: z.uuid().nullable().openapi({ description: 'Whose conversation asks for an answer' }),
    property: z.string().nullable(),
    role: z.string(),
    owner: z.string().nullable(),
    ownerId: z.uuid().nullable(),
    dueAt: instantSchema,
  })
  .openapi('NeedsMe');

needsMeRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/needs-me',
    summary: 'Needs me now: over all files, what is overdue, due today, to approve, review or answer, and what failed',
    tags: ['tasks'],
    scope: 'tasks:read',
    request: { query: pageQuery.extend({ mine: z.enum(['true', 'false']).default('false'), role: z.string().max(30).optional() }) },
    responses: { 200: json(pageOf(lineSchema), 'One page, most urgent first') },
  }),
  async (c) => {
    const { limit, cursor, mine, role } = c.req.valid('query');
    const after = readCursor(cursor, z.tuple([z.int(), z.iso.datetime(), z.uuid()]));
    const ownerId = mine === 'true' ? c.var.caller.personId : undefined;
    const rows = await tenantTx(c, (tx) => listNeedsMe(tx, { ownerId, role, after, limit: limit + 1 }));
    const page = toPage(rows, limit, ({ key }) => key);
    return c.json({ items: page.items.map(({ key: _, ...line }) => line), nextCursor: page.nextCursor }, 200);
  },
);
