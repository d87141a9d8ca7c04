import { activityInfo } from '@temporalio/activity';
import { businessNow as clockNow } from '../db/clock.ts';
import type { Deps } from './deps.ts';

/**
 * Business time inside an activity: the later of the attempt's scheduled time (the run's own clock, also on a retry)
 * and the instance's clock (the stamp is stale by the time spent in a queue). Never the wall clock, never an argument.
 * Not for local activities: they see wall time in forwarded runs, so they read no time.
 */
export async function businessNow({ db }: Pick<Deps, 'db'>): Promise<Date> {
  const instance = await clockNow(db.orm);
  return new Date(Math.max(activityInfo().currentAttemptScheduledTimestampMs, instance.getTime()));
}
