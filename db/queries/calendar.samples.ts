import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listCalendar: () => ({ what: 'key-dates', now: new Date('2026-11-20T15:00:00Z') }),
};
