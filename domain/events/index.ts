import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { assignmentEvents } from './assignments.ts';
import { closingEvents } from './closing.ts';
import { coreEvents } from './core.ts';
import { deliveryEvents } from './deliveries.ts';
import { documentEvents } from './documents.ts';
import { fileEvents } from './file.ts';
import { listingEvents } from './listing.ts';
import { offerEvents } from './offers.ts';
import { outreachEvents } from './outreach.ts';
import { signingEvents } from './signing.ts';
import { sourcingEvents } from './sourcing.ts';

/** Every event type with its current version and payload schema. */
export const eventCatalogue = {
  ...coreEvents,
  ...sourcingEvents,
  ...offerEvents,
  ...closingEvents,
  ...assignmentEvents,
  ...fileEvents,
  ...listingEvents,
  ...documentEvents,
  ...signingEvents,
  ...deliveryEvents,
  ...outreachEvents,
};

export type EventType = keyof typeof eventCatalogue;
export type EventPayload<T extends EventType> = z.input<(typeof eventCatalogue)[T]['payload']>;

export const eventTypes = Object.keys(eventCatalogue) as EventType[];
export const eventVersion = (type: EventType): number => eventCatalogue[type].version;

/** Refuses a payload that does not fit its type: the log holds only what consumers can read. */
export function parseEvent<T extends EventType>(type: T, payload: unknown): EventPayload<T> {
  const entry = eventCatalogue[type];
  if (!entry) throw new DomainError('unknown-event', `There is no event type ${String(type)}`, { nextStep: 'Add it to domain/events' });
  const parsed = entry.payload.safeParse(payload);
  if (!parsed.success)
    throw new DomainError('bad-event', `${type} was given a payload that does not fit: ${z.prettifyError(parsed.error)}`, { nextStep: 'Mend the caller' });
  return parsed.data as EventPayload<T>;
}
