import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { type FileClock, readableClocks, whyGone } from '../../domain/compliance/file.ts';
import { DomainError } from '../../domain/errors.ts';
import { instantOf, minutesOf } from '../../domain/time/zoned.ts';
import type { Tx } from '../client.ts';
import { termsOf } from '../contract-terms.ts';
import type { Change } from '../events.ts';
import { deadlines, deals } from '../schema/index.ts';
import { type Deal, dealSettings } from './closing.ts';
import { type Contract, fileOf } from './contracts.ts';
import { type DealFact, factsOfContract } from './deal-facts.ts';
import { fileContext } from './file-context.ts';
import { closeTasks } from './tasks.ts';

export type DeadlineRow = typeof deadlines.$inferSelect;
export type ByHand = { date: string; localTime: string; by: string; reason: string; at: string };
export type Cause = { kind: 'amendment' | 'fact' | 'hand' | 'rule'; id: string };

/** The clocks of the contract in force, or of the last one; undated ones last. */
export async function listDeadlines(tx: Tx, { dealId }: { dealId: string }): Promise<DeadlineRow[]> {
  return tx
    .select()
    .from(deadlines)
    .where(
      and(
        eq(deadlines.brokerageId, tx.brokerageId),
        eq(deadlines.dealId, dealId),
        sql`${deadlines.contractId} = (select id from contracts c where c.brokerage_id = ${tx.brokerageId} and c.deal_id = ${dealId} order by recorded_at desc limit 1)`,
      ),
    )
    .orderBy(sql`${deadlines.dueAt} asc nulls last`, asc(deadlines.clock));
}

export async function findDeadline(tx: Tx, { deadlineId }: { deadlineId: string }): Promise<DeadlineRow | undefined> {
  const [row] = await tx
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.brokerageId, tx.brokerageId), eq(deadlines.id, deadlineId)));
  return row;
}

/** Where the rules, or a person, have put a clock. */
function placed(clock: FileClock, byHand: ByHand | null, zone: string): Pick<DeadlineRow, 'date' | 'localTime' | 'dueAt'> {
  if (byHand) return { date: byHand.date, localTime: byHand.localTime, dueAt: instantOf(byHand.date, minutesOf(byHand.localTime), zone) };
  const { deadline } = clock;
  if (!deadline?.date) return { date: null, localTime: null, dueAt: null };
  const localTime = deadline.localTime ?? '23:59';
  return { date: deadline.date, localTime, dueAt: instantOf(deadline.date, minutesOf(localTime), zone) };
}

/** Computes every clock of a contract anew and writes what changed, with the cause. Facts that show a duty done settle it. */
export async function recomputeDeadlines(change: Change, { dealId, cause }: { dealId: string; cause: Cause }): Promise<DeadlineRow[]> {
  const { tx } = change;
  const { deal, contract } = await fileOf(tx, { dealId });
  const [facts, rows] = [await factsOfContract(tx, { dealId }), await listDeadlines(tx, { dealId })];
  const byClock = new Map(rows.filter((row) => row.contractId === contract.id).map((row) => [row.clock, row]));
  // What ended because it no longer applied is not asked for again while the rules cannot be read.
  const known = [...byClock.values()].flatMap(({ actor, ...row }) => (isNotApplicable(row) ? [] : [{ ...row, actor: actor as FileClock['actor'] }]));
  const terms = termsOf(contract);
  const context = await fileContext(tx, { dealId, contractId: contract.id, at: change.now });
  const clocks = readableClocks(
    terms,
    facts,
    known.map(({ clock, title, actor, evidence, watched, lapses }) => ({ clock, title, actor, evidence, watched, lapses })),
    context,
  );
  const { slug } = await dealSettings(tx, {});
  for (const clock of clocks) {
    const row = byClock.get(clock.clock);
    byClock.delete(clock.clock);
    const current = row ? await moveDeadline(change, { deal, contract, row, clock, cause }) : await openDeadline(change, { deal, contract, clock, slug });
    const fact = facts.find((entry) => entry.fact === clock.evidence);
    if (fact && settles(fact, current, change.now))
      await settleDeadline(change, {
        deal,
        row: current,
        status: 'satisfied',
        reason: `${clock.evidence} on ${fact.effectiveOn}`,
        proof: fact.id,
        by: fact.recordedBy,
      });
  }
  for (const gone of byClock.values())
    if (gone.status === 'pending')
      await settleDeadline(change, { deal, row: gone, status: 'terminated', reason: whyGone(gone.clock, terms, facts, context), proof: null, by: byRule });
  return listDeadlines(tx, { dealId });
}

/** What was missed stays missed by evidence that is later than its date, also while its watcher has not yet written that down; only a person can waive it. */
function settles({ effectiveOn }: DealFact, { status, date, dueAt, watched }: DeadlineRow, now: Date): boolean {
  const late = date !== null && effectiveOn > date;
  if (status === 'pending') return !(late && watched && dueAt !== null && dueAt <= now);
  return status === 'tolled' || (status === 'breached' && date !== null && !late);
}

