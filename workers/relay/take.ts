import { isGrpcServiceError } from '@temporalio/client';
import type { Db } from '../../db/client.ts';
import { changeWithin } from '../../db/events.ts';
import { inbox } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventEnvelope } from '../../domain/events/envelope.ts';
import type { EventType } from '../../domain/events/index.ts';
import type { Consumer, EventOf, RunAction } from '../consumers/types.ts';

/** Carries out an action on one run. Repeats must be harmless: ids are business keys, signals carry their event's id. */
export type Perform = (action: RunAction, event: EventEnvelope) => Promise<void>;

/** Lets one consumer take one event: rows and inbox mark in one transaction, or one act on one run. */
export async function take(app: Db, perform: Perform, consumer: Consumer, event: EventEnvelope): Promise<void> {
  const known = event as EventOf<EventType>;
  if ('act' in consumer) {
    const action = await inTenant(app, event.brokerageId, (tx) => consumer.act(tx, known));
    if (action) await perform(action, event);
    return;
  }
  await inTenant(app, event.brokerageId, async (tx) => {
    const mark = await tx
      .insert(inbox)
      .values({ brokerageId: tx.brokerageId, consumer: consumer.name, eventId: event.eventId })
      .onConflictDoNothing()
      .returning();
    if (mark.length === 0) return;
    const { subject, correlationId, eventId: causationId } = event;
    await changeWithin(tx, { subject, actor: { kind: 'system', id: consumer.name }, source: 'relay', correlationId, causationId }, (change) =>
      consumer.write(change, known),
    );
  });
}

/** A fault that more attempts cannot mend: the event is parked at once. */
export const isHopeless = (error: unknown): boolean => error instanceof DomainError || error instanceof TypeError;

/** One sentence for the parked list; no stack, no payload. */
export const causeOf = (error: unknown): string =>
  (isGrpcServiceError(error) ? `the engine answered ${error.details || error.message}` : error instanceof Error ? error.message : String(error)).slice(0, 500);
