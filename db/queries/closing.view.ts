import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { deals, events, leads } from '../schema/index.ts';

const property = {
  line: leads.line,
  unit: leads.unit,
  city: leads.city,
  state: leads.state,
  zip: leads.zip,
  leadNo: leads.leadNo,
  score: leads.score,
  hot: leads.hot,
};

const dealsWithProperty = (tx: Tx) =>
  tx
    .select({ deal: deals, ...property })
    .from(deals)
    .innerJoin(leads, and(eq(leads.brokerageId, deals.brokerageId), eq(leads.id, deals.leadId)))
    .$dynamic();
export type DealView = Awaited<ReturnType<typeof dealsWithProperty>>[number];

/** Newest number first, each with the property it is about. */
export async function listDealViews(
  tx: Tx,
  {
    stage,
    side,
    open,
    before,
    limit,
  }: { stage?: string | undefined; side?: string | undefined; open?: boolean | undefined; before?: number | undefined; limit: number },
): Promise<DealView[]> {
  return dealsWithProperty(tx)
    .where(
      and(
        eq(deals.brokerageId, tx.brokerageId),
        stage ? eq(deals.stage, stage) : undefined,
        side ? eq(deals.side, side) : undefined,
        open === undefined ? undefined : open ? isNull(deals.closedAt) : isNotNull(deals.closedAt),
        before === undefined ? undefined : lt(deals.dealNo, before),
      ),
    )
    .orderBy(desc(deals.dealNo))
    .limit(limit);
}

export async function readDealView(tx: Tx, { dealNo }: { dealNo: number }): Promise<DealView | null> {
  const [row] = await dealsWithProperty(tx).where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.dealNo, dealNo)));
  return row ?? null;
}

/** What happened to a deal, oldest first: what is left to tell when its run's history is gone. */
export async function listDealEvents(tx: Tx, { dealId }: { dealId: string }): Promise<{ type: string; occurredAt: Date; payload: unknown }[]> {
  return tx
    .select({ type: events.type, occurredAt: events.occurredAt, payload: events.payload })
    .from(events)
    .where(and(eq(events.brokerageId, tx.brokerageId), eq(events.subjectKind, 'deal'), eq(events.subjectId, dealId)))
    .orderBy(events.seq)
    .limit(500);
}

export async function findLeadByNo(tx: Tx, { leadNo }: { leadNo: number }): Promise<{ id: string; leadNo: number } | null> {
  const [row] = await tx
    .select({ id: leads.id, leadNo: leads.leadNo })
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.leadNo, leadNo)));
  return row ?? null;
}
