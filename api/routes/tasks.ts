import { z } from '@hono/zod-openapi';
import { findDealByNo } from '../../db/queries/closing.ts';
import { claimTask, finishTask, handOverTask, listTasks, readTask, snoozeTask, type Task } from '../../db/queries/tasks.ts';
import { aboutOf } from '../../domain/closing/task-kinds.ts';
import type { Subject } from '../../domain/events/envelope.ts';
import { roles } from '../access.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { idParam, instantSchema, iso, isoOrNull, noParam, words } from '../schemas.ts';

export const taskRoutes = router();

const taskSchema = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    reason: z.string(),
    role: z.string(),
    ownerId: z.uuid().nullable(),
    dueAt: instantSchema,
    status: z.string(),
    outcome: z.string().nullable(),
    subject: z.object({ kind: z.string(), id: z.uuid() }),
    dealId: z.uuid().nullable(),
    leadId: z.uuid().nullable(),
    aboutId: z.uuid().nullable().openapi({ description: 'Of the message, document or send it is acted on at' }),
    snoozedUntil: instantSchema.nullable(),
    note: z.string().nullable().openapi({ description: 'Why it was put off or handed over' }),
    createdAt: instantSchema,
    doneAt: instantSchema.nullable(),
    doneBy: z.string().nullable(),
  })
  .openapi('Task');
const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

taskRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/tasks',
    summary: 'What people must do, due first',
    tags: ['tasks'],
    scope: 'tasks:read',
    request: {
      query: pageQuery.extend({
        status: z.enum(['open', 'done']).default('open'),
        kind: z.string().max(60).optional(),
        role: z.string().max(30).optional(),
        mine: z.enum(['true', 'false']).default('false'),
        deal: noParam.shape.no.optional().openapi({ param: { name: 'deal', in: 'query' }, description: 'Number of a deal' }),
        snoozed: z.enum(['true', 'false']).default('false').openapi({ description: 'With those that are put off for now' }),
      }),
    },
    responses: { 200: json(pageOf(taskSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor: given, mine, deal, snoozed, ...filter } = c.req.valid('query');
    const after = readCursor(given, cursor);
    const ownerId = mine === 'true' ? c.var.caller.personId : undefined;
    const rows = await tenantTx(c, async (tx) => {
      const dealId = deal === undefined ? undefined : found(await findDealByNo(tx, { dealNo: deal }), 'deal', deal).id;
      return listTasks(tx, { ...filter, ownerId, dealId, snoozed: snoozed === 'true', after, limit: limit + 1 });
    });
    const page = toPage(rows, limit, (task) => [iso(task.dueAt), task.id]);
    return c.json({ items: page.items.map(toTask), nextCursor: page.nextCursor }, 200);
  },
);

taskRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/tasks/{id}',
    summary: 'One task',
    tags: ['tasks'],
    scope: 'tasks:read',
    request: { params: idParam },
    responses: { 200: json(taskSchema, 'The task') },
  }),
  async (c) => c.json(toTask(await taskOf(c, c.req.valid('param').id)), 200),
);

taskRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/tasks/{id}/claim',
    summary: 'Make it mine, or give it to somebody',
    tags: ['tasks'],
    scope: 'tasks:write',
    acts: true,
    request: {
      params: idParam,
      body: jsonBody(z.strictObject({ ownerId: z.uuid().optional().openapi({ description: 'A person of the brokerage; the caller when left out' }) })),
    },
    responses: { 200: json(taskSchema, 'The task with its owner') },
  }),
  async (c) => {
    const task = await taskOf(c, c.req.valid('param').id);
    const ownerId = c.req.valid('json').ownerId ?? c.var.caller.personId;
    return act(c, { subject: subjectOf(task) }, async (change) => c.json(toTask(await claimTask(change, { taskId: task.id, ownerId })), 200));
  },
);

taskRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/tasks/{id}/done',
    summary: 'Done, with what came of it',
    tags: ['tasks'],
    scope: 'tasks:write',
    acts: true,
    request: { params: idParam, body: jsonBody(z.strictObject({ outcome: words() })) },
    responses: { 200: json(taskSchema, 'The task as it was closed') },
  }),
  async (c) => {
    const task = await taskOf(c, c.req.valid('param').id);
    const { outcome } = c.req.valid('json');
    return act(c, { subject: subjectOf(task) }, async (change) =>
      c.json(toTask(await finishTask(change, { taskId: task.id, outcome, by: c.var.caller.personId })), 200),
    );
  },
);

taskRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/tasks/{id}/snooze',
    summary: 'Put it out of sight until an instant',
    tags: ['tasks'],
    scope: 'tasks:write',
    acts: true,
    request: { params: idParam, body: jsonBody(z.strictObject({ until: z.iso.datetime(), reason: words() })) },
    responses: { 200: json(taskSchema, 'The task as it is put off') },
  }),
  async (c) => {
    const task = await taskOf(c, c.req.valid('param').id);
    const { until, reason } = c.req.valid('json');
    return act(c, { subject: subjectOf(task) }, async (change) =>
      c.json(toTask(await snoozeTask(change, { taskId: task.id, until: new Date(until), reason })), 200),
    );
  },
);

const handOver = z
  .strictObject({ personId: z.uuid().optional(), role: z.enum(roles).optional(), reason: words() })
  .refine(({ personId, role }) => (personId === undefined) !== (role === undefined), { error: 'name a person or a role, one of them', path: ['personId'] });

taskRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/tasks/{id}/hand-over',
    summary: 'Give it to another person, or to whoever stands for a role',
    tags: ['tasks'],
    scope: 'tasks:write',
    acts: true,
    request: { params: idParam, body: jsonBody(handOver) },
    responses: { 200: json(taskSchema, 'The task with its new owner') },
  }),
  async (c) => {
    const task = await taskOf(c, c.req.valid('param').id);
    return act(c, { subject: subjectOf(task) }, async (change) => c.json(toTask(await handOverTask(change, { taskId: task.id, ...c.req.valid('json') })), 200));
  },
);

const taskOf = async (c: AppContext, id: string): Promise<Task> => found(await tenantTx(c, (tx) => readTask(tx, { taskId: id })), 'task', id);
const subjectOf = (task: Task): Subject => ({ kind: task.subjectKind as Subject['kind'], id: task.subjectId });

const toTask = (task: Task) => ({
  id: task.id,
  kind: task.kind,
  title: task.title,
  reason: task.reason,
  role: task.role,
  ownerId: task.ownerId,
  dueAt: iso(task.dueAt),
  status: task.status,
  outcome: task.outcome,
  subject: { kind: task.subjectKind, id: task.subjectId },
  dealId: task.dealId,
  leadId: task.leadId,
  aboutId: aboutOf(task),
  snoozedUntil: isoOrNull(task.snoozedUntil),
  note: task.note,
  createdAt: iso(task.createdAt),
  doneAt: isoOrNull(task.doneAt),
  doneBy: task.doneBy,
});
