import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  requestOffer: ({ dealId }) => ({ dealId, requestKey: 'sample', requestedBy: 'x' }),
  createOffer: ({ dealId, marker }) => ({ dealId, requestKey: marker, requestedBy: 'x', inputs: {} }),
  offerBasis: ({ dealId }) => ({ dealId }),
};
