import { randomUUID } from 'node:crypto';
import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  takeInWebhook: ({ phone }) => ({
    provider: 'twilio',
    eventId: randomUUID(),
    payload: { kind: 'inbound-text', messageSid: `SM${'0'.repeat(32)}`, from: phone, to: '+16155550000', body: 'Hi', optOutType: null },
    correlationId: randomUUID(),
  }),
};
