import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Subject } from '../../domain/events/envelope.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { people, tasks } from '../schema/index.ts';

export type NewTask = {
  kind: string;
  /** One task per key: a repeat of the same cause finds it. */
  key: string;
  subject: Subject;
  dealId?: string | null;
  leadId?: string | null;
  title: string;
  /** Why it is there, for the person who gets it. */
  reason: string;
  role: string;
  dueAt: Date;
};

/** Opens a task for a role, owned by its first active person (or that person's stand-in). Returns null when the key is known. */
export async function openTask({ tx, now, event }: Change, task: NewTask): Promise<string | null> {
  const ownerId = await ownerOf(tx, task.role);
  const [row] = await tx
    .insert(tasks)
    .values({
      brokerageId: tx.brokerageId,
      kind: task.kind,
      key: task.key,
      subjectKind: task.subject.kind,
      subjectId: task.subject.id,
      dealId: task.dealId ?? null,
      leadId: task.leadId ?? null,
      title: task.title,
      reason: task.reason,
      role: task.role,
      ownerId,
      dueAt: task.dueAt,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: tasks.id });
  if (!row) return null;
  await event('Task.Opened', { taskId: row.id, kind: task.kind, dueAt: task.dueAt.toISOString(), role: task.role });
  return row.id;
}

/** Closes what is open under keys that begin so; what is closed already stays as it is. */
export async function closeTasks({ tx, now, event }: Change, { keyPrefix, outcome, by }: { keyPrefix: string; outcome: string; by: string }): Promise<number> {
  const rows = await tx
    .update(tasks)
    .set({ status: 'done', outcome, doneAt: now, doneBy: by })
    .where(and(eq(tasks.brokerageId, tx.brokerageId), eq(tasks.status, 'open'), sql`starts_with(${tasks.key}, ${keyPrefix})`))
    .returning({ id: tasks.id, kind: tasks.kind });
  for (const row of rows) await event('Task.Done', { taskId: row.id, kind: row.kind, outcome });
  return rows.length;
}

async function ownerOf(tx: Tx, role: string): Promise<string | null> {
  const [active] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.role, role), isNull(people.disabledAt)))
    .orderBy(people.name)
    .limit(1);
  if (active) return active.id;
  const [standIn] = await tx.select({ id: people.standInId }).from(people).where(and(eq(people.brokerageId, tx.brokerageId), eq(people.role, role))).limit(1);
  return standIn?.id ?? null;
}
