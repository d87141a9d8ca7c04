import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findWebhook: ({ leadId }) => ({ webhookId: leadId }),
  saveInbound: ({ phone, contactId, leadId }) => ({ channel: 'text', fromAddress: phone, contactId, body: 'test', class: 'reply', webhookId: leadId }),
  listInbound: () => ({ limit: 50 }),
  sendsTo: ({ email }) => ({ address: email, limit: 10 }),
  leadsConcerned: ({ contactId, leadId }) => ({ contactIds: [contactId], lastLeadId: leadId }),
  phonesOf: ({ contactId }) => ({ contactIds: [contactId] }),
};
