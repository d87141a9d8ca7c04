import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listCustomClocks: ({ contractId }) => ({ contractId }),
  addCustomClock: ({ dealId }) => ({
    ...{ dealId, title: 'Roof certificate', actor: 'seller', evidence: null, watched: true, localTime: '17:00' },
    ...{ reason: 'addendum 2', rule: { date: '2026-02-01' }, by: 'test' },
  }),
};
