import { instantOf } from '../../time/zoned.ts';

const workdayEnds = 17 * 60;
const graceMs = 3 * 86_400_000;

/**
 * When the missing documents of a deal should be collected: by the end of the day on which the next of them falls due. Those that are overdue, or hang on
 * no date, get three days from when somebody was first asked, so that being asked again puts nothing off. `next` is the due date that counted, if one did.
 */
export function collectBy(
  dueOn: readonly (string | null)[],
  { now, askedAt, zone }: { now: Date; askedAt: Date; zone: string },
): { dueAt: Date; next: string | null } {
  const due = dueOn.map((date) => (date === null ? null : { date, at: instantOf(date, workdayEnds, zone) }));
  const ahead = due.flatMap((one) => (one && one.at > now ? one : [])).toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  const grace = new Date(askedAt.getTime() + graceMs);
  const late = due.some((one) => one !== null && one.at <= now);
  if (!ahead || (late && grace < ahead.at)) return { dueAt: grace, next: null };
  return { dueAt: ahead.at, next: ahead.date };
}
