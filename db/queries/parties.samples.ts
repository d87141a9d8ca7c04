import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  listParties: ({ dealId }) => ({ dealId }),
  findParty: ({ partyId }) => ({ partyId }),
  findContact: ({ contactId }) => ({ contactId }),
  addParty: ({ dealId, dealNo, contactId }) => ({ dealId, dealNo, role: 'seller', contactId }),
  leaveDeal: ({ partyId }) => ({ partyId }),
  updateContact: ({ contactId }) => ({ contactId, name: 'Renamed' }),
};
