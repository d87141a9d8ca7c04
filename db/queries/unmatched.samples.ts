import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  askWhoWrote: ({ strangerId }) => ({ messageId: strangerId, channel: 'text', fromAddress: '+12105550199' }),
  listUnmatched: () => ({ limit: 50 }),
  matchInbound: ({ strangerId, contactId }) => ({ inboundId: strangerId, contactId, by: 'sample' }),
};
