import { type Extension, extendedBy } from './extension.ts';
import type { LoggedEvent } from './file-timeline.ts';

/** Where a clock stood, as the events up to an instant have it. */
export type KnownClock = {
  clock: string;
  deadlineId?: string | undefined;
  date: string | null;
  dueAt: string | null;
  status: string;
  extended: Extension | null;
};
/** What the events of a deadline carry. */
export type DeadlinePayload = {
  clock: string;
  deadlineId?: string;
  date: string | null;
  dueAt: string | null;
  day?: { prior: string | null; next: string | null };
  status?: { next: string };
  cause?: { kind: string; id: string };
};

/** The clocks as they were known after these events; each event carries what it needs, so nothing else is read. */
export function clocksKnown(events: readonly LoggedEvent[], seen: (event: LoggedEvent, clock: KnownClock) => void = () => {}): KnownClock[] {
  const clocks = new Map<string, KnownClock>();
  for (const event of events) {
    if (event.type === 'Contract.Recorded') clocks.clear();
    if (!event.type.startsWith('Deadline.')) continue;
    const { clock } = event.payload as DeadlinePayload;
    const next = afterEvent(clocks.get(clock), event);
    if (!next) continue;
    clocks.set(clock, next);
    seen(event, next);
  }
  return [...clocks.values()];
}

function afterEvent(before: KnownClock | undefined, { type, occurredAt, payload }: LoggedEvent): KnownClock | null {
  const { clock, deadlineId, date, dueAt, status, cause } = payload as DeadlinePayload;
  const fresh: KnownClock = { clock, deadlineId, date, dueAt, status: 'pending', extended: null };
  const known = before ?? fresh;
  if (type === 'Deadline.Opened') return fresh;
  if (type === 'Deadline.Settled') return { ...known, date, dueAt, status: status!.next };
  if (type !== 'Deadline.Moved') return null;
  const at = occurredAt.toISOString();
  const moved = { ...known, date, dueAt, status: afterMove(known.status, dueAt, at) };
  return { ...moved, extended: extendedBy(known, moved, { at, cause }) };
}

/** A clock that has run out runs again when its date is moved ahead, or is gone, and only then. */
const afterMove = (status: string, dueAt: string | null, at: string): string =>
  (status === 'breached' || status === 'lapsed') && (dueAt === null || dueAt > at) ? 'pending' : status;
