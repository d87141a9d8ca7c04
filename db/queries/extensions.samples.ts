import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listExtensions: ({ deadlineId, dealId }) => ({ rows: [{ id: deadlineId, dealId, clock: 'option', byHand: null }] }),
};
