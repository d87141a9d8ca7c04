import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  fileContext: ({ dealId, contractId }) => ({ dealId, contractId, at: new Date('2026-01-05T12:00:00Z') }),
};
