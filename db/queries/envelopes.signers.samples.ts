import type { SampleIds } from '../../test/sample-ids.ts';

const correction = { recipientNo: 1, role: 'seller', name: 'Jo', email: 'jo@example.com' };

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  announceSigner: ({ contactId }) => ({ contactId }),
  noteGiven: ({ envelopeId }) => ({ envelopeId, given: [correction] }),
  correctionsOf: ({ envelopeId }) => ({ envelopeId }),
  recordCorrection: ({ envelopeId }) => ({ envelopeId, correction, outcome: 'corrected', code: null }),
};
