import { readProperty } from '../../domain/sourcing/property.ts';
import type { SampleIds } from '../../test/sample-ids.ts';

const line = readProperty({ address: '1208 Fairwin Ave', city: 'Nashville', state: 'TN', owner: 'Ann Walker', email: 'ann@example.com' }, '2026-01-05');

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  findLeadOfProperty: ({ marker }) => ({ line: { propertyKey: marker, addressKey: null } }),
  addLead: () => ({ line, today: '2026-01-05' }),
};
