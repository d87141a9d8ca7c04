import { publishedScheme } from './motivation.ts';
import type { RuleSet } from './qualification.ts';

/** The rule set a new brokerage starts with. */
export const defaultRuleSet: RuleSet = {
  version: 'default-1',
  clauses: [
    { id: 'equity', title: 'Equity above 20 %', kind: 'must', rule: { '>': [{ var: 'equityBps' }, 2000] } },
    {
      id: 'repairs',
      title: 'Repairs below 30 % of the value after repair',
      kind: 'must',
      rule: { '<': [{ '/': [{ var: 'repairsCents' }, { var: 'arvCents' }] }, 0.3] },
    },
    { id: 'days-on-market', title: 'More than 90 days on market', kind: 'any-of-group', group: 'stale listing', rule: { '>': [{ var: 'daysOnMarket' }, 90] } },
    { id: 'price-cut', title: 'Price cut above 5 %', kind: 'any-of-group', group: 'stale listing', rule: { '>': [{ var: 'priceCutBps' }, 500] } },
  ],
  score: publishedScheme,
  hot: { scoreAbove: 70 },
};
