import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findSequence: ({ sequenceSlug }) => ({ slug: sequenceSlug }),
  listSequences: () => ({}),
  publishSequence: () => ({
    slug: 'test',
    name: 'test',
    definition: { start: 'end', steps: [{ id: 'end', kind: 'archive' }] },
    by: 'test',
  }),
  publishedTemplates: () => ({}),
  findTemplate: ({ marker }) => ({ slug: marker }),
  publishTemplate: () => ({ template: { slug: 'test', channel: 'text', subject: null, source: 'test', compiled: 'test', plain: '' }, by: 'test' }),
};
