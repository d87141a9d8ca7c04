import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  dealLaw: ({ dealId }) => ({ dealId, at: new Date('2026-01-06T12:00:00Z') }),
  lawFacts: ({ dealId }) => ({ dealId, at: new Date('2026-01-05T12:00:00Z') }),
  stateFacts: ({ dealId }) => ({ dealId, facts: { hasHoa: true } }),
};
