import { z } from '@hono/zod-openapi';
import { searchContacts } from '../../db/queries/contacts.ts';
import { listUnmatched, matchInbound } from '../../db/queries/unmatched.ts';
import { router, tenantTx } from '../context.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema } from '../schemas.ts';

export const unmatchedRoutes = router();

const unmatchedSchema = z
  .object({
    messageId: z.uuid(),
    taskId: z.uuid().openapi({ description: 'Done sets the message aside' }),
    channel: z.string(),
    address: z.string(),
    body: z.string(),
    class: z.string().openapi({ description: 'What it was taken for' }),
    receivedAt: instantSchema,
    messages: z.int().openapi({ description: 'From this address, with this one' }),
  })
  .openapi('UnmatchedMessage');
const foundSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    emails: z.array(z.string()),
    phones: z.array(z.string()),
    deals: z.array(z.int()).openapi({ description: 'Open deals they take part in or whose property is theirs' }),
  })
  .openapi('FoundContact');

unmatchedRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/inbound/unmatched',
    summary: 'Messages from addresses that nobody has, oldest first',
    tags: ['conversations'],
    scope: 'outreach:read',
    request: { query: pageQuery },
    responses: { 200: json(pageOf(unmatchedSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const after = readCursor(cursor, z.tuple([z.iso.datetime(), z.uuid()]));
    const page = toPage(await tenantTx(c, (tx) => listUnmatched(tx, { after, limit: limit + 1 })), limit, (row): [string, string] => [
      row.receivedAt,
      row.messageId,
    ]);
    return c.json(page, 200);
  },
);

unmatchedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/inbound/{id}/contact',
    summary: 'Say who wrote a message from an unknown address',
    description:
      'Everything from that address becomes theirs, and the address one of theirs. What the words ask for is done as if it had been seen at once: a reply stops the follow-ups and asks for an answer, an opt-out suppresses every number of theirs.',
    tags: ['conversations'],
    scope: 'tasks:write',
    acts: true,
    request: { params: idParam, body: jsonBody(z.strictObject({ contactId: z.uuid() })) },
    responses: { 200: json(z.object({ id: z.uuid(), contactId: z.uuid(), messages: z.int() }), 'How many messages became theirs') },
  }),
  (c) => {
    const [{ id }, { contactId }] = [c.req.valid('param'), c.req.valid('json')];
    return act(c, { subject: { kind: 'contact', id: contactId } }, async (change) => {
      const { messages } = await matchInbound(change, { inboundId: id, contactId, by: c.var.caller.personId });
      return c.json({ id, contactId, messages }, 200);
    });
  },
);

unmatchedRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/contacts',
    summary: 'Contacts by name, e-mail or phone number; those of open deals first',
    tags: ['conversations'],
    scope: 'outreach:read',
    request: { query: z.object({ q: z.string().trim().min(2).max(100) }) },
    responses: { 200: json(z.object({ items: z.array(foundSchema) }), 'The twenty nearest') },
  }),
  async (c) => c.json({ items: await tenantTx(c, (tx) => searchContacts(tx, { text: c.req.valid('query').q, limit: 20 })) }, 200),
);
