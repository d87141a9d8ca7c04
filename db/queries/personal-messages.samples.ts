import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  loadReplyFacts: ({ contactId }) => ({ contactId }),
  planReplyTo: ({ contactId }) => ({ contactId, channel: 'email', address: null, now: new Date('2026-11-24T18:00:00Z') }),
  answeredMessageId: ({ contactId }) => ({ contactId, address: 'sample@example.com' }),
  fileOfContact: ({ contactId }) => ({ contactId }),
  requestPersonalMessage: ({ contactId, leadId, personId }) => ({
    ...{ contactId, file: { leadId, dealId: null }, by: personId, key: 'sample' },
    ...{ channel: 'email', address: null, subject: 'sample', body: 'sample' },
  }),
  withdrawPersonalMessage: ({ deliveryId, personId }) => ({ deliveryId, by: personId }),
  senderName: () => ({}),
};
