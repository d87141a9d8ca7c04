import { and, desc, eq, gte, ilike, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contactPoints, contacts, deals, decisions, enrichments, importBatches, imports, leads } from '../schema/index.ts';

export type Lead = typeof leads.$inferSelect;

export type LeadFilter = {
  status?: string | undefined;
  hot?: boolean | undefined;
  importNo?: number | undefined;
  state?: string | undefined;
  zip?: string | undefined;
  city?: string | undefined;
  /** Part of the street line. */
  address?: string | undefined;
  minScore?: number | undefined;
};
export type LeadOrder = { sort: 'number'; before?: number | undefined } | { sort: 'score'; after?: [number, number] | undefined };

/** Where no rule has scored: after every score. */
const rank = sql<number>`coalesce(${leads.score}, -1)`;
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

const inListOf = (
  tx: Tx,
  importNo: number,
) => sql`exists (select 1 from ${importBatches} b join ${imports} i on i.brokerage_id = b.brokerage_id and i.id = b.import_id
          where b.brokerage_id = ${tx.brokerageId} and i.import_no = ${importNo} and ${leads.leadNo} <@ b.lead_nos)`;

const fits = (tx: Tx, { status, hot, importNo, state, zip, city, address, minScore }: LeadFilter) =>
  and(
    eq(leads.brokerageId, tx.brokerageId),
    status ? eq(leads.status, status) : undefined,
    hot === undefined ? undefined : eq(leads.hot, hot),
    state ? eq(leads.state, state) : undefined,
    zip ? eq(leads.zip, zip) : undefined,
    city ? eq(leads.city, city.toUpperCase()) : undefined,
    address ? ilike(leads.line, `%${literally(address)}%`) : undefined,
    minScore === undefined ? undefined : gte(leads.score, Math.round(minScore * 10)),
    importNo === undefined ? undefined : inListOf(tx, importNo),
  );

/** How many leads fit, by status. */
export async function countLeads(tx: Tx, { filter }: { filter: Omit<LeadFilter, 'status'> }): Promise<Record<string, number>> {
  const rows = await tx.select({ status: leads.status, count: sql<number>`count(*)::int` }).from(leads).where(fits(tx, filter)).groupBy(leads.status);
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** Leads newest number first, or best score first. */
export function listLeads(tx: Tx, { filter, order, limit }: { filter: LeadFilter; order: LeadOrder; limit: number }): Promise<Lead[]> {
  const place =
    order.sort === 'number'
      ? order.before === undefined
        ? undefined
        : lt(leads.leadNo, order.before)
      : order.after && or(sql`${rank} < ${order.after[0]}`, and(sql`${rank} = ${order.after[0]}`, sql`${leads.leadNo} > ${order.after[1]}`));
  return tx
    .select()
    .from(leads)
    .where(and(fits(tx, filter), place))
    .orderBy(...(order.sort === 'number' ? [desc(leads.leadNo)] : [desc(rank), leads.leadNo]))
    .limit(limit);
}

export type LeadView = {
  lead: Lead;
  owners: (typeof contacts.$inferSelect & { points: (typeof contactPoints.$inferSelect)[] })[];
  lists: { importNo: number; listName: string; listSource: string; listDate: string }[];
  lastDecision: typeof decisions.$inferSelect | null;
  /** The newest decision that an ARV was sought for. */
  comps: unknown;
  deals: { dealNo: number; side: string; stage: string }[];
  lookups: { id: string; provider: string; status: string; sandbox: boolean; costCents: number; claimedAt: Date; answeredAt: Date | null }[];
};

/** One lead with all that is known around it. */
export async function readLead(tx: Tx, { leadNo }: { leadNo: number }): Promise<LeadView | null> {
  const mine = tx.brokerageId;
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.brokerageId, mine), eq(leads.leadNo, leadNo)));
  if (!lead) return null;
  const ids = lead.ownerIds;
  const people =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(contacts)
          .where(and(eq(contacts.brokerageId, mine), inArray(contacts.id, ids)));
  const points =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(contactPoints)
          .where(and(eq(contactPoints.brokerageId, mine), inArray(contactPoints.contactId, ids)))
          .orderBy(contactPoints.kind, contactPoints.rank, contactPoints.value);
  const lists = await tx
    .selectDistinct({ importNo: imports.importNo, listName: imports.listName, listSource: imports.listSource, listDate: imports.listDate })
    .from(imports)
    .innerJoin(importBatches, and(eq(importBatches.brokerageId, mine), eq(importBatches.importId, imports.id)))
    .where(and(eq(imports.brokerageId, mine), sql`${leadNo}::int <@ ${importBatches.leadNos}`))
    .orderBy(imports.importNo);
  const taken = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.brokerageId, mine), eq(decisions.leadId, lead.id)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(20);
  const dealRows = await tx
    .select({ dealNo: deals.dealNo, side: deals.side, stage: deals.stage })
    .from(deals)
    .where(and(eq(deals.brokerageId, mine), eq(deals.leadId, lead.id)))
    .orderBy(desc(deals.dealNo));
  const lookups = await tx
    .select({
      ...{ id: enrichments.id, provider: enrichments.provider, status: enrichments.status, sandbox: enrichments.sandbox },
      ...{ costCents: enrichments.costCents, claimedAt: enrichments.claimedAt, answeredAt: enrichments.answeredAt },
    })
    .from(enrichments)
    .where(and(eq(enrichments.brokerageId, mine), eq(enrichments.leadId, lead.id), isNotNull(enrichments.status)))
    .orderBy(desc(enrichments.claimedAt));
  return {
    lead,
    owners: ids.flatMap((id) =>
      people.filter((person) => person.id === id).map((person) => ({ ...person, points: points.filter(({ contactId }) => contactId === id) })),
    ),
    lists,
    lastDecision: taken[0] ?? null,
    comps: taken.find(({ comps }) => comps !== null)?.comps ?? null,
    deals: dealRows,
    lookups,
  };
}
