import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  takeInReport: ({ envelopeId, providerId }) => ({
    envelopeId,
    report: { envelopeId: providerId, at: '2026-01-06T12:00:00.000Z', status: 'declined', reason: null, signers: [] },
  }),
};
