import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  readSettings: () => undefined,
  changeSettings: () => ({ dealsPerDay: 3 }),
  stopSending: ({ personId }) => ({ by: personId, reason: 'test' }),
  resumeSending: () => ({ reason: 'test' }),
};
