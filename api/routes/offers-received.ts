import { z } from '@hono/zod-openapi';
import type { Tx } from '../../db/client.ts';
import type { Change } from '../../db/events.ts';
import { findDocument } from '../../db/queries/documents.ts';
import { listingOf } from '../../db/queries/listing-agreements.ts';
import {
  acceptOfferReceived,
  backUpOffer,
  counterOfferReceived,
  promoteBackup,
  recordOfferReceived,
  refuseOfferReceived,
} from '../../db/queries/offers-received.answers.ts';
import { type BuyerOfOffer, buyerName, listOffersReceived, type OfferIn } from '../../db/queries/offers-received.ts';
import { AcceptInput, BackupInput, CounterInput, OfferInInput } from '../../domain/closing/listing.schemas.ts';
import { explainQuery } from '../../workflows/compliance/messages.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { dealOf, dealViewOf } from '../deal-of.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { offerInSchema, toOfferIn } from '../listing.view.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { instantIn, zoneOf } from '../place-of.ts';
import { askRun } from '../runs.ts';
import { noParam, words } from '../schemas.ts';

/** Offers that buyers make on a listing, and how each is answered. */
export const offerReceivedRoutes = router();

const offerParam = noParam.extend({
  offerNo: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_147_483_647)
    .openapi({ param: { name: 'offerNo', in: 'path' }, example: 1 }),
});
const view = async (tx: Tx, row: OfferIn) => toOfferIn(row, await buyerName(tx, { buyer: row.buyer as BuyerOfOffer }));

offerReceivedRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/offers-received',
    summary: 'Offers that buyers made, in the order in which they came',
    tags: ['listing'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ items: z.array(offerInSchema) }), 'The offers') },
  }),
  async (c) => {
    const deal = await dealOf(c, c.req.valid('param').no);
    return tenantTx(c, async (tx) => {
      const items = [];
      for (const row of await listOffersReceived(tx, { dealId: deal.id })) items.push(await view(tx, row));
      return c.json({ items }, 200);
    });
  },
);

offerReceivedRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/offers-received/{offerNo}',
    summary: 'One offer with every round, and what it waits for',
    tags: ['listing'],
    scope: 'closing:read',
    request: { params: offerParam },
    responses: { 200: json(offerInSchema.extend({ explanation: z.string() }), 'The offer') },
  }),
  async (c) => {
    const { no, offerNo } = c.req.valid('param');
    const deal = await dealOf(c, no);
    const offer = await tenantTx(c, async (tx) => {
      const row = (await listOffersReceived(tx, { dealId: deal.id })).find((one) => one.offerNo === offerNo);
      if (!row) throw refuse('no-such-offer-received', `Deal ${no} has received no offer ${offerNo}.`);
      return view(tx, row);
    });
    const told = offer.waitingFor && offer.expiresAt ? await askRun(c, offer.workflowId, explainQuery) : null;
    return c.json({ ...offer, explanation: told ?? (offer.waitingFor ? `waiting for ${offer.waitingFor}` : offer.status) }, 200);
  },
);

offerReceivedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/offers-received',
    summary: 'Record an offer that came in',
    description: 'An offer with an end is asked for ahead of it, and expires by the clock when nobody answers.',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(OfferInInput) },
    responses: { 201: { ...json(offerInSchema, 'Recorded'), headers: located } },
  }),
  async (c) => {
    const deal = await dealViewOf(c, c.req.valid('param').no);
    const { dealNo, id: dealId } = deal.deal;
    const { zone: given, expiresAt, documentId = null, buyer, ...terms } = c.req.valid('json');
    await tenantTx(c, (tx) => listingOf(tx, { dealId }));
    const zone = await zoneOf(c, deal, given);
    return act(c, { subject: { kind: 'deal', id: dealId } }, async (change) => {
      if (documentId && (await findDocument(change.tx, { documentId }))?.dealId !== dealId)
        throw refuse('not-found', `Deal ${dealNo} has no document ${documentId}.`);
      const offer = await recordOfferReceived(change, {
        ...{ dealId, buyer: buyer as BuyerOfOffer, ...terms, zone, documentId, by: c.var.caller.personId },
        expiresAt: expiresAt ? instantIn(expiresAt, zone) : null,
      });
      return c.json(await view(change.tx, offer), 201, { Location: `/v1/deals/${dealNo}/offers-received/${offer.offerNo}` });
    });
  },
);

