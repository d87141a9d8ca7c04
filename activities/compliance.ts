import { activityInfo } from '@temporalio/activity';
import type { Tx } from '../db/client.ts';
import { contingencyOf, type DeadlineRow, livesOnOf, movedAway } from '../db/deadline-rows.ts';
import { type Change, changeSubject } from '../db/events.ts';
import { findDeal } from '../db/queries/closing.ts';
import { type Contract, findContract, lastContract } from '../db/queries/contracts.ts';
import { missDeadline } from '../db/queries/deadlines.miss.ts';
import { findDeadline, listDeadlines, projectWatch } from '../db/queries/deadlines.ts';
import { listExtensions } from '../db/queries/extensions.ts';
import { closeTasks, openTask, reopenTasks } from '../db/queries/tasks.ts';
import { watchSettings } from '../db/queries/watch-settings.ts';
import { inTenant } from '../db/tenant.ts';
import { extensionWords } from '../domain/closing/extension.ts';
import { evidenceTitle } from '../domain/closing/milestones.ts';
import type { ClockStatus } from '../domain/compliance/file.ts';
import { markTold, nameOf, ofRight, stepWords, type Told, type WatchStep, watchPlan } from '../domain/compliance/watch.ts';
import type { WatchLook } from '../workflows/compliance/messages.ts';
import type { Deps } from './deps.ts';
import { finalRefusals } from './refusals.ts';
import { businessNow } from './time.ts';

type Watching = { change: Change; dealNo: number; row: DeadlineRow };

/** Deadlines that people must act on. Each look is one transaction under the deal's lock; again after a kill, it finds what it did. */
export function createComplianceActivities(deps: Deps) {
  return {
    /** Re-reads one deadline and does what is due about it: reminds, flags, tells up the ladder, records that it was missed. */
    watchDeadline: ({ brokerageId, deadlineId }: { brokerageId: string; deadlineId: string }): Promise<WatchLook> =>
      finalRefusals(async () => {
        const found = await inTenant(deps.db, brokerageId, (tx) => findDeadline(tx, { deadlineId }));
        if (!found) return { kind: 'ended', why: 'the deadline is not there any more', told: [] };
        const run = activityInfo().workflowExecution?.workflowId ?? 'unknown';
        const about = { subject: { kind: 'deal', id: found.dealId }, actor: { kind: 'workflow', id: run }, source: 'worker', correlationId: run } as const;
        return changeSubject(deps.db, { brokerageId, ...about, at: await businessNow(deps) }, (change) => look(change, deadlineId));
      }),
  };
}

async function look(change: Change, startedFor: string): Promise<WatchLook> {
  const { tx, now } = change;
  const asked = (await findDeadline(tx, { deadlineId: startedFor }))!;
  const deal = await findDeal(tx, { dealId: asked.dealId });
  const contract = await watchedContract(tx, asked.dealId);
  const row = await standing(change, asked, contract?.id);
  const deadlineId = row.id;
  // What lives on after the closing is watched on; nothing survives any other end.
  if (!deal || (deal.closedAt && !(deal.stage === 'closed' && livesOnOf(row)))) return ended(change, row, `the deal is ${deal?.stage ?? 'gone'}`);
  if (row.status !== 'pending' && row.status !== 'tolled') return ended(change, row, row.status);
  if (contract?.id !== row.contractId) return ended(change, row, 'the contract has ended');

  const given = await watchSettings(tx, {});
  const settings = row.lapses ? ofRight(given) : given;
  const watched = { status: row.status as ClockStatus, dueAt: row.dueAt?.toISOString() ?? null, told: row.told as Told[] };
  await keepTasksOf(change, row);
  const { act } = watchPlan(watched, settings, now.toISOString());
  for (const step of act) await perform({ change, dealNo: deal.dealNo, row }, step);
  if (act.some(({ step }) => step === 'breach')) {
    const { status } = await missDeadline(change, { deal, row, by: row.workflowId });
    await projectWatch(tx, { deadlineId, told: markTold(watched, settings, act, now.toISOString()) });
    return { kind: 'ended', why: status, told: act.map((step) => stepWords(step, row.actor)) };
  }
  const told = markTold(watched, settings, act, now.toISOString());
  const plan = watchPlan({ ...watched, told }, settings, now.toISOString());
  const flagged = row.flaggedAt !== null || told.some(({ step, dueAt }) => step === 'flag' && dueAt === watched.dueAt);
  const next = plan.next ? stepWords(plan.next, row.actor) : null;
  await projectWatch(tx, { deadlineId, told, runDueAt: plan.nextAt ? new Date(plan.nextAt) : null, ...(flagged ? { flaggedAt: row.flaggedAt ?? now } : {}) });
  return {
    kind: 'waiting',
    dueAt: watched.dueAt,
    nextAt: plan.nextAt,
    evidence: row.status === 'tolled' ? 'the clock to run again: it is tolled' : `${evidenceWords(row)} (${await mustAct(change, row, contract)})`,
    next,
    zone: contract.zone,
    flagged,
    told: act.map((step) => stepWords(step, row.actor)),
  };
}

