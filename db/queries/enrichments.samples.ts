import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  claimRecord: ({ leadId }) => ({ key: 'record/sample', leadId, provider: 'x', claimedBy: 'x', now: new Date(0) }),
  settleLookup: ({ lookupId }) => ({ lookupId, now: new Date(0), status: 'answered' }),
  findLookup: ({ lookupId }) => ({ lookupId }),
  decideLookup: ({ lookupId }) => ({ lookupId, outcome: 'leave', by: 'x' }),
  recordOf: ({ leadId }) => ({ leadId }),
  applyAnswer: ({ leadId }) => ({
    leadId,
    provider: 'x',
    answer: { sandbox: true, property: null, people: [{ name: 'Sample Person', phones: [], emails: ['sample@example.com'] }] },
  }),
  lookupCosts: () => undefined,
};
