import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listDocuments: ({ dealId }) => ({ dealId }),
  findDocument: ({ documentId }) => ({ documentId }),
  findDocumentByNo: ({ dealId }) => ({ dealId, documentNo: 1 }),
  listVersions: ({ documentId }) => ({ documentId }),
  listViews: ({ documentId }) => ({ documentId }),
  addDocument: ({ dealId }) => ({
    dealId,
    documentNo: 1,
    file: { sha256: 'b'.repeat(64), bytes: 1, mime: 'application/pdf', name: 'x.pdf' },
    proposals: [],
    by: 'test',
  }),
  matchToChecklist: ({ documentId }) => ({ documentId, kind: 'TX-SDN', formVersion: null }),
  reviewDocument: ({ documentId, personId }) => ({ documentId, decision: 'accept', version: 1, reason: null, note: null, by: personId }),
  takeVersion: ({ documentId }) => ({ documentId, version: 1 }),
  viewDocument: ({ documentId, personId }) => ({ documentId, version: 1, personId }),
};