/** The contract in force, or the one the deal was closed under. */
async function watchedContract(tx: Tx, dealId: string): Promise<Contract | undefined> {
  const last = await lastContract(tx, { dealId });
  return last?.status === 'closed' ? last : findContract(tx, { dealId });
}

/** Tasks speak of one instant: with another they are closed; back at it, they stand again, because nobody is told of an instant twice. */
async function keepTasksOf(change: Change, { id, dealId, dueAt, told }: DeadlineRow): Promise<void> {
  const at = dueAt?.toISOString() ?? 'none';
  const toldOf = (told as Told[]).map((entry) => entry.dueAt);
  const [all, mine] = [`deadline/${id}/`, `deadline/${id}/${at}/`];
  if (toldOf.some((instant) => instant !== at)) await closeTasks(change, { keyPrefix: all, except: mine, outcome: movedAway, by: 'run' });
  if (toldOf.includes(at)) await reopenTasks(change, { dealId, keyPrefix: mine, outcome: movedAway });
}

/**
 * The clock that a run of this name watches now. A run is named by deal and clock: when the next contract sets the same clock going before the run
 * of the last one has ended, that run is told, and goes on with the new one.
 */
async function standing(change: Change, asked: DeadlineRow, contractId: string | undefined): Promise<DeadlineRow> {
  if (contractId === undefined || contractId === asked.contractId) return asked;
  const next = (await listDeadlines(change.tx, { dealId: asked.dealId })).find((row) => row.contractId === contractId && row.clock === asked.clock);
  if (!next?.watched || next.dueAt === null) return asked;
  await ended(change, asked, 'the contract has ended');
  return next;
}

/** "inspection report received" for people, who do not know the names of events. */
const evidenceWords = (row: DeadlineRow): string => {
  const words = evidenceTitle(row.waitingFor ?? row.evidence ?? 'a person', contingencyOf(row));
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
};

/** "the buyer must act; extended from … to … by amendment 1": only a date that people have touched can be. */
async function mustAct({ tx }: Change, row: DeadlineRow, { revision }: Pick<Contract, 'revision'>): Promise<string> {
  const extended = row.byHand !== null || revision > 1 ? (await listExtensions(tx, { rows: [row] })).get(row.clock) : undefined;
  return `the ${row.actor} must act${extended ? `; ${extensionWords(extended)}` : ''}`;
}

async function ended(change: Change, row: DeadlineRow, why: string): Promise<WatchLook> {
  await projectWatch(change.tx, { deadlineId: row.id, runDueAt: null, waitingFor: null });
  // What the broker has to do about a missed one stays.
  if (row.status !== 'breached') await closeTasks(change, { keyPrefix: `deadline/${row.id}/`, outcome: why, by: 'run' });
  return { kind: 'ended', why, told: [] };
}

async function perform({ change, dealNo, row }: Watching, step: WatchStep): Promise<void> {
  const { event } = change;
  const { dealId, clock, workflowId, title, actor } = row;
  const dueAt = row.dueAt!;
  const ofDate = `deadline/${row.id}/${dueAt.toISOString()}/`;
  const payload = { dealId, dealNo, deadlineId: row.id, clock, workflowId, date: row.date, dueAt: dueAt.toISOString() };
  const task = (role: string, what: string, reason: string, due: Date) =>
    openTask(change, {
      kind: 'meet-deadline',
      key: `${ofDate}${role}/${nameOf(step)}`,
      subject: { kind: 'deal', id: dealId },
      dealId,
      title: `${what}: ${title} of deal ${dealNo}`,
      reason,
      role,
      dueAt: due,
    });
  const waits = row.lapses
    ? `A right of the ${actor} ends then, used or not; nobody owes anything`
    : row.evidence
      ? `${row.evidence} is not there yet; the ${actor} must act`
      : `Nobody has said yet that it is done; the ${actor} must act`;
  switch (step.step) {
    case 'approaching':
      await event('Deadline.Approaching', payload);
      if (row.evidence === 'InspectionReport.Received' || contingencyOf(row) === 'investigation') await event('InspectionDeadline.Approaching', payload);
      return;
    case 'reminder':
      await event('Deadline.Reminded', { ...payload, hours: step.hours, actor });
      await closeTasks(change, {
        keyPrefix: `${ofDate}coordinator/reminder-`,
        outcome: 'a nearer reminder stands for it',
        by: 'run',
      });
      await task('coordinator', `${row.lapses ? 'Ends' : 'Due'} in ${step.hours} hours`, waits, dueAt);
      return;
    case 'flag':
      await event('Deadline.Flagged', { ...payload, reason: 'no-evidence' });
      return;
    case 'escalate':
      await event('Deadline.Escalated', { ...payload, role: step.role });
      await task(step.role, 'At risk', `${waits}, and the deal is flagged`, dueAt);
      return;
    // It settles the clock, too.
    case 'breach':
      return;
    default:
      step satisfies never;
  }
}
