import { z } from '@hono/zod-openapi';
import { recordConsent } from '../../db/queries/consent.ts';
import { listAddresses } from '../../db/queries/outreach-facts.ts';
import { findSend, listSends, type Send, settleUnknown } from '../../db/queries/sends.ts';
import { sendSubject } from '../../domain/outreach/delivery.ts';
import { router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, iso, isoOrNull, words } from '../schemas.ts';

/** The send ledger and the consents it asks for. The kill switch stands with the settings. */
export const sendingRoutes = router();

const sendSchema = z
  .object({
    id: z.uuid(),
    key: z.string(),
    channel: z.string(),
    status: z.string(),
    step: z.string(),
    leadId: z.uuid().nullable().openapi({ description: 'Null for what is about no lead: the digest of the day' }),
    dealId: z.uuid().nullable(),
    enrolmentId: z.uuid().nullable(),
    template: z.string(),
    templateVersion: z.int(),
    address: z.string(),
    subject: z.string().nullable(),
    body: z.string().nullable(),
    providerId: z.string().nullable(),
    problem: z.unknown().nullable(),
    claimedAt: instantSchema,
    settledAt: instantSchema.nullable(),
  })
  .openapi('Send');
/** Refused here, also when the same consent is on record and nothing would be written. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');
const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

sendingRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/sends',
    summary: 'Messages, newest first; `status=unknown` lists those a person must settle',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { query: pageQuery.extend({ status: z.string().max(20).optional(), enrolmentId: z.uuid().optional(), leadId: z.uuid().optional() }) },
    responses: { 200: json(pageOf(sendSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, ...filter } = c.req.valid('query');
    const before = readCursor(cursor, cursorSchema);
    const rows = await tenantTx(c, (tx) => listSends(tx, { ...filter, before: before && { claimedAt: new Date(before[0]), id: before[1] }, limit: limit + 1 }));
    const page = toPage(rows, limit, (send) => [iso(send.claimedAt), send.id]);
    return c.json({ items: page.items.map(toSend), nextCursor: page.nextCursor }, 200);
  },
);

sendingRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/sends/{id}',
    summary: 'One message',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { params: idParam },
    responses: { 200: json(sendSchema, 'The message') },
  }),
  async (c) => {
    const { id: sendId } = c.req.valid('param');
    return c.json(toSend(found(await tenantTx(c, (tx) => findSend(tx, { sendId })), 'message', sendId)), 200);
  },
);

sendingRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/sends/{id}/settle',
    summary: 'Say what became of a message whose outcome is unknown',
    tags: ['outreach'],
    scope: 'outreach:write',
    acts: true,
    request: {
      params: idParam,
      body: jsonBody(
        z.strictObject({
          outcome: z.enum(['sent', 'not-sent']),
          again: z.boolean().default(false).openapi({ description: 'Not sent: have the follow-up send the step once more, under a new key' }),
        }),
      ),
    },
    responses: { 200: json(sendSchema, 'Settled') },
  }),
  async (c) => {
    const { id: sendId } = c.req.valid('param');
    const send = found(await tenantTx(c, (tx) => findSend(tx, { sendId })), 'message', sendId);
    const { outcome, again } = c.req.valid('json');
    return act(c, { subject: sendSubject(send) }, async (change) =>
      c.json(toSend(await settleUnknown(change, { sendId, outcome, again, by: c.var.caller.personId })), 200),
    );
  },
);

sendingRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/consents',
    summary: 'Record the consent of a contact for one of their addresses, with its evidence',
    tags: ['outreach'],
    scope: 'outreach:write',
    acts: true,
    request: {
      body: jsonBody(
        z.strictObject({
          contactId: z.uuid(),
          channel: z.enum(['sms', 'call', 'email']),
          address: z.string().min(3).max(320).openapi({ description: 'A phone in E.164 or an e-mail address of the contact' }),
          form: z.enum(['written', 'oral']),
          evidence: words(1000)
            .refine(isStorable, 'holds characters that cannot be kept')
            .openapi({ description: 'Where and how it was given: form, recording, letter' }),
          givenAt: z.iso.datetime().optional(),
        }),
      ),
    },
    responses: {
      200: json(z.object({ contactId: z.uuid(), channel: z.string(), recorded: z.boolean() }), 'On record; `recorded` is false when it was already'),
    },
  }),
  async (c) => {
    const { contactId, channel, address, form, evidence, givenAt } = c.req.valid('json');
    return act(c, { subject: { kind: 'contact', id: contactId } }, async (change) => {
      const known = await listAddresses(change.tx, { contactId });
      if (known.length === 0) throw refuse('not-found', `There is no contact ${contactId} with an address.`);
      if (!known.some(({ value, kind }) => value === address && (kind === 'email') === (channel === 'email'))) throw refuse('no-such-address');
      const recorded = await recordConsent(change, { contactId, channel, address, form, evidence, givenAt: givenAt ? new Date(givenAt) : undefined });
      return c.json({ contactId, channel, recorded }, 200);
    });
  },
);

const toSend = (send: Send) => ({
  id: send.id,
  key: send.key,
  channel: send.channel,
  status: send.status,
  step: send.step,
  leadId: send.leadId,
  dealId: send.dealId,
  enrolmentId: send.enrolmentId,
  template: send.templateSlug,
  templateVersion: send.templateVersion,
  address: send.address,
  subject: send.subject,
  body: send.body,
  providerId: send.providerId,
  problem: send.problem,
  claimedAt: iso(send.claimedAt),
  settledAt: isoOrNull(send.settledAt),
});
