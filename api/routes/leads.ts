import { z } from '@hono/zod-openapi';
import { requestLeadJob, selectLeads } from '../../db/queries/lead-jobs.ts';
import { countLeads, listLeads, readLead } from '../../db/queries/leads.view.ts';
import { decideByPerson } from '../../db/queries/qualification.ts';
import { currentRuleSet, findRuleSet, listRuleSets } from '../../db/queries/rule-sets.ts';
import { LeadSelection } from '../../domain/sourcing/selection.schemas.ts';
import { router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { accepted } from '../jobs.ts';
import { leadDetailSchema, leadSchema, leadStatuses, toLead, toLeadDetail } from '../leads.view.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { acceptedSchema, noParam, words } from '../schemas.ts';

export const leadRoutes = router();

const flag = z.enum(['true', 'false']).optional();
const filters = {
  status: z.enum(leadStatuses).optional(),
  hot: flag,
  importNo: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  zip: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  city: z.string().min(1).max(100).optional(),
  address: z.string().min(2).max(100).optional().openapi({ description: 'Part of the street line' }),
  minScore: z.coerce.number().min(0).max(1000).optional(),
  sort: z
    .enum(['number', 'score'])
    .default('number')
    .openapi({ description: '`score`: best first; with `status=review` it is the queue of what people decide' }),
};

leadRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/leads',
    summary: 'Leads, newest number or best score first',
    tags: ['leads'],
    scope: 'sourcing:read',
    request: { query: pageQuery.extend(filters) },
    responses: { 200: json(pageOf(leadSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, sort, hot, ...rest } = c.req.valid('query');
    const filter = { ...rest, hot: hot === undefined ? undefined : hot === 'true' };
    const order =
      sort === 'number'
        ? { sort, before: readCursor(cursor, z.int().min(0).max(2_147_483_647)) }
        : { sort, after: readCursor(cursor, z.tuple([z.int().min(-1).max(1_000_000), z.int().min(0).max(2_147_483_647)])) };
    return tenantTx(c, async (tx) => {
      const rows = await listLeads(tx, { filter, order, limit: limit + 1 });
      const page = toPage(rows, limit, ({ leadNo, score }) => (sort === 'number' ? leadNo : [score ?? -1, leadNo]));
      const rules = new Map((await listRuleSets(tx)).map((ruleSet) => [ruleSet.version, ruleSet]));
      return c.json({ items: page.items.map((lead) => toLead(lead, rules.get(lead.ruleVersion ?? 0))), nextCursor: page.nextCursor }, 200);
    });
  },
);

const { status: _status, sort: _sort, ...countFilters } = filters;
leadRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/leads/counts',
    summary: 'How many leads fit, by status',
    tags: ['leads'],
    scope: 'sourcing:read',
    request: { query: z.object(countFilters) },
    responses: { 200: json(z.object({ total: z.int(), byStatus: z.record(z.string(), z.int()) }), 'The counts') },
  }),
  async (c) => {
    const { hot, ...rest } = c.req.valid('query');
    const byStatus = await tenantTx(c, (tx) => countLeads(tx, { filter: { ...rest, hot: hot === undefined ? undefined : hot === 'true' } }));
    return c.json({ total: Object.values(byStatus).reduce((sum, count) => sum + count, 0), byStatus }, 200);
  },
);

leadRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/leads/{no}',
    summary: 'One lead, its score explained clause by clause',
    tags: ['leads'],
    scope: 'sourcing:read',
    request: { params: noParam },
    responses: { 200: json(leadDetailSchema, 'The lead') },
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    return tenantTx(c, async (tx) => {
      const view = found(await readLead(tx, { leadNo: no }), 'lead', no);
      const byVersion = view.lead.ruleVersion === null ? undefined : await findRuleSet(tx, { version: view.lead.ruleVersion });
      return c.json(toLeadDetail(view, byVersion ?? (await currentRuleSet(tx))), 200);
    });
  },
);

const decidedSchema = z.object({
  decided: z.int(),
  leadNos: z.array(z.int()),
  skipped: z.array(z.object({ leadNo: z.int(), status: z.string() })).openapi({ description: 'Leads that are not in review, left as they are' }),
  unknown: z.array(z.int()).openapi({ description: 'Numbers without a lead' }),
});

leadRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/leads/decide',
    summary: 'Decide leads in review, many at once',
    tags: ['leads'],
    scope: 'sourcing:write',
    acts: true,
    request: { body: jsonBody(z.strictObject({ select: LeadSelection, outcome: z.enum(['qualified', 'rejected']), reason: words() })) },
    responses: { 200: json(decidedSchema, 'Which were decided, and which were left') },
  }),
  async (c) => {
    const { select, outcome, reason } = c.req.valid('json');
    return act(c, {}, async (change) => {
      const chosen = await selectLeads(change.tx, { status: select.leadNos ? undefined : 'review', ...select });
      const answer = await decideByPerson(change, { leadIds: chosen.map(({ id }) => id), outcome, reason, by: c.var.caller.personId });
      const unknown = (select.leadNos ?? []).filter((leadNo) => !chosen.some((lead) => lead.leadNo === leadNo));
      return c.json({ decided: answer.decided.length, leadNos: answer.decided, skipped: answer.skipped, unknown }, 200);
    });
  },
);

leadRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/leads/enrich',
    summary: 'Ask data providers about leads and decide them anew',
    tags: ['leads'],
    scope: 'sourcing:write',
    acts: true,
    request: { body: jsonBody(z.strictObject({ select: LeadSelection })) },
    responses: { 202: { ...json(acceptedSchema.extend({ jobNo: z.int(), leads: z.int() }), 'Its run starts; poll the job'), headers: located } },
  }),
  async (c) => {
    const { select } = c.req.valid('json');
    return act(c, {}, async (change) => {
      const chosen = await selectLeads(change.tx, { status: select.leadNos ? undefined : 'review', ...select });
      if (chosen.length === 0) throw refuse('no-leads', 'No lead fits the selection.');
      const job = await requestLeadJob(change, { kind: 'enrichment', input: { select }, leadIds: chosen.map(({ id }) => id), by: c.var.caller.personId });
      return accepted(c, 'enrichment', job.jobNo, { jobNo: job.jobNo, leads: job.total });
    });
  },
);
