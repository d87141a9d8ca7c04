import type { SampleIds } from '../../test/sample-ids.ts';

const terms = ({ dealId, assigneeId, documentId }: SampleIds) => ({
  ...{ dealId, assigneePartyId: assigneeId, feeCents: 1_000_000, effectiveOn: '2026-01-20', documentId, by: 'test', override: null },
});

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  standingAssignment: ({ contractId }) => ({ contractId }),
  listAssignments: ({ dealId }) => ({ dealId }),
  lastWholesaleOn: ({ leadId }) => ({ dealId: leadId, state: 'TX' }),
  judgeAssignment: ({ dealId, contractId }) => ({
    ...{ dealId, at: new Date('2026-01-05T12:00:00Z'), effectiveOn: '2026-01-20', overrides: {} },
    contract: { id: contractId, zone: 'America/Chicago', state: 'TX', effectiveOn: '2026-01-05' },
  }),
  draftAssignment: (ids) => terms(ids),
  refreshAssignment: ({ dealId }) => ({ dealId }),
  effectAssignment: ({ dealId }) => ({ dealId, on: null, by: 'test', override: null }),
  cancelAssignment: ({ dealId, contractId }) => ({ dealId, contractId, reason: 'test', contractEnded: false }),
};
