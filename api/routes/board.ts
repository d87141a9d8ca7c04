import { z } from '@hono/zod-openapi';
import { readBoard } from '../../db/queries/board.ts';
import { boardRows, boardSorts, sortBoard } from '../../domain/closing/board.ts';
import { healths } from '../../domain/compliance/health.ts';
import { router, tenantTx } from '../context.ts';
import { sides, stages } from '../deals.view.ts';
import { json, operation } from '../operation.ts';
import { instantSchema } from '../schemas.ts';

export const boardRoutes = router();

const rowSchema = z
  .object({
    dealNo: z.int(),
    property: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    side: z.string(),
    stage: z.string(),
    closingOn: z.iso.date().nullable(),
    daysLeft: z.int().nullable().openapi({ description: 'Until the closing, where the property is; below zero once it is past' }),
    nextKey: z.object({ title: z.string(), date: z.iso.date(), dueAt: instantSchema }).nullable(),
    openTasks: z.int(),
    overdue: z.int(),
    missingDocuments: z.array(z.string()),
    waitingFor: z.string().nullable(),
    waitingSince: instantSchema.nullable(),
    health: z.object({ state: z.enum(healths), reason: z.string().nullable(), owner: z.string().nullable(), nextStep: z.string().nullable() }),
    lastContactAt: instantSchema.nullable(),
    agent: z.object({ contactId: z.uuid(), name: z.string() }).nullable(),
    zone: z.string(),
  })
  .openapi('BoardRow');

boardRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/board',
    summary: 'A row per file: what is at risk, what is blocked, who must act',
    description: 'All rows at once, up to 2,000 files; `truncated` says that there are more. Health is derived as in GET /v1/deals/{no}/health.',
    tags: ['deals'],
    scope: 'closing:read',
    request: {
      query: z.object({
        stage: z.enum(stages).optional(),
        side: z.enum(sides).optional(),
        open: z.enum(['true', 'false', 'all']).default('true'),
        health: z.enum(healths).optional(),
        closingWithinDays: z.coerce.number().int().min(0).max(3660).optional().openapi({ description: 'Closes from today to so many days ahead' }),
        agent: z.uuid().optional().openapi({ description: 'Contact id of the agent on our side' }),
        text: z.string().trim().min(1).max(100).optional().openapi({ description: 'In the address, the agent, what is waited for; or the number' }),
        sort: z.enum(boardSorts).default('health'),
        order: z.enum(['asc', 'desc']).default('asc'),
      }),
    },
    responses: {
      200: json(z.object({ items: z.array(rowSchema), truncated: z.boolean(), now: instantSchema }), 'The rows, and the instant they are true for'),
    },
  }),
  async (c) => {
    const { open, health, closingWithinDays, agent, sort, order, ...filter } = c.req.valid('query');
    const asked = { ...filter, agentId: agent, open: open === 'all' ? undefined : open === 'true' };
    const { files, truncated, now } = await tenantTx(c, (tx) => readBoard(tx, asked));
    const rows = boardRows(files, now)
      .filter((row) => health === undefined || row.health.state === health)
      .filter(({ daysLeft }) => closingWithinDays === undefined || (daysLeft !== null && daysLeft >= 0 && daysLeft <= closingWithinDays));
    return c.json({ items: sortBoard(rows, sort, order === 'desc'), truncated, now: now.toISOString() }, 200);
  },
);
