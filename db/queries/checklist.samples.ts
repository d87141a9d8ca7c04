import type { SampleIds } from '../../test/sample-ids.ts';

const at = new Date('2026-01-06T12:00:00Z');
export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listChecklist: ({ dealId }) => ({ dealId }),
  planChecklist: ({ dealId }) => ({ dealId, at }),
  refreshChecklist: ({ dealId }) => ({ dealId, position: 1 }),
  syncItems: ({ dealId, dealNo }) => ({ deal: { id: dealId, dealNo }, document: 'TX-SDN' }),
  overrideItem: ({ dealId, dealNo, personId }) => ({ deal: { id: dealId, dealNo }, document: 'TX-SDN', reason: 'test', by: personId }),
  previewReevaluation: () => ({ at, limit: 50 }),
  askReevaluation: () => ({ asked: [] }),
};
