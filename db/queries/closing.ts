import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { DealStage, Outcome } from '../../domain/closing/course.ts';
import { dealEnded } from '../../domain/closing/ended.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { brokerages, deals, leads, openings, settings } from '../schema/index.ts';
import { drawNumber } from './numbers.ts';

export type DealSide = 'listing' | 'buyer' | 'wholesale';
export type Deal = typeof deals.$inferSelect;

export async function findDeal(tx: Tx, { dealId }: { dealId: string }): Promise<Deal | undefined> {
  const [row] = await tx
    .select()
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)));
  return row;
}

export async function findDealByNo(tx: Tx, { dealNo }: { dealNo: number }): Promise<Deal | undefined> {
  const [row] = await tx
    .select()
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.dealNo, dealNo)));
  return row;
}

/** Open deals first, then by number, newest first; with the property each is about. */
export async function listDeals(tx: Tx, { stage, before, limit }: { stage?: string | undefined; before?: number | undefined; limit: number }) {
  const rows = await tx
    .select({ deal: deals, line: leads.line, unit: leads.unit, city: leads.city, state: leads.state, leadNo: leads.leadNo, score: leads.score, hot: leads.hot })
    .from(deals)
    .innerJoin(leads, and(eq(leads.brokerageId, deals.brokerageId), eq(leads.id, deals.leadId)))
    .where(and(eq(deals.brokerageId, tx.brokerageId), stage ? eq(deals.stage, stage) : undefined, before ? sql`${deals.dealNo} < ${before}` : undefined))
    .orderBy(desc(deals.dealNo))
    .limit(limit);
  return rows;
}

/** What a deal's run must know of its brokerage. */
export async function dealSettings(tx: Tx, _params: Record<string, never>) {
  const [row] = await tx
    .select({
      zone: brokerages.zone,
      slug: brokerages.slug,
      offerApproval: settings.offerApproval,
      offerDays: settings.offerDays,
      dealsPerDay: settings.dealsPerDay,
      sequence: settings.followUpSequence,
    })
    .from(settings)
    .innerJoin(brokerages, eq(brokerages.id, settings.brokerageId))
    .where(eq(settings.brokerageId, tx.brokerageId));
  if (!row) throw new DomainError('no-settings', 'This brokerage has no settings', { nextStep: 'Run the start-up again, it writes them' });
  return row;
}

/** Opens a deal for a lead, or answers the one that is open. The event starts its run. */
export async function openDeal(
  { tx, now, event }: Change,
  { dealId, leadId, side, openedBy, wishes }: { dealId: string; leadId: string; side: DealSide; openedBy: 'rule' | 'person'; wishes: Record<string, unknown> },
): Promise<Deal> {
  const [open] = await tx
    .select()
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.leadId, leadId), eq(deals.side, side), isNull(deals.closedAt)));
  if (open) return open;
  const [lead] = await tx
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, leadId)));
  if (!lead) throw new DomainError('no-such-lead', 'There is no such lead', { nextStep: 'List the leads and take the number of one' });
  const { slug } = await dealSettings(tx, {});
  const dealNo = await drawNumber(tx, { kind: 'deal' });
  const workflowId = `deal/${slug}/${dealNo}`;
  const [deal] = await tx
    .insert(deals)
    .values({ brokerageId: tx.brokerageId, id: dealId, dealNo, workflowId, leadId, side, openedBy, wishes, openedAt: now, waitingSince: now })
    .returning();
  await tx
    .update(leads)
    .set({ status: 'in-deal', updatedAt: now })
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, leadId)));
  await event('Deal.Opened', { dealId, dealNo, leadId, side, workflowId, openedBy });
  return deal!;
}

export type Projection = { stage: DealStage; waitingFor: string | null; dueAt: Date | null; reason: string | null };

/** Writes where the run stands; a repeat changes nothing and tells nobody. */
export async function projectDeal({ tx, now, event }: Change, { dealId, stage, waitingFor, dueAt, reason }: { dealId: string } & Projection): Promise<void> {
  const deal = await findDeal(tx, { dealId });
  if (!deal || deal.closedAt) return;
  const moved = deal.stage !== stage;
  const waiting = moved || deal.waitingFor !== waitingFor;
  await tx
    .update(deals)
    .set({ stage, waitingFor, runDueAt: dueAt, ...(waiting ? { waitingSince: now } : {}) })
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)));
  if (moved) await event('Deal.StageChanged', { dealId, dealNo: deal.dealNo, stage: { prior: deal.stage, next: stage }, reason });
  // Screens learn what a deal waits for by events alone.
  else if (waiting || deal.runDueAt?.getTime() !== dueAt?.getTime()) await event('Deal.WaitChanged', { dealId, dealNo: deal.dealNo });
}

/** Closes the row, once. The event ends the follow-up. */
export async function closeDeal(
  { tx, now, event }: Change,
  { dealId, outcome, reason }: { dealId: string; outcome: Outcome; reason: string | null },
): Promise<void> {
  const deal = await findDeal(tx, { dealId });
  if (!deal || deal.closedAt) return;
  await tx
    .update(deals)
    .set({ stage: outcome, waitingFor: null, runDueAt: null, closedReason: reason, closedAt: now })
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)));
  await tx
    .update(leads)
    .set({ status: 'closed', updatedAt: now })
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, deal.leadId)));
  await event('Deal.Closed', { dealId, dealNo: deal.dealNo, leadId: deal.leadId, outcome, reason });
}

export async function changeWishes({ tx, event }: Change, { dealId, wishes }: { dealId: string; wishes: Record<string, unknown> }): Promise<void> {
  const deal = await findDeal(tx, { dealId });
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal', { nextStep: 'List the deals and take the number of one' });
  if (deal.closedAt) throw dealEnded(deal);
  await tx
    .update(deals)
    .set({ wishes })
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)));
  await event('Deal.WishesChanged', { dealId, dealNo: deal.dealNo, wishes: { prior: deal.wishes as Record<string, unknown>, next: wishes } });
}

/** Qualified leads without a deal, best score first, and how many deals the rule has opened since an instant. */
export async function leadsToOpen(tx: Tx, { since, limit }: { since: Date; limit: number }): Promise<{ opened: number; waiting: number; leadIds: string[] }> {
  const [count] = await tx
    .select({ opened: sql<number>`count(*)::int` })
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.openedBy, 'rule'), sql`${deals.openedAt} >= ${since.toISOString()}`));
  const qualified = and(eq(leads.brokerageId, tx.brokerageId), eq(leads.status, 'qualified'));
  const [total] = await tx.select({ waiting: sql<number>`count(*)::int` }).from(leads).where(qualified);
  const rows = await tx
    .select({ id: leads.id })
    .from(leads)
    .where(qualified)
    .orderBy(desc(sql`coalesce(${leads.score}, 0)`), asc(leads.leadNo))
    .limit(limit);
  return { opened: count!.opened, waiting: total!.waiting, leadIds: rows.map((row) => row.id) };
}

export async function saveOpening(
  tx: Tx,
  { workflowId, dueAt, waitingFor }: { workflowId: string; dueAt: Date | null; waitingFor: string | null },
): Promise<void> {
  const values = { workflowId, runDueAt: dueAt, waitingFor };
  await tx
    .insert(openings)
    .values({ brokerageId: tx.brokerageId, ...values })
    .onConflictDoUpdate({ target: openings.brokerageId, set: values });
}
