import { and, eq, inArray, max } from 'drizzle-orm';
import { type Milestone, milestones } from '../../domain/closing/milestones.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { contracts, dealFacts } from '../schema/index.ts';

export type DealFact = typeof dealFacts.$inferSelect;

export function listDealFacts(tx: Tx, { dealId }: { dealId: string }): Promise<DealFact[]> {
  return tx
    .select()
    .from(dealFacts)
    .where(and(eq(dealFacts.brokerageId, tx.brokerageId), eq(dealFacts.dealId, dealId)))
    .orderBy(dealFacts.recordedAt, dealFacts.fact);
}

/**
 * The facts that count for the contract in force. What was recorded before an earlier contract of the deal ended belongs to that one: its earnest
 * money pays nothing now, its disclosures start no clock.
 */
export async function factsOfFile(tx: Tx, { dealId }: { dealId: string }): Promise<DealFact[]> {
  const ended = await lastFallThrough(tx, dealId);
  return (await listDealFacts(tx, { dealId })).filter((fact) => counts(fact, ended));
}

async function lastFallThrough(tx: Tx, dealId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: max(contracts.endedAt) })
    .from(contracts)
    .where(and(eq(contracts.brokerageId, tx.brokerageId), eq(contracts.dealId, dealId), inArray(contracts.status, ['terminated', 'set-aside'])));
  return row?.at ?? null;
}
const counts = ({ recordedAt }: DealFact, ended: Date | null): boolean => ended === null || recordedAt > ended;

export type NewFact = {
  dealId: string;
  dealNo: number;
  fact: Milestone;
  effectiveOn: string;
  value: number | string | null;
  evidence: { documentId?: string; note?: string } | null;
  by: string;
};

/** Writes down what happened; said again with other words it is corrected, with the prior value in the event. The same once more changes nothing. */
export async function recordFact({ tx, now, event }: Change, { dealId, dealNo, fact, effectiveOn, value, evidence, by }: NewFact): Promise<DealFact> {
  const key = 'repeats' in milestones[fact] ? `${fact}/${effectiveOn}/${value ?? ''}`.slice(0, 200) : fact;
  const [known] = await tx
    .select()
    .from(dealFacts)
    .where(and(eq(dealFacts.brokerageId, tx.brokerageId), eq(dealFacts.dealId, dealId), eq(dealFacts.key, key)));
  const prior = known && counts(known, await lastFallThrough(tx, dealId)) ? known : undefined;
  if (prior && prior.effectiveOn === effectiveOn && prior.value === value) return prior;
  const values = { effectiveOn, value, evidence, recordedAt: now, recordedBy: by };
  const [row] = await tx
    .insert(dealFacts)
    .values({ brokerageId: tx.brokerageId, dealId, fact, key, ...values })
    .onConflictDoUpdate({ target: [dealFacts.brokerageId, dealFacts.dealId, dealFacts.key], set: values })
    .returning();
  await event(fact, {
    dealId,
    dealNo,
    factId: row!.id,
    effectiveOn: { prior: prior?.effectiveOn ?? null, next: effectiveOn },
    value: { prior: (prior?.value ?? null) as number | string | null, next: value },
    evidence: evidence ? { ...(evidence.documentId ? { documentId: evidence.documentId } : {}), note: Boolean(evidence.note) } : null,
  });
  return row!;
}
