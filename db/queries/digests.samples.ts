import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  changeDigest: ({ personId }) => ({ personId, on: true }),
  askForDigests: () => ({}),
};
