import type { SampleIds } from '../../test/sample-ids.ts';

const terms = {
  ...{ form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone: 'America/Chicago', effectiveOn: '2026-01-06', effectiveTime: '12:00' },
  ...{ priceCents: 1, periods: {}, dates: {}, by: 'test' },
};

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findContract: ({ dealId }) => ({ dealId }),
  lastContract: ({ dealId }) => ({ dealId }),
  standingFile: ({ dealId }) => ({ dealId }),
  fileOf: ({ dealId }) => ({ dealId }),
  recordContract: ({ dealId }) => ({ dealId, ...terms }),
  amendContract: ({ dealId, contractId }) => ({
    ...{
      deal: { id: dealId, dealNo: 7 },
      contract: { id: contractId, revision: 1 },
      next: { priceCents: 2, effectiveOn: '2026-01-06', periods: {}, dates: {} },
    },
    ...{ changes: {}, ripple: {}, reason: 'test', by: 'test' },
  }),
  listAmendments: ({ dealId }) => ({ dealId }),
  endContract: ({ dealId }) => ({ dealId, status: 'terminated', reason: 'test', earnestMoney: null }),
  contractNoOf: ({ dealId }) => ({ dealId }),
};
