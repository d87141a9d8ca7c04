import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  countEventsByDay: () => ({ afterPosition: 0, until: new Date('2100-01-01T00:00:00Z') }),
  listEvents: ({ dealId }) => ({ newestFirst: true, subjectId: dealId, limit: 50 }),
};
