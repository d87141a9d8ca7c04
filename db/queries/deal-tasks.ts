import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { tasks } from '../schema/index.ts';
import type { Task } from './tasks.ts';

/** What people still have to do about a deal, due first. */
export function openTasksOf(tx: Tx, { dealId }: { dealId: string }): Promise<Task[]> {
  return tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.brokerageId, tx.brokerageId), eq(tasks.dealId, dealId), eq(tasks.status, 'open')))
    .orderBy(tasks.dueAt, tasks.id);
}
