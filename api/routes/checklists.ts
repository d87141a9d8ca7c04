import { z } from '@hono/zod-openapi';
import { businessNow } from '../../db/clock.ts';
import { askReevaluation, type ChecklistRow, listChecklist, type Override, overrideItem, previewReevaluation } from '../../db/queries/checklist.ts';
import type { Deal } from '../../db/queries/closing.ts';
import { findContract } from '../../db/queries/contracts.ts';
import { recomputeDeadlines } from '../../db/queries/deadlines.compute.ts';
import { dealLaw, stateFacts } from '../../db/queries/deal-law.ts';
import { closingGate } from '../../db/queries/file-gate.ts';
import { belongsTo } from '../../domain/compliance/checklists/belongs.ts';
import { compareChecklists } from '../../domain/compliance/checklists/compare.ts';
import { mergedFacts } from '../../domain/compliance/checklists/deal.ts';
import { labelOf } from '../../domain/compliance/checklists/facts.ts';
import { DealFacts } from '../../domain/compliance/checklists/schemas.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { dealOf } from '../deal-of.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { instantSchema, iso, noParam, words } from '../schemas.ts';

export const checklistRoutes = router();

const facts = z.record(z.string(), z.unknown());
const itemSchema = z
  .object({
    document: z.string(),
    title: z.string(),
    jurisdiction: z.string(),
    status: z.enum(['required', 'not-required', 'suspended', 'undecided']),
    why: z.string(),
    working: z.unknown().openapi({ description: 'The clause that decided, the values it met, what is missing, source and mark of confidence' }),
    formVersion: z.string().nullable(),
    due: z.array(z.unknown()),
    dueOn: z.iso.date().nullable(),
    consequence: z.string().nullable(),
    set: z.string(),
    belongsTo: z
      .enum(['contract', 'file'])
      .openapi({ description: 'What of a contract is asked for anew by the next one; what is of the file (property, seller, brokerage) outlives it' }),
    state: z.enum(['missing', 'in-review', 'rejected', 'complete']),
    documentId: z.uuid().nullable(),
    overridden: z.object({ by: z.string(), reason: z.string(), at: instantSchema }).nullable(),
    changedAt: instantSchema,
  })
  .openapi('ChecklistItem');
const questionSchema = z.object({ fact: z.string(), question: z.string(), documents: z.array(z.string()) });
const checklistSchema = z
  .object({
    dealNo: z.int(),
    on: z.iso.date(),
    facts: facts.openapi({ description: 'What the law was asked with: the contract’s, stated and listed facts' }),
    stated: facts.openapi({ description: 'What people stated' }),
    labels: z.record(z.string(), z.string()).openapi({ description: 'What the stated facts are called' }),
    stateCovered: z.boolean().openapi({ description: 'False where the rules of the state are not kept here: a person must look them up' }),
    behind: z.boolean().openapi({ description: 'The state’s compliance has not taken in the last facts of the deal' }),
    missing: z.array(z.string()).openapi({ description: 'What keeps the deal from closing' }),
    questions: z.array(questionSchema),
    items: z.array(itemSchema),
  })
  .openapi('Checklist');
const dryRun = z.object({ dryRun: z.enum(['true', 'false']).default('false') });

checklistRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/checklist',
    summary: 'What the law asks of a deal, where each document stands, and what nobody has answered',
    tags: ['checklists'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(checklistSchema, 'The checklist') },
  }),
  async (c) => c.json(await checklistOf(c, await dealOf(c, c.req.valid('param').no)), 200),
);

const previewSchema = z.object({
  dealNo: z.int(),
  dryRun: z.boolean(),
  stated: facts,
  documents: z.array(z.unknown()).openapi({ description: 'Documents that change: what each was, what it becomes, why, and which facts did it' }),
  questions: z.array(questionSchema),
});

checklistRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/law-facts',
    summary: 'State facts about property and parties; null takes one back',
    description: 'With `dryRun=true` it answers which documents would change and writes nothing.',
    tags: ['checklists'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, query: dryRun, body: jsonBody(DealFacts) },
    responses: { 200: json(previewSchema, 'The facts with the documents they change; the checklist follows in a moment') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const only = c.req.valid('query').dryRun === 'true';
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const { tx, now: at } = change;
      const before = await dealLaw(tx, { dealId: deal.id, at });
      const stated = mergedFacts(before.stated, c.req.valid('json'));
      const after = await dealLaw(tx, { dealId: deal.id, at, stated });
      if (!only) {
        await stateFacts(change, { dealId: deal.id, facts: c.req.valid('json') });
        // A statute that applies by these facts adds its clock, one that does not any more takes it out.
        if (await findContract(tx, { dealId: deal.id })) await recomputeDeadlines(change, { dealId: deal.id, cause: { kind: 'fact', id: 'law-facts' } });
      }
      const documents = compareChecklists(before.checklist, after.checklist);
      return c.json({ dealNo: deal.dealNo, dryRun: only, stated, documents, questions: after.checklist.questions }, 200);
    });
  },
);

