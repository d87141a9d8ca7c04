import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listQueue: () => ({ status: 'in-review', limit: 50 }),
};
