import {
  isGrpcServiceError,
  QueryNotRegisteredError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, type QueryDefinition, TimeoutFailure, type UpdateDefinition } from '@temporalio/common';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { idempotencyKeys } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { DomainError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';
import { refuse } from './errors.ts';
import { type Answer, type Asked, answerOf, inFlight, readAnswer, replay, whatIsAsked } from './idempotency.ts';
import { problemOf } from './problems.ts';

/** How long a caller waits for a run; also how long a request counts as in flight. */
const answerMs = 20_000;

/**
 * Asks a run for an update. It cannot share a transaction with PostgreSQL, so the key is stored first as in flight, the
 * key is also the `updateId`, and the answer is stored after: a crash in between is bridged, because the same key again
 * meets the same update. A refusal leaves nothing behind. `gone` says why there is no open run.
 */
export async function actOnRun<Ret, Args extends [unknown, ...unknown[]], R extends Response>(
  c: AppContext,
  { workflowId, update, args, gone }: { workflowId: string; update: UpdateDefinition<Ret, Args>; args: Args; gone?: () => Promise<DomainError> },
  answer: (result: Ret) => R | Promise<R>,
): Promise<R> {
  const asked = await whatIsAsked(c);
  const kept = await claim(c, asked);
  if (kept) return replay(c, kept) as R;
  let response: R;
  try {
    const client = c.var.deps.temporal;
    const handle = client.workflow.getHandle(workflowId);
    const result = await client.withDeadline(Date.now() + answerMs, () => handle.executeUpdate<Ret, Args>(update, { updateId: asked.key, args }));
    response = await answer(result);
  } catch (error) {
    await release(c, asked, isUnclear(error));
    if (gone && error instanceof WorkflowNotFoundError) throw await gone();
    throw refusalOf(error);
  }
  const told = await answerOf(response);
  await inTenant(c.var.deps.db, c.var.caller.brokerageId, (tx) => tx.update(idempotencyKeys).set(told).where(mine(c, asked)));
  return response;
}

/** Asks a run what it sees. Reads only; null when it has no run yet. */
export async function askRun<Ret>(c: AppContext, workflowId: string, query: QueryDefinition<Ret, []>): Promise<Ret | null> {
  const client = c.var.deps.temporal;
  try {
    return await client.withDeadline(Date.now() + 10_000, () => client.workflow.getHandle(workflowId).query(query));
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof QueryNotRegisteredError) return null;
    throw refusalOf(error);
  }
}

const mine = (c: AppContext, { key }: Asked) =>
  and(eq(idempotencyKeys.brokerageId, c.var.caller.brokerageId), eq(idempotencyKeys.key, key), isNull(idempotencyKeys.status));

/** Takes the key, or the one of a request that died; answers what is already there. Machine time. */
function claim(c: AppContext, asked: Asked): Promise<Answer | null> {
  const { deps, caller } = c.var;
  return inTenant(deps.db, caller.brokerageId, async (tx) => {
    const fresh = await tx
      .insert(idempotencyKeys)
      .values({ brokerageId: caller.brokerageId, ...asked })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (fresh.length > 0) return null;
    const kept = await readAnswer(tx, asked);
    if (kept?.answer) return kept.answer;
    const abandoned = and(mine(c, asked), lt(idempotencyKeys.startedAt, sql`clock_timestamp() - ${`${answerMs * 1.5} milliseconds`}::interval`));
    const taken = await tx.update(idempotencyKeys).set({ startedAt: sql`clock_timestamp()` }).where(abandoned).returning({ key: idempotencyKeys.key });
    if (taken.length === 0) throw inFlight();
    return null;
  });
}

/** After a refusal the key is free again; when nobody knows whether it was done, it stays and the next caller may take it at once. */
async function release(c: AppContext, asked: Asked, unclear: boolean): Promise<void> {
  const { deps, caller } = c.var;
  await inTenant(deps.db, caller.brokerageId, async (tx) => {
    if (unclear)
      await tx
        .update(idempotencyKeys)
        .set({ startedAt: new Date(0) })
        .where(mine(c, asked));
    else await tx.delete(idempotencyKeys).where(mine(c, asked));
  });
}

const isUnclear = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
  (!(error instanceof WorkflowNotFoundError) && !(error instanceof WorkflowUpdateFailedError) && !(error instanceof DomainError));

function refusalOf(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError) return fromRun(error.cause);
  if (error instanceof WorkflowNotFoundError) return refuse('run-not-open');
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return refuse('run-did-not-answer');
  if (error instanceof ServiceError || isGrpcServiceError(error)) return refuse('engine-unavailable');
  return error;
}

/** A validator or a guard said no: its `type` is the code. Anything else inside the run is not for callers to read. */
function fromRun(failure: unknown): unknown {
  for (let at = failure; at instanceof Error; at = at.cause) {
    if (at instanceof TimeoutFailure) return refuse('run-did-not-answer');
    if (!(at instanceof ApplicationFailure) || !at.type) continue;
    const code = at.type === 'NotNow' ? 'not-now' : at.type;
    if (!/^[a-z][a-z0-9-]+$/.test(code)) continue;
    return new DomainError(code, at.message, { nextStep: problemOf(code).nextStep, details: (at.details?.[0] ?? {}) as object });
  }
  return failure;
}
