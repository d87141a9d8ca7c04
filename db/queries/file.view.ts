import { and, asc, eq, gt, inArray, isNull, max, or } from 'drizzle-orm';
import { listingRisks } from '../../domain/closing/listing-risks.ts';
import { isCustomClock } from '../../domain/compliance/custom.ts';
import { healthOf } from '../../domain/compliance/health.ts';
import { localWords } from '../../domain/time/zoned.ts';
import type { Tx } from '../client.ts';
import { businessNow } from '../clock.ts';
import { deadlines, events } from '../schema/index.ts';
import { dealSettings, findDeal } from './closing.ts';
import { findContract, lastContract } from './contracts.ts';
import { countDeadlines, listDeadlines } from './deadlines.ts';
import { factsOfContract } from './deal-facts.ts';
import { closingGate } from './file-gate.ts';
import { lastAgreement } from './listing-agreements.ts';
import { listOffersReceived } from './offers-received.ts';
import { listShowings } from './showings.ts';

/** Everything the log says about a deal, in order of commit, with the clock and zone to read it by. */
export async function readFileEvents(tx: Tx, { dealId }: { dealId: string }) {
  const contract = await lastContract(tx, { dealId });
  const rows = await tx
    .select({ type: events.type, occurredAt: events.occurredAt, payload: events.payload })
    .from(events)
    .where(and(eq(events.brokerageId, tx.brokerageId), eq(events.subjectKind, 'deal'), eq(events.subjectId, dealId)))
    .orderBy(asc(events.seq));
  const zone = contract?.zone ?? (await dealSettings(tx, {})).zone;
  return { contract: contract !== undefined, zone, now: await businessNow(tx), events: rows, titles: await ownTitles(tx, dealId) };
}

/** What people called the clocks they made, by the deadline's id: the same number stands for another under another contract. */
async function ownTitles(tx: Tx, dealId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: deadlines.id, clock: deadlines.clock, title: deadlines.title })
    .from(deadlines)
    .where(and(eq(deadlines.brokerageId, tx.brokerageId), eq(deadlines.dealId, dealId)));
  return new Map(rows.filter(({ clock }) => isCustomClock(clock)).map(({ id, title }) => [id, title]));
}

/** Types of committed facts that a run has not taken in: not numbered yet, or past the position it has reached. */
export async function factsNotTakenIn(tx: Tx, { dealId, position, types }: { dealId: string; position: number; types: readonly string[] }): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ type: events.type })
    .from(events)
    .where(
      and(
        eq(events.brokerageId, tx.brokerageId),
        eq(events.subjectKind, 'deal'),
        eq(events.subjectId, dealId),
        inArray(events.type, [...types]),
        or(isNull(events.position), gt(events.position, position)),
      ),
    );
  return rows.map(({ type }) => type).sort();
}

/** The position of the event that began the deal's run anew; 0 for a run that began with its deal. What lies before it, that run read when it started. */
export async function reopenedAt(tx: Tx, { dealId }: { dealId: string }): Promise<number> {
  const [row] = await tx
    .select({ position: max(events.position) })
    .from(events)
    .where(and(eq(events.brokerageId, tx.brokerageId), eq(events.subjectKind, 'deal'), eq(events.subjectId, dealId), eq(events.type, 'Deal.Reopened')));
  return Number(row?.position ?? 0);
}

/** How the file stands, from its rows. */
export async function readHealth(tx: Tx, { dealId }: { dealId: string }) {
  const [rows, gate, facts, counts] = [
    await listDeadlines(tx, { dealId }),
    await closingGate(tx, { dealId }),
    await factsOfContract(tx, { dealId }),
    await countDeadlines(tx, { dealId }),
  ];
  const clocks = rows.map(({ clock, title, actor, status, dueAt, flaggedAt, evidence, answer }) => ({
    ...{ clock, title, actor, status, evidence, dueAt: dueAt?.toISOString() ?? null, flagged: flaggedAt !== null },
    problem: (answer as { problem?: string | null }).problem ?? null,
  }));
  const nextDueAt = counts.nextDueAt ? new Date(counts.nextDueAt).toISOString() : null;
  return {
    ...healthOf({ clocks, ...gate, closed: facts.some(({ fact }) => fact === 'Closing.Completed'), more: await risksOfListing(tx, dealId) }),
    nextDueAt,
    open: counts.open,
  };
}

async function risksOfListing(tx: Tx, dealId: string) {
  const deal = await findDeal(tx, { dealId });
  // A fallen-through listing still has back-ups that somebody should decide on.
  if (!deal || (deal.closedAt && deal.stage !== 'fell-through')) return [];
  const [agreement, offers, showings] = [await lastAgreement(tx, { dealId }), await listOffersReceived(tx, { dealId }), await listShowings(tx, { dealId })];
  const taken = offers.some(({ status }) => status === 'accepted') || (await findContract(tx, { dealId })) !== undefined;
  return listingRisks(
    {
      dealNo: deal.dealNo,
      agreement: agreement ? { status: agreement.status, toOn: agreement.toOn, endsAt: agreement.endsAt.toISOString() } : null,
      offers: offers.map(({ offerNo, status, expiresAt }) => ({ offerNo, status, expiresAt: expiresAt?.toISOString() ?? null })),
      showings: showings.map(({ showingNo, status, at }) => ({ showingNo, status, at: at.toISOString() })),
      onMarket: deal.side === 'listing' && !taken,
    },
    (await businessNow(tx)).toISOString(),
  );
}

/** The next showing of a file, in words; null where none is scheduled. */
export async function nextShowing(tx: Tx, { dealId }: { dealId: string }): Promise<string | null> {
  const now = await businessNow(tx);
  const next = (await listShowings(tx, { dealId })).find(({ status, at }) => status === 'scheduled' && at > now);
  return next ? `showing ${next.showingNo} on ${localWords(next.at, next.zone)}` : null;
}
