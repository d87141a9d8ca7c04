import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listDeadlines: ({ dealId }) => ({ dealId }),
  findDeadline: ({ deadlineId }) => ({ deadlineId }),
  clockOf: ({ dealId }) => ({ dealId, clock: 'option' }),
  projectWatch: ({ deadlineId }) => ({ deadlineId, waitingFor: 'x' }),
  countDeadlines: ({ dealId }) => ({ dealId }),
};