const answered = { 200: json(offerInSchema, 'The offer as it stands') };

offerReceivedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/offers-received/{offerNo}/counter',
    summary: 'One side proposes other terms; the other has to answer',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: offerParam, body: jsonBody(CounterInput) },
    responses: answered,
  }),
  (c) => {
    const { by, expiresAt, ...proposed } = c.req.valid('json');
    return answer(c, c.req.valid('param'), (change, offer, actor) =>
      counterOfferReceived(change, { ...offer, by, proposed, expiresAt: until(expiresAt, offer.zone), actor }),
    );
  },
);

offerReceivedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/offers-received/{offerNo}/accept',
    summary: 'Accept an offer: its buyer becomes a party, and the deal waits for the contract',
    description: 'Where other offers wait for an answer, say with `others` what becomes of them.',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: offerParam, body: jsonBody(AcceptInput) },
    responses: answered,
  }),
  (c) => {
    const { others } = c.req.valid('json');
    return answer(c, c.req.valid('param'), (change, offer, by) => acceptOfferReceived(change, { ...offer, others, by }));
  },
);

const withReason = jsonBody(z.strictObject({ reason: words().optional() }));

offerReceivedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/offers-received/{offerNo}/decline',
    summary: 'The seller declines an offer, or lets a back-up go',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: offerParam, body: withReason },
    responses: answered,
  }),
  (c) => {
    const { reason = null } = c.req.valid('json');
    return answer(c, c.req.valid('param'), (change, offer, by) => refuseOfferReceived(change, { ...offer, act: 'decline', reason, by }));
  },
);

offerReceivedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/offers-received/{offerNo}/withdraw',
    summary: 'The buyer withdraws an offer; an accepted one as long as there is no contract',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: offerParam, body: withReason },
    responses: answered,
  }),
  (c) => {
    const { reason = null } = c.req.valid('json');
    return answer(c, c.req.valid('param'), (change, offer, by) => refuseOfferReceived(change, { ...offer, act: 'withdraw', reason, by }));
  },
);

offerReceivedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/offers-received/{offerNo}/backup',
    summary: 'Keep an offer as a back-up, at a place in their order',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: offerParam, body: jsonBody(BackupInput) },
    responses: answered,
  }),
  (c) => {
    const { position = null, expiresAt } = c.req.valid('json');
    return answer(c, c.req.valid('param'), (change, offer, by) => backUpOffer(change, { ...offer, position, expiresAt: until(expiresAt, offer.zone), by }));
  },
);

offerReceivedRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/offers-received/{offerNo}/promote',
    summary: 'A back-up becomes the accepted offer; a deal that fell through is opened again with it',
    tags: ['listing'],
    scope: 'closing:write',
    acts: true,
    request: { params: offerParam },
    responses: answered,
  }),
  (c) => answer(c, c.req.valid('param'), (change, offer, by) => promoteBackup(change, { ...offer, by })),
);

const until = (text: string | undefined, zone: string): Date | null => (text ? instantIn(text, zone) : null);

async function answer(
  c: AppContext,
  { no, offerNo }: { no: number; offerNo: number },
  how: (change: Change, offer: { dealId: string; offerNo: number; zone: string }, by: string) => Promise<OfferIn>,
) {
  const { id: dealId } = await dealOf(c, no);
  return act(c, { subject: { kind: 'deal', id: dealId } }, async (change) => {
    const zone = (await listOffersReceived(change.tx, { dealId })).find((row) => row.offerNo === offerNo)?.zone ?? 'UTC';
    return c.json(await view(change.tx, await how(change, { dealId, offerNo, zone }, c.var.caller.personId)), 200);
  });
}
