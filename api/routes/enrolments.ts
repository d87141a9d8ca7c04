import { z } from '@hono/zod-openapi';
import type { Change } from '../../db/events.ts';
import { findLeadByNo } from '../../db/queries/closing.view.ts';
import { type Enrolment, findEnrolment, listEnrolments, listTouches, pauseEnrolment, requestStop, resumeEnrolment } from '../../db/queries/outreach.ts';
import { explainQuery, skipUpdate, timelineQuery } from '../../workflows/outreach/messages.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { enrolmentSchema, explainEnrolment, toEnrolment } from '../enrolments.view.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { actOnRun, askRun } from '../runs.ts';
import { idParam, instantSchema, iso } from '../schemas.ts';

export const enrolmentRoutes = router();

const touchSchema = z.object({ step: z.string(), kind: z.string(), outcome: z.string(), why: z.string().nullable(), at: instantSchema });
/** A word, not a sentence: it travels into the run's history, where nothing about a person may stand. */
const reasonSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .openapi({ example: 'sold-elsewhere' });
const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);
const statuses = ['open', 'archived', 'stopped'] as const;

enrolmentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/enrolments',
    summary: 'Who is or was followed up, newest first',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: {
      query: pageQuery.extend({
        sequence: z.string().max(60).optional(),
        status: z.enum(statuses).optional(),
        leadNo: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
      }),
    },
    responses: { 200: json(pageOf(enrolmentSchema.extend({ leadNo: z.int() })), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, leadNo, ...filter } = c.req.valid('query');
    const before = readCursor(cursor, cursorSchema);
    const lead = leadNo === undefined ? undefined : found(await tenantTx(c, (tx) => findLeadByNo(tx, { leadNo })), 'lead', leadNo);
    const rows = await tenantTx(c, (tx) =>
      listEnrolments(tx, { ...filter, leadId: lead?.id, before: before && { openedAt: new Date(before[0]), id: before[1] }, limit: limit + 1 }),
    );
    const page = toPage(rows, limit, ({ enrolment }) => [iso(enrolment.openedAt), enrolment.id]);
    return c.json({ items: page.items.map(({ enrolment, leadNo: no }) => ({ ...toEnrolment(enrolment), leadNo: no })), nextCursor: page.nextCursor }, 200);
  },
);

enrolmentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/enrolments/{id}',
    summary: 'One enrolment with the steps it has taken',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { params: idParam },
    responses: { 200: json(enrolmentSchema.extend({ touches: z.array(touchSchema) }), 'The enrolment') },
  }),
  async (c) => {
    const row = await enrolmentOf(c);
    const touches = await tenantTx(c, (tx) => listTouches(tx, { enrolmentId: row.id }));
    return c.json({ ...toEnrolment(row), touches: touches.map((touch) => ({ ...touch, at: iso(touch.at) })) }, 200);
  },
);

enrolmentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/enrolments/{id}/timeline',
    summary: 'What happened, and what is planned next',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { params: idParam },
    responses: {
      200: json(z.object({ source: z.enum(['run', 'touches']), items: z.array(z.object({ at: instantSchema, what: z.string() })) }), 'Oldest first'),
    },
  }),
  async (c) => {
    const row = await enrolmentOf(c);
    // A later enrolment of the lead has the same workflow id: only an open one may be asked.
    const told = row.status === 'open' ? await askRun(c, row.workflowId, timelineQuery) : null;
    if (told) return c.json({ source: 'run' as const, items: told }, 200);
    const touches = await tenantTx(c, (tx) => listTouches(tx, { enrolmentId: row.id }));
    return c.json(
      {
        source: 'touches' as const,
        items: touches.map(({ at, step, outcome, why }) => ({ at: iso(at), what: `${step}: ${outcome}${why ? ` (${why})` : ''}` })),
      },
      200,
    );
  },
);

enrolmentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/enrolments/{id}/explain',
    summary: 'Why it waits, and what comes next',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { params: idParam },
    responses: { 200: json(z.object({ id: z.uuid(), explanation: z.string() }), 'In plain words') },
  }),
  async (c) => {
    const row = await enrolmentOf(c);
    const told = row.status === 'open' ? await askRun(c, row.workflowId, explainQuery) : null;
    return c.json({ id: row.id, explanation: told ?? explainEnrolment(row) }, 200);
  },
);

const changing = { tags: ['outreach'], scope: 'outreach:write' as const, acts: true as const };
const answered = { 200: json(enrolmentSchema, 'The enrolment as it is now') };

enrolmentRoutes.openapi(
  operation({
    ...changing,
    method: 'post',
    path: '/v1/enrolments/{id}/pause',
    summary: 'Hold it: nothing goes out, nothing is dropped',
    request: { params: idParam },
    responses: answered,
  }),
  (c) => change(c, (ch, enrolmentId, by) => pauseEnrolment(ch, { enrolmentId, by })),
);

enrolmentRoutes.openapi(
  operation({
    ...changing,
    method: 'post',
    path: '/v1/enrolments/{id}/resume',
    summary: 'Go on; what came due meanwhile goes out now',
    request: { params: idParam },
    responses: answered,
  }),
  (c) => change(c, (ch, enrolmentId, by) => resumeEnrolment(ch, { enrolmentId, by })),
);

enrolmentRoutes.openapi(
  operation({
    ...changing,
    method: 'post',
    path: '/v1/enrolments/{id}/stop',
    summary: 'Take the lead out of the sequence',
    request: { params: idParam, body: jsonBody(z.strictObject({ reason: reasonSchema.optional() })) },
    responses: answered,
  }),
  (c) => {
    const { reason = 'stopped-by-person' } = c.req.valid('json');
    return change(c, (ch, enrolmentId) => requestStop(ch, { enrolmentId, reason, sourceEventId: c.var.requestId }));
  },
);

enrolmentRoutes.openapi(
  operation({
    ...changing,
    method: 'post',
    path: '/v1/enrolments/{id}/skip',
    summary: 'Leave the next step out',
    request: {
      params: idParam,
      body: jsonBody(z.strictObject({ step: z.string().min(1).max(40).openapi({ description: 'The step to skip: refused when it went out meanwhile' }) })),
    },
    responses: answered,
  }),
  async (c) => {
    const row = await enrolmentOf(c);
    const args: [{ by: string; step: string }] = [{ by: c.var.caller.personId, step: c.req.valid('json').step }];
    return actOnRun(c, { workflowId: row.workflowId, update: skipUpdate, args }, async () => c.json(toEnrolment(await enrolmentOf(c)), 200));
  },
);

async function enrolmentOf(c: AppContext): Promise<Enrolment> {
  const enrolmentId = c.req.param('id') ?? '';
  return found(await tenantTx(c, (tx) => findEnrolment(tx, { enrolmentId })), 'enrolment', enrolmentId);
}

/** A change under the lead's lock, answered with the row. */
async function change(c: AppContext, fn: (change: Change, enrolmentId: string, by: string) => Promise<unknown>) {
  const row = await enrolmentOf(c);
  return act(c, { subject: { kind: 'lead', id: row.leadId } }, async (ch) => {
    await fn(ch, row.id, c.var.caller.personId);
    return c.json(toEnrolment((await findEnrolment(ch.tx, { enrolmentId: row.id }))!), 200);
  });
}
