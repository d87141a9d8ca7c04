import { milestoneNames } from '../closing/milestones.ts';
import type { EventType } from '../events/index.ts';

/** The consumer that takes them in. */
export const complianceConsumer = 'state-compliance';

/** Events of a deal that may change what the law asks of it. */
export const complianceEvents = [
  ...(['Deal.FactsChanged', 'Contract.Recorded', 'Contract.Amended', 'Deal.Reopened', 'Checklist.ReevaluationAsked'] as const),
  ...milestoneNames,
  'Fact.TakenBack',
] as const satisfies readonly EventType[];
