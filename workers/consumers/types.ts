import type { Tx } from '../../db/client.ts';
import type { Change } from '../../db/events.ts';
import type { EventEnvelope } from '../../domain/events/envelope.ts';
import type { EventPayload, EventType } from '../../domain/events/index.ts';

/** An event of one of the given types, narrowed by its `type`. */
export type EventOf<T extends EventType> = { [K in T]: EventEnvelope<K, EventPayload<K>> }[T];

/** What a consumer may do to a run: exactly one of these, to exactly one run. */
export type RunAction = StartAction | SignalAction | (Omit<StartAction, 'kind'> & { kind: 'signal-with-start'; signal: string; signalInput: unknown });

export type StartAction = {
  kind: 'start';
  /** Exported name of the workflow. */
  workflow: string;
  workflowId: string;
  input: unknown;
  /** One line for the Temporal Web UI, and Markdown below it. No personal data. */
  summary: string;
  details: string;
  /** Page of the application that shows what the run is about; the relay links to it below the details. */
  page: string;
  /** TypedSearchAttributes pairs, from workflows/search-attributes.ts */
  attributes: import('@temporalio/common').SearchAttributePair[];
  memo?: Record<string, unknown>;
};

export type SignalAction = { kind: 'signal'; workflowId: string; signal: string; input?: unknown };

/** Writes PostgreSQL in one transaction with its inbox mark: a redelivered event does nothing. */
export type WriteConsumer<T extends EventType = EventType> = {
  name: string;
  on: readonly T[];
  /** `change` belongs to the event's subject, with the event as cause. */
  write(change: Change, event: EventOf<T>): Promise<void>;
};

/** Starts or signals one run. Starts and signals of one kind of run belong to one consumer, so that they keep their order. */
export type RunConsumer<T extends EventType = EventType> = {
  name: string;
  on: readonly T[];
  /** Reads what the run needs; null when the event concerns no run. */
  act(tx: Tx, event: EventOf<T>): Promise<RunAction | null>;
};

export type Consumer = WriteConsumer | RunConsumer;

/** Keeps the type parameter inside the definition and hands out the general form. */
export const writes = <T extends EventType>(consumer: WriteConsumer<T>): Consumer => consumer as unknown as Consumer;
export const acts = <T extends EventType>(consumer: RunConsumer<T>): Consumer => consumer as unknown as Consumer;
