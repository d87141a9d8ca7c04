import { randomUUID } from 'node:crypto';
import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findSend: ({ sendId }) => ({ sendId }),
  findSendByKey: ({ sendKey }) => ({ key: sendKey }),
  findSendByProviderId: ({ marker }) => ({ providerIds: [marker] }),
  listSends: () => ({ limit: 50 }),
  freeRefusedKey: ({ sendKey }) => ({ key: sendKey }),
  claimSend: ({ leadId, contactId }) => ({
    send: {
      key: randomUUID(),
      channel: 'email',
      leadId,
      contactId,
      step: 'test',
      address: 'test@example.com',
      templateSlug: 'test',
      templateVersion: 1,
      claimedAt: new Date(0),
    },
  }),
  releaseClaim: ({ sendKey }) => ({ key: sendKey }),
  markSent: ({ sendId }) => ({ sendId, providerId: 'test' }),
  markUnknown: ({ sendId }) => ({ sendId, problem: 'test' }),
  markRefused: ({ sendId }) => ({ sendId, code: '5.1.1', message: 'test' }),
  markDelivered: ({ sendId }) => ({ sendId }),
  markFailed: ({ sendId }) => ({ sendId, code: '30003', message: 'test' }),
  settleUnknown: ({ sendId }) => ({ sendId, outcome: 'sent', by: 'test' }),
};
