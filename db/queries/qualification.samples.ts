import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  salesBeside: ({ marker }) => ({ lead: { state: 'TN', zip: marker, city: marker, propertyType: 'single-family', livingSqft: 1500, asOf: '2026-01-01' } }),
  decideLead: ({ leadId }) => ({ leadId, decidedBy: 'x' }),
  lastDecision: ({ leadId }) => ({ leadId }),
  decideByPerson: ({ leadId }) => ({ leadIds: [leadId], outcome: 'qualified', reason: 'sample', by: 'x' }),
};
