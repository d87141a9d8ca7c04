import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listConversations: () => ({ limit: 50 }),
  readThread: ({ contactId }) => ({ contactId, limit: 50 }),
  readContactView: ({ contactId }) => ({ contactId }),
};
