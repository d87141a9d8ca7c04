import { sql } from 'drizzle-orm';
import type { Contingency } from '../domain/closing/contingencies.ts';
import type { FileClock } from '../domain/compliance/file.ts';
import { instantOf, minutesOf } from '../domain/time/zoned.ts';
import type { Deal } from './queries/closing.ts';
import { deadlines } from './schema/index.ts';

export type DeadlineRow = typeof deadlines.$inferSelect;
export type ByHand = { date: string; localTime: string; by: string; reason: string; proof?: string | null; at: string };
export type Cause = { kind: 'amendment' | 'fact' | 'hand' | 'rule'; id: string };

/** Where the rules, or a person, have put a clock. */
export function placed(clock: FileClock, byHand: ByHand | null, zone: string): Pick<DeadlineRow, 'date' | 'localTime' | 'dueAt'> {
  if (byHand) return { date: byHand.date, localTime: byHand.localTime, dueAt: instantOf(byHand.date, minutesOf(byHand.localTime), zone) };
  const { deadline } = clock;
  if (!deadline?.date) return { date: null, localTime: null, dueAt: null };
  const localTime = deadline.localTime ?? '23:59';
  return { date: deadline.date, localTime, dueAt: instantOf(deadline.date, minutesOf(localTime), zone) };
}

/** Who ends a clock that does not apply: only such an end is taken back when it applies again. */
export const byRule = 'rule';
/** Whether a clock ended because it does not apply. */
export const isNotApplicable = ({ status, settled }: Pick<DeadlineRow, 'status' | 'settled'>): boolean =>
  status === 'terminated' && (settled as { by?: string } | null)?.by === byRule;

/** What every event of a deadline says of it. */
export const about = (deal: Pick<Deal, 'id' | 'dealNo'>, row: Pick<DeadlineRow, 'id' | 'clock' | 'workflowId' | 'date' | 'dueAt'>) => ({
  dealId: deal.id,
  dealNo: deal.dealNo,
  deadlineId: row.id,
  clock: row.clock,
  workflowId: row.workflowId,
  date: row.date,
  dueAt: row.dueAt?.toISOString() ?? null,
});

/** What runs again can be missed again, on the same date too. */
export const withoutMiss = ({ told }: DeadlineRow): unknown[] => (told as { step: string }[]).filter(({ step }) => step !== 'breach');

/** How tasks end that speak of an instant which a clock has no more; back at it, they stand again. */
export const movedAway = 'the date has moved';

/** What the rules said, as the row keeps it. */
export const answerOf = ({ deadline, waitsFor, problem, contingency, livesOn }: FileClock) => ({
  ...{ deadline, waitsFor, problem },
  ...(contingency ? { contingency } : {}),
  ...(livesOn ? { livesOn } : {}),
});
/** Whether the clock goes on after the closing. */
export const livesOnOf = ({ answer }: Pick<DeadlineRow, 'answer'>): boolean => (answer as { livesOn?: boolean }).livesOn === true;
/** The same as a condition on `deadlines`. */
export const goesOnAfterClosing = sql`${deadlines.answer} ->> 'livesOn' = 'true'`;
/** Of which contingency the removal ends the clock; null where something else does. */
export const contingencyOf = ({ answer }: Pick<DeadlineRow, 'answer'>): Contingency | null => (answer as { contingency?: Contingency }).contingency ?? null;
/** In the words of the row: the evidence, the date it counts from, or a person. */
export const waitingFor = ({ evidence, waitsFor, problem }: FileClock): string | null =>
  problem ? `a person: ${problem}`.slice(0, 500) : waitsFor.length > 0 ? `the date it counts from (${waitsFor.join(', ')})` : evidence;
