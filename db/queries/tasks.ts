import { and, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { TaskKind } from '../../domain/closing/task-kinds.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Subject } from '../../domain/events/envelope.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { people, tasks } from '../schema/index.ts';

export type NewTask = {
  kind: TaskKind;
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

/** Opens a task for a role, owned by its first active person, or by an active stand-in of one who is away. Returns null when the key is known. */
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

/** Closes what is open under keys that begin so, but for those that begin with `except`; what is closed already stays as it is. */
export async function closeTasks(
  { tx, now, event }: Change,
  { keyPrefix, except, outcome, by }: { keyPrefix: string; except?: string; outcome: string; by: string },
): Promise<number> {
  const rows = await tx
    .update(tasks)
    .set({ status: 'done', outcome, doneAt: now, doneBy: by })
    .where(
      and(
        eq(tasks.brokerageId, tx.brokerageId),
        eq(tasks.status, 'open'),
        sql`starts_with(${tasks.key}, ${keyPrefix})`,
        except ? sql`not starts_with(${tasks.key}, ${except})` : undefined,
      ),
    )
    .returning({ id: tasks.id, kind: tasks.kind });
  for (const row of rows) await event('Task.Done', { taskId: row.id, kind: row.kind, outcome });
  return rows.length;
}

/** Opens again what of a deal was closed with this outcome under keys that begin so: the reason to close it is gone. What people did stays done. */
export async function reopenTasks(
  { tx, event }: Change,
  { dealId, keyPrefix, outcome }: { dealId: string; keyPrefix: string; outcome: string },
): Promise<number> {
  const rows = await tx
    .update(tasks)
    .set({ status: 'open', outcome: null, doneAt: null, doneBy: null })
    .where(
      and(
        eq(tasks.brokerageId, tx.brokerageId),
        eq(tasks.dealId, dealId),
        eq(tasks.status, 'done'),
        eq(tasks.outcome, outcome),
        sql`starts_with(${tasks.key}, ${keyPrefix})`,
      ),
    )
    .returning({ id: tasks.id, kind: tasks.kind, role: tasks.role, dueAt: tasks.dueAt });
  for (const { id, kind, role, dueAt } of rows) await event('Task.Opened', { taskId: id, kind, dueAt: dueAt.toISOString(), role });
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
  const standIns = alias(people, 'stand_ins');
  const [standIn] = await tx
    .select({ id: standIns.id })
    .from(people)
    .innerJoin(standIns, and(eq(standIns.brokerageId, people.brokerageId), eq(standIns.id, people.standInId), isNull(standIns.disabledAt)))
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.role, role)))
    .orderBy(people.name)
    .limit(1);
  return standIn?.id ?? null;
}

export type Task = typeof tasks.$inferSelect;
export type TaskFilter = {
  status: 'open' | 'done';
  kind?: string | undefined;
  role?: string | undefined;
  ownerId?: string | undefined;
  dealId?: string | undefined;
  /** With those that are out of sight for now. */
  snoozed?: boolean | undefined;
};

/** Due first; the cursor is the due instant and id of the row before. */
export function listTasks(
  tx: Tx,
  { status, kind, role, ownerId, dealId, snoozed = false, after, limit }: TaskFilter & { after?: [string, string] | undefined; limit: number },
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
        dealId ? eq(tasks.dealId, dealId) : undefined,
        snoozed || status === 'done' ? undefined : sql`(${tasks.snoozedUntil} is null or ${tasks.snoozedUntil} <= business_now())`,
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
  await activePerson(tx, ownerId);
  const next = await writeTask(tx, taskId, { ownerId });
  await event('Task.Claimed', { taskId, kind: task.kind, owner: { prior: task.ownerId, next: ownerId } });
  return next;
}

/** Puts a task out of sight until an instant; why stays in the row. */
export async function snoozeTask({ tx, now, event }: Change, { taskId, until, reason }: { taskId: string; until: Date; reason: string }): Promise<Task> {
  const task = await openTaskOf(tx, taskId);
  if (until <= now)
    throw new DomainError('not-later', `${until.toISOString()} is not later than now (${now.toISOString()}).`, { nextStep: 'Name an instant in the future.' });
  const next = await writeTask(tx, taskId, { snoozedUntil: until, note: reason });
  await event('Task.Snoozed', { taskId, kind: task.kind, until: { prior: task.snoozedUntil?.toISOString() ?? null, next: until.toISOString() } });
  return next;
}

/** Gives an open task to another person, or to whoever stands for another role; it comes back into sight. */
export async function handOverTask(
  { tx, event }: Change,
  { taskId, personId, role, reason }: { taskId: string; personId?: string | undefined; role?: string | undefined; reason: string },
): Promise<Task> {
  const task = await openTaskOf(tx, taskId);
  if (personId) await activePerson(tx, personId);
  const to = { ownerId: personId ?? (role ? await ownerOf(tx, role) : task.ownerId), role: role ?? task.role };
  const next = await writeTask(tx, taskId, { ...to, snoozedUntil: null, note: reason });
  await event('Task.HandedOver', { taskId, kind: task.kind, owner: { prior: task.ownerId, next: to.ownerId }, role: { prior: task.role, next: to.role } });
  return next;
}

/** Says anew why an open task is there and what it asks for; null when none begins so. */
export async function restateTask(tx: Tx, { keyPrefix, reason }: { keyPrefix: string; reason: string }): Promise<string | null> {
  const [row] = await tx
    .update(tasks)
    .set({ reason })
    .where(and(eq(tasks.brokerageId, tx.brokerageId), eq(tasks.status, 'open'), sql`starts_with(${tasks.key}, ${keyPrefix})`))
    .returning({ id: tasks.id });
  return row?.id ?? null;
}

/** The open task under keys that begin so. */
export async function findOpenTask(tx: Tx, { keyPrefix }: { keyPrefix: string }): Promise<Task | null> {
  const [row] = await tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.brokerageId, tx.brokerageId), eq(tasks.status, 'open'), sql`starts_with(${tasks.key}, ${keyPrefix})`))
    .orderBy(tasks.createdAt)
    .limit(1);
  return row ?? null;
}

/** Moves the due date of an open task with what it hangs on. One that was put out of sight beyond it is seen again. */
export async function rescheduleTask({ tx, event }: Change, { task, dueAt }: { task: Task; dueAt: Date }): Promise<void> {
  if (task.dueAt.getTime() === dueAt.getTime()) return;
  const hidden = task.snoozedUntil !== null && task.snoozedUntil > dueAt && dueAt < task.dueAt;
  await writeTask(tx, task.id, { dueAt, ...(hidden ? { snoozedUntil: null } : {}) });
  await event('Task.DueMoved', { taskId: task.id, kind: task.kind, dueAt: { prior: task.dueAt.toISOString(), next: dueAt.toISOString() } });
}

/** Closes an open task with what came of it in a person's words; the words stay in the row. */
export async function finishTask({ tx, now, event }: Change, { taskId, outcome, by }: { taskId: string; outcome: string; by: string }): Promise<Task> {
  const task = await openTaskOf(tx, taskId);
  const next = await writeTask(tx, taskId, { status: 'done', outcome, doneAt: now, doneBy: by });
  await event('Task.Done', { taskId, kind: task.kind, outcome: 'done-by-person' });
  return next;
}

async function activePerson(tx: Tx, personId: string): Promise<void> {
  const [owner] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.id, personId), isNull(people.disabledAt)));
  if (!owner)
    throw new DomainError('no-such-person', 'The brokerage has no such active person.', { nextStep: 'List the people and take the id of one who is active.' });
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
