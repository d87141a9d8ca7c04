import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { about, type DeadlineRow, livesOnOf, withoutMiss } from '../deadline-rows.ts';
import type { Change } from '../events.ts';
import { deadlines, deals } from '../schema/index.ts';
import type { Deal } from './closing.ts';
import { closeTasks, reopenTasks } from './tasks.ts';

export type Settlement = {
  status: 'satisfied' | 'waived' | 'terminated' | 'tolled' | 'breached' | 'lapsed' | 'pending';
  reason: string;
  proof: string | null;
  by: string;
};

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
  // Nobody is told of an instant twice, so what was asked about it stands again.
  if (!done) await reopenTasks(change, { dealId: deal.id, keyPrefix: `deadline/${row.id}/`, outcome: row.status });
  return next!;
}

/** Ends every clock that is still running: the contract has ended. By a closing it has for all but those that live on. */
export async function endDeadlines(
  change: Change,
  { deal, reason, by, closed = false }: { deal: Deal; reason: string; by: string; closed?: boolean },
): Promise<void> {
  const open = await change.tx
    .select()
    .from(deadlines)
    .where(
      and(eq(deadlines.brokerageId, change.tx.brokerageId), eq(deadlines.dealId, deal.id), or(eq(deadlines.status, 'pending'), eq(deadlines.status, 'tolled'))),
    );
  for (const row of open) if (!(closed && livesOnOf(row))) await settleDeadline(change, { deal, row, status: 'terminated', reason, proof: null, by });
}

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
        or(isNull(deals.closedAt), eq(deals.stage, 'closed')),
      ),
    );
  for (const { row, dealNo } of open) await event('Deadline.WatchChanged', about({ id: row.dealId, dealNo }, row), { kind: 'deal', id: row.dealId });
}
