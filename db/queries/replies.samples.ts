import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  takeInText: ({ phone, leadId }) => ({
    webhookId: leadId,
    eventId: leadId,
    text: { kind: 'inbound-text', messageSid: 'test', from: phone, to: '+16155550100', body: 'STOP', optOutType: null },
  }),
  // It names a send of the brokerage; its address tells nothing, because whoever takes it in may list it.
  takeInEmail: ({ marker, leadId }) => ({
    webhookId: leadId,
    eventId: leadId,
    email: {
      kind: 'inbound-email',
      emailId: 'test',
      mailbox: 'us@example.com',
      from: 'somebody@example.com',
      to: 'us@example.com',
      subject: 'Re',
      body: 'stop',
      inReplyTo: marker,
      references: [],
      autoReply: false,
    },
  }),
};
