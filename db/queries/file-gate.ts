import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { complianceEvents } from '../../domain/compliance/listens.ts';
import type { Tx } from '../client.ts';
import { checklistItems, complianceMarks } from '../schema/index.ts';

/** What is to be kept until years after the closing cannot hold the closing up. */
const notOnlyAfterClosing = sql`not (jsonb_array_length(${checklistItems.due}) > 0 and not exists (select 1 from jsonb_array_elements(${checklistItems.due}) d where d ->> 'relation' <> 'until'))`;
/** A row of the checklist that holds the closing up, as a condition on `checklist_items`. */
export const holdsClosingUp = and(
  eq(checklistItems.status, 'required'),
  ne(checklistItems.state, 'complete'),
  isNull(checklistItems.overridden),
  notOnlyAfterClosing,
)!;
/** Types of events the compliance consumer takes in, as an array of SQL. */
export const complianceTypes = sql.raw(`array['${complianceEvents.join("','")}']`);

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
  }>(sql`select count(*)::int as n from events where brokerage_id = ${tx.brokerageId} and subject_kind = 'deal' and subject_id = ${dealId}
      and type = any(${complianceTypes}) and (position is null or position > ${mark?.position ?? 0})`);
  return {
    missingDocuments: missing.map(({ document }) => document),
    missingTitles: missing.map(({ title }) => title),
    complianceBehind: (behind?.n ?? 0) > 0,
  };
}
