import { defaultRuleSet } from '../../domain/sourcing/qualification.default.ts';
import type { SampleIds } from '../../test/sample-ids.ts';

export const samples: Record<string, (ids: SampleIds) => unknown> = {
  currentRuleSet: () => undefined,
  findRuleSet: () => ({ version: 7 }),
  listRuleSets: () => undefined,
  draftRuleSet: () => ({ name: 'Sample', definition: { ...defaultRuleSet, version: undefined }, by: 'x' }),
  publishRuleSet: () => ({ version: 7, by: 'x' }),
};
