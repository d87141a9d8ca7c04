import { announceWatchChange } from '../../db/queries/deadlines.settle.ts';
import { findDeadline } from '../../db/queries/deadlines.ts';
import { isCustomClock } from '../../domain/compliance/custom.ts';
import type { DeadlineInput } from '../../workflows/compliance/messages.ts';
import { deadline, dealId as dealAttribute, stage, tenantId } from '../../workflows/search-attributes.ts';
import { acts, type Consumer, type EventOf, type RunAction, writes } from './types.ts';

type OfDeadline = EventOf<'Deadline.Opened' | 'Deadline.Moved' | 'Deadline.Settled' | 'Deadline.WatchChanged'>;

/** Starts the watcher of each deadline somebody must act on, and tells it when its date or state changes. */
const deadlineRuns = acts({
  name: 'deadline-run',
  on: ['Deadline.Opened', 'Deadline.Moved', 'Deadline.Settled', 'Deadline.WatchChanged'],
  async act(tx, event) {
    const row = await findDeadline(tx, { deadlineId: event.payload.deadlineId });
    if (!row?.watched) return null;
    const signalInput = { eventId: event.eventId, what: wordsOf(event) };
    const open = (row.status === 'pending' || row.status === 'tolled') && row.dueAt !== null;
    // A run that is told and has ended needs no news; one that should be there is started.
    if (!open) return event.type === 'Deadline.Opened' ? null : { kind: 'signal', workflowId: row.workflowId, signal: 'lookAgain', input: signalInput };
    return { ...start(event, row), kind: 'signal-with-start', signal: 'lookAgain', signalInput };
  },
});

function start(
  { brokerageId, brokerage, payload }: OfDeadline,
  row: NonNullable<Awaited<ReturnType<typeof findDeadline>>>,
): Omit<Extract<RunAction, { kind: 'start' }>, 'kind'> {
  const { dealNo } = payload;
  // What a person wrote stays in the row: it may name people.
  const title = isCustomClock(row.clock) ? `deadline ${row.clock}` : row.title;
  const input: DeadlineInput = { brokerageId, brokerage, dealNo, deadlineId: row.id, clock: row.clock, title };
  return {
    workflow: 'complianceDeadlineWorkflow',
    workflowId: row.workflowId,
    input,
    summary: `Deal ${dealNo}: ${title} by ${row.date}`,
    details: `Watches until the deadline is met or missed.\n\n- Brokerage **${brokerage}**\n- Deal **${dealNo}**, clock **${row.clock}**\n- The **${row.actor}** must act; evidence is **${row.evidence ?? "a person's word"}**\n- API \`/v1/deals/${dealNo}/deadlines\``,
    page: `/deals/${dealNo}/timeline?clock=${encodeURIComponent(row.clock)}`,
    attributes: [
      { key: tenantId, value: brokerage },
      { key: dealAttribute, value: String(dealNo) },
      { key: stage, value: 'watching' },
      ...(row.dueAt ? [{ key: deadline, value: row.dueAt }] : []),
    ],
    memo: { dealNo, clock: row.clock },
  };
}

function wordsOf(event: OfDeadline): string {
  switch (event.type) {
    case 'Deadline.Opened':
      return 'the contract set the clock going';
    case 'Deadline.Moved':
      return `the date moved from ${event.payload.day.prior ?? 'none'} to ${event.payload.day.next ?? 'none'} (${event.payload.cause.kind})`;
    case 'Deadline.Settled':
      return `it is ${event.payload.status.next}`;
    case 'Deadline.WatchChanged':
      return 'the brokerage changed when people hear of deadlines';
    default:
      return event satisfies never;
  }
}

/** A watcher asleep until the old lead time would be late for a longer one: each is told to plan anew. */
const watchSettings = writes({
  name: 'watch-settings',
  on: ['Settings.Changed'],
  async write(change, { payload }) {
    if (payload.changes.deadlineWatch) await announceWatchChange(change, {});
  },
});

export const complianceConsumers: Consumer[] = [deadlineRuns, watchSettings];
