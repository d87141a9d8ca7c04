import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  takeInTextStatus: ({ marker, phone }) => ({
    report: { kind: 'text-status', messageSid: marker, from: null, to: phone, status: 'undelivered', errorCode: '21610' },
  }),
  takeInBounce: ({ email, marker, leadId }) => ({
    webhookId: leadId,
    eventId: leadId,
    bounce: { kind: 'email-bounce', emailId: 'test', mailbox: 'us@example.com', to: email, messageId: marker, bounce: 'hard', code: '5.1.1' },
  }),
  unsubscribe: ({ sendId }) => ({ sendId }),
};
