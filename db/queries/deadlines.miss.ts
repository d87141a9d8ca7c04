import { about, byRule, type DeadlineRow, movedAway } from '../deadline-rows.ts';
import type { Change } from '../events.ts';
import type { Deal } from './closing.ts';
import { settleDeadline } from './deadlines.settle.ts';
import { projectWatch } from './deadlines.ts';
import { closeTasks, openTask, reopenTasks } from './tasks.ts';

/** The broker hears of a miss within the working day. */
const missedTaskMs = 4 * 3_600_000;

/** The instant of a clock has passed: a duty is missed, and a broker is asked what to do about it; a right has ended and nobody owes anything. */
export async function missDeadline(
  change: Change,
  { deal, row, by = byRule }: { deal: Pick<Deal, 'id' | 'dealNo'>; row: DeadlineRow; by?: string },
): Promise<DeadlineRow> {
  const { tx, now, event } = change;
  const at = row.dueAt!.toISOString();
  const ofDate = `deadline/${row.id}/${at}/`;
  if (row.lapses) await closeTasks(change, { keyPrefix: `deadline/${row.id}/`, outcome: 'the right has ended', by: 'run' });
  else {
    await event('Deadline.Breached', about(deal, row));
    const key = `${ofDate}broker/breach`;
    await closeTasks(change, { keyPrefix: ofDate, except: key, outcome: 'missed', by: 'run' });
    // Missed at this instant once more, after the date had moved away and came back.
    await reopenTasks(change, { dealId: deal.id, keyPrefix: key, outcome: movedAway });
    await openTask(change, {
      ...{ kind: 'meet-deadline', key, subject: { kind: 'deal', id: deal.id }, dealId: deal.id, role: 'broker' },
      title: `Missed: ${row.title} of deal ${deal.dealNo}`,
      reason: `${row.evidence ?? 'Evidence'} had not come when the deadline passed`,
      dueAt: new Date(now.getTime() + missedTaskMs),
    });
  }
  const reason = row.lapses ? 'the right ended and was not used' : `no ${row.evidence ?? 'evidence'} in time`;
  const missed = await settleDeadline(change, { deal, row, status: row.lapses ? 'lapsed' : 'breached', reason, proof: null, by });
  const told = [...(row.told as unknown[]), { step: 'breach', at: now.toISOString(), dueAt: at }];
  await projectWatch(tx, { deadlineId: row.id, told });
  return { ...missed, told };
}
