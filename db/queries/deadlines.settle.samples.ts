import type { SampleIds } from '../../test/sample-ids.ts';

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
  settleDeadline: (ids) => ({ deal: { id: ids.dealId, dealNo: 7 }, row: row(ids), status: 'waived', reason: 'test', proof: null, by: 'test' }),
  endDeadlines: ({ dealId }) => ({ deal: { id: dealId, dealNo: 7 }, reason: 'test', by: 'test' }),
  announceWatchChange: () => ({}),
};
