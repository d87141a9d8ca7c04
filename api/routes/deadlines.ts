import { z } from '@hono/zod-openapi';
import { type DeadlineRow, livesOnOf } from '../../db/deadline-rows.ts';
import { addCustomClock } from '../../db/queries/custom-clocks.ts';
import { recomputeDeadlines, setDateByHand } from '../../db/queries/deadlines.compute.ts';
import { settleDeadline } from '../../db/queries/deadlines.settle.ts';
import { clockOf, listDeadlines } from '../../db/queries/deadlines.ts';
import { DeadlineAct } from '../../domain/closing/contract.schemas.ts';
import { dealEnded } from '../../domain/closing/ended.ts';
import { extensionWords } from '../../domain/closing/extension.ts';
import { NewDeadline } from '../../domain/closing/new-deadline.schemas.ts';
import { explainQuery } from '../../workflows/compliance/messages.ts';
import { router, tenantTx } from '../context.ts';
import { deadlineSchema, toDeadlines } from '../contracts.view.ts';
import { dealOf } from '../deal-of.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { askRun } from '../runs.ts';
import { noParam } from '../schemas.ts';

/** The clocks of a deal. */
export const deadlineRoutes = router();

const clockParam = noParam.extend({
  clock: z
    .string()
    .max(60)
    .openapi({ param: { name: 'clock', in: 'path' }, example: 'option' }),
});

deadlineRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/deadlines',
    summary: 'All deadlines with their working',
    tags: ['closing'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ items: z.array(deadlineSchema) }), 'Nearest first; those without a date yet last') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return c.json({ items: await tenantTx(c, async (tx) => toDeadlines(tx, await listDeadlines(tx, { dealId: deal.id }))) }, 200);
  },
);

deadlineRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/deadlines/{clock}',
    summary: 'One deadline with its working, and what its watcher waits for',
    tags: ['closing'],
    scope: 'closing:read',
    request: { params: clockParam },
    responses: { 200: json(deadlineSchema.extend({ explanation: z.string() }), 'The deadline') },
  }),
  async (c) => {
    const { no, clock } = c.req.valid('param');
    const deal = await dealOf(c, no);
    const [deadline] = await tenantTx(c, async (tx) => toDeadlines(tx, [await clockOf(tx, { dealId: deal.id, clock })]));
    const explanation = (await askRun(c, deadline!.workflowId, explainQuery)) ?? unasked(deadline!);
    return c.json({ ...deadline!, explanation }, 200);
  },
);

/** What the row says when no watcher can be asked. */
function unasked({ waitingFor, watched, status, state, extended }: z.infer<typeof deadlineSchema>): string {
  const said = waitingFor ? `waiting for ${waitingFor}` : status === 'pending' && !watched ? 'kept as a date: nobody is reminded of it' : status;
  return state === 'extended' ? `${said}; ${extensionWords(extended!)}` : said;
}

deadlineRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/deadlines',
    summary: 'Make a deadline by hand: a date, or days from a date of the file',
    description: 'Computed, moved by amendments and facts, and watched like every other. `watched: false` keeps it as a row that nobody is reminded of.',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(NewDeadline) },
    responses: { 201: { ...json(deadlineSchema, 'The deadline with its working'), headers: located } },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const { date, count, evidence = null, ...rest } = c.req.valid('json');
    const by = c.var.caller.personId;
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const rule = count ? { count: count.days, unit: count.unit, direction: count.direction, from: count.from, calendar: count.calendar } : { date: date! };
      const clock = await addCustomClock(change, { dealId: deal.id, ...rest, evidence, rule, by });
      const rows = await recomputeDeadlines(change, { dealId: deal.id, cause: { kind: 'hand', id: by } });
      const row = rows.find((one) => one.clock === clock)!;
      return c.json((await toDeadlines(change.tx, [row]))[0]!, 201, { Location: `/v1/deals/${deal.dealNo}/deadlines/${clock}` });
    });
  },
);

const statusOf = { satisfy: 'satisfied', waive: 'waived', terminate: 'terminated', toll: 'tolled', resume: 'pending' } as const;

deadlineRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/deadlines/{clock}',
    summary: 'Satisfy, waive, terminate, toll or resume a deadline, set its date by hand, or give it back to its rule',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: clockParam, body: jsonBody(DeadlineAct) },
    responses: { 200: json(deadlineSchema, 'The deadline as it stands') },
  }),
  async (c) => {
    const { no, clock } = c.req.valid('param');
    const deal = await dealOf(c, no);
    const input = c.req.valid('json');
    const by = c.var.caller.personId;
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const dealId = deal.id;
      const { reason, proof = null } = input;
      const asked = await clockOf(change.tx, { dealId, clock });
      if (deal.closedAt && !livesOnOf(asked)) throw dealEnded(deal);
      const answer = async (row: DeadlineRow) => c.json((await toDeadlines(change.tx, [row]))[0]!, 200);
      if (input.act === 'set-date' || input.act === 'by-rule') {
        const byHand = input.act === 'set-date' ? { date: input.date, localTime: input.localTime, by, reason, proof, at: change.now.toISOString() } : null;
        return answer(await setDateByHand(change, { dealId, clock, byHand, cause: { kind: 'hand', id: by } }));
      }
      return answer(await settleDeadline(change, { deal, row: asked, status: statusOf[input.act], reason, proof, by }));
    });
  },
);
