import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findOffer: ({ offerId }) => ({ offerId }),
  acceptedOffer: ({ dealId }) => ({ dealId }),
  openOffer: ({ dealId }) => ({ dealId }),
  offerByRequest: ({ dealId, marker }) => ({ dealId, requestKey: marker }),
  offersOfDeal: ({ dealId }) => ({ dealId }),
  listOffers: () => ({ limit: 50 }),
  markOfferDrafted: ({ offerId, sha256 }) => ({ offerId, pdfSha256: sha256, letterHash: sha256 }),
  markOfferBlocked: ({ offerId }) => ({ offerId, missing: ['seller.names'], message: 'x' }),
  markOfferApproved: ({ offerId }) => ({ offerId, by: 'x' }),
  markOfferSent: ({ offerId }) => ({ offerId, expiresAt: new Date(0) }),
  markOfferAccepted: ({ offerId }) => ({ offerId }),
  markOfferDeclined: ({ offerId }) => ({ offerId, reason: null }),
  markOfferExpired: ({ offerId }) => ({ offerId }),
  markOfferWithdrawn: ({ offerId }) => ({ offerId, reason: 'x' }),
  markOfferSuperseded: ({ offerId, dealId }) => ({ offerId, by: dealId }),
};
