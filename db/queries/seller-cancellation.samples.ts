import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  cancelBySeller: ({ dealId }) => ({ dealId, receivedOn: '2026-01-06', documentId: null, earnestMoney: 'to-buyer', by: 'test' }),
};
