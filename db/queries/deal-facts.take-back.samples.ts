import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  takeBackFact: ({ dealId, factId }) => ({ deal: { id: dealId, dealNo: 7, stage: 'under-contract', closedAt: null }, factId, reason: 'test', by: 'test' }),
};
