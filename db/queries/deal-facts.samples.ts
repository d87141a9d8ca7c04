import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listDealFacts: ({ dealId }) => ({ dealId }),
  factsOfContract: ({ dealId }) => ({ dealId }),
  recordFact: ({ dealId, dealNo }) => ({ dealId, dealNo, fact: 'Survey.Received', effectiveOn: '2026-01-06', value: null, evidence: null, by: 'test' }),
};
