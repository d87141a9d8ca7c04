import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { findMapping, listMappings, saveMapping } from '../../db/queries/imports.ts';
import { MappingChoice } from '../../domain/sourcing/imports.schemas.ts';
import { actorOf, router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { instantSchema, iso } from '../schemas.ts';

export const importMappingRoutes = router();

const savedSchema = z.object({ name: z.string(), mapping: MappingChoice, updatedAt: instantSchema });

importMappingRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/import-mappings',
    summary: 'Saved mappings',
    tags: ['imports'],
    scope: 'sourcing:read',
    responses: { 200: json(z.object({ items: z.array(savedSchema) }), 'All of them') },
  }),
  async (c) => c.json({ items: (await tenantTx(c, listMappings)).map((saved) => ({ ...saved, updatedAt: iso(saved.updatedAt) })) }, 200),
);

importMappingRoutes.openapi(
  operation({
    method: 'put',
    path: '/v1/import-mappings/{name}',
    summary: 'Save a mapping under a name; an import takes it as `saved`',
    tags: ['imports'],
    scope: 'sourcing:write',
    request: {
      params: z.object({
        name: z
          .string()
          .trim()
          .min(1)
          .max(100)
          .openapi({ param: { name: 'name', in: 'path' } }),
      }),
      body: jsonBody(MappingChoice),
    },
    responses: { 200: json(savedSchema, 'As it is saved') },
  }),
  async (c) => {
    const { name } = c.req.valid('param');
    const { brokerageId } = c.var.caller;
    const options = { brokerageId, subject: { kind: 'brokerage', id: brokerageId } as const, actor: actorOf(c), source: 'api', correlationId: c.var.requestId };
    const now = await changeSubject(c.var.deps.db, options, async (change) => {
      await saveMapping(change, { name, mapping: c.req.valid('json') });
      return change.now;
    });
    const mapping = found(await tenantTx(c, (tx) => findMapping(tx, { name })), 'saved mapping', name);
    return c.json({ name, mapping, updatedAt: iso(now) }, 200);
  },
);
