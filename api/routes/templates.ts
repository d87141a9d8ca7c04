import { z } from '@hono/zod-openapi';
import { findTemplate, publishedTemplates, publishTemplate, type Template } from '../../db/queries/sequences.ts';
import { DomainError } from '../../domain/errors.ts';
import { PublishTemplate } from '../../domain/outreach/schemas.ts';
import { compileTemplate } from '../../domain/outreach/templates.compile.ts';
import { messageVariables } from '../../domain/outreach/templates.ts';
import { router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { instantSchema, iso } from '../schemas.ts';

export const templateRoutes = router();

const slugParam = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .openapi({ param: { name: 'slug', in: 'path' }, example: 'offer-email' }),
});
const summarySchema = z.object({ slug: z.string(), version: z.int(), channel: z.string(), subject: z.string().nullable(), publishedAt: instantSchema });
const templateSchema = summarySchema.extend({ source: z.string(), publishedBy: z.string() }).openapi('MessageTemplate');

templateRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/templates',
    summary: 'Message templates, each in its newest version, and the variables they may use',
    tags: ['outreach'],
    scope: 'outreach:read',
    responses: { 200: json(z.object({ items: z.array(summarySchema), variables: z.array(z.string()) }), 'All of them') },
  }),
  async (c) => {
    const rows = await tenantTx(c, (tx) => publishedTemplates(tx, {}));
    return c.json({ items: rows.map((row) => ({ ...row, publishedAt: iso(row.publishedAt) })), variables: [...messageVariables] }, 200);
  },
);

templateRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/templates/{slug}',
    summary: 'One version of a template, the newest unless named',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { params: slugParam, query: z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647).optional() }) },
    responses: { 200: json(templateSchema, 'The template as written') },
  }),
  async (c) => {
    const { slug } = c.req.valid('param');
    return c.json(toTemplate(found(await tenantTx(c, (tx) => findTemplate(tx, { slug, ...c.req.valid('query') })), 'template', 'of that name')), 200);
  },
);

templateRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/templates',
    summary: 'Publish the next version of a template; compiled now, refused with all its faults at once',
    tags: ['outreach'],
    scope: 'outreach:write',
    acts: true,
    request: { body: jsonBody(PublishTemplate) },
    responses: {
      201: { ...json(templateSchema, 'Published; who is enrolled from now on gets it'), headers: located },
      200: { ...json(templateSchema, 'The newest version is the same already'), headers: located },
    },
  }),
  async (c) => {
    const compiled = await compileTemplate(c.req.valid('json'));
    if (!compiled.ok)
      throw new DomainError('template-faulty', 'The template cannot be published', {
        nextStep: 'Mend every fault named in "errors"',
        details: { faults: compiled.faults },
      });
    return act(c, {}, async (change) => {
      const { template, created } = await publishTemplate(change, { template: compiled.template, by: c.var.caller.personId });
      const location = { Location: `/v1/templates/${template.slug}?version=${template.version}` };
      return created ? c.json(toTemplate(template), 201, location) : c.json(toTemplate(template), 200, location);
    });
  },
);

const toTemplate = ({ slug, version, channel, subject, source, publishedAt, publishedBy }: Template) => ({
  slug,
  version,
  channel,
  subject,
  source,
  publishedAt: iso(publishedAt),
  publishedBy,
});
