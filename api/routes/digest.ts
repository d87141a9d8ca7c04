import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { changeDigest } from '../../db/queries/digests.ts';
import { readPerson } from '../../db/queries/people.ts';
import { actorOf, router, tenantTx } from '../context.ts';
import { json, jsonBody, operation } from '../operation.ts';

/** Whether the caller gets the digest of the day by e-mail. */
export const digestRoutes = router();

const digestSchema = z.object({ on: z.boolean() }).openapi('Digest');

digestRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/me/digest',
    summary: 'Whether you get the digest of the day',
    tags: ['session'],
    scope: 'tasks:read',
    responses: { 200: json(digestSchema, 'On or off') },
  }),
  async (c) => c.json({ on: (await tenantTx(c, (tx) => readPerson(tx, c.var.caller)))?.digest ?? false }, 200),
);

digestRoutes.openapi(
  operation({
    method: 'patch',
    path: '/v1/me/digest',
    summary: 'Turn the digest of the day on or off for you',
    description:
      "On workdays at 7:00 in the brokerage's zone, one e-mail: what needs you, files that close within a week, files that are blocked or breached. Nothing is sent on a day without any of them.",
    tags: ['session'],
    scope: 'tasks:read',
    request: { body: jsonBody(z.strictObject({ on: z.boolean() })) },
    responses: { 200: json(digestSchema, 'As it is now') },
  }),
  async (c) => {
    const { brokerageId, personId } = c.var.caller;
    const options = { brokerageId, subject: { kind: 'brokerage', id: brokerageId } as const, actor: actorOf(c), source: 'api', correlationId: c.var.requestId };
    const { on } = c.req.valid('json');
    return c.json({ on: await changeSubject(c.var.deps.db, options, (change) => changeDigest(change, { personId, on })) }, 200);
  },
);
