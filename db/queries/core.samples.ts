import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  readSettings: () => undefined,
  changeSettings: () => ({ dealsPerDay: 3 }),
  changeCrm: () => ({ url: 'https://crm.example.com/hook', fresh: false, newSecret: () => 'whsec_c2FtcGxlc2FtcGxlc2FtcGxl' }),
  stopSending: ({ personId }) => ({ by: personId, reason: 'test' }),
  resumeSending: () => ({ reason: 'test' }),
};
