import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  closingGate: ({ dealId }) => ({ dealId }),
  factsGivenUp: ({ dealId }) => ({ dealId }),
};
