import { z } from '@hono/zod-openapi';
import { changeAgreement, endAgreement, lastAgreement, listAgreements, listingOf, recordAgreement } from '../../db/queries/listing-agreements.ts';
import { changeShowing, listShowings, scheduleShowing } from '../../db/queries/showings.ts';
import { AgreementChange, AgreementInput, ShowingChange, ShowingInput } from '../../domain/closing/listing.schemas.ts';
import { router, tenantTx } from '../context.ts';
import { dealOf, dealViewOf } from '../deal-of.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { agreementSchema, showingSchema, toAgreement, toShowing } from '../listing.view.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { instantIn, zoneOf } from '../place-of.ts';
import { noParam, words } from '../schemas.ts';

/** The agreement with the seller, and who looks at the property. */
export const listingRoutes = router();

listingRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/listing-agreement',
    summary: 'The listing agreements of a deal, newest first',
    tags: ['listing'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ items: z.array(agreementSchema) }), 'One in force at most') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return c.json({ items: (await tenantTx(c, (tx) => listAgreements(tx, { dealId: deal.id }))).map(toAgreement) }, 200);
  },
);

listingRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/listing-agreement',
    summary: 'Record the signed listing agreement; its last day is watched from now on',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(AgreementInput) },
    responses: { 201: { ...json(agreementSchema, 'Recorded'), headers: located } },
  }),
  async (c) => {
    const view = await dealViewOf(c, c.req.valid('param').no);
    const { zone: given, signedOn, commissionBps = null, commissionCents = null, listPriceCents = null, evidence, ...term } = c.req.valid('json');
    await tenantTx(c, (tx) => listingOf(tx, { dealId: view.deal.id }));
    const zone = await zoneOf(c, view, given);
    return act(c, { subject: { kind: 'deal', id: view.deal.id } }, async (change) => {
      const agreement = await recordAgreement(change, {
        ...{ ...term, zone, commissionBps, commissionCents, listPriceCents, signedOn: signedOn ?? null },
        ...{ dealId: view.deal.id, by: c.var.caller.personId, evidence: evidence as { documentId?: string; note?: string } },
      });
      return c.json(toAgreement(agreement), 201, { Location: `/v1/deals/${view.deal.dealNo}/listing-agreement` });
    });
  },
);

listingRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/listing-agreement/changes',
    summary: 'What seller and brokerage agreed to change: a longer term, another commission or list price',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(AgreementChange) },
    responses: { 200: json(agreementSchema, 'The agreement as it is now') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) =>
      c.json(toAgreement(await changeAgreement(change, { dealId: deal.id, by: c.var.caller.personId, ...c.req.valid('json') })), 200),
    );
  },
);

listingRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/listing-agreement/end',
    summary: 'End the listing agreement before its last day',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(z.strictObject({ reason: words() })) },
    responses: { 200: json(agreementSchema, 'The agreement as it ended') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const ended = await endAgreement(change, { dealId: deal.id, status: 'ended', reason: c.req.valid('json').reason, by: c.var.caller.personId });
      if (!ended) throw refuse('no-agreement', `Deal ${deal.dealNo} has no listing agreement in force.`);
      return c.json(toAgreement((await lastAgreement(change.tx, { dealId: deal.id }))!), 200);
    });
  },
);

listingRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/showings',
    summary: 'Who looked or will look at the property, in order of time',
    tags: ['listing'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ items: z.array(showingSchema) }), 'The showings') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return c.json({ items: (await tenantTx(c, (tx) => listShowings(tx, { dealId: deal.id }))).map(toShowing) }, 200);
  },
);

listingRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/showings',
    summary: 'Schedule a showing at a time where the property is',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(ShowingInput) },
    responses: { 201: { ...json(showingSchema, 'Scheduled'), headers: located } },
  }),
  async (c) => {
    const view = await dealViewOf(c, c.req.valid('param').no);
    const { at, visitor, zone: given } = c.req.valid('json');
    const zone = await zoneOf(c, view, given);
    return act(c, { subject: { kind: 'deal', id: view.deal.id } }, async (change) => {
      const showing = await scheduleShowing(change, { dealId: view.deal.id, at: instantIn(at, zone), zone, visitor, by: c.var.caller.personId });
      return c.json(toShowing(showing), 201, { Location: `/v1/deals/${view.deal.dealNo}/showings` });
    });
  },
);

const showingParam = noParam.extend({
  showingNo: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .openapi({ param: { name: 'showingNo', in: 'path' }, example: 1 }),
});

listingRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/showings/{showingNo}',
    summary: 'Move a showing, say that it took place or not, and what the visitor said',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: showingParam, body: jsonBody(ShowingChange) },
    responses: { 200: json(showingSchema, 'The showing as it is now') },
  }),
  async (c) => {
    const { no, showingNo } = c.req.valid('param');
    const deal = await dealOf(c, no);
    const { at, ...wanted } = c.req.valid('json');
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const zone = (await listShowings(change.tx, { dealId: deal.id })).find((row) => row.showingNo === showingNo)?.zone ?? 'UTC';
      return c.json(toShowing(await changeShowing(change, { dealId: deal.id, showingNo, ...wanted, at: at ? instantIn(at, zone) : undefined })), 200);
    });
  },
);
