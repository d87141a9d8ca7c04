import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  requestEnvelope: ({ dealId, documentId, partyId }) => ({
    ...{ dealId, document: { id: documentId }, version: null, subject: 'Contract', message: null, by: 'test' },
    signers: [{ partyId, routingOrder: 1, anchor: null }],
  }),
  signersOf: ({ dealId, partyId }) => ({ dealId, partyIds: [partyId] }),
  requestVoid: ({ envelopeId }) => ({ envelopeId, voiding: { cause: 'person', reason: 'test', by: 'test' } }),
  voidEnvelopesOf: ({ dealId }) => ({ dealId, reason: 'test', by: 'test' }),
};
