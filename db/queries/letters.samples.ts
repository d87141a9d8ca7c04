import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  letterParties: ({ contactId, personId }) => ({ sellerIds: [contactId], signerId: personId }),
  sameLetter: ({ marker }) => ({ letterHash: marker }),
  recordFile: ({ sha256 }) => ({ sha256, bytes: 1, mime: 'application/pdf', name: 'x' }),
};
