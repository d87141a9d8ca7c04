import { and, eq, ne } from 'drizzle-orm';
import type { FileContext } from '../../domain/compliance/file.ts';
import type { Tx } from '../client.ts';
import { assignments } from '../schema/index.ts';
import { listCustomClocks } from './custom-clocks.ts';
import { lawFacts } from './deal-law.ts';

/** What a contract's clocks are computed from beside its terms and what happened. */
export async function fileContext(tx: Tx, { dealId, contractId, at }: { dealId: string; contractId: string; at: Date }): Promise<FileContext> {
  const { facts: law } = await lawFacts(tx, { dealId, at });
  const custom = await listCustomClocks(tx, { contractId });
  const [assignment] = await tx
    .select({ effectiveOn: assignments.effectiveOn })
    .from(assignments)
    .where(and(eq(assignments.brokerageId, tx.brokerageId), eq(assignments.contractId, contractId), ne(assignments.state, 'cancelled')));
  return { law, custom, dates: assignment ? { assignmentEffectiveDate: assignment.effectiveOn } : {} };
}
