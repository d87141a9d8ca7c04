import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  fileSigned: ({ envelopeId, sha256 }) => ({ envelopeId, sha256 }),
  addSignedVersion: ({ envelopeId, sha256 }) => ({ envelopeId, sha256 }),
  viewSigned: ({ envelopeId, personId }) => ({ envelopeId, personId }),
  documentToSign: ({ documentId }) => ({ documentId, version: 1 }),
};
