import { z } from '@hono/zod-openapi';
import { findDealByNo } from '../../db/queries/closing.ts';
import { findLeadByNo } from '../../db/queries/closing.view.ts';
import { enrolLead, findEnrolment } from '../../db/queries/outreach.ts';
import { findSequence, listSequences, publishedTemplates, publishSequence, type Sequence } from '../../db/queries/sequences.ts';
import { checkSequence } from '../../domain/outreach/check.ts';
import { SaveSequence } from '../../domain/outreach/schemas.ts';
import { sellerFactNames } from '../../domain/outreach/seller-facts.ts';
import { router, tenantTx } from '../context.ts';
import { enrolmentSchema, toEnrolment } from '../enrolments.view.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { instantSchema, iso } from '../schemas.ts';

export const sequenceRoutes = router();

const slugParam = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'seller-follow-up', description: 'Slug of the sequence' }),
});
const number = z.int().min(1).max(2_147_483_647);
const summarySchema = z.object({ slug: z.string(), version: z.int(), name: z.string(), publishedAt: instantSchema });
const sequenceSchema = summarySchema.extend({ definition: z.unknown(), publishedBy: z.string() }).openapi('Sequence');
const faultSchema = z.object({ code: z.string(), step: z.string().nullable(), message: z.string() });

sequenceRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/sequences',
    summary: 'Sequences, each in its newest version, with how many are in it',
    tags: ['outreach'],
    scope: 'outreach:read',
    responses: {
      200: json(
        z.object({ items: z.array(summarySchema.extend({ open: z.int() })), facts: z.array(z.string()) }),
        'All of them, and the facts a branch may ask',
      ),
    },
  }),
  async (c) => {
    const rows = await tenantTx(c, (tx) => listSequences(tx, {}));
    return c.json({ items: rows.map((row) => ({ ...row, publishedAt: iso(row.publishedAt) })), facts: [...sellerFactNames] }, 200);
  },
);

sequenceRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/sequences/{id}',
    summary: 'One version of a sequence, the newest unless named',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { params: slugParam, query: z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647).optional() }) },
    responses: { 200: json(sequenceSchema, 'The sequence') },
  }),
  async (c) => {
    const { id: slug } = c.req.valid('param');
    return c.json(toSequence(found(await tenantTx(c, (tx) => findSequence(tx, { slug, ...c.req.valid('query') })), 'sequence', 'of that name')), 200);
  },
);

sequenceRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/sequences/check',
    summary: 'Every fault of a definition, without saving it',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { body: jsonBody(z.strictObject({ definition: z.unknown() })) },
    responses: { 200: json(z.object({ ok: z.boolean(), faults: z.array(faultSchema) }), 'What is wrong with it; empty when nothing is') },
  }),
  async (c) => {
    const templates = await tenantTx(c, (tx) => publishedTemplates(tx, {}));
    const { ok, faults } = checkSequence(c.req.valid('json').definition, { templates: Object.fromEntries(templates.map((one) => [one.slug, one])) });
    return c.json({ ok, faults }, 200);
  },
);

sequenceRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/sequences',
    summary: 'Save the next version of a sequence; refused with all its faults at once',
    tags: ['outreach'],
    scope: 'outreach:write',
    acts: true,
    request: { body: jsonBody(SaveSequence) },
    responses: {
      201: { ...json(sequenceSchema, 'Saved; who is enrolled from now on follows it, who is in an earlier version stays there'), headers: located },
      200: { ...json(sequenceSchema, 'The newest version is the same already'), headers: located },
    },
  }),
  async (c) => {
    const { slug, name, definition } = c.req.valid('json');
    return act(c, {}, async (change) => {
      const { sequence, created } = await publishSequence(change, { slug, name, definition, by: c.var.caller.personId });
      const location = { Location: `/v1/sequences/${slug}?version=${sequence.version}` };
      return created ? c.json(toSequence(sequence), 201, location) : c.json(toSequence(sequence), 200, location);
    });
  },
);

sequenceRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/sequences/{id}/enrolments',
    summary: 'Enrol a lead, or find its open enrolment',
    tags: ['outreach'],
    scope: 'outreach:write',
    acts: true,
    request: { params: slugParam, body: jsonBody(z.strictObject({ leadNo: number, dealNo: number.optional() })) },
    responses: {
      201: { ...json(enrolmentSchema, 'Enrolled; its run starts'), headers: located },
      200: { ...json(enrolmentSchema, 'It was enrolled already'), headers: located },
    },
  }),
  async (c) => {
    const { leadNo, dealNo } = c.req.valid('json');
    const sequence = c.req.valid('param').id;
    const lead = found(await tenantTx(c, (tx) => findLeadByNo(tx, { leadNo })), 'lead', leadNo);
    const deal = dealNo === undefined ? null : found(await tenantTx(c, (tx) => findDealByNo(tx, { dealNo })), 'deal', dealNo);
    return act(c, { subject: { kind: 'lead', id: lead.id } }, async (change) => {
      const { kind, enrolmentId } = await enrolLead(change, { leadId: lead.id, sequence, dealId: deal?.id });
      const view = toEnrolment((await findEnrolment(change.tx, { enrolmentId }))!);
      const location = { Location: `/v1/enrolments/${enrolmentId}` };
      return kind === 'enrolled' ? c.json(view, 201, location) : c.json(view, 200, location);
    });
  },
);

const toSequence = ({ slug, version, name, definition, publishedAt, publishedBy }: Sequence) => ({
  slug,
  version,
  name,
  definition,
  publishedAt: iso(publishedAt),
  publishedBy,
});
