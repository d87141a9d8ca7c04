import { and, eq } from 'drizzle-orm';
import { type Milestone, milestones } from '../../domain/closing/milestones.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { dealFacts } from '../schema/index.ts';

export type DealFact = typeof dealFacts.$inferSelect;

export function listDealFacts(tx: Tx, { dealId }: { dealId: string }): Promise<DealFact[]> {
  return tx
    .select()
    .from(dealFacts)
    .where(and(eq(dealFacts.brokerageId, tx.brokerageId), eq(dealFacts.dealId, dealId)))
    .orderBy(dealFacts.recordedAt, dealFacts.fact);
}

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
  const [prior] = await tx
    .select()
    .from(dealFacts)
    .where(and(eq(dealFacts.brokerageId, tx.brokerageId), eq(dealFacts.dealId, dealId), eq(dealFacts.key, key)));
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
