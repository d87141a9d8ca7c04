import { and, asc, eq, isNull, notInArray, or, sql } from 'drizzle-orm';
import { contractKinds } from '../../domain/compliance/checklists/belongs.ts';
import type { Tx } from '../client.ts';
import { asDocument, type Document } from '../document.ts';
import { deals, documents, leads } from '../schema/index.ts';
import { contractNoNow } from './contracts.ts';

export type QueuedDocument = Document & { property: string | null };
const stillAsked = and(
  or(isNull(deals.closedAt), eq(deals.stage, 'closed')),
  or(isNull(documents.kind), sql`${documents.contractNo} >= ${contractNoNow}`, notInArray(documents.kind, [...contractKinds])),
);

export type QueuePlace = { uploadedAt: Date; id: string };

/**
 * Documents of all deals or of one, whoever waits longest first. What nobody need look through any more is passed over: of a deal that came to nothing,
 * or of a contract that fell through; asked for by its deal it is there.
 */
export async function listQueue(
  tx: Tx,
  { status, dealNo, after, limit }: { status?: string | undefined; dealNo?: number | undefined; after?: QueuePlace | undefined; limit: number },
): Promise<QueuedDocument[]> {
  const rows = await tx
    .select({ document: documents, dealNo: deals.dealNo, contractNow: contractNoNow, line: leads.line, unit: leads.unit, city: leads.city })
    .from(documents)
    .innerJoin(deals, and(eq(deals.brokerageId, documents.brokerageId), eq(deals.id, documents.dealId)))
    .innerJoin(leads, and(eq(leads.brokerageId, deals.brokerageId), eq(leads.id, deals.leadId)))
    .where(
      and(
        eq(documents.brokerageId, tx.brokerageId),
        status ? eq(documents.status, status) : undefined,
        dealNo === undefined ? (status === 'in-review' ? stillAsked : undefined) : eq(deals.dealNo, dealNo),
        after ? sql`(${documents.uploadedAt}, ${documents.id}) > (${after.uploadedAt.toISOString()}::timestamptz, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(documents.uploadedAt), asc(documents.id))
    .limit(limit);
  return rows.map(({ line, unit, city, ...row }) => ({
    ...asDocument(row),
    property: [[line, unit].filter(Boolean).join(' '), city].filter(Boolean).join(', ') || null,
  }));
}
