import type { SampleIds } from '../../test/sample-ids.ts';

const cause = { kind: 'hand', id: 'test' };
const row = ({ deadlineId, dealId }: SampleIds) => ({
  id: deadlineId,
  dealId,
  clock: 'option',
  workflowId: 'x',
  dueAt: null,
  status: 'pending',
  evidence: null,
});

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listDeadlines: ({ dealId }) => ({ dealId }),
  findDeadline: ({ deadlineId }) => ({ deadlineId }),
  recomputeDeadlines: ({ dealId }) => ({ dealId, cause }),
  settleDeadline: (ids) => ({ deal: { id: ids.dealId, dealNo: 7 }, row: row(ids), status: 'waived', reason: 'test', proof: null, by: 'test' }),
  setDateByHand: ({ dealId }) => ({ dealId, clock: 'option', byHand: null, cause }),
  clockOf: ({ dealId }) => ({ dealId, clock: 'option' }),
  endDeadlines: ({ dealId }) => ({ deal: { id: dealId, dealNo: 7 }, reason: 'test', by: 'test' }),
  announceWatchChange: () => ({}),
  projectWatch: ({ deadlineId }) => ({ deadlineId, waitingFor: 'x' }),
  countDeadlines: ({ dealId }) => ({ dealId }),
};
