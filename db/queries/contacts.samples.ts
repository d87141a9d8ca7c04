import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  searchContacts: ({ marker }) => ({ text: marker, limit: 20 }),
};
