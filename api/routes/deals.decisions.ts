import { z } from '@hono/zod-openapi';
import type { UpdateDefinition } from '@temporalio/common';
import { readDealView } from '../../db/queries/closing.view.ts';
import { dealEnded } from '../../domain/closing/ended.ts';
import { acceptUpdate, approveUpdate, type DealStatus, declineUpdate, markDeadUpdate, type PersonAct } from '../../workflows/closing/messages.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { statusSchema } from '../deals.view.ts';
import { found, refuse } from '../errors.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { actOnRun } from '../runs.ts';
import { noParam, words } from '../schemas.ts';

/** What people decide about a deal: its run answers, done or why not. */
export const dealDecisionRoutes = router();

const answered = { 200: json(statusSchema.extend({ dealNo: z.int() }), 'Done; where the deal stands now') };
const withReason = jsonBody(z.strictObject({ reason: words() }));

dealDecisionRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/approve',
    summary: 'Approve the offer that waits',
    tags: ['deals'],
    scope: 'offers:write',
    acts: true,
    request: { params: noParam },
    responses: answered,
  }),
  (c) => decide(c, c.req.valid('param').no, approveUpdate, { by: c.var.caller.personId }),
);

dealDecisionRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/accept',
    summary: 'The seller accepted',
    tags: ['deals'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam },
    responses: answered,
  }),
  (c) => decide(c, c.req.valid('param').no, acceptUpdate, { by: c.var.caller.personId }),
);

dealDecisionRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/decline',
    summary: 'The seller declined',
    tags: ['deals'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: withReason },
    responses: answered,
  }),
  (c) => decide(c, c.req.valid('param').no, declineUpdate, { by: c.var.caller.personId, ...c.req.valid('json') }),
);

dealDecisionRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/dead',
    summary: 'Give the deal up',
    tags: ['deals'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: withReason },
    responses: answered,
  }),
  (c) => decide(c, c.req.valid('param').no, markDeadUpdate, { by: c.var.caller.personId, ...c.req.valid('json') }),
);

async function decide<A extends PersonAct>(c: AppContext, dealNo: number, update: UpdateDefinition<DealStatus, [A]>, args: A) {
  const dealOf = async () => found(await tenantTx(c, (tx) => readDealView(tx, { dealNo })), 'deal', dealNo).deal;
  const { workflowId } = await dealOf();
  const gone = async () => {
    const { closedAt, stage } = await dealOf();
    return closedAt ? dealEnded({ dealNo, stage }) : refuse('run-not-open', undefined, { retryAfterSeconds: 1 });
  };
  return actOnRun(c, { workflowId, update, args: [args], gone }, (status) => c.json({ dealNo, ...status }, 200));
}
