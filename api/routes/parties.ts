import { z } from '@hono/zod-openapi';
import { addParty, findContact, findParty, leaveDeal, listParties, type Party, updateContact } from '../../db/queries/parties.ts';
import { NewParty, partyEmail, partyPhone } from '../../domain/closing/parties.schemas.ts';
import { givenParty } from '../../domain/closing/parties.ts';
import { isZone } from '../../domain/time/zoned.ts';
import { router, tenantTx } from '../context.ts';
import { dealOf } from '../deal-of.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { idParam, instantSchema, iso, isoOrNull, noParam, words } from '../schemas.ts';

export const partyRoutes = router();

const partySchema = z
  .object({
    id: z.uuid(),
    dealNo: z.int(),
    role: z.string(),
    name: z.string(),
    contactId: z.uuid(),
    addedAt: instantSchema,
    leftAt: instantSchema.nullable(),
  })
  .openapi('Party');
const contactSchema = z
  .object({ id: z.uuid(), name: z.string(), emails: z.array(z.string()), phones: z.array(z.string()), statedZone: z.string().nullable() })
  .openapi('Contact');

partyRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/parties',
    summary: 'Who takes part in a deal',
    tags: ['parties'],
    scope: 'closing:read',
    request: { params: noParam, query: z.object({ all: z.enum(['true', 'false']).default('false').openapi({ description: 'With those who have left' }) }) },
    responses: { 200: json(z.object({ items: z.array(partySchema) }), 'The parties') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const rows = await tenantTx(c, (tx) => listParties(tx, { dealId: deal.id, all: c.req.valid('query').all === 'true' }));
    return c.json({ items: rows.map(toParty) }, 200);
  },
);

partyRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/parties',
    summary: 'Add a party: a contact we have, or a new one',
    tags: ['parties'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(NewParty) },
    responses: {
      201: { ...json(partySchema, 'The party'), headers: located },
      200: { ...json(partySchema, 'It takes part already'), headers: located },
    },
  }),
  async (c) => {
    const { id: dealId, dealNo } = await dealOf(c, c.req.valid('param').no);
    const wish = c.req.valid('json');
    return act(c, { subject: { kind: 'deal', id: dealId } }, async (change) => {
      const { party, fresh } = await addParty(change, { dealId, dealNo, ...givenParty(wish) });
      const location = { Location: `/v1/parties/${party.id}` };
      return fresh ? c.json(toParty(party), 201, location) : c.json(toParty(party), 200, location);
    });
  },
);

const wholeSchema = partySchema.extend({ contact: contactSchema });
partyRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/parties/{id}',
    summary: 'One party with its contact',
    tags: ['parties'],
    scope: 'closing:read',
    request: { params: idParam },
    responses: { 200: json(wholeSchema, 'The party') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const [party, contact] = await tenantTx(c, async (tx) => {
      const one = found(await findParty(tx, { partyId: id }), 'party', id);
      return [one, found(await findContact(tx, one), 'contact', one.contactId)] as const;
    });
    return c.json({ ...toParty(party), contact }, 200);
  },
);

partyRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/parties/{id}/leave',
    summary: 'The party takes part no more; what was said to it stays',
    tags: ['parties'],
    scope: 'closing:write',
    acts: true,
    request: { params: idParam },
    responses: { 200: json(partySchema, 'The party as it left') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const party = found(await tenantTx(c, (tx) => findParty(tx, { partyId: id })), 'party', id);
    return act(c, { subject: { kind: 'deal', id: party.dealId } }, async (change) => c.json(toParty(await leaveDeal(change, { partyId: id })), 200));
  },
);

const contactBody = z.strictObject({
  name: words(200).optional(),
  email: partyEmail.optional().openapi({ description: 'Takes the place of the best one' }),
  phone: partyPhone.optional().openapi({ description: 'Takes the place of the best one' }),
  statedZone: z.string().max(60).refine(isZone, 'an IANA time zone').nullish(),
});

partyRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/contacts/{id}',
    summary: 'Change a contact in its one place; everything that uses it follows',
    tags: ['parties'],
    scope: 'closing:write',
    acts: true,
    request: { params: idParam, body: jsonBody(contactBody) },
    responses: { 200: json(contactSchema, 'The contact as it is now') },
  }),
  async (c) => {
    const { id: contactId } = c.req.valid('param');
    found(await tenantTx(c, (tx) => findContact(tx, { contactId })), 'contact', contactId);
    return act(c, { subject: { kind: 'contact', id: contactId } }, async (change) =>
      c.json(await updateContact(change, { contactId, ...c.req.valid('json') }), 200),
    );
  },
);

const toParty = ({ id, dealNo, role, name, contactId, addedAt, leftAt }: Party) => ({
  id,
  dealNo,
  role,
  name,
  contactId,
  addedAt: iso(addedAt),
  leftAt: isoOrNull(leftAt),
});
