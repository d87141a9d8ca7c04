import { z } from '@hono/zod-openapi';
import { listConversations, readContactView, readThread } from '../../db/queries/conversations.ts';
import { router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { json, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema } from '../schemas.ts';

export const conversationRoutes = router();

const conversationSchema = z
  .object({
    contactId: z.uuid(),
    name: z.string(),
    at: instantSchema,
    channel: z.string(),
    direction: z.enum(['in', 'out']),
    excerpt: z.string(),
    class: z.string().openapi({ description: 'What their last message was taken for' }),
    unanswered: z.boolean(),
  })
  .openapi('Conversation');
const entrySchema = z
  .object({
    kind: z.enum(['sent', 'received', 'consent', 'suppression', 'task', 'letter']),
    id: z.string(),
    at: instantSchema,
    channel: z.string().nullable(),
    address: z.string().nullable(),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    status: z.string().nullable(),
    source: z.string().nullable().openapi({ description: 'Template and step, evidence of a consent, who suppressed' }),
    dealNo: z.int().nullable(),
  })
  .openapi('ThreadEntry');
const personSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    name: z.string(),
    mailing: z.string().nullable(),
    statedZone: z.string().nullable(),
    points: z.array(
      z.object({
        kind: z.string(),
        value: z.string(),
        lineType: z.string().nullable(),
        source: z.string(),
        doNotCall: z.boolean(),
        suppressed: z.string().nullable().openapi({ description: 'Channel, reason and source while nothing may go there' }),
        wrong: z.boolean(),
        consent: z.string().nullable(),
      }),
    ),
    properties: z.array(
      z.object({
        leadNo: z.int(),
        property: z.string().nullable(),
        status: z.string(),
        dealNo: z.int().nullable(),
        stage: z.string().nullable(),
        side: z.string().nullable(),
      }),
    ),
    parties: z.array(z.object({ partyId: z.uuid(), dealNo: z.int(), role: z.string(), left: z.boolean() })),
  })
  .openapi('ContactView');

conversationRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/conversations',
    summary: 'Everybody who wrote to us: who waits for an answer first, then the newest',
    tags: ['conversations'],
    scope: 'outreach:read',
    request: { query: pageQuery },
    responses: { 200: json(pageOf(conversationSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const after = readCursor(cursor, z.tuple([z.boolean(), z.iso.datetime(), z.uuid()]));
    const page = toPage(await tenantTx(c, (tx) => listConversations(tx, { after, limit: limit + 1 })), limit, ({ key }) => key);
    return c.json({ items: page.items.map(({ key: _, ...line }) => line), nextCursor: page.nextCursor }, 200);
  },
);

conversationRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/contacts/{id}',
    summary: 'A person with all numbers, addresses, properties and deals',
    tags: ['conversations'],
    scope: 'outreach:read',
    request: { params: idParam },
    responses: { 200: json(personSchema, 'The person') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    return c.json(found(await tenantTx(c, (tx) => readContactView(tx, { contactId: id })), 'contact', id), 200);
  },
);

conversationRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/contacts/{id}/thread',
    summary: 'All channels in one thread, with consent, suppressions, calls and letters; newest first',
    tags: ['conversations'],
    scope: 'outreach:read',
    request: { params: idParam, query: pageQuery },
    responses: { 200: json(pageOf(entrySchema), 'One page') },
  }),
  async (c) => {
    const [{ id }, { limit, cursor }] = [c.req.valid('param'), c.req.valid('query')];
    const after = readCursor(cursor, z.tuple([z.iso.datetime(), z.string().max(300)]));
    const rows = await tenantTx(c, async (tx) => {
      found(await readContactView(tx, { contactId: id }), 'contact', id);
      return readThread(tx, { contactId: id, after, limit: limit + 1 });
    });
    return c.json(
      toPage(rows, limit, ({ at, kind, id: entryId }) => [at, kind + entryId]),
      200,
    );
  },
);
