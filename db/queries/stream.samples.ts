import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listChanges: () => ({ after: 0, limit: 50 }),
  newestPosition: () => ({}),
  liesFurtherBack: () => ({ after: 0, most: 1 }),
};
