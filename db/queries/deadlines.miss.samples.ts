import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  missDeadline: ({ deadlineId, dealId }) => ({
    deal: { id: dealId, dealNo: 7 },
    row: { id: deadlineId, dealId, clock: 'option', title: 'x', workflowId: 'x', date: null, dueAt: new Date(0), status: 'pending', evidence: null, told: [] },
  }),
};
