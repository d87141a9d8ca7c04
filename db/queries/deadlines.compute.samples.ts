import type { SampleIds } from '../../test/sample-ids.ts';

const cause = { kind: 'hand', id: 'test' };

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  recomputeDeadlines: ({ dealId }) => ({ dealId, cause }),
  setDateByHand: ({ dealId }) => ({ dealId, clock: 'option', byHand: null, cause }),
};
