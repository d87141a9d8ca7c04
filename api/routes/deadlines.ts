import { z } from '@hono/zod-openapi';
import { businessNow } from '../../db/clock.ts';
import { dealSettings } from '../../db/queries/closing.ts';
import { type Contract, findContract, lastContract } from '../../db/queries/contracts.ts';
import { addCustomClock } from '../../db/queries/custom-clocks.ts';
import { clockOf, listDeadlines, recomputeDeadlines, setDateByHand, settleDeadline } from '../../db/queries/deadlines.ts';
import { listDealFacts, recordFact } from '../../db/queries/deal-facts.ts';
import { DeadlineAct, FactInput } from '../../domain/closing/contract.schemas.ts';
import { dealEnded } from '../../domain/closing/ended.ts';
import { type Milestone, type MilestoneKind, milestones } from '../../domain/closing/milestones.ts';
import { NewDeadline } from '../../domain/closing/new-deadline.schemas.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDate } from '../../domain/time/zoned.ts';
import { explainQuery } from '../../workflows/compliance/messages.ts';
import { router, tenantTx } from '../context.ts';
import { deadlineSchema, factSchema, toDeadline, toFact } from '../contracts.view.ts';
import { dealOf } from '../deal-of.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { askRun } from '../runs.ts';
import { noParam } from '../schemas.ts';

/** The clocks of a deal, and the facts that settle and move them. */
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
    return c.json({ items: (await tenantTx(c, (tx) => listDeadlines(tx, { dealId: deal.id }))).map(toDeadline) }, 200);
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
    const row = await tenantTx(c, (tx) => clockOf(tx, { dealId: deal.id, clock }));
    const explanation = (await askRun(c, row.workflowId, explainQuery)) ?? unasked(row);
    return c.json({ ...toDeadline(row), explanation }, 200);
  },
);

/** What the row says when no watcher can be asked. */
const unasked = ({ waitingFor, watched, status }: { waitingFor: string | null; watched: boolean; status: string }): string =>
  waitingFor ? `waiting for ${waitingFor}` : status === 'pending' && !watched ? 'kept as a date: nobody is reminded of it' : status;

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
      return c.json(toDeadline(row), 201, { Location: `/v1/deals/${deal.dealNo}/deadlines/${clock}` });
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
      if (input.act === 'set-date' || input.act === 'by-rule') {
        const byHand =
          input.act === 'set-date' ? { date: input.date, localTime: input.localTime, by, reason: input.reason, at: change.now.toISOString() } : null;
        return c.json(toDeadline(await setDateByHand(change, { dealId, clock, byHand, cause: { kind: 'hand', id: by } })), 200);
      }
      const row = await clockOf(change.tx, { dealId, clock });
      const { reason, proof = null } = input;
      return c.json(toDeadline(await settleDeadline(change, { deal, row, status: statusOf[input.act], reason, proof, by })), 200);
    });
  },
);

deadlineRoutes.openapi(
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

deadlineRoutes.openapi(
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
      const contract = await findContract(tx, { dealId: deal.id });
      const zone = contract?.zone ?? (await dealSettings(tx, {})).zone;
      const today = localDate(await businessNow(tx), zone);
      const on = effectiveOn ?? today;
      refuseImpossible(fact, on, { today, contract: contract ?? (await lastContract(tx, { dealId: deal.id })), dealNo: deal.dealNo });
      const row = await recordFact(change, {
        ...{ dealId: deal.id, dealNo: deal.dealNo, fact, effectiveOn: on, value, by: c.var.caller.personId },
        evidence: cleaned(evidence),
      });
      const deadlines = contract ? await recomputeDeadlines(change, { dealId: deal.id, cause: { kind: 'fact', id: row.id } }) : [];
      return c.json({ ...toFact(row), deadlines: deadlines.map(toDeadline) }, 200);
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

/** What a fact of this kind says beside its date. */
function factValue(
  fact: keyof typeof milestones,
  { amountCents, text }: { amountCents?: number | undefined; text?: string | undefined },
): number | string | null {
  const kind = milestones[fact].value;
  const given = kind === 'amountCents' ? amountCents : kind === 'text' ? text : undefined;
  const odd = kind !== 'amountCents' && amountCents !== undefined ? 'amountCents' : kind !== 'text' && text !== undefined ? 'text' : null;
  if (odd)
    throw new DomainError('bad-inputs', `${fact} has no ${odd}.`, {
      nextStep: `Leave ${odd} out.`,
      details: { faults: [{ path: odd, message: 'does not belong to this fact' }] },
    });
  return given ?? null;
}
