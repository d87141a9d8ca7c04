import { z } from '@hono/zod-openapi';
import { readDealView } from '../../db/queries/closing.view.ts';
import { endContract, lastContract, listAmendments, recordContract } from '../../db/queries/contracts.ts';
import { recomputeDeadlines } from '../../db/queries/deadlines.compute.ts';
import { acceptedOfferReceived } from '../../db/queries/offers-received.ts';
import { addParty } from '../../db/queries/parties.ts';
import { reopenDeal } from '../../db/queries/reopen.ts';
import { ChangeInput, ContractInput, FallThroughInput } from '../../domain/closing/contract.schemas.ts';
import { givenParty } from '../../domain/closing/parties.ts';
import { blanksOf, checkTerms } from '../../domain/compliance/file.ts';
import { findForm, findVersion } from '../../domain/compliance/forms/registry.ts';
import { DomainError } from '../../domain/errors.ts';
import { changeContract } from '../change-contract.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { blanksSchema, contractSchema, deadlineSchema, toContract, toDeadlines } from '../contracts.view.ts';
import { dealViewOf } from '../deal-of.ts';
import { dealSchema, toDeal } from '../deals.view.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { placeOf } from '../place-of.ts';
import { iso, noParam, words } from '../schemas.ts';

/** The contract of a deal: recorded, read, changed by amendment, ended. */
export const contractRoutes = router();

const withDeadlines = contractSchema.extend({ deadlines: z.array(deadlineSchema) });

contractRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/contract',
    summary: 'Record the signed contract; computes all its deadlines at once',
    description:
      'Form and version, the effective date, price, periods and dates filled in, and who takes part. Each deadline answers with its working, and is watched from now on.',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(ContractInput) },
    responses: { 201: { ...json(withDeadlines, 'Recorded; its clocks run'), headers: located } },
  }),
  async (c) => {
    const view = await dealViewOf(c, c.req.valid('param').no);
    const { parties, ...given } = c.req.valid('json');
    const input = { ...given, priceCents: given.priceCents ?? (await agreedPrice(c, view.deal.id)) };
    const { version } = findVersion(findForm(input.form), input.formVersion ?? null, { effectiveDate: input.effectiveOn, acceptanceDate: input.effectiveOn });
    const place = await placeOf(view, input);
    checkTerms({ ...input, ...place, formVersion: version });
    return act(c, { subject: { kind: 'deal', id: view.deal.id } }, async (change) => {
      const dealId = view.deal.id;
      const contract = await recordContract(change, { ...input, ...place, formVersion: version, dealId, by: c.var.caller.personId });
      for (const wish of parties) await addParty(change, { dealId, dealNo: view.deal.dealNo, ...givenParty(wish) });
      const deadlines = await recomputeDeadlines(change, { dealId, cause: { kind: 'rule', id: contract.id } });
      return c.json({ ...toContract(contract), deadlines: await toDeadlines(change.tx, deadlines) }, 201, {
        Location: `/v1/deals/${view.deal.dealNo}/contract`,
      });
    });
  },
);

contractRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/contract',
    summary: 'The contract in force, or the one that ended last, with its amendments',
    tags: ['closing'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: {
      200: json(
        contractSchema.extend({
          formTitle: z.string(),
          blanks: blanksSchema.openapi({ description: 'What its form has to fill in that sets clocks going' }),
          amendments: z.array(
            z.object({
              amendmentNo: z.int(),
              reason: z.string(),
              changes: z.record(z.string(), z.unknown()),
              ripple: z.unknown(),
              at: z.iso.datetime(),
              by: z.string(),
            }),
          ),
        }),
        'The contract',
      ),
    },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    return tenantTx(c, async (tx) => {
      const contract = await lastContract(tx, { dealId: deal.id });
      if (!contract) throw refuse('no-contract', `Deal ${deal.dealNo} is under no contract.`);
      const amendments = (await listAmendments(tx, { dealId: deal.id })).map(({ amendmentNo, reason, changes, ripple, at, by }) => ({
        ...{ amendmentNo, reason, changes: changes as Record<string, unknown>, ripple, at: iso(at), by },
      }));
      const formTitle = findForm(contract.form).title;
      return c.json({ ...toContract(contract), formTitle, blanks: blanksOf(contract.form, contract.formVersion), amendments }, 200);
    });
  },
);

const rippleSchema = z.object({
  dryRun: z.boolean(),
  amendmentNo: z.int().nullable(),
  changes: z.record(z.string(), z.unknown()),
  deadlines: z.array(z.record(z.string(), z.unknown())).openapi({ description: 'What moves: prior and next with the working' }),
  watchers: z.array(z.object({ workflowId: z.string(), effect: z.string() })),
  messages: z.array(z.record(z.string(), z.unknown())).openapi({ description: 'Drafts that speak of a date that moves' }),
  tasks: z.array(z.record(z.string(), z.unknown())),
  envelopes: z.array(z.record(z.string(), z.unknown())).openapi({ description: 'Open requests for signatures of a party that leaves' }),
  people: z.array(z.object({ role: z.string(), why: z.string() })).openapi({ description: 'Whom to tell' }),
  documents: z.array(z.record(z.string(), z.unknown())).openapi({ description: 'What the law asks for now that it did not, or no longer' }),
});

contractRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/changes',
    summary: 'An amendment: with dryRun=true what it would move, without it one act',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }), body: jsonBody(ChangeInput) },
    responses: { 200: json(rippleSchema, 'What moves, or moved') },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    const { reason, ...change } = c.req.valid('json');
    const dryRun = c.req.valid('query').dryRun === 'true';
    const request = { dealId: deal.id, change, reason, by: c.var.caller.personId };
    if (dryRun) return c.json(await tenantTx(c, (tx) => changeContract(tx, request)), 200);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (changing) => c.json(await changeContract(changing.tx, request, changing), 200));
  },
);

contractRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/fall-through',
    summary: 'The contract ended without a closing: why, and what becomes of the earnest money',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(FallThroughInput) },
    responses: { 200: json(contractSchema, 'The contract as it ended') },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const contract = await lastContract(change.tx, { dealId: deal.id });
      if (contract?.status !== 'in-force') throw refuse('no-contract', `Deal ${deal.dealNo} is under no contract.`);
      await endContract(change, { dealId: deal.id, status: 'terminated', ...c.req.valid('json') });
      return c.json(toContract((await lastContract(change.tx, { dealId: deal.id }))!), 200);
    });
  },
);

contractRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/reopen',
    summary: 'Open a deal that ended once more; it waits for a contract',
    tags: ['closing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(z.strictObject({ reason: words() })) },
    responses: { 200: json(dealSchema, 'Open again; its run starts') },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      await reopenDeal(change, { dealId: deal.id, reason: c.req.valid('json').reason });
      return c.json(toDeal((await readDealView(change.tx, { dealNo: deal.dealNo }))!), 200);
    });
  },
);

/** What buyer and seller agreed on, where an offer received is accepted. */
async function agreedPrice(c: AppContext, dealId: string): Promise<number> {
  const offer = await tenantTx(c, (tx) => acceptedOfferReceived(tx, { dealId }));
  if (offer) return offer.priceCents;
  throw new DomainError('bad-inputs', 'The price is missing, and no offer received is accepted that would say it.', {
    nextStep: 'Give `priceCents`.',
    details: { faults: [{ path: 'priceCents', message: 'is needed' }] },
  });
}
