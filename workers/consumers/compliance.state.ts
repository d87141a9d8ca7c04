import { refreshChecklist } from '../../db/queries/checklist.ts';
import { complianceConsumer, complianceEvents } from '../../domain/compliance/listens.ts';
import { type Consumer, writes } from './types.ts';

/**
 * The state's compliance: computes what the law asks of the deal and writes it down, with how far it has come. It knows nothing of the deal's run and the run
 * nothing of it; stopped, replayed from the beginning or rewritten, it ends at the same list. While it is behind, `closingGate` keeps the deal from closing.
 */
const stateCompliance = writes({
  name: complianceConsumer,
  on: complianceEvents,
  write: (change, { payload, position }) => refreshChecklist(change, { dealId: payload.dealId, position }),
});

export const stateComplianceConsumers: Consumer[] = [stateCompliance];
