import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listDealViews: () => ({ limit: 50 }),
  readDealView: ({ dealNo }) => ({ dealNo }),
  listDealEvents: ({ dealId }) => ({ dealId }),
  findLeadByNo: ({ leadNo }) => ({ leadNo }),
};
