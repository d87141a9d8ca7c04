import { z } from '@hono/zod-openapi';
import { findDealByNo } from '../../db/queries/closing.ts';
import { requestOffer } from '../../db/queries/offer-requests.ts';
import { findOffer, listOffers, type Offer, offersOfDeal } from '../../db/queries/offers.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfferInputs } from '../../domain/offers/letter.ts';
import { Wishes } from '../../domain/offers/schemas.ts';
import { type AppContext, router, tenantTx } from '../context.ts';
import { found, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { accepted } from '../jobs.ts';
import { json, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { acceptedSchema, idParam, instantSchema, iso, isoOrNull, noParam } from '../schemas.ts';

export const offerRoutes = router();

const statuses = ['requested', 'drafted', 'approved', 'sent', 'accepted', 'declined', 'expired', 'superseded', 'withdrawn', 'blocked'] as const;

const offerSchema = z
  .object({
    id: z.uuid(),
    offerNo: z.int(),
    dealNo: z.int().nullable(),
    status: z.enum(statuses),
    terms: z.enum(['cash', 'seller-finance', 'subject-to']),
    amountCents: z.int(),
    figures: z.record(z.string(), z.int()).openapi({ description: 'What the letter states: price, earnest money, note, balloon, …' }),
    formula: z.string(),
    arvBasis: z.string().nullable(),
    working: z.array(
      z.object({ label: z.string(), formula: z.string(), inputs: z.record(z.string(), z.unknown()), outputs: z.record(z.string(), z.unknown()) }),
    ),
    notes: z.array(z.string()),
    template: z.object({ slug: z.string(), version: z.int() }),
    problem: z.unknown().nullable(),
    supersededBy: z.uuid().nullable(),
    pdf: z.string().nullable().openapi({ description: 'Address of the letter, once it is written' }),
    requestedAt: instantSchema,
    draftedAt: instantSchema.nullable(),
    approvedAt: instantSchema.nullable(),
    sentAt: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
    closedAt: instantSchema.nullable(),
  })
  .openapi('Offer');

const requestSchema = z
  .strictObject({
    ...Wishes.pick({ terms: true, priceCents: true, closeInDays: true, downPaymentCents: true, monthlyCents: true }).shape,
    template: z.string().min(1).max(60).optional(),
  })
  .openapi('OfferRequest', { description: 'Wishes for this offer only; what is left out comes from the deal. An empty object asks for the standard offer.' });

offerRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/offers',
    summary: 'Ask for an offer; it supersedes the open one',
    tags: ['offers'],
    scope: 'offers:write',
    acts: true,
    request: { params: noParam, body: { required: false, content: { 'application/json': { schema: requestSchema } } } },
    responses: { 202: { ...json(acceptedSchema.extend({ offer: offerSchema }), 'Requested; its letter is being written'), headers: located } },
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    const { template, ...wishes } = c.req.valid('json');
    const deal = found(await tenantTx(c, (tx) => findDealByNo(tx, { dealNo: no })), 'deal', no);
    if (deal.side === 'listing') throw refuse('own-listing', `Deal ${no} is a listing of ours.`);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      const answer = await requestOffer(change, {
        dealId: deal.id,
        requestKey: `api/${c.var.idempotencyKey}`,
        requestedBy: c.var.caller.personId,
        wishes,
        template,
      });
      if (answer.kind === 'none')
        throw new DomainError('no-offer', `${answer.reason}.`, {
          nextStep:
            answer.missing.length > 0
              ? 'Enrich the lead or enter the missing facts, then ask again.'
              : 'Ask for other terms, or change the offer formula of the brokerage.',
          details: { reasonCode: answer.code, missing: answer.missing },
        });
      return accepted(c, 'offer', answer.offer.id, { offer: toOffer(answer.offer) });
    });
  },
);

offerRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/offers',
    summary: 'The offers of a deal, newest first',
    tags: ['offers'],
    scope: 'offers:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ items: z.array(offerSchema) }), 'All of them') },
  }),
  async (c) => {
    const { no } = c.req.valid('param');
    const rows = await tenantTx(c, async (tx) => {
      const deal = found(await findDealByNo(tx, { dealNo: no }), 'deal', no);
      return offersOfDeal(tx, { dealId: deal.id });
    });
    return c.json({ items: rows.map(toOffer) }, 200);
  },
);

offerRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/offers',
    summary: 'Offers, newest first',
    tags: ['offers'],
    scope: 'offers:read',
    request: { query: pageQuery.extend({ status: z.enum(statuses).optional() }) },
    responses: { 200: json(pageOf(offerSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, status } = c.req.valid('query');
    const before = readCursor(cursor, z.int());
    const page = toPage(await tenantTx(c, (tx) => listOffers(tx, { status, before, limit: limit + 1 })), limit, ({ offerNo }) => offerNo);
    return c.json({ items: page.items.map(toOffer), nextCursor: page.nextCursor }, 200);
  },
);

offerRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/offers/{id}',
    summary: 'One offer with its working',
    tags: ['offers'],
    scope: 'offers:read',
    request: { params: idParam },
    responses: { 200: json(offerSchema, 'The offer') },
  }),
  async (c) => c.json(toOffer(await offerOf(c, c.req.valid('param').id)), 200),
);

offerRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/offers/{id}/pdf',
    summary: 'The letter of intent',
    tags: ['offers'],
    scope: 'offers:read',
    request: { params: idParam },
    responses: { 200: { description: 'The letter', content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } } },
  }),
  async (c) => {
    const offer = await offerOf(c, c.req.valid('param').id);
    if (!offer.pdfSha256) throw refuse('letter-not-written', `The letter of offer ${offer.offerNo} is not written: the offer is ${offer.status}.`);
    const { files } = c.var.deps;
    const bytes = await files.get(c.var.caller.brokerageId, offer.pdfSha256);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="offer-${offer.offerNo}.pdf"`,
      'cache-control': 'private, no-store',
    });
  },
);

const offerOf = async (c: AppContext, id: string): Promise<Offer> => found(await tenantTx(c, (tx) => findOffer(tx, { offerId: id })), 'offer', id);

function toOffer(offer: Offer): z.infer<typeof offerSchema> {
  const { figures = {}, working = [], notes = [], formula, facts, dealNo } = offer.inputs as Partial<OfferInputs>;
  return {
    id: offer.id,
    offerNo: offer.offerNo,
    dealNo: dealNo ?? null,
    status: offer.status as (typeof statuses)[number],
    terms: offer.terms as OfferInputs['terms'],
    amountCents: offer.amountCents,
    figures: figures as Record<string, number>,
    formula: formula?.id ?? '',
    arvBasis: facts?.arvBasis ?? null,
    working,
    notes,
    template: { slug: offer.templateSlug, version: offer.templateVersion },
    problem: offer.problem ?? null,
    supersededBy: offer.supersededBy,
    pdf: offer.pdfSha256 ? `/v1/offers/${offer.id}/pdf` : null,
    requestedAt: iso(offer.requestedAt),
    draftedAt: isoOrNull(offer.draftedAt),
    approvedAt: isoOrNull(offer.approvedAt),
    sentAt: isoOrNull(offer.sentAt),
    expiresAt: isoOrNull(offer.expiresAt),
    closedAt: isoOrNull(offer.closedAt),
  };
}
