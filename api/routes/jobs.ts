import { z } from '@hono/zod-openapi';
import { requireScope } from '../auth.ts';
import { router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { jobKinds } from '../jobs.ts';
import { json, operation } from '../operation.ts';
import { jobSchema } from '../schemas.ts';

export const jobRoutes = router();

const jobParam = z.object({
  id: z
    .string()
    .regex(/^[a-z-]{1,30}\.[0-9a-f-]{1,36}$/)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'import.3' }),
});

jobRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/jobs/{id}',
    summary: 'How long work stands',
    tags: ['jobs'],
    scope: 'any',
    request: { params: jobParam },
    responses: { 200: json(jobSchema, 'Poll until `status` is finished or failed') },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const [kind, rowId] = id.split('.') as [string, string];
    const reader = found(Object.hasOwn(jobKinds, kind) ? jobKinds[kind] : null, 'job', id);
    requireScope(c, reader.scope);
    const job = found(await tenantTx(c, (tx) => reader.read(tx, rowId)), 'job', id);
    return c.json({ id, kind, ...job }, 200);
  },
);
