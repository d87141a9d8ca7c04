import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  takeInText: ({ phone, leadId }) => ({
    webhookId: leadId,
    eventId: leadId,
    text: { kind: 'inbound-text', messageSid: 'test', from: phone, to: '+16155550100', body: 'STOP', optOutType: null },
  }),
  takeInEmail: ({ email, marker, leadId }) => ({
    webhookId: leadId,
    eventId: leadId,
    email: {
      kind: 'inbound-email',
      emailId: 'test',
      mailbox: 'us@example.com',
      from: email,
      to: 'us@example.com',
      subject: 'Re',
      body: 'stop',
      inReplyTo: marker,
      references: [],
      autoReply: false,
    },
  }),
};
