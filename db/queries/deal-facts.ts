import { and, count, eq, inArray, isNull, like } from 'drizzle-orm';
import { type Milestone, type MilestoneKind, milestones } from '../../domain/closing/milestones.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { contracts, dealFacts } from '../schema/index.ts';
import { findDocument } from './documents.ts';

export type DealFact = typeof dealFacts.$inferSelect;
export type TakenBack = { by: string; reason: string; at: string };

/** All that was recorded, under contracts that fell through and what was taken back, too. */
export function listDealFacts(tx: Tx, { dealId }: { dealId: string }): Promise<DealFact[]> {
  return tx
    .select()
    .from(dealFacts)
    .where(and(eq(dealFacts.brokerageId, tx.brokerageId), eq(dealFacts.dealId, dealId)))
    .orderBy(dealFacts.recordedAt, dealFacts.fact);
}

/** What happened under the contract in force, or for the next one: money and reports of a contract that fell through show nothing of another. */
export async function factsOfContract(tx: Tx, { dealId }: { dealId: string }): Promise<DealFact[]> {
  const place = await placeAmongContracts(tx, dealId);
  return tx
    .select()
    .from(dealFacts)
    .where(
      and(
        eq(dealFacts.brokerageId, tx.brokerageId),
        eq(dealFacts.dealId, dealId),
        isNull(dealFacts.takenBack),
        place ? like(dealFacts.key, `${place}%`) : undefined,
      ),
    )
    .orderBy(dealFacts.recordedAt, dealFacts.fact);
}

/** Begins the keys of facts that came after a contract fell through: `2/` after the first. */
async function placeAmongContracts(tx: Tx, dealId: string): Promise<string> {
  const [row] = await tx
    .select({ fallen: count() })
    .from(contracts)
    .where(and(eq(contracts.brokerageId, tx.brokerageId), eq(contracts.dealId, dealId), inArray(contracts.status, ['terminated', 'set-aside'])));
  return row!.fallen === 0 ? '' : `${row!.fallen + 1}/`;
}

type Evidence = { documentId?: string; note?: string };
export type NewFact = {
  dealId: string;
  dealNo: number;
  fact: Milestone;
  effectiveOn: string;
  value: number | string | null;
  evidence: Evidence | null;
  by: string;
};

/** Writes down what happened; said again with other words it is corrected, with the prior value in the event. The same once more changes nothing. */
export async function recordFact({ tx, now, event }: Change, { dealId, dealNo, fact, effectiveOn, value, by, ...given }: NewFact): Promise<DealFact> {
  const said = saidOf(fact, effectiveOn, value);
  const key = `${await placeAmongContracts(tx, dealId)}${said}`.slice(0, 200);
  const [prior] = await tx
    .select()
    .from(dealFacts)
    .where(and(eq(dealFacts.brokerageId, tx.brokerageId), eq(dealFacts.dealId, dealId), eq(dealFacts.key, key), isNull(dealFacts.takenBack)));
  // Left out, what proved it before still does.
  const evidence = given.evidence ?? (prior?.evidence as Evidence | null | undefined) ?? null;
  if (prior && prior.effectiveOn === effectiveOn && prior.value === value && isSameProof(prior.evidence as Evidence | null, evidence)) return prior;
  if (evidence?.documentId && (await findDocument(tx, { documentId: evidence.documentId }))?.dealId !== dealId)
    throw new DomainError('no-such-document', `Deal ${dealNo} has no document ${evidence.documentId}.`, {
      nextStep: 'List the documents of the deal and take the id of one.',
    });
  const values = { effectiveOn, value, evidence, recordedAt: now, recordedBy: by };
  const [row] = await tx
    .insert(dealFacts)
    .values({ brokerageId: tx.brokerageId, dealId, fact, key, ...values })
    .onConflictDoUpdate({ target: [dealFacts.brokerageId, dealFacts.dealId, dealFacts.key], targetWhere: isNull(dealFacts.takenBack), set: values })
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

/** What is one fact: a repeat of what may happen again is another, and so is the removal of another contingency. */
function saidOf(fact: Milestone, effectiveOn: string, value: number | string | null): string {
  const kind: MilestoneKind = milestones[fact];
  return kind.repeats ? `${fact}/${effectiveOn}/${value ?? ''}` : kind.value === 'contingency' ? `${fact}/${value}` : fact;
}

const isSameProof = (one: Evidence | null, other: Evidence | null): boolean => one?.documentId === other?.documentId && one?.note === other?.note;
