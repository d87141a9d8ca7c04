import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  stoppedSince: () => ({}),
  followUpsOf: ({ leadId }) => ({ leadId, limit: 20 }),
};
