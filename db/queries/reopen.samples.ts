import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = { reopenDeal: ({ dealId }) => ({ dealId, reason: 'test' }) };
