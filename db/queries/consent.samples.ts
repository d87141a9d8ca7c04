import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  suppress: ({ phone }) => ({ address: phone, channels: ['sms', 'call'], reason: 'opt-out', source: 'test' }),
  contactsAt: ({ phone }) => ({ address: phone }),
  isSuppressed: ({ phone }) => ({ address: phone, channel: 'sms' }),
  markWrongAddress: ({ contactId, phone }) => ({ contactId, address: phone, channel: 'sms', source: 'test' }),
  recordConsent: ({ contactId, phone }) => ({ contactId, channel: 'sms', address: phone, form: 'written', evidence: 'test' }),
};
