import type { EventEnvelope } from '../../domain/events/envelope.ts';

/** How far a consumer is behind: events in hand, of which there may be more than one look finds, and how long the oldest waits. */
export type Lag = { name: string; waiting: number; oldestMs: number };
export type Lags = { note(consumer: string, events: readonly Pick<EventEnvelope, 'recordedAt'>[]): void; read(): Lag[] };

/** Keeps what each look of a consumer found, so that saying how far it is behind costs no look of its own. */
export function createLags(now: () => number = Date.now): Lags {
  const found = new Map<string, { waiting: number; since: number | null }>();
  return {
    note: (consumer, events) => void found.set(consumer, { waiting: events.length, since: events[0] ? Date.parse(events[0].recordedAt) : null }),
    read: () => [...found].map(([name, { waiting, since }]) => ({ name, waiting, oldestMs: since === null ? 0 : Math.max(0, now() - since) })),
  };
}
