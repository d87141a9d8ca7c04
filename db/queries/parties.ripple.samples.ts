import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  waitingFor: ({ dealId, partyId }) => ({ dealId, partyIds: [partyId] }),
};
