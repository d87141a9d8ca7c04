import { and, asc, eq } from 'drizzle-orm';
import { dealEnded } from '../../domain/closing/ended.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDate, localWords } from '../../domain/time/zoned.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { showings } from '../schema/index.ts';
import { type Deal, findDeal } from './closing.ts';
import { recordFact } from './deal-facts.ts';

export type Showing = typeof showings.$inferSelect;
export type ShowingStatus = 'scheduled' | 'done' | 'cancelled';

/** In order of their times. */
export function listShowings(tx: Tx, { dealId }: { dealId: string }): Promise<Showing[]> {
  return tx
    .select()
    .from(showings)
    .where(and(eq(showings.brokerageId, tx.brokerageId), eq(showings.dealId, dealId)))
    .orderBy(asc(showings.at), asc(showings.showingNo));
}

/** Puts a showing on the file; it is a milestone, too. Any side may have them: a listing's visitors, a buyer's tour. */
export async function scheduleShowing(
  change: Change,
  { dealId, at, zone, visitor, by }: { dealId: string; at: Date; zone: string; visitor: string; by: string },
): Promise<Showing> {
  const { tx, now } = change;
  const deal = await openDealOf(tx, dealId);
  if (at <= now) throw past(at, zone);
  const showingNo = Math.max(0, ...(await listShowings(tx, { dealId })).map((row) => row.showingNo)) + 1;
  const [row] = await tx
    .insert(showings)
    .values({ brokerageId: tx.brokerageId, dealId, showingNo, at, zone, visitor, recordedAt: now, recordedBy: by, changedAt: now })
    .returning();
  await recordFact(change, {
    ...{ dealId, dealNo: deal.dealNo, fact: 'Showing.Scheduled', effectiveOn: localDate(at, zone), by },
    ...{ value: `showing ${showingNo}, ${localWords(at, zone)}`, evidence: null },
  });
  await tell(change, deal, row!, null);
  return row!;
}

/** Another time, what became of it, what the visitor said. The same once more changes nothing. */
export async function changeShowing(
  change: Change,
  {
    dealId,
    showingNo,
    ...wanted
  }: {
    dealId: string;
    showingNo: number;
    at?: Date | undefined;
    status?: ShowingStatus | undefined;
    feedback?: string | undefined;
    reason?: string | undefined;
  },
): Promise<Showing> {
  const { tx, now } = change;
  const deal = await openDealOf(tx, dealId);
  const [row] = await tx
    .select()
    .from(showings)
    .where(and(eq(showings.brokerageId, tx.brokerageId), eq(showings.dealId, dealId), eq(showings.showingNo, showingNo)));
  if (!row)
    throw new DomainError('no-such-showing', `Deal ${deal.dealNo} has no showing ${showingNo}.`, {
      nextStep: `GET /v1/deals/${deal.dealNo}/showings lists those it has.`,
    });
  const status = wanted.status ?? row.status;
  const at = wanted.at ?? row.at;
  if (status === 'done' && at > now)
    throw new DomainError('showing-ahead', `Showing ${showingNo} is on ${localWords(at, row.zone)}.`, {
      nextStep: 'Say what became of it afterwards, or move it.',
    });
  if (wanted.at && wanted.at.getTime() !== row.at.getTime() && wanted.at <= now && status === 'scheduled') throw past(wanted.at, row.zone);
  const given = { at, status, ...(wanted.feedback ? { feedback: wanted.feedback } : {}), ...(wanted.reason ? { reason: wanted.reason } : {}) };
  if (at.getTime() === row.at.getTime() && status === row.status && (given.feedback ?? row.feedback) === row.feedback) return row;
  const [next] = await tx
    .update(showings)
    .set({ ...given, changedAt: now })
    .where(and(eq(showings.brokerageId, tx.brokerageId), eq(showings.id, row.id)))
    .returning();
  await tell(change, deal, next!, row);
  return next!;
}

/** Nobody comes any more: the deal is over. */
export async function cancelShowings(change: Change, { dealId, reason }: { dealId: string; reason: string }): Promise<void> {
  const { tx, now } = change;
  const deal = await findDeal(tx, { dealId });
  for (const row of await listShowings(tx, { dealId })) {
    if (!deal || row.status !== 'scheduled' || row.at <= now) continue;
    const [next] = await tx
      .update(showings)
      .set({ status: 'cancelled', reason, changedAt: now })
      .where(and(eq(showings.brokerageId, tx.brokerageId), eq(showings.id, row.id)))
      .returning();
    await tell(change, deal, next!, row);
  }
}

const tell = ({ event }: Change, { id: dealId, dealNo }: Deal, row: Showing, prior: Showing | null) =>
  event('Showing.Changed', {
    ...{ dealId, dealNo, showingId: row.id, showingNo: row.showingNo, feedback: row.feedback !== null },
    at: { prior: prior?.at.toISOString() ?? null, next: row.at.toISOString() },
    status: { prior: (prior?.status ?? null) as ShowingStatus | null, next: row.status as ShowingStatus },
  });

const past = (at: Date, zone: string): DomainError =>
  new DomainError('bad-inputs', `${localWords(at, zone)} is over where the property is.`, {
    nextStep: 'Name a time that lies ahead.',
    details: { faults: [{ path: 'at', message: 'lies in the past' }] },
  });

async function openDealOf(tx: Tx, dealId: string): Promise<Deal> {
  const deal = await findDeal(tx, { dealId });
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal', { nextStep: 'List the deals and take the number of one' });
  if (deal.closedAt) throw dealEnded(deal);
  return deal;
}
