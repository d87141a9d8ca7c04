import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listParked: () => ({ status: 'parked', limit: 50 }),
  readParked: ({ taskId }) => ({ parkedId: taskId }),
  retryParked: ({ taskId }) => ({ parkedId: taskId }),
  discardParked: ({ taskId, personId }) => ({ parkedId: taskId, by: personId, reason: 'test' }),
};
