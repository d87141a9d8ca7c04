import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import { checkMove, type OfferStatus, openStatuses } from '../../domain/offers/offer.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { offers } from '../schema/index.ts';

export type Offer = typeof offers.$inferSelect;

export async function findOffer(tx: Tx, { offerId }: { offerId: string }): Promise<Offer | undefined> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.brokerageId, tx.brokerageId), eq(offers.id, offerId)));
  return row;
}

/** The one open offer of a deal. */
export async function openOffer(tx: Tx, { dealId }: { dealId: string }): Promise<Offer | undefined> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.brokerageId, tx.brokerageId), eq(offers.dealId, dealId), inArray(offers.status, [...openStatuses])));
  return row;
}

export async function offerByRequest(tx: Tx, { dealId, requestKey }: { dealId: string; requestKey: string }): Promise<Offer | undefined> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.brokerageId, tx.brokerageId), eq(offers.dealId, dealId), eq(offers.requestKey, requestKey)));
  return row;
}

/** Newest first. */
export function offersOfDeal(tx: Tx, { dealId }: { dealId: string }): Promise<Offer[]> {
  return tx
    .select()
    .from(offers)
    .where(and(eq(offers.brokerageId, tx.brokerageId), eq(offers.dealId, dealId)))
    .orderBy(desc(offers.offerNo));
}

/** Newest first, for lists. */
export function listOffers(tx: Tx, { status, before, limit }: { status?: string | undefined; before?: number | undefined; limit: number }): Promise<Offer[]> {
  return tx
    .select()
    .from(offers)
    .where(
      and(
        eq(offers.brokerageId, tx.brokerageId),
        status ? eq(offers.status, status) : undefined,
        before === undefined ? undefined : lt(offers.offerNo, before),
      ),
    )
    .orderBy(desc(offers.offerNo))
    .limit(limit);
}

// What follows is done under the deal's lock. Each says what was done, refuses what cannot be, and done before does nothing.

export async function markOfferDrafted(
  change: Change,
  { offerId, pdfSha256, letterHash }: { offerId: string; pdfSha256: string; letterHash: string },
): Promise<Offer> {
  return move(change, offerId, 'drafted', {
    already: ({ draftedAt }) => draftedAt !== null,
    set: { draftedAt: change.now, pdfSha256, letterHash },
    event: (about) => change.event('Offer.Drafted', { ...about, pdfSha256 }, dealOf(about)),
  });
}

export async function markOfferBlocked(change: Change, { offerId, missing, message }: { offerId: string; missing: string[]; message: string }): Promise<Offer> {
  return move(change, offerId, 'blocked', {
    set: { problem: { missing, message }, closedAt: change.now },
    event: (about) => change.event('Offer.Blocked', { ...about, missing, message }, dealOf(about)),
  });
}

export async function markOfferApproved(change: Change, { offerId, by }: { offerId: string; by: string }): Promise<Offer> {
  return move(change, offerId, 'approved', {
    already: ({ approvedAt }) => approvedAt !== null,
    set: { approvedAt: change.now, approvedBy: by },
    event: (about) => change.event('Offer.Approved', { ...about, by }, dealOf(about)),
  });
}

/** Valid as long as its letter says, unless another end is given. */
export async function markOfferSent(change: Change, { offerId, expiresAt }: { offerId: string; expiresAt?: Date | undefined }): Promise<Offer> {
  const pinned = (await requireOffer(change.tx, offerId)).expiresAt;
  const until = expiresAt ?? pinned;
  if (!until) throw new DomainError('offer-without-end', 'This offer has no expiry', { nextStep: 'Request a new offer for the deal.' });
  return move(change, offerId, 'sent', {
    already: ({ sentAt }) => sentAt !== null,
    set: { sentAt: change.now, expiresAt: until },
    event: (about) => change.event('Offer.Sent', { ...about, expiresAt: until.toISOString() }, dealOf(about)),
  });
}

export async function markOfferAccepted(change: Change, { offerId }: { offerId: string }): Promise<Offer> {
  return move(change, offerId, 'accepted', { set: { closedAt: change.now }, event: (about) => change.event('Offer.Accepted', about, dealOf(about)) });
}

export async function markOfferDeclined(change: Change, { offerId, reason }: { offerId: string; reason: string | null }): Promise<Offer> {
  return move(change, offerId, 'declined', {
    set: { closedAt: change.now, problem: reason ? { reason } : null },
    event: (about) => change.event('Offer.Declined', { ...about, reason }, dealOf(about)),
  });
}

export async function markOfferExpired(change: Change, { offerId }: { offerId: string }): Promise<Offer> {
  return move(change, offerId, 'expired', { set: { closedAt: change.now }, event: (about) => change.event('Offer.Expired', about, dealOf(about)) });
}

export async function markOfferWithdrawn(change: Change, { offerId, reason }: { offerId: string; reason: string }): Promise<Offer> {
  return move(change, offerId, 'withdrawn', {
    set: { closedAt: change.now, problem: { reason } },
    event: (about) => change.event('Offer.Withdrawn', { ...about, reason }, dealOf(about)),
  });
}

/** A newer offer takes its place, by name. */
export async function markOfferSuperseded(change: Change, { offerId, by }: { offerId: string; by: string }): Promise<Offer> {
  return move(change, offerId, 'superseded', {
    set: { closedAt: change.now, supersededBy: by },
    event: (about) => change.event('Offer.Superseded', { ...about, by }, dealOf(about)),
  });
}

type About = { offerId: string; offerNo: number; dealId: string };
type Move = { already?: (offer: Offer) => boolean; set: Partial<typeof offers.$inferInsert>; event: (about: About) => Promise<unknown> };

const dealOf = ({ dealId }: About) => ({ kind: 'deal', id: dealId }) as const;

async function move({ tx }: Change, offerId: string, to: OfferStatus, { already, set, event }: Move): Promise<Offer> {
  const offer = await requireOffer(tx, offerId);
  if (offer.status === to || already?.(offer)) return offer;
  checkMove(offer, to);
  const [row] = await tx
    .update(offers)
    .set({ status: to, ...set })
    .where(and(eq(offers.brokerageId, tx.brokerageId), eq(offers.id, offerId)))
    .returning();
  await event({ offerId, offerNo: offer.offerNo, dealId: offer.dealId });
  return row!;
}

async function requireOffer(tx: Tx, offerId: string): Promise<Offer> {
  const offer = await findOffer(tx, { offerId });
  if (!offer) throw new DomainError('no-such-offer', 'There is no such offer', { nextStep: 'Look at the offers of the deal.' });
  return offer;
}

/** The offer the seller has accepted. */
export async function acceptedOffer(tx: Tx, { dealId }: { dealId: string }): Promise<Offer | undefined> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.brokerageId, tx.brokerageId), eq(offers.dealId, dealId), eq(offers.status, 'accepted')));
  return row;
}
