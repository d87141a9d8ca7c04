import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  countLeads: () => ({ filter: {} }),
  listLeads: ({ importNo }) => ({ filter: { status: 'qualified', importNo }, order: { sort: 'score' }, limit: 10 }),
  readLead: ({ leadNo }) => ({ leadNo }),
};
