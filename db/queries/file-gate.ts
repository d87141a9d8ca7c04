import { and, asc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { complianceConsumer } from '../../domain/compliance/listens.ts';
import type { Tx } from '../client.ts';
import { heldUpCompliance } from '../held-up-compliance.ts';
import { checklistItems, complianceMarks, parkedEvents, people } from '../schema/index.ts';

/** What is to be kept until years after the closing cannot hold the closing up. */
const notOnlyAfterClosing = sql`not (jsonb_array_length(${checklistItems.due}) > 0 and not exists (select 1 from jsonb_array_elements(${checklistItems.due}) d where d ->> 'relation' <> 'until'))`;
/** A row of the checklist that holds the closing up, as a condition on `checklist_items`. */
export const holdsClosingUp = and(
  eq(checklistItems.status, 'required'),
  ne(checklistItems.state, 'complete'),
  isNull(checklistItems.overridden),
  notOnlyAfterClosing,
)!;
/** `missingDocuments` are ids of the law's data, `missingTitles` what people call them, in the same order. */
export type ClosingGate = { missingDocuments: string[]; missingTitles: string[]; complianceBehind: boolean };

/** What stands between a deal and `closed`: required documents that are neither complete nor overridden, and a compliance consumer that lags. */
export async function closingGate(tx: Tx, { dealId }: { dealId: string }): Promise<ClosingGate> {
  const missing = await tx
    .select({ document: checklistItems.document, title: checklistItems.title })
    .from(checklistItems)
    .where(and(eq(checklistItems.brokerageId, tx.brokerageId), eq(checklistItems.dealId, dealId), holdsClosingUp))
    .orderBy(checklistItems.document);
  const [mark] = await tx
    .select({ position: complianceMarks.position })
    .from(complianceMarks)
    .where(and(eq(complianceMarks.brokerageId, tx.brokerageId), eq(complianceMarks.dealId, dealId)));
  // A deal the consumer has never seen is behind by all of its events.
  const [behind] = await tx.execute<{
    n: number;
  }>(sql`select count(*)::int as n from events e where e.brokerage_id = ${tx.brokerageId} and e.subject_kind = 'deal' and e.subject_id = ${dealId}
      and ${heldUpCompliance(sql`${mark?.position ?? 0}`)}`);
  return {
    missingDocuments: missing.map(({ document }) => document),
    missingTitles: missing.map(({ title }) => title),
    complianceBehind: (behind?.n ?? 0) > 0,
  };
}

export type GivenUp = { event: string; by: string; name: string | null; reason: string; at: Date };

/** Facts that the checklist does without because a person gave them up for it. One that came later was taken in with all that is known, and ends that. */
export async function factsGivenUp(tx: Tx, { dealId }: { dealId: string }): Promise<GivenUp[]> {
  const rows = await tx
    .select({ event: parkedEvents.type, by: parkedEvents.settledBy, name: people.name, reason: parkedEvents.settledReason, at: parkedEvents.settledAt })
    .from(parkedEvents)
    .leftJoin(complianceMarks, and(eq(complianceMarks.brokerageId, parkedEvents.brokerageId), eq(complianceMarks.dealId, parkedEvents.subjectId)))
    .leftJoin(people, and(eq(people.brokerageId, parkedEvents.brokerageId), sql`${people.id}::text = ${parkedEvents.settledBy}`))
    .where(
      and(
        eq(parkedEvents.brokerageId, tx.brokerageId),
        eq(parkedEvents.consumer, complianceConsumer),
        eq(parkedEvents.subjectKind, 'deal'),
        eq(parkedEvents.subjectId, dealId),
        eq(parkedEvents.status, 'discarded'),
        gt(parkedEvents.position, sql`coalesce(${complianceMarks.position}, 0)`),
      ),
    )
    .orderBy(asc(parkedEvents.position));
  return rows.map(({ event, by, name, reason, at }) => ({ event, by: by ?? '', name, reason: reason ?? '', at: at! }));
}
