import { and, asc, eq, sql } from 'drizzle-orm';
import { type CustomClock, customClockName } from '../../domain/compliance/custom.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { customClocks } from '../schema/index.ts';
import { fileOf } from './contracts.ts';

/** The clocks that people made for a contract, in the order they were made. */
export async function listCustomClocks(tx: Tx, { contractId }: { contractId: string }): Promise<CustomClock[]> {
  const rows = await tx
    .select()
    .from(customClocks)
    .where(and(eq(customClocks.brokerageId, tx.brokerageId), eq(customClocks.contractId, contractId)))
    .orderBy(asc(customClocks.clockNo));
  return rows.map(({ clockNo, title, actor, evidence, watched, localTime, reason, rule }) => ({
    ...{ clock: customClockName(clockNo), title, evidence, watched, reason, rule: rule as CustomClock['rule'] },
    ...{ actor: actor as CustomClock['actor'], localTime: localTime as CustomClock['localTime'] },
  }));
}

/** Makes a clock for the contract in force. Its deadline is computed by the caller, with all others, in the same transaction. */
export async function addCustomClock(
  { tx, now }: Change,
  { dealId, by, ...clock }: Omit<CustomClock, 'clock'> & { dealId: string; by: string },
): Promise<string> {
  const { contract } = await fileOf(tx, { dealId });
  const [last] = await tx
    .select({ no: sql<number>`coalesce(max(${customClocks.clockNo}), 0)::int` })
    .from(customClocks)
    .where(and(eq(customClocks.brokerageId, tx.brokerageId), eq(customClocks.contractId, contract.id)));
  const clockNo = last!.no + 1;
  await tx.insert(customClocks).values({ brokerageId: tx.brokerageId, dealId, contractId: contract.id, clockNo, ...clock, madeAt: now, madeBy: by });
  return customClockName(clockNo);
}
