import { and, eq, isNull, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
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
  const [standIn] = await tx
    .select({ id: people.standInId })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.role, role)))
    .limit(1);
  return standIn?.id ?? null;
}

export type Task = typeof tasks.$inferSelect;
export type TaskFilter = { status: 'open' | 'done'; kind?: string | undefined; role?: string | undefined; ownerId?: string | undefined };

/** Due first; the cursor is the due instant and id of the row before. */
export function listTasks(
  tx: Tx,
  { status, kind, role, ownerId, after, limit }: TaskFilter & { after?: [string, string] | undefined; limit: number },
): Promise<Task[]> {
  return tx
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.brokerageId, tx.brokerageId),
        eq(tasks.status, status),
        kind ? eq(tasks.kind, kind) : undefined,
        role ? eq(tasks.role, role) : undefined,
        ownerId ? eq(tasks.ownerId, ownerId) : undefined,
        after ? sql`(${tasks.dueAt}, ${tasks.id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(tasks.dueAt, tasks.id)
    .limit(limit);
}

export async function readTask(tx: Tx, { taskId }: { taskId: string }): Promise<Task | null> {
  const [row] = await tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.brokerageId, tx.brokerageId), eq(tasks.id, taskId)));
  return row ?? null;
}

/** Gives an open task to a person of the brokerage. */
export async function claimTask({ tx, event }: Change, { taskId, ownerId }: { taskId: string; ownerId: string }): Promise<Task> {
  const task = await openTaskOf(tx, taskId);
  if (task.ownerId === ownerId) return task;
  const [owner] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.id, ownerId), isNull(people.disabledAt)));
  if (!owner)
    throw new DomainError('no-such-person', 'The brokerage has no such active person.', { nextStep: 'List the people and take the id of one who is active.' });
  const next = await writeTask(tx, taskId, { ownerId });
  await event('Task.Claimed', { taskId, kind: task.kind, owner: { prior: task.ownerId, next: ownerId } });
  return next;
}

/** Closes an open task with what came of it in a person's words; the words stay in the row. */
export async function finishTask({ tx, now, event }: Change, { taskId, outcome, by }: { taskId: string; outcome: string; by: string }): Promise<Task> {
  const task = await openTaskOf(tx, taskId);
  const next = await writeTask(tx, taskId, { status: 'done', outcome, doneAt: now, doneBy: by });
  await event('Task.Done', { taskId, kind: task.kind, outcome: 'done-by-person' });
  return next;
}

async function openTaskOf(tx: Tx, taskId: string): Promise<Task> {
  const task = await readTask(tx, { taskId });
  if (!task) throw new DomainError('not-found', `There is no task ${taskId}.`, { nextStep: 'List the tasks and take the id of one.' });
  if (task.status !== 'open') throw new DomainError('task-done', 'The task is done already.', { nextStep: 'List the open tasks.' });
  return task;
}

async function writeTask(tx: Tx, taskId: string, values: Partial<Task>): Promise<Task> {
  const [row] = await tx
    .update(tasks)
    .set(values)
    .where(and(eq(tasks.brokerageId, tx.brokerageId), eq(tasks.id, taskId)))
    .returning();
  return row!;
}
