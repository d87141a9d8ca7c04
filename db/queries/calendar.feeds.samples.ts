import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findCalendarFeed: ({ personId }) => ({ personId }),
  makeCalendarFeed: ({ personId }) => ({ personId, what: 'key-dates', hash: `sample ${personId}` }),
  endCalendarFeed: ({ personId }) => ({ personId }),
  noteCalendarRead: ({ personId }) => ({ personId, at: new Date('2026-11-20T15:00:00Z') }),
};