/** Who ends a clock that does not apply: only such an end is taken back when it applies again. */
const byRule = 'rule';
const isNotApplicable = ({ status, settled }: Pick<DeadlineRow, 'status' | 'settled'>): boolean =>
  status === 'terminated' && (settled as { by?: string } | null)?.by === byRule;

const about = (deal: Pick<Deal, 'id' | 'dealNo'>, row: Pick<DeadlineRow, 'id' | 'clock' | 'workflowId' | 'date' | 'dueAt'>) => ({
  dealId: deal.id,
  dealNo: deal.dealNo,
  deadlineId: row.id,
  clock: row.clock,
  workflowId: row.workflowId,
  date: row.date,
  dueAt: row.dueAt?.toISOString() ?? null,
});

async function openDeadline(
  { tx, now, event }: Change,
  { deal, contract, clock, slug }: { deal: Deal; contract: Contract; clock: FileClock; slug: string },
): Promise<DeadlineRow> {
  const place = placed(clock, null, contract.zone);
  const [row] = await tx
    .insert(deadlines)
    .values({
      brokerageId: tx.brokerageId,
      dealId: deal.id,
      contractId: contract.id,
      clock: clock.clock,
      title: clock.title,
      actor: clock.actor,
      evidence: clock.evidence,
      watched: clock.watched,
      lapses: clock.lapses,
      ...place,
      answer: answerOf(clock),
      workflowId: `deadline/${slug}/${deal.dealNo}/${clock.clock}`,
      waitingFor: waitingFor(clock),
      flaggedAt: clock.problem ? now : null,
      movedAt: now,
    })
    .returning();
  await event('Deadline.Opened', { ...about(deal, row!), watched: row!.watched });
  if (clock.problem) await event('Deadline.Flagged', { ...about(deal, row!), reason: 'unreadable' });
  return row!;
}

async function moveDeadline(
  { tx, now, event }: Change,
  { deal, contract, row, clock, cause }: { deal: Deal; contract: Contract; row: DeadlineRow; clock: FileClock; cause: Cause },
): Promise<DeadlineRow> {
  // What the rules cannot say any more keeps its last date: a person looks, nothing goes quiet.
  const place = clock.problem ? { date: row.date, localTime: row.localTime, dueAt: row.dueAt } : placed(clock, row.byHand as ByHand | null, contract.zone);
  const moved = place.dueAt?.getTime() !== row.dueAt?.getTime();
  const ran = row.status === 'breached' || row.status === 'lapsed';
  const later = ran && moved && place.dueAt !== null && place.dueAt > now;
  const revived = later || isNotApplicable(row);
  const [next] = await tx
    .update(deadlines)
    .set({
      ...place,
      title: clock.title,
      answer: answerOf(clock),
      ...(moved ? { movedAt: now, flaggedAt: clock.problem ? now : null } : clock.problem ? { flaggedAt: row.flaggedAt ?? now } : {}),
      ...(row.status === 'pending' || revived ? { waitingFor: waitingFor(clock) } : {}),
      ...(revived ? { status: 'pending', settled: null, told: withoutMiss(row) } : {}),
    })
    .where(and(eq(deadlines.brokerageId, tx.brokerageId), eq(deadlines.id, row.id)))
    .returning();
  if (moved)
    await event('Deadline.Moved', {
      ...about(deal, next!),
      watched: row.watched,
      due: { prior: row.dueAt?.toISOString() ?? null, next: place.dueAt?.toISOString() ?? null },
      day: { prior: row.date, next: place.date },
      cause,
    });
  // The date may be the old one, so nothing else would wake the watcher; and the log has to say that it runs again.
  if (isNotApplicable(row))
    await event('Deadline.Settled', {
      ...about(deal, next!),
      status: { prior: row.status, next: 'pending' },
      reason: 'applies again',
      proof: null,
    });
  if (clock.problem && !row.flaggedAt) await event('Deadline.Flagged', { ...about(deal, next!), reason: 'unreadable' });
  return next!;
}

/** What runs again can be missed again, on the same date too. */
const withoutMiss = ({ told }: DeadlineRow): unknown[] => (told as { step: string }[]).filter(({ step }) => step !== 'breach');

const answerOf = ({ deadline, waitsFor, problem }: FileClock) => ({ deadline, waitsFor, problem });
const waitingFor = ({ evidence, waitsFor, problem }: FileClock): string | null =>
  problem ? `a person: ${problem}`.slice(0, 500) : waitsFor.length > 0 ? `the date it counts from (${waitsFor.join(', ')})` : evidence;

export type Settlement = {
  status: 'satisfied' | 'waived' | 'terminated' | 'tolled' | 'breached' | 'lapsed' | 'pending';
  reason: string;
  proof: string | null;
  by: string;
};

