import { z } from '@hono/zod-openapi';
import { businessNow } from '../../db/clock.ts';
import type { Change } from '../../db/events.ts';
import {
  type Assignment,
  cancelAssignment,
  draftAssignment,
  effectAssignment,
  judgeAssignment,
  listAssignments,
  type Override,
  type Overrides,
} from '../../db/queries/assignments.ts';
import { fileOf, lastContract } from '../../db/queries/contracts.ts';
import { recordFact } from '../../db/queries/deal-facts.ts';
import { cancelBySeller } from '../../db/queries/seller-cancellation.ts';
import { AssignmentInput, EffectiveInput, SellerCancellationInput } from '../../domain/closing/assignment.schemas.ts';
import type { Requirement } from '../../domain/compliance/wholesaling/assignment.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDate } from '../../domain/time/zoned.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { contractSchema, toContract } from '../contracts.view.ts';
import { dealOf } from '../deal-of.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { instantSchema, iso, isoOrNull, noParam, words } from '../schemas.ts';

/** The assignment of a wholesale contract, by the law of the property's state; and the seller's statutory cancellation. */
export const assignmentRoutes = router();

const requirementSchema = z
  .object({
    id: z.string(),
    jurisdiction: z.string(),
    what: z.string(),
    state: z.string().openapi({ description: 'met, missing, too-late, too-early, open, undecided, unconfirmed or overridden' }),
    evidence: z.string().nullable().openapi({ description: 'The fact that shows it' }),
    until: z.string().nullable().openapi({ description: 'Last day of an open period or for a notice, or the first day that is allowed' }),
    why: z.string(),
    nextStep: z.string().nullable(),
    overridable: z.boolean(),
    source: z.string(),
    mark: z.string(),
    confirmed: z.boolean(),
    effectiveFrom: z.string(),
  })
  .openapi('WholesaleRequirement');
const assignmentSchema = z
  .object({
    id: z.uuid(),
    assignmentNo: z.int(),
    state: z.string().openapi({ description: 'drafted, disclosed, effective or cancelled' }),
    assigneePartyId: z.uuid(),
    feeCents: z.int(),
    effectiveOn: z.string(),
    documentId: z.uuid().nullable(),
    overrides: z.record(z.string(), z.object({ by: z.string(), reason: z.string(), at: z.string() })),
    draftedAt: instantSchema,
    effectiveAt: instantSchema.nullable(),
    cancelledAt: instantSchema.nullable(),
    cancelledReason: z.string().nullable(),
    law: z.array(requirementSchema),
  })
  .openapi('Assignment');

const toAssignment = (row: Assignment, law = row.law as Requirement[]): z.infer<typeof assignmentSchema> => ({
  ...{ id: row.id, assignmentNo: row.assignmentNo, state: row.state, assigneePartyId: row.assigneePartyId, feeCents: row.feeCents },
  ...{ effectiveOn: row.effectiveOn, documentId: row.documentId, overrides: row.overrides as Overrides, law },
  ...{ draftedAt: iso(row.draftedAt), effectiveAt: isoOrNull(row.effectiveAt), cancelledAt: isoOrNull(row.cancelledAt), cancelledReason: row.cancelledReason },
});

assignmentRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/assignment',
    summary: 'The assignment of a wholesale contract, and what the law asks first',
    description: 'Also before one is drafted: what must be true, how each stands today, source and confidence. What is not confirmed is shown, not enforced.',
    tags: ['closing'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ assignment: assignmentSchema.nullable(), law: z.array(requirementSchema) }), 'The newest assignment, and the law') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    if (deal.side !== 'wholesale') throw refuse('not-wholesale', `Deal ${deal.dealNo} is a ${deal.side} deal.`);
    return tenantTx(c, async (tx) => {
      const [[row], contract] = [await listAssignments(tx, { dealId: deal.id }), await lastContract(tx, { dealId: deal.id })];
      if (!contract) throw refuse('no-contract', `Deal ${deal.dealNo} is under no contract.`);
      // What took effect, or was cancelled, keeps the law it was judged by.
      const settled = row?.state === 'effective' || (row?.state === 'cancelled' && contract.status !== 'in-force');
      const standing = row?.state === 'cancelled' ? undefined : row;
      const judging = { dealId: deal.id, at: await businessNow(tx), contract };
      const given = { effectiveOn: standing?.effectiveOn ?? null, overrides: (standing?.overrides ?? {}) as Overrides };
      const law = settled ? (row.law as Requirement[]) : (await judgeAssignment(tx, { ...judging, ...given })).law;
      return c.json({ assignment: row ? toAssignment(row, standing && !settled ? law : (row.law as Requirement[])) : null, law }, 200);
    });
  },
);

assignmentRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/assignment',
    summary: 'Draft the assignment of a wholesale contract, or change the draft',
    description:
      'With the written statements made so far and their dates. An effective date that the law makes impossible (a notice too late, a period in which the seller may cancel) is refused with the first day that is possible; a broker may go on with a reason where the law allows it.',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(AssignmentInput) },
    responses: {
      201: { ...json(assignmentSchema, 'Drafted; `disclosed` once every statement is recorded'), headers: located },
      200: json(assignmentSchema, 'The draft as it is now'),
    },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const { disclosures, override: asked, documentId = null, ...terms } = c.req.valid('json');
    const override = overrideOf(c, asked);
    const by = c.var.caller.personId;
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      await recordDisclosures(change, { dealId: deal.id, disclosures, by });
      const { assignment, fresh } = await draftAssignment(change, { dealId: deal.id, ...terms, documentId, by, override });
      const location = { Location: `/v1/deals/${deal.dealNo}/assignment` };
      return fresh ? c.json(toAssignment(assignment), 201, location) : c.json(toAssignment(assignment), 200);
    });
  },
);

assignmentRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/assignment/effective',
    summary: 'The assignment took effect; refused while anything that the law asks is unmet',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(EffectiveInput) },
    responses: { 200: json(assignmentSchema, 'Effective, with the law as it was met') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const { effectiveOn = null, override: asked } = c.req.valid('json');
    const override = overrideOf(c, asked);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) =>
      c.json(toAssignment(await effectAssignment(change, { dealId: deal.id, on: effectiveOn, by: c.var.caller.personId, override })), 200),
    );
  },
);

assignmentRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/assignment/cancel',
    summary: 'Cancel an assignment that has not taken effect',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(z.strictObject({ reason: words() })) },
    responses: { 200: json(assignmentSchema, 'The assignment as it ended') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const { contract } = await fileOf(change.tx, { dealId: deal.id });
      const { reason } = c.req.valid('json');
      const row = await cancelAssignment(change, { dealId: deal.id, contractId: contract.id, reason, contractEnded: false });
      if (!row) throw refuse('no-assignment', `Deal ${deal.dealNo} has no assignment.`);
      return c.json(toAssignment(row), 200);
    });
  },
);

assignmentRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/seller-cancellation',
    summary: 'The seller used a statutory right to cancel; the contract ends as fallen through',
    description: 'Taken only where a period of the wholesaling law was open on the day the cancellation came. Any other end is a fall-through.',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(SellerCancellationInput) },
    responses: { 200: json(contractSchema, 'The contract as it ended') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const { receivedOn = null, documentId = null, earnestMoney } = c.req.valid('json');
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) =>
      c.json(toContract(await cancelBySeller(change, { dealId: deal.id, receivedOn, documentId, earnestMoney, by: c.var.caller.personId })), 200),
    );
  },
);

/** Only a broker goes on without what the law asks, and only with a reason. */
function overrideOf(c: AppContext, asked: NonNullable<Override> | undefined): Override {
  const { role } = c.var.caller;
  if (asked && role !== 'broker') throw refuse('brokers-only', `You are ${role}; only a broker goes on without what the law asks.`);
  return asked ?? null;
}

/** The statements as facts of the file, with their dates and proofs. */
async function recordDisclosures(
  change: Change,
  { dealId, disclosures, by }: { dealId: string; disclosures: z.output<typeof AssignmentInput>['disclosures']; by: string },
): Promise<void> {
  if (disclosures.length === 0) return;
  const { deal, contract } = await fileOf(change.tx, { dealId });
  const today = localDate(change.now, contract.zone);
  const ahead = disclosures.findIndex(({ on }) => on > today);
  if (ahead >= 0)
    throw new DomainError('bad-inputs', `A statement cannot have been made on ${disclosures[ahead]!.on}: today is ${today} where the property is.`, {
      nextStep: 'Record it once it is made.',
      details: { faults: [{ path: `disclosures.${ahead}.on`, message: 'lies ahead' }] },
    });
  for (const { fact, on, documentId, note } of disclosures) {
    const evidence = documentId || note ? { ...(documentId ? { documentId } : {}), ...(note ? { note } : {}) } : null;
    await recordFact(change, { dealId, dealNo: deal.dealNo, fact, effectiveOn: on, value: null, evidence, by });
  }
}
