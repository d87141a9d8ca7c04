import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  draftPartyMessages: ({ dealId, dealNo, leadId }) => ({
    deal: { id: dealId, dealNo, leadId },
    template: 'document-accepted',
    cause: 'sample',
    roles: ['seller'],
    about: { document: 'TX-SDN' },
    variables: { document: { title: 'x' } },
  }),
  propertyOf: ({ leadId, dealNo }) => ({ deal: { leadId, dealNo } }),
  draftsAbout: ({ dealId }) => ({ dealId, clocks: ['option'] }),
  setAsideDraftsAbout: ({ dealId }) => ({ dealId, clock: 'option', reason: 'sample' }),
};