/** Tells the watcher of every clock that is still open that it has to plan anew. */
export async function announceWatchChange({ tx, event }: Change, _: Record<never, never>): Promise<void> {
  const open = await tx
    .select({ row: deadlines, dealNo: deals.dealNo })
    .from(deadlines)
    .innerJoin(deals, and(eq(deals.brokerageId, deadlines.brokerageId), eq(deals.id, deadlines.dealId)))
    .where(
      and(
        eq(deadlines.brokerageId, tx.brokerageId),
        eq(deadlines.watched, true),
        inArray(deadlines.status, ['pending', 'tolled']),
        isNotNull(deadlines.dueAt),
        isNull(deals.closedAt),
      ),
    );
  for (const { row, dealNo } of open) await event('Deadline.WatchChanged', about({ id: row.dealId, dealNo }, row), { kind: 'deal', id: row.dealId });
}

/** Changes a clock's state, with who, when, why and proof. What is settled so already stays. */
export async function settleDeadline(
  change: Change,
  { deal, row, ...how }: Settlement & { deal: Pick<Deal, 'id' | 'dealNo'>; row: DeadlineRow },
): Promise<DeadlineRow> {
  const { tx, now, event } = change;
  if (row.status === how.status) return row;
  const done = how.status !== 'pending';
  const [next] = await tx
    .update(deadlines)
    .set({
      status: how.status,
      settled: done ? { ...how, at: now.toISOString() } : null,
      flaggedAt: how.status === 'breached' ? (row.flaggedAt ?? now) : null,
      ...(done ? { runDueAt: null, waitingFor: null } : { waitingFor: row.evidence, told: withoutMiss(row) }),
    })
    .where(and(eq(deadlines.brokerageId, tx.brokerageId), eq(deadlines.id, row.id)))
    .returning();
  await event('Deadline.Settled', { ...about(deal, next!), status: { prior: row.status, next: how.status }, reason: how.reason, proof: how.proof });
  // The watcher of a missed clock has ended, so nobody else takes back what it asked of the broker.
  if (done && row.status === 'breached') await closeTasks(change, { keyPrefix: `deadline/${row.id}/`, outcome: how.status, by: how.by });
  return next!;
}

/** Sets a date by hand, or with null gives the clock back to its rule. The rule's own answer stays beside it. */
export async function setDateByHand(
  change: Change,
  { dealId, clock, byHand, cause }: { dealId: string; clock: string; byHand: ByHand | null; cause: Cause },
): Promise<DeadlineRow> {
  const row = await clockOf(change.tx, { dealId, clock });
  await change.tx
    .update(deadlines)
    .set({ byHand })
    .where(and(eq(deadlines.brokerageId, change.tx.brokerageId), eq(deadlines.id, row.id)));
  const rows = await recomputeDeadlines(change, { dealId, cause });
  return rows.find(({ id }) => id === row.id)!;
}

/** A clock of the contract in force by its name. */
export async function clockOf(tx: Tx, { dealId, clock }: { dealId: string; clock: string }): Promise<DeadlineRow> {
  const { deal, contract } = await fileOf(tx, { dealId });
  const [row] = await tx
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.brokerageId, tx.brokerageId), eq(deadlines.contractId, contract.id), eq(deadlines.clock, clock)));
  if (row) return row;
  throw new DomainError('no-such-deadline', `Deal ${deal.dealNo} has no deadline "${clock}".`, {
    nextStep: `GET /v1/deals/${deal.dealNo}/deadlines lists those it has.`,
  });
}

/** Ends every clock that is still running: the contract has ended. */
export async function endDeadlines(change: Change, { deal, reason, by }: { deal: Deal; reason: string; by: string }): Promise<void> {
  const open = await change.tx
    .select()
    .from(deadlines)
    .where(
      and(eq(deadlines.brokerageId, change.tx.brokerageId), eq(deadlines.dealId, deal.id), or(eq(deadlines.status, 'pending'), eq(deadlines.status, 'tolled'))),
    );
  for (const row of open) await settleDeadline(change, { deal, row, status: 'terminated', reason, proof: null, by });
}

/** Writes what the watcher has done and when it looks again. */
export async function projectWatch(
  tx: Tx,
  { deadlineId, ...values }: { deadlineId: string } & Partial<Pick<DeadlineRow, 'told' | 'runDueAt' | 'waitingFor' | 'flaggedAt'>>,
): Promise<void> {
  await tx
    .update(deadlines)
    .set(values)
    .where(and(eq(deadlines.brokerageId, tx.brokerageId), eq(deadlines.id, deadlineId)));
}

/** The next date of each of these deals, and how many clocks are open, overdue or flagged. */
export async function countDeadlines(tx: Tx, { dealId }: { dealId: string }) {
  const [row] = await tx
    .select({
      open: sql<number>`count(*) filter (where status = 'pending')::int`,
      flagged: sql<number>`count(*) filter (where status = 'pending' and flagged_at is not null)::int`,
      breached: sql<number>`count(*) filter (where status = 'breached')::int`,
      nextDueAt: sql<string | null>`min(due_at) filter (where status = 'pending')`,
    })
    .from(deadlines)
    .where(and(eq(deadlines.brokerageId, tx.brokerageId), eq(deadlines.dealId, dealId)));
  return row!;
}
