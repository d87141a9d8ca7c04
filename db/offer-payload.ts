import type { OfferInStatus } from '../domain/closing/offers-received.ts';

/** What every event of an offer received says, with its status as it was and is. */
export const offerPayload = (deal: { id: string; dealNo: number }, row: { id: string; offerNo: number; status: string }, prior: string | null) => ({
  ...{ dealId: deal.id, dealNo: deal.dealNo, offerId: row.id, offerNo: row.offerNo },
  status: { prior: prior as OfferInStatus | null, next: row.status as OfferInStatus },
});
