/**
 * The HTTP API. How to add an operation:
 *
 * 1. Make `api/routes/<x>.ts` and register its export in `api/routes/index.ts`. Addresses start with `/v1/`.
 * 2. Describe each operation with `operation({ … })`: it documents it, and before your handler runs it has checked the key,
 *    the rate, the scope (`api/access.ts`), the size of the body, `Idempotency-Key` for `acts: true`, and every value.
 * 3. Handlers parse (`c.req.valid('param' | 'query' | 'json')`), call one function of `db/queries` or `domain`, and map.
 *    `c.var.caller` is `{ brokerageId, slug, keyId, personId, role, scopes }`, `c.var.requestId` the correlation id.
 *    - Reads: `tenantTx(c, (tx) => readLead(tx, …))`; `found(row, 'lead', no)` gives the row or a 404.
 *    - POSTs that act: `act(c, { subject }, async (change) => c.json(…, 201, { Location }))`. The change, its events, the
 *      key and the answer commit together; repeats are answered with the same bytes. Without `subject` it is the brokerage.
 *    - POSTs that ask a run: `actOnRun(c, { workflowId, update, args }, (result) => c.json(…))` (`api/runs.ts`).
 *    - PATCH and DELETE may use `changeSubject(c.var.deps.db, { …, actor: actorOf(c), source: 'api', correlationId: c.var.requestId }, …)`.
 * 4. Refuse with `DomainError` (or `refuse('not-found', …)`, `api/errors.ts`) and list its code in `api/problems.ts`.
 * 5. Add a living call to `api/operations.samples.ts`: the access and malformed-input tests walk the OpenAPI document and fail without one.
 * 6. Lists: `pageQuery`, `pageOf`, `readCursor`, `toPage` (`api/pages.ts`). Bodies: `jsonBody(z.strictObject({ … }))`.
 *    Long work answers 202 with `jobSchema` and a `Location` under `/v1/jobs/`. Uploads: `body: 'stream'`, `act(c, { bodyHash })`.
 *
 *     const renameLead = operation({
 *       method: 'post', path: '/v1/leads/{no}/name', summary: 'Rename a lead', tags: ['leads'], scope: 'sourcing:write', acts: true,
 *       request: { params: noParam, body: jsonBody(z.strictObject({ name: words(100) })) },
 *       responses: { 200: json(leadSchema, 'The lead as it is now') },
 *     });
 *     leadRoutes.openapi(renameLead, async (c) => {
 *       const { no } = c.req.valid('param');
 *       const lead = await tenantTx(c, (tx) => readLead(tx, { leadNo: no }));
 *       return act(c, { subject: { kind: 'lead', id: found(lead, 'lead', no).id } }, async (change) =>
 *         c.json(toLead(await changeName(change, { leadId: lead.id, ...c.req.valid('json') })), 200));
 *     });
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type ApiDeps, type AppEnv, router } from './context.ts';
import { docs } from './docs.ts';
import { answerError } from './errors.ts';
import { logRequests } from './logging.ts';
import { answerUnknown } from './not-found.ts';
import { describeApi } from './openapi.ts';
import { allRoutes } from './routes/index.ts';
import { securityHeaders } from './security-headers.ts';
import { pageOr, web } from './web.ts';

/** The whole API as one object: served by `server.ts`, called directly by tests. */
export function createApp(deps: ApiDeps): OpenAPIHono<AppEnv> {
  const app = router();
  app.use(logRequests(deps), securityHeaders);
  app.onError(answerError);
  for (const routes of allRoutes) app.route('/', routes);
  describeApi(app);
  app.route('/', docs);
  app.route('/', web);
  app.notFound(pageOr(answerUnknown(app)));
  return app;
}
