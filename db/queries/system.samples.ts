import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listStuckRuns: () => ({ lateMinutes: 10, limit: 50 }),
  countUnsettled: () => ({}),
};
