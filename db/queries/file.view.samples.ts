import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  readFileEvents: ({ dealId }) => ({ dealId }),
  factsNotTakenIn: ({ dealId }) => ({ dealId, position: 0, types: ['Contract.Recorded'] }),
  reopenedAt: ({ dealId }) => ({ dealId }),
  readHealth: ({ dealId }) => ({ dealId }),
  nextShowing: ({ dealId }) => ({ dealId }),
};
