import type { SampleIds } from '../../test/sample-ids.ts';

const terms = {
  ...{ fromOn: '2026-01-06', toOn: '2100-07-06', zone: 'America/Chicago', commissionBps: 300, commissionCents: null, listPriceCents: 1 },
  ...{ exclusivity: 'exclusive-right-to-sell', evidence: { note: 'signed' }, signedOn: '2026-01-06', by: 'test' },
};

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listAgreements: ({ listingId }) => ({ dealId: listingId }),
  lastAgreement: ({ listingId }) => ({ dealId: listingId }),
  findAgreement: ({ agreementId }) => ({ agreementId }),
  listingOf: ({ listingId }) => ({ dealId: listingId }),
  recordAgreement: ({ listingId }) => ({ dealId: listingId, ...terms }),
  changeAgreement: ({ listingId }) => ({ dealId: listingId, toOn: '2100-08-01', reason: 'both agreed', by: 'test' }),
  endAgreement: ({ listingId }) => ({ dealId: listingId, status: 'ended', reason: 'test', by: 'test' }),
  projectAgreementWatch: ({ agreementId }) => ({ agreementId, waitingFor: 'test' }),
};
