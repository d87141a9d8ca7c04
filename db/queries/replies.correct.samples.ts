import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  correctReplyClass: ({ inboundId }) => ({ inboundId, to: 'auto-reply' }),
  contactOfInbound: ({ inboundId }) => ({ inboundId }),
};
