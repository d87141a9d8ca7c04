import { z } from '@hono/zod-openapi';
import { listOfferTemplates, newestOfferTemplate, type OfferTemplate, publishOfferTemplate } from '../../db/queries/offer-templates.ts';
import { letterVariableNames } from '../../domain/offers/letter.ts';
import { router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { instantSchema, iso } from '../schemas.ts';

export const offerTemplateRoutes = router();

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens')
  .max(60);
const templateSchema = z
  .object({ slug: z.string(), version: z.int(), definition: z.unknown(), publishedAt: instantSchema, publishedBy: z.string() })
  .openapi('OfferTemplate');

offerTemplateRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/offer-templates',
    summary: 'Letters, each in its newest version, and the variables they may use',
    tags: ['offers'],
    scope: 'offers:read',
    responses: { 200: json(z.object({ items: z.array(templateSchema), variables: z.array(z.string()) }), 'All of them') },
  }),
  async (c) => c.json({ items: (await tenantTx(c, (tx) => listOfferTemplates(tx))).map(toTemplate), variables: [...letterVariableNames] }, 200),
);

offerTemplateRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/offer-templates/{slug}',
    summary: 'The newest version of a letter',
    tags: ['offers'],
    scope: 'offers:read',
    request: { params: z.object({ slug: slug.openapi({ param: { name: 'slug', in: 'path' }, example: 'letter-of-intent' }) }) },
    responses: { 200: json(templateSchema, 'The letter') },
  }),
  async (c) => {
    const params = c.req.valid('param');
    return c.json(toTemplate(found(await tenantTx(c, (tx) => newestOfferTemplate(tx, params)), 'letter', params.slug)), 200);
  },
);

offerTemplateRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/offer-templates',
    summary: 'Publish the next version of a letter; refused with all its faults at once',
    tags: ['offers'],
    scope: 'offers:write',
    acts: true,
    request: { body: jsonBody(z.strictObject({ slug, definition: z.unknown() })) },
    responses: { 201: { ...json(templateSchema, 'Published; offers requested from now on use it'), headers: located } },
  }),
  async (c) => {
    const body = c.req.valid('json');
    return act(c, {}, async (change) => {
      const template = await publishOfferTemplate(change, { slug: body.slug, definition: body.definition, by: c.var.caller.personId });
      return c.json(toTemplate(template), 201, { Location: `/v1/offer-templates/${template.slug}` });
    });
  },
);

const toTemplate = ({ slug, version, definition, publishedAt, publishedBy }: OfferTemplate) => ({
  slug,
  version,
  definition,
  publishedAt: iso(publishedAt),
  publishedBy,
});
