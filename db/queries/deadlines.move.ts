import { and, eq } from 'drizzle-orm';
import type { FileClock } from '../../domain/compliance/file.ts';
import { about, answerOf, type ByHand, type Cause, type DeadlineRow, isNotApplicable, movedAway, placed, waitingFor, withoutMiss } from '../deadline-rows.ts';
import type { Change } from '../events.ts';
import { deadlines } from '../schema/index.ts';
import type { Deal } from './closing.ts';
import type { Contract } from './contracts.ts';
import { closeTasks, reopenTasks } from './tasks.ts';

/** Writes a clock that the contract has and the file had not. */
export async function openDeadline(
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

/** Puts a clock where the rules have it now; one that had run out, or did not apply, may run again by it. */
export async function moveDeadline(
  change: Change,
  { deal, contract, row, clock, cause }: { deal: Deal; contract: Contract; row: DeadlineRow; clock: FileClock; cause: Cause },
): Promise<DeadlineRow> {
  const { tx, now, event } = change;
  // What the rules cannot say any more keeps its last date: a person looks, nothing goes quiet.
  const place = clock.problem ? { date: row.date, localTime: row.localTime, dueAt: row.dueAt } : placed(clock, row.byHand as ByHand | null, contract.zone);
  const moved = place.dueAt?.getTime() !== row.dueAt?.getTime();
  const ran = row.status === 'breached' || row.status === 'lapsed';
  const later = ran && moved && place.dueAt !== null && place.dueAt > now;
  // Without a date it was never missed: what had started it is gone.
  const undated = ran && place.dueAt === null;
  const revived = later || undated || isNotApplicable(row);
  const [next] = await tx
    .update(deadlines)
    .set({
      ...place,
      title: clock.title,
      evidence: clock.evidence,
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
  // The watcher of a missed clock has ended, and without a date no other is started: nobody else takes back what was asked of the broker.
  if (later || undated) await closeTasks(change, { keyPrefix: `deadline/${row.id}/`, outcome: movedAway, by: 'rule' });
  // The date may be the old one, so nothing else would wake the watcher; and the log has to say that it runs again.
  if (isNotApplicable(row)) {
    await reopenTasks(change, { dealId: deal.id, keyPrefix: `deadline/${row.id}/`, outcome: row.status });
    await event('Deadline.Settled', {
      ...about(deal, next!),
      status: { prior: row.status, next: 'pending' },
      reason: 'applies again',
      proof: null,
    });
  }
  if (clock.problem && !row.flaggedAt) await event('Deadline.Flagged', { ...about(deal, next!), reason: 'unreadable' });
  return next!;
}
