import { defaultRuleSet } from '../../domain/sourcing/qualification.default.ts';
import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  scoreLeads: () => ({ ruleSet: defaultRuleSet, after: 0, limit: 10, today: '2026-01-05' }),
  writeScores: ({ leadId, leadNo }) => ({
    changed: [
      {
        leadId,
        leadNo,
        facts: {},
        prior: { outcome: null, scoreTenths: null, hot: false },
        next: { outcome: 'rejected', scoreTenths: 0, hot: false },
        change: null,
      },
    ],
    ruleSet: defaultRuleSet,
    version: 1,
    now: new Date(0),
  }),
};
