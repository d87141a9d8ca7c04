import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findEnvelope: ({ envelopeId }) => ({ envelopeId }),
  findReported: ({ providerId, envelopeKey }) => ({ providerId, key: envelopeKey }),
  envelopesOfDeal: ({ dealId }) => ({ dealId }),
  recipientsOf: ({ envelopeId }) => ({ envelopeIds: [envelopeId] }),
  signingSettings: () => ({}),
  awaitedSignatures: ({ dealId }) => ({ dealId }),
  awaitedEnvelopes: () => ({}),
  takeSilent: () => ({ limit: 10 }),
  dealOfEnvelope: ({ dealId }) => ({ dealId }),
};