const itemParam = noParam.extend({
  document: z
    .string()
    .max(60)
    .openapi({ param: { name: 'document', in: 'path' }, example: 'TX-SDN' }),
});
const reasonBody = jsonBody(z.strictObject({ reason: words() }));

for (const undo of [false, true])
  checklistRoutes.openapi(
    operation({
      method: 'post',
      path: undo ? '/v1/deals/{no}/checklist/{document}/restore' : '/v1/deals/{no}/checklist/{document}/override',
      summary: undo ? 'Ask for the document again after all' : 'Go on without a required document; the broker’s decision, with its reason',
      tags: ['checklists'],
      scope: 'closing:write',
      acts: true,
      request: { params: itemParam, body: reasonBody },
      responses: { 200: json(itemSchema, 'The item as it stands') },
    }),
    async (c) => {
      const { no, document } = c.req.valid('param');
      const deal = await dealOf(c, no);
      const { role, personId: by } = c.var.caller;
      if (role !== 'broker') throw refuse('brokers-only', `You are ${role}; only a broker goes on without a required document.`);
      const reason = undo ? null : c.req.valid('json').reason;
      return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) =>
        c.json(toItem(await overrideItem(change, { deal, document, reason, by })), 200),
      );
    },
  );

const most = 500;
const reevaluation = z.object({
  dryRun: z.boolean(),
  deals: z.array(z.object({ dealNo: z.int(), added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(z.string()) })),
});

checklistRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/checklists/reevaluate',
    summary: 'Ask the law data of today about all open deals',
    description: `For when law data has changed. With \`dryRun=true\` it answers who would change and how; without, these deals are looked at anew by the state's compliance, in order with their other facts. At most ${most} deals at once; again goes on with those that still differ.`,
    tags: ['checklists'],
    scope: 'closing:write',
    acts: true,
    request: { query: dryRun },
    responses: { 200: json(reevaluation, 'The deals that change') },
  }),
  async (c) => {
    const only = c.req.valid('query').dryRun === 'true';
    return act(c, {}, async (change) => {
      const found = await previewReevaluation(change.tx, { at: change.now, limit: most });
      if (!only) await askReevaluation(change, { asked: found });
      return c.json({ dryRun: only, deals: found.map(({ dealId: _, ...deal }) => deal) }, 200);
    });
  },
);

async function checklistOf(c: AppContext, { id: dealId, dealNo }: Deal): Promise<z.infer<typeof checklistSchema>> {
  return tenantTx(c, async (tx) => {
    const { facts: known, stated, on, checklist } = await dealLaw(tx, { dealId, at: await businessNow(tx) });
    const { missingDocuments, complianceBehind } = await closingGate(tx, { dealId });
    const items = (await listChecklist(tx, { dealId })).map(toItem);
    const { stateCovered, questions } = checklist;
    const labels = Object.fromEntries(Object.keys(stated).map((fact) => [fact, labelOf(fact)]));
    return { dealNo, on, facts: known, stated, labels, stateCovered, behind: complianceBehind, missing: missingDocuments, questions, items };
  });
}

function toItem(row: ChecklistRow): z.infer<typeof itemSchema> {
  const overridden = row.overridden as Override | null;
  return {
    document: row.document,
    title: row.title,
    jurisdiction: row.jurisdiction,
    status: row.status as 'required',
    why: (row.why as { decidedBy?: { text?: string } }).decidedBy?.text ?? '',
    working: row.why,
    formVersion: row.formVersion,
    due: row.due as unknown[],
    dueOn: row.dueOn,
    consequence: row.consequence,
    set: row.setVersion,
    belongsTo: belongsTo(row.document),
    state: row.state as 'missing',
    documentId: row.documentId,
    overridden: overridden ? { by: overridden.by, reason: overridden.reason, at: overridden.at } : null,
    changedAt: iso(row.changedAt),
  };
}
