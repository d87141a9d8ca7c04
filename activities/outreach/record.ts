import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import type { Change } from '../../db/events.ts';
import { closeEnrolment } from '../../db/queries/outreach.ts';
import type { LoadedEnrolment } from '../../db/queries/outreach-facts.ts';
import { enrolments, touches } from '../../db/schema/index.ts';
import type { Answer, HoldReason, Outcome, Plan } from '../../domain/outreach/course.ts';
import { findStep, planNext } from '../../domain/outreach/plan.ts';
import type { Step } from '../../domain/outreach/schemas.ts';
import { waitOf } from '../../domain/outreach/wait-of.ts';
import { type Whereabouts, whenAndWhere } from '../../domain/outreach/zones.ts';
import type { StepArgs } from './context.ts';

/** What keeps a step from being taken now, or the answer it was given before; null when it may be taken. */
export async function gate(tx: Tx, { enrolment, deal }: LoadedEnrolment, { key }: StepArgs): Promise<Answer | null> {
  const known = await earlierAnswer(tx, key);
  if (known) return known;
  if (enrolment.status !== 'open') return { kind: 'not-open' };
  if (enrolment.stopReason) return { kind: 'stopping', reason: enrolment.stopReason };
  if (deal?.closedAt) return { kind: 'stopping', reason: `deal-${deal.stage}` };
  if (enrolment.paused) return { kind: 'held', by: 'paused', why: 'paused by a person' };
  return null;
}

async function earlierAnswer(tx: Tx, key: string): Promise<Answer | null> {
  const [known] = await tx
    .select({ answer: touches.answer })
    .from(touches)
    .where(and(eq(touches.brokerageId, tx.brokerageId), eq(touches.key, key)));
  return known ? (known.answer as Answer) : null;
}

export type Taken = {
  step: Step;
  outcome: Outcome;
  why: string | null;
  where: Pick<Whereabouts, 'zone' | 'place'> /** Where a branch goes; else the step's `next`. */;
  to?: string;
};

/** Records that a step was taken, and what comes next: the row's projection and the run's answer are one. Nothing left to do archives the enrolment here, so that the last touch is the last action. */
export async function recordTouch(change: Change, loaded: LoadedEnrolment, args: StepArgs, { step, outcome, why, where, to }: Taken): Promise<Answer> {
  const { tx, now } = change;
  const { enrolment, definition } = loaded;
  const exit = to ?? ('next' in step ? step.next : step.id);
  const next = planNext(definition, exit, now, where.zone);
  const plan: Plan = args.again
    ? (enrolment.plan as Plan)
    : { step: next.step, dueAt: next.dueAt?.toISOString() ?? null, words: next.dueAt ? whenAndWhere(next.dueAt, where) : null };
  const archived = !args.again && plan.dueAt === null && findStep(definition, plan.step).kind === 'archive';
  const answer: Answer = { kind: 'taken', outcome, why, plan, archived };
  const [fresh] = await tx
    .insert(touches)
    .values({ brokerageId: tx.brokerageId, key: args.key, enrolmentId: enrolment.id, step: step.id, kind: step.kind, outcome, why, answer, at: now })
    .onConflictDoNothing()
    .returning({ key: touches.key });
  // An attempt that was given up for lost came to its end after all: the answer of the one after it stands.
  if (!fresh) return (await earlierAnswer(tx, args.key))!;
  await tx
    .update(enrolments)
    .set({ step: plan.step, plan, heldBy: null, ...waitOf({ ...enrolment, heldBy: null, plan }, definition, now) })
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, enrolment.id), eq(enrolments.status, 'open')));
  if (archived) await closeEnrolment(change, { enrolmentId: enrolment.id, status: 'archived', reason: null });
  return answer;
}

/** Holds an enrolment until somebody lets it go on: nothing is due by itself and nothing is lost. */
export async function hold({ tx, now }: Change, { enrolment, definition }: LoadedEnrolment, by: Exclude<HoldReason, 'paused'>, why: string): Promise<Answer> {
  const { waitingFor } = waitOf({ ...enrolment, heldBy: by }, definition, now);
  await tx
    .update(enrolments)
    .set({ heldBy: by, runDueAt: null, waitingFor: `${waitingFor}: ${why}`.slice(0, 500) })
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, enrolment.id), eq(enrolments.status, 'open')));
  return { kind: 'held', by, why };
}

/** Makes a deferral visible: when the step is tried next, and why then. */
export async function showDeferral(tx: Tx, { enrolmentId, at, waitingFor }: { enrolmentId: string; at: Date; waitingFor: string }): Promise<void> {
  await tx
    .update(enrolments)
    .set({ runDueAt: at, waitingFor })
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, enrolmentId), eq(enrolments.status, 'open'), eq(enrolments.paused, false)));
}
