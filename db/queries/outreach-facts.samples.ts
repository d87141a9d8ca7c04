import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  loadEnrolment: ({ enrolmentId }) => ({ enrolmentId }),
  listAddresses: ({ contactId }) => ({ contactId }),
  findSender: () => ({ provider: 'twilio' }),
  sendingStopped: () => ({}),
  sellerFacts: ({ enrolmentId }) => ({ enrolmentId }),
};
