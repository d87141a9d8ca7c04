import { randomUUID } from 'node:crypto';
import type { SampleIds } from '../../test/sample-ids.ts';

const layout = { delimiter: ',', newline: 'lf', encoding: 'utf-8', compressed: false, bytes: 1, skip: 1, headers: ['APN'] } as const;
const mapping = { preset: 'generic', fields: ['parcelNumber'], extra: [], dateOrder: 'mdy', nameOrder: 'first-last', defaults: {} } as const;

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  requestImport: ({ sha256, marker }) => ({
    ...{ importId: randomUUID(), sha256, fileName: 'list.csv', listName: `not ${marker.length}`, listSource: 'county', listDate: '2026-11-01' },
    ...{ today: '2026-11-21', costCents: 0, relation: 'cold', choice: {} },
  }),
  findImport: ({ importId }) => ({ importId }),
  findImportByNo: ({ importNo }) => ({ importNo }),
  listImports: () => ({ limit: 50 }),
  beginImport: ({ importId }) => ({ importId, layout, mapping }),
  finishImport: ({ importId }) => ({ importId }),
  failImport: ({ importId }) => ({ importId, code: 'empty-file', message: 'This file is empty', nextStep: 'Send another' }),
  reportOf: ({ importId }) => ({ importId }),
  listRejects: ({ importId }) => ({ importId, limit: 50 }),
  markMended: ({ importId }) => ({ importId, lines: [2], mendedNo: 8 }),
  listCost: ({ importId }) => ({ importId }),
  listsOfLead: ({ leadNo }) => ({ leadNo }),
  saveMapping: () => ({ name: 'county list', mapping: { preset: 'generic' } }),
  findMapping: ({ marker }) => ({ name: marker }),
  listMappings: () => ({}),
};
