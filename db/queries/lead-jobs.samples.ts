import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  selectLeads: ({ leadNo, importNo }) => ({ leadNos: [leadNo], importNo }),
  requestLeadJob: ({ leadId }) => ({ kind: 'enrichment', input: {}, leadIds: [leadId], by: 'x' }),
  findLeadJob: ({ jobId }) => ({ jobId }),
  findLeadJobByNo: ({ jobNo }) => ({ jobNo }),
  listLeadJobs: () => ({ limit: 20 }),
  leadsToAsk: ({ jobId }) => ({ jobId, limit: 10 }),
  leadsToDecide: ({ jobId }) => ({ jobId, limit: 10 }),
  tickJobLead: ({ jobId, leadId }) => ({ jobId, leadId, outcome: 'empty' }),
  enrichmentCounts: ({ jobId }) => ({ jobId }),
  saveLeadJob: ({ jobId }) => ({ jobId, done: 1 }),
  endLeadJob: ({ jobId }) => ({ jobId }),
};
