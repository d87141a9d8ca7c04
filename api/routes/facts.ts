import { z } from '@hono/zod-openapi';
import { businessNow } from '../../db/clock.ts';
import { dealSettings, findDeal } from '../../db/queries/closing.ts';
import { type Contract, lastContract } from '../../db/queries/contracts.ts';
import { recomputeDeadlines } from '../../db/queries/deadlines.compute.ts';
import { takeBackFact } from '../../db/queries/deal-facts.take-back.ts';
import { listDealFacts, recordFact } from '../../db/queries/deal-facts.ts';
import { mayTakeFactsBack } from '../../domain/agents/access.ts';
import { type Contingency, contingencyNames } from '../../domain/closing/contingencies.ts';
import { FactInput, TakeBackInput } from '../../domain/closing/contract.schemas.ts';
import { dealEnded } from '../../domain/closing/ended.ts';
import { type Milestone, type MilestoneKind, milestones } from '../../domain/closing/milestones.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDate } from '../../domain/time/zoned.ts';
import { router, tenantTx } from '../context.ts';
import { deadlineSchema, factSchema, toDeadlines, toFact } from '../contracts.view.ts';
import { dealOf } from '../deal-of.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { noParam } from '../schemas.ts';

/** What has happened on a file: facts settle its clocks and move them. */
export const factRoutes = router();

factRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/facts',
    summary: 'What has happened on the file, with its evidence',
    tags: ['closing'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ items: z.array(factSchema) }), 'Oldest first') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return c.json({ items: (await tenantTx(c, (tx) => listDealFacts(tx, { dealId: deal.id }))).map(toFact) }, 200);
  },
);

factRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/facts',
    summary: 'Record what happened: earnest money received, inspection, appraisal, closing …',
    description: 'Settles the deadline it is the evidence of, and starts or moves those that count from it. Said again otherwise, it is corrected.',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(FactInput) },
    responses: { 200: json(factSchema.extend({ deadlines: z.array(deadlineSchema) }), 'The fact, and the deadlines as they stand') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    const { fact, effectiveOn, evidence = null, ...values } = c.req.valid('json');
    const value = factValue(fact, values);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const { tx } = change;
      // Funding and recording may come after the closing table.
      if (deal.closedAt && deal.stage !== 'closed') throw dealEnded(deal);
      const last = await lastContract(tx, { dealId: deal.id });
      const contract = last?.status === 'in-force' || last?.status === 'closed' ? last : undefined;
      const zone = contract?.zone ?? (await dealSettings(tx, {})).zone;
      const today = localDate(await businessNow(tx), zone);
      const on = effectiveOn ?? today;
      refuseImpossible(fact, on, { today, contract: last, dealNo: deal.dealNo });
      const row = await recordFact(change, {
        ...{ dealId: deal.id, dealNo: deal.dealNo, fact, effectiveOn: on, value, by: c.var.caller.personId },
        evidence: cleaned(evidence),
      });
      const deadlines = contract ? await recomputeDeadlines(change, { dealId: deal.id, cause: { kind: 'fact', id: row.id } }) : [];
      return c.json({ ...toFact(row), deadlines: await toDeadlines(tx, deadlines) }, 200);
    });
  },
);

factRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/facts/{factId}/take-back',
    summary: 'Take back what was recorded by mistake, such as on the wrong deal',
    description: 'The clocks it had settled run again, and those that are over are missed at once. Its document stays. For coordinators and brokers.',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam.extend({ factId: z.uuid().openapi({ param: { name: 'factId', in: 'path' } }) }), body: jsonBody(TakeBackInput) },
    responses: { 200: json(factSchema.extend({ deadlines: z.array(deadlineSchema) }), 'The fact as it was, and the deadlines as they stand') },
  }),
  async (c) => {
    const { no, factId } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const { role, personId: by } = c.var.caller;
    const { id } = await dealOf(c, no);
    if (!mayTakeFactsBack(role)) throw refuse('coordinators-only', `You are ${role}; a coordinator or a broker takes facts back.`);
    return act(c, { subject: { kind: 'deal', id } }, async (change) => {
      const deal = (await findDeal(change.tx, { dealId: id }))!;
      const { fact, deadlines } = await takeBackFact(change, { deal, factId, reason, by });
      return c.json({ ...toFact(fact), deadlines: await toDeadlines(change.tx, deadlines) }, 200);
    });
  },
);

/** What cannot have happened yet, or not without the contract it comes of. */
function refuseImpossible(fact: Milestone, on: string, { today, contract, dealNo }: { today: string; contract: Contract | undefined; dealNo: number }): void {
  const kind: MilestoneKind = milestones[fact];
  const standing = contract?.status === 'in-force' || contract?.status === 'closed' ? contract : undefined;
  if (kind.ofContract && !standing) throw refuse('no-contract', `Deal ${dealNo} is under no contract, so ${fact} cannot have happened.`);
  const ahead = on > today && !kind.ahead;
  if (!ahead && !(kind.ofContract && on < standing!.effectiveOn)) return;
  const why = ahead ? `today is ${today} where the property is` : `the contract is of ${standing!.effectiveOn}`;
  throw new DomainError('bad-inputs', `${fact} cannot have happened on ${on}: ${why}.`, {
    nextStep: ahead ? 'Record it once it has happened.' : 'Give the day it happened.',
    details: { faults: [{ path: 'effectiveOn', message: ahead ? 'lies ahead' : `lies before the contract of ${standing!.effectiveOn}` }] },
  });
}

const cleaned = (evidence: { documentId?: string | undefined; note?: string | undefined } | null): { documentId?: string; note?: string } | null =>
  evidence && { ...(evidence.documentId ? { documentId: evidence.documentId } : {}), ...(evidence.note ? { note: evidence.note } : {}) };

/** What a fact of this kind says beside its date; a removal in writing always says of which contingency. */
function factValue(
  fact: Milestone,
  given: { amountCents?: number | undefined; text?: string | undefined; contingency?: Contingency | undefined },
): number | string | null {
  const { value: kind } = milestones[fact] as MilestoneKind;
  const odd = (['amountCents', 'text', 'contingency'] as const).find((name) => name !== kind && given[name] !== undefined);
  if (odd) throw badFact(odd, `${fact} has no ${odd}.`, 'does not belong to this fact', `Leave ${odd} out.`);
  if (kind === 'contingency' && given.contingency === undefined)
    throw badFact(kind, `${fact} says of which contingency.`, `is one of ${contingencyNames.join(', ')}`, 'Say which contingency was removed in writing.');
  return (kind && given[kind]) ?? null;
}

const badFact = (path: string, detail: string, message: string, nextStep: string): DomainError =>
  new DomainError('bad-inputs', detail, { nextStep, details: { faults: [{ path, message }] } });
