import type { SampleIds } from '../../test/sample-ids.ts';

/** The offer as its row has it, as far as the calls read it. */
const row = ({ offerInId }: SampleIds, status = 'received') => ({
  ...{ id: offerInId, offerNo: 1, status, partyId: null, expiresAt: null, zone: 'America/Chicago', rounds: [] },
});
const deal = ({ listingId, leadId }: SampleIds) => ({ id: listingId, dealNo: 8, leadId });

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listOffersReceived: ({ listingId }) => ({ dealId: listingId }),
  buyerName: ({ contactId }) => ({ buyer: { contactId } }),
  findOfferReceived: ({ offerInId }) => ({ offerId: offerInId }),
  acceptedOfferReceived: ({ listingId }) => ({ dealId: listingId }),
  offerToAnswer: ({ listingId }) => ({ dealId: listingId, offerNo: 1, act: 'accept' }),
  writeOfferReceived: ({ offerInId }) => ({ offerId: offerInId, reason: 'test' }),
  endOfferReceived: (ids) => ({ deal: deal(ids), offer: row(ids), status: 'declined', reason: 'test', by: 'test' }),
  orderBackups: (ids) => ({ deal: deal(ids), offerNo: 1, place: null }),
  releaseAccepted: ({ listingId }) => ({ dealId: listingId, reason: 'test', by: 'test' }),
  declineOpenOffers: ({ listingId }) => ({ dealId: listingId, reason: 'test', by: 'test' }),
  askForAnswer: (ids) => ({ deal: deal(ids), offer: row(ids) }),
  projectOfferWatch: ({ offerInId }) => ({ offerId: offerInId, waitingFor: 'test' }),
};
