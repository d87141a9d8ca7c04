import { randomUUID } from 'node:crypto';
import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findDeal: ({ dealId }) => ({ dealId }),
  findDealByNo: ({ dealNo }) => ({ dealNo }),
  listDeals: () => ({ limit: 50 }),
  dealSettings: () => ({}),
  openDeal: ({ leadId }) => ({ dealId: randomUUID(), leadId, side: 'listing', openedBy: 'person', wishes: {} }),
  projectDeal: ({ dealId }) => ({ dealId, stage: 'approval', waitingFor: 'x', dueAt: null, reason: null }),
  closeDeal: ({ dealId }) => ({ dealId, outcome: 'dead', reason: null }),
  changeWishes: ({ dealId }) => ({ dealId, wishes: { terms: 'cash' } }),
  leadsToOpen: () => ({ since: new Date(0), limit: 10 }),
  saveOpening: ({ workflowId }) => ({ workflowId, dueAt: null, waitingFor: null }),
};
