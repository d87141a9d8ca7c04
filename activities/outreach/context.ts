import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { type Change, changeSubject } from '../../db/events.ts';
import type { LoadedEnrolment } from '../../db/queries/outreach-facts.ts';
import type { Deps } from '../deps.ts';

export type OfEnrolment = { brokerageId: string; enrolmentId: string };
/** `key` is the ledger's: workflow id + enrolment number + step + visit, made by the run. `again` leaves the run's plan as it is. */
export type StepArgs = OfEnrolment & { step: string; key: string; again: boolean };

/** One transaction under the lead's lock: whoever stops, pauses or suppresses comes before it or after it. */
export function changeLead<T>(
  deps: Deps,
  { brokerageId, leadId, now }: { brokerageId: string; leadId: string; now: Date },
  fn: (change: Change) => Promise<T>,
): Promise<T> {
  const run = activityInfo().workflowExecution?.workflowId ?? 'unknown';
  const subject = { kind: 'lead', id: leadId } as const;
  return changeSubject(deps.db, { brokerageId, subject, actor: { kind: 'workflow', id: run }, source: 'worker', correlationId: run, at: now }, fn);
}

export function present(loaded: LoadedEnrolment | undefined, enrolmentId: string): LoadedEnrolment {
  if (loaded) return loaded;
  throw ApplicationFailure.nonRetryable(`There is no enrolment ${enrolmentId}: it was deleted under its run, so terminate the run`, 'NoSuchEnrolment');
}

/** A wait the engine shows as a retry, which costs one action and moves with the run's clock. */
export function tryAgainAt(type: string, message: string, at: Date, now: Date): ApplicationFailure {
  return ApplicationFailure.create({ type, message, nextRetryDelay: Math.max(1000, at.getTime() - now.getTime()) });
}
