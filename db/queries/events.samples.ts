import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listEvents: ({ dealId }) => ({ newestFirst: true, subjectId: dealId, limit: 50 }),
};
