import { z } from '@hono/zod-openapi';
import { businessNow } from '../../db/clock.ts';
import { type ContactView, listConversations, readContactView, readThread } from '../../db/queries/conversations.ts';
import { findDelivery } from '../../db/queries/deliveries.ts';
import { fileOfContact, loadReplyFacts, requestPersonalMessage, withdrawPersonalMessage } from '../../db/queries/personal-messages.ts';
import { contactOfInbound, correctReplyClass } from '../../db/queries/replies.correct.ts';
import { deliverySubject } from '../../domain/outreach/delivery.ts';
import { planFor, type ReplyPlan, replyChannels } from '../../domain/outreach/reply-plan.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, oneLine, words } from '../schemas.ts';

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
    kind: z.enum(['sent', 'waiting', 'received', 'consent', 'suppression', 'task', 'letter']),
    id: z.string(),
    at: instantSchema,
    channel: z.string().nullable(),
    address: z.string().nullable(),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    status: z.string().nullable(),
    source: z.string().nullable().openapi({ description: 'Who wrote it, or template and step; what it waits for; evidence of a consent; who suppressed' }),
    dealNo: z.int().nullable(),
  })
  .openapi('ThreadEntry');
const planSchema = z
  .object({
    kind: z.enum(['now', 'later', 'held', 'no']),
    at: instantSchema.nullable().openapi({ description: 'When it will go, where quiet hours hold it' }),
    zone: z.string().nullable(),
    words: z.string().openapi({ description: 'When, in which zone, by what; or why not' }),
  })
  .openapi('ReplyPlan');
const toPlan = (plan: ReplyPlan): z.infer<typeof planSchema> => ({
  kind: plan.kind,
  at: plan.kind === 'later' ? plan.at.toISOString() : null,
  zone: plan.kind === 'later' ? plan.zone : null,
  words: plan.words,
});
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
        reply: planSchema.openapi({ description: 'Whether and when a message of yours could go there' }),
        last: z.boolean().openapi({ description: 'They wrote from here last' }),
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
    hasFile: z.boolean().openapi({ description: 'Whether there is a lead or deal for a message to stand in' }),
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
    return c.json(
      await tenantTx(c, async (tx) => {
        const view = found(await readContactView(tx, { contactId: id }), 'contact', id);
        const [facts, now] = [(await loadReplyFacts(tx, { contactId: id }))!, await businessNow(tx)];
        const plan = async (point: ContactView['points'][number]) => {
          const channel = point.kind === 'email' ? 'email' : 'text';
          return { ...point, reply: toPlan(await planFor(facts, { channel, address: point.value, now })), last: facts.lastFrom[channel] === point.value };
        };
        const points = await Promise.all(view.points.map(plan));
        return { ...view, points, hasFile: (await fileOfContact(tx, { contactId: id })) !== null };
      }),
      200,
    );
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

const sentSchema = z
  .object({
    id: z.uuid(),
    channel: z.enum(replyChannels),
    status: z.string(),
    goes: planSchema.nullable().openapi({ description: 'How it goes as things stand; null once it is decided' }),
  })
  .openapi('PersonalMessage');

conversationRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/contacts/{id}/messages',
    summary: 'Write to a person yourself, by e-mail or text',
    description:
      'Through the send ledger: consent, opt-outs and quiet hours count as for everything that goes out. Tasks to answer this person are done by it. Whoever may do tasks may answer.',
    tags: ['conversations'],
    scope: 'tasks:write',
    acts: true,
    request: {
      params: idParam,
      body: jsonBody(
        z
          .strictObject({
            channel: z.enum(replyChannels),
            address: z.string().trim().min(3).max(320).optional().openapi({ description: 'One of theirs; left out, the one they wrote from last' }),
            subject: oneLine(200).optional(),
            body: words(10_000),
          })
          .refine(({ channel, subject }) => channel === 'text' || subject !== undefined, { error: 'an e-mail needs a subject', path: ['subject'] })
          .refine(({ channel, body }) => channel === 'email' || body.length <= 1600, { error: 'a text has at most 1,600 characters', path: ['body'] }),
      ),
    },
    responses: { 201: { ...json(sentSchema, 'Taken in; its run sends it once'), headers: located } },
  }),
  async (c) => {
    const [{ id }, wish] = [c.req.valid('param'), c.req.valid('json')];
    const file = await tenantTx(c, async (tx) => {
      found(await readContactView(tx, { contactId: id }), 'contact', id);
      return fileOfContact(tx, { contactId: id });
    });
    if (!file) throw refuse('contact-without-file');
    const { channel, address = null, subject = null, body } = wish;
    return act(c, { subject: deliverySubject(c.var.caller.brokerageId, { dealId: file.dealId, contactId: id }) }, async (change) => {
      const words = { channel, address, subject: channel === 'email' ? subject : null, body };
      const { delivery, plan } = await requestPersonalMessage(change, {
        ...{ contactId: id, file, by: c.var.caller.personId, key: crypto.randomUUID() },
        ...words,
      });
      return c.json({ id: delivery.id, channel, status: delivery.status, goes: toPlan(plan) }, 201, { Location: `/v1/contacts/${id}/thread` });
    });
  },
);

conversationRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/personal-messages/{id}/withdraw',
    summary: 'Take back a message of yours that has not gone out',
    tags: ['conversations'],
    scope: 'tasks:write',
    acts: true,
    request: { params: idParam },
    responses: { 200: json(sentSchema, 'Taken back') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const row = await tenantTx(c, (tx) => findDelivery(tx, { deliveryId: id }));
    const message = found(row?.kind === 'personal-message' ? row : null, 'message', id);
    return act(c, { subject: deliverySubject(c.var.caller.brokerageId, message) }, async (change) => {
      const taken = await withdrawPersonalMessage(change, { deliveryId: id, by: c.var.caller.personId });
      const { channel } = taken.about as { channel: 'email' | 'text' };
      return c.json({ id, channel, status: taken.status, goes: null }, 200);
    });
  },
);

const classes = ['reply', 'opt-out', 'wrong-number', 'auto-reply'] as const;
conversationRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/inbound/{id}/class',
    summary: 'Say what a message that came in really was',
    description:
      'What the class asks for is done as if it had been seen at once: an opt-out suppresses, a reply stops the follow-ups and asks for an answer. Nothing is lifted by it.',
    tags: ['conversations'],
    scope: 'tasks:write',
    acts: true,
    request: { params: idParam, body: jsonBody(z.strictObject({ class: z.enum(classes) })) },
    responses: { 200: json(z.object({ id: z.uuid(), class: z.enum(classes), was: z.string() }), 'Corrected') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const { class: to } = c.req.valid('json');
    const contactId = found(await contactOf(c, id), 'message', id);
    return act(c, { subject: { kind: 'contact', id: contactId } }, async (change) => {
      const { from } = await correctReplyClass(change, { inboundId: id, to });
      return c.json({ id, class: to, was: from }, 200);
    });
  },
);
const contactOf = (c: AppContext, inboundId: string) => tenantTx(c, (tx) => contactOfInbound(tx, { inboundId }));
