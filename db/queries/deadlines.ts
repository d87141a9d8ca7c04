import { and, asc, eq, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { DeadlineRow } from '../deadline-rows.ts';
import { deadlines } from '../schema/index.ts';
import { standingFile } from './contracts.ts';

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

/** A clock of the contract in force, or of the one the deal was closed under, by its name. */
export async function clockOf(tx: Tx, { dealId, clock }: { dealId: string; clock: string }): Promise<DeadlineRow> {
  const { deal, contract } = await standingFile(tx, { dealId });
  const [row] = await tx
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.brokerageId, tx.brokerageId), eq(deadlines.contractId, contract.id), eq(deadlines.clock, clock)));
  if (row) return row;
  throw new DomainError('no-such-deadline', `Deal ${deal.dealNo} has no deadline "${clock}".`, {
    nextStep: `GET /v1/deals/${deal.dealNo}/deadlines lists those it has.`,
  });
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
