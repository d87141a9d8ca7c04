import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  recipientOf: ({ contactId }) => ({ message: { contactId, sentTo: null, status: 'draft' } }),
  readdressMessages: ({ contactId }) => ({ contactId, fields: ['name', 'email'] }),
};
