import { z } from '@hono/zod-openapi';
import type { Tx } from '../../db/client.ts';
import { recipientOf } from '../../db/queries/party-messages.contact.ts';
import { editMessage, releaseMessage, skipMessage } from '../../db/queries/party-messages.ts';
import { findPartyMessage, listPartyMessages, type PartyMessage } from '../../db/queries/party-messages.view.ts';
import { partyTemplates } from '../../domain/closing/party-templates.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { dealOf } from '../deal-of.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, iso, isoOrNull, noParam, oneLine, words } from '../schemas.ts';

export const partyMessageRoutes = router();

const statuses = ['draft', 'released', 'sent', 'skipped', 'unknown', 'refused'] as const;
const messageSchema = z
  .object({
    id: z.uuid(),
    messageNo: z.int(),
    dealNo: z.int(),
    partyId: z.uuid(),
    role: z.string(),
    template: z.string(),
    why: z.string().openapi({ description: 'What the template is for' }),
    trusted: z.boolean(),
    subject: z.string(),
    body: z.string(),
    about: z.record(z.string(), z.string()),
    status: z.enum(statuses),
    reason: z.string().nullable(),
    waitingFor: z.string().nullable(),
    recipient: z.string().nullable().openapi({ description: 'The address it went to, or goes to as things stand; null when there is none that may be used' }),
    recipientProblem: z.string().nullable().openapi({ description: 'Why there is no address' }),
    send: z.string().nullable().openapi({ description: 'How the e-mail stands in the send ledger' }),
    sendId: z.uuid().nullable().openapi({ description: 'Its line there; settle an unknown outcome by it' }),
    createdAt: instantSchema,
    decidedAt: instantSchema.nullable(),
    decidedBy: z.string().nullable(),
    workflowId: z.string().openapi({ description: 'Of the run that sends it, from its release on' }),
  })
  .openapi('PartyMessage');

partyMessageRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/messages',
    summary: 'Messages to the parties of a deal, newest first',
    tags: ['messages'],
    scope: 'closing:read',
    request: { params: noParam, query: pageQuery.extend({ status: z.enum(statuses).optional() }) },
    responses: { 200: json(pageOf(messageSchema), 'One page') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const { limit, cursor, status } = c.req.valid('query');
    const before = readCursor(cursor, z.int());
    return tenantTx(c, async (tx) => {
      const rows = await listPartyMessages(tx, { dealId: deal.id, status, before, limit: limit + 1 });
      const page = toPage(rows, limit, ({ messageNo }) => messageNo);
      const items: z.infer<typeof messageSchema>[] = [];
      for (const row of page.items) items.push(await toMessage(tx, row));
      return c.json({ items, nextCursor: page.nextCursor }, 200);
    });
  },
);

partyMessageRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/party-messages/{id}/release',
    summary: 'Let a draft go out',
    tags: ['messages'],
    scope: 'closing:write',
    acts: true,
    request: { params: idParam },
    responses: { 200: json(messageSchema, 'Released; its run sends it once') },
  }),
  async (c) => {
    const message = await messageOf(c, c.req.valid('param').id);
    return act(c, subjectOf(message), async (change) =>
      c.json(await toMessage(change.tx, await releaseMessage(change, { messageId: message.id, by: c.var.caller.personId })), 200),
    );
  },
);

partyMessageRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/party-messages/{id}/skip',
    summary: 'Leave a draft out, with the reason',
    tags: ['messages'],
    scope: 'closing:write',
    acts: true,
    request: { params: idParam, body: jsonBody(z.strictObject({ reason: words() })) },
    responses: { 200: json(messageSchema, 'The message as it was skipped') },
  }),
  async (c) => {
    const message = await messageOf(c, c.req.valid('param').id);
    const { reason } = c.req.valid('json');
    return act(c, subjectOf(message), async (change) =>
      c.json(await toMessage(change.tx, await skipMessage(change, { messageId: message.id, reason, by: c.var.caller.personId })), 200),
    );
  },
);

partyMessageRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/party-messages/{id}/edit',
    summary: 'Change the words of a draft',
    tags: ['messages'],
    scope: 'closing:write',
    acts: true,
    request: {
      params: idParam,
      body: jsonBody(
        z
          .strictObject({ subject: oneLine(200).optional(), body: words(10_000).optional() })
          .refine(({ subject, body }) => subject !== undefined || body !== undefined, { error: 'give a subject, a body or both', path: ['body'] }),
      ),
    },
    responses: { 200: json(messageSchema, 'The draft with its new words') },
  }),
  async (c) => {
    const message = await messageOf(c, c.req.valid('param').id);
    return act(c, subjectOf(message), async (change) =>
      c.json(await toMessage(change.tx, await editMessage(change, { messageId: message.id, ...c.req.valid('json') })), 200),
    );
  },
);

const messageOf = async (c: AppContext, id: string): Promise<PartyMessage> =>
  found(await tenantTx(c, (tx) => findPartyMessage(tx, { messageId: id })), 'message', id);
const subjectOf = ({ dealId }: PartyMessage) => ({ subject: { kind: 'deal', id: dealId } as const });

async function toMessage(tx: Tx, row: PartyMessage): Promise<z.infer<typeof messageSchema>> {
  const { address, why } = await recipientOf(tx, { message: row });
  return {
    id: row.id,
    messageNo: row.messageNo,
    dealNo: row.dealNo,
    partyId: row.partyId,
    role: row.role,
    template: row.template,
    why: (partyTemplates as Record<string, { title: string }>)[row.template]?.title ?? row.template,
    trusted: row.trusted,
    subject: row.subject,
    body: row.body,
    about: row.about as Record<string, string>,
    status: row.status as 'draft',
    reason: row.reason,
    waitingFor: row.waitingFor,
    recipient: address,
    recipientProblem: why,
    send: row.sendStatus,
    sendId: row.sendId,
    createdAt: iso(row.createdAt),
    decidedAt: isoOrNull(row.decidedAt),
    decidedBy: row.decidedBy,
    workflowId: row.workflowId,
  };
}
