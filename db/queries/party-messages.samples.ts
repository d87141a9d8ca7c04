import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  releaseMessage: ({ messageId, personId }) => ({ messageId, by: personId }),
  skipMessage: ({ messageId, personId }) => ({ messageId, reason: 'test', by: personId }),
  editMessage: ({ messageId }) => ({ messageId, subject: 'test' }),
  endMessage: ({ messageId }) => ({ messageId, status: 'sent', reason: null }),
  overtakeMessage: ({ messageId, personId }) => ({ messageId, reason: 'test', by: personId }),
  settleMessage: ({ sendId }) => ({ sendId, sent: true }),
  showMessageWait: ({ messageId }) => ({ messageId, waitingFor: 'test', at: null }),
  releaseHeldMessages: () => ({ by: 'test' }),
};
