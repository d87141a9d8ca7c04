import type { SampleIds } from '../../test/sample-ids.ts';

const terms = { priceCents: 1, earnestMoneyCents: null, financing: 'cash', closingOn: null, contingencies: [] };

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  recordOfferReceived: ({ listingId }) => ({
    ...{ dealId: listingId, buyer: { name: 'Test' }, ...terms, zone: 'America/Chicago', expiresAt: null, documentId: null, by: 'test' },
  }),
  counterOfferReceived: ({ listingId }) => ({ dealId: listingId, offerNo: 1, by: 'seller', expiresAt: null, proposed: { priceCents: 2 }, actor: 'test' }),
  acceptOfferReceived: ({ listingId }) => ({ dealId: listingId, offerNo: 1, others: 'keep', by: 'test' }),
  refuseOfferReceived: ({ listingId }) => ({ dealId: listingId, offerNo: 1, act: 'decline', reason: 'test', by: 'test' }),
  backUpOffer: ({ listingId }) => ({ dealId: listingId, offerNo: 1, position: null, expiresAt: null, by: 'test' }),
  promoteBackup: ({ listingId }) => ({ dealId: listingId, offerNo: 2, by: 'test' }),
};
