import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listShowings: ({ listingId }) => ({ dealId: listingId }),
  scheduleShowing: ({ listingId }) => ({ dealId: listingId, at: new Date('2100-01-06T20:00:00Z'), zone: 'America/Chicago', visitor: 'test', by: 'test' }),
  changeShowing: ({ listingId }) => ({ dealId: listingId, showingNo: 1, status: 'cancelled', reason: 'test' }),
  cancelShowings: ({ listingId }) => ({ dealId: listingId, reason: 'test' }),
};
