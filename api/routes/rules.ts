import { z } from '@hono/zod-openapi';
import { requestLeadJob } from '../../db/queries/lead-jobs.ts';
import { draftRuleSet, findRuleSet, listRuleSets, publishRuleSet, type StoredRuleSet } from '../../db/queries/rule-sets.ts';
import { factCatalogue } from '../../domain/sourcing/facts.ts';
import { ruleSetFaults } from '../../domain/sourcing/rules.faults.ts';
import { router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { accepted } from '../jobs.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { acceptedSchema, instantSchema, iso, isoOrNull, words } from '../schemas.ts';

export const ruleRoutes = router();

const ruleSetSchema = z
  .object({
    version: z.int(),
    name: z.string(),
    status: z.string().openapi({ description: 'draft or published; the newest published one decides' }),
    definition: z.unknown(),
    createdAt: instantSchema,
    createdBy: z.string(),
    publishedAt: instantSchema.nullable(),
  })
  .openapi('RuleSet');
const versionParam = z.object({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .openapi({ param: { name: 'version', in: 'path' }, example: 2 }),
});
const definition = z
  .looseObject({})
  .openapi({ description: 'Clauses with JSONLogic rules, the scoring scheme and what makes a lead hot; the version is given when it is saved' });

ruleRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/rule-sets',
    summary: 'Rule sets, newest first, and the facts a rule may name',
    tags: ['rules'],
    scope: 'sourcing:read',
    responses: { 200: json(z.object({ items: z.array(ruleSetSchema), facts: z.record(z.string(), z.unknown()) }), 'All of them') },
  }),
  async (c) => c.json({ items: (await tenantTx(c, (tx) => listRuleSets(tx))).map(toRuleSet), facts: factCatalogue }, 200),
);

ruleRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/rule-sets/{version}',
    summary: 'One rule set',
    tags: ['rules'],
    scope: 'sourcing:read',
    request: { params: versionParam },
    responses: { 200: json(ruleSetSchema, 'The rule set') },
  }),
  async (c) => {
    const params = c.req.valid('param');
    return c.json(toRuleSet(found(await tenantTx(c, (tx) => findRuleSet(tx, params)), 'rule set', params.version)), 200);
  },
);

ruleRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/rule-sets/check',
    summary: 'All faults of a rule set, without saving it',
    tags: ['rules'],
    scope: 'sourcing:read',
    request: { body: jsonBody(z.strictObject({ definition })) },
    responses: {
      200: json(z.object({ ok: z.boolean(), faults: z.array(z.object({ path: z.string(), message: z.string() })) }), 'Its faults, none for a usable one'),
    },
  }),
  (c) => {
    const faults = ruleSetFaults(c.req.valid('json').definition);
    return c.json({ ok: faults.length === 0, faults }, 200);
  },
);

ruleRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/rule-sets',
    summary: 'Save a rule set as a draft; refused with all its faults at once',
    tags: ['rules'],
    scope: 'sourcing:write',
    acts: true,
    request: { body: jsonBody(z.strictObject({ name: words(100), definition })) },
    responses: { 201: { ...json(ruleSetSchema, 'Saved as the next version'), headers: located } },
  }),
  async (c) => {
    const { name, definition } = c.req.valid('json');
    return act(c, {}, async (change) => {
      const ruleSet = await draftRuleSet(change, { name, definition, by: c.var.caller.personId });
      return c.json(toRuleSet(ruleSet), 201, { Location: `/v1/rule-sets/${ruleSet.version}` });
    });
  },
);

ruleRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/rule-sets/{version}/test',
    summary: 'See over all stored leads who would change',
    tags: ['rules'],
    scope: 'sourcing:write',
    acts: true,
    request: { params: versionParam },
    responses: {
      202: { ...json(acceptedSchema.extend({ jobNo: z.int(), leads: z.int() }), 'The result of the job has the counts and examples'), headers: located },
    },
  }),
  async (c) => {
    const { version } = c.req.valid('param');
    found(await tenantTx(c, (tx) => findRuleSet(tx, { version })), 'rule set', version);
    return act(c, {}, async (change) => {
      const job = await requestLeadJob(change, { kind: 'rules-test', input: { ruleVersion: version }, by: c.var.caller.personId });
      return accepted(c, 'rules-test', job.jobNo, { jobNo: job.jobNo, leads: job.total });
    });
  },
);

ruleRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/rule-sets/{version}/publish',
    summary: 'Let these rules decide from now on; only leads that change are written',
    tags: ['rules'],
    scope: 'sourcing:write',
    acts: true,
    request: { params: versionParam },
    responses: {
      202: {
        ...json(acceptedSchema.extend({ jobNo: z.int(), leads: z.int(), ruleSet: ruleSetSchema }), 'Published; the run decides the leads'),
        headers: located,
      },
    },
  }),
  async (c) => {
    const { version } = c.req.valid('param');
    found(await tenantTx(c, (tx) => findRuleSet(tx, { version })), 'rule set', version);
    return act(c, {}, async (change) => {
      const { ruleSet, job } = await publishRuleSet(change, { version, by: c.var.caller.personId });
      return accepted(c, 'rescoring', job.jobNo, { jobNo: job.jobNo, leads: job.total, ruleSet: toRuleSet(ruleSet) });
    });
  },
);

const toRuleSet = ({ version, name, status, definition, createdAt, createdBy, publishedAt }: StoredRuleSet) => ({
  ...{ version, name, status, definition, createdBy },
  createdAt: iso(createdAt),
  publishedAt: isoOrNull(publishedAt),
});
