import type { Sql } from 'postgres';
import type { Db } from '../../db/client.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventEnvelope } from '../../domain/events/envelope.ts';
import type { Consumer } from '../consumers/types.ts';
import type { Lags } from './lags.ts';
import { eventsAfter, eventsById } from './log.ts';
import { blockedSubjects, park, retryable, settle, subjectKey } from './park.ts';
import { causeOf, isHopeless, type Perform, take } from './take.ts';

export type DeliverDeps = {
  app: Db;
  relay: Sql;
  perform: Perform;
  retryDelaysMs: readonly number[];
  log: (line: Record<string, unknown>) => void;
  lags?: Lags;
};

const batchSize = 200;
const inParallel = 16;

/** Delivers what a consumer has not seen yet. Returns how many events it went through; 0 means up to date. */
export async function deliver(deps: DeliverDeps, consumer: Consumer): Promise<number> {
  const { relay } = deps;
  await relay`insert into consumers (name) values (${consumer.name}) on conflict do nothing`;
  await retryParked(deps, consumer);
  const [row] = await relay<{ position: string }[]>`select position from consumers where name = ${consumer.name}`;
  const events = await eventsAfter(relay, Number(row!.position), consumer.on, batchSize);
  deps.lags?.note(consumer.name, events);
  if (events.length === 0) return 0;

  // In order within a subject, side by side across subjects.
  const blocked = await blockedSubjects(relay, consumer.name);
  const bySubject = Map.groupBy(events, subjectKey);
  const queues = [...bySubject.values()];
  const worker = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) for (const event of queue) await deliverOne(deps, consumer, event, blocked);
  };
  await Promise.all(Array.from({ length: Math.min(inParallel, queues.length) }, worker));
  // Only now: after a crash the whole batch comes again, and taking it again does nothing.
  await relay`update consumers set position = ${events.at(-1)!.position} where name = ${consumer.name}`;
  return events.length;
}

async function deliverOne(deps: DeliverDeps, consumer: Consumer, event: EventEnvelope, blocked: Set<string>): Promise<void> {
  if (blocked.has(subjectKey(event))) {
    await park(deps.relay, consumer.name, event, {
      cause: 'waits behind an earlier event of the same subject',
      nextStep: 'Settle the earlier one; this one follows by itself',
      attempts: 0,
      behind: true,
    });
    return;
  }
  const failure = await attempts(deps, consumer, event);
  if (!failure) return;
  blocked.add(subjectKey(event));
  await park(deps.relay, consumer.name, event, failure);
  deps.log({ level: 'error', message: 'event parked', consumer: consumer.name, eventId: event.eventId, type: event.type, cause: failure.cause });
}

type Failure = { cause: string; nextStep: string; attempts: number; behind: boolean };

async function attempts({ app, perform, retryDelaysMs }: DeliverDeps, consumer: Consumer, event: EventEnvelope): Promise<Failure | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      await take(app, perform, consumer, event);
      return null;
    } catch (error) {
      const delay = retryDelaysMs[attempt - 1];
      if (delay === undefined || isHopeless(error))
        return {
          cause: causeOf(error),
          nextStep: error instanceof DomainError ? error.nextStep : 'Mend the cause, then retry it; discard it only if nobody needs it',
          attempts: attempt,
          behind: false,
        };
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

async function retryParked(deps: DeliverDeps, consumer: Consumer): Promise<void> {
  for (;;) {
    const due = await retryable(deps.relay, consumer.name);
    if (due.length === 0) return;
    const events = await eventsById(
      deps.relay,
      due.map((parked) => parked.eventId),
    );
    for (const parked of due) {
      const failure = await attempts({ ...deps, retryDelaysMs: [] }, consumer, events.get(parked.eventId)!);
      if (failure) await park(deps.relay, consumer.name, events.get(parked.eventId)!, failure);
      else await settle(deps.relay, parked.id);
    }
  }
}
