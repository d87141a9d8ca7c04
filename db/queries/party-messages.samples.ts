import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listPartyMessages: ({ dealId }) => ({ dealId, limit: 50 }),
  findPartyMessage: ({ messageId }) => ({ messageId }),
  draftPartyMessages: ({ dealId, dealNo, leadId }) => ({
    deal: { id: dealId, dealNo, leadId },
    template: 'document-accepted',
    cause: 'sample',
    roles: ['seller'],
    about: { document: 'TX-SDN' },
    variables: { document: { title: 'x' } },
  }),
  releaseMessage: ({ messageId, personId }) => ({ messageId, by: personId }),
  skipMessage: ({ messageId, personId }) => ({ messageId, reason: 'test', by: personId }),
  editMessage: ({ messageId }) => ({ messageId, subject: 'test' }),
  endMessage: ({ messageId }) => ({ messageId, status: 'sent', reason: null }),
  settleMessage: ({ sendId }) => ({ sendId, sent: true }),
  showMessageWait: ({ messageId }) => ({ messageId, waitingFor: 'test', at: null }),
  releaseHeldMessages: () => ({ by: 'test' }),
};
