import type { SampleIds } from '../../test/sample-ids.ts';

const clock = {
  clock: 'sample',
  title: 'Sample',
  actor: 'buyer',
  evidence: null,
  contingency: null,
  watched: false,
  lapses: false,
  livesOn: false,
  deadline: null,
  waitsFor: [],
  problem: null,
};
const of = ({ dealId, contractId }: SampleIds) => ({ deal: { id: dealId, dealNo: 7 }, contract: { id: contractId, zone: 'America/Chicago' } });

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  openDeadline: (ids) => ({ ...of(ids), clock, slug: 'sample' }),
  moveDeadline: (ids) => ({
    ...of(ids),
    row: {
      id: ids.deadlineId,
      clock: 'option',
      workflowId: 'x',
      date: null,
      localTime: null,
      dueAt: null,
      status: 'pending',
      settled: null,
      told: [],
      byHand: null,
    },
    ...{ clock, cause: { kind: 'hand', id: 'test' } },
  }),
};
