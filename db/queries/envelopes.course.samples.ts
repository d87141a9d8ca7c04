import type { SampleIds } from '../../test/sample-ids.ts';

const state = { status: 'sent', at: '2026-01-05T12:00:00.000Z', reason: null, signers: [] };

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  identityOf: ({ envelopeId, dealId }) => ({ envelope: { id: envelopeId, dealId, envelopeNo: 7, workflowId: 'envelope/sample/7/7' } }),
  writeEnvelope: ({ envelopeId }) => ({ envelopeId, values: { waitingFor: 'a signature' } }),
  waitingWords: ({ envelopeId }) => ({ envelopeId, state }),
  claimEnvelope: ({ envelopeId }) => ({ envelopeId }),
  releaseEnvelope: ({ envelopeId }) => ({ envelopeId, waitingFor: 'the provider' }),
  markSent: ({ envelopeId, providerId }) => ({ envelopeId, providerId, days: 30, found: false }),
  markUnknownEnvelope: ({ envelopeId }) => ({ envelopeId, days: 30 }),
  wantEnd: ({ envelopeId }) => ({ envelopeId, voiding: { cause: 'expired', reason: 'test', by: 'test' } }),
  endEnvelope: ({ envelopeId }) => ({ envelopeId, status: 'voided', reason: 'test' }),
  failEnvelope: ({ envelopeId }) => ({ envelopeId, code: 'test', message: 'test' }),
};
