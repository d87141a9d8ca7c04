import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { complianceConsumer } from '../../domain/compliance/listens.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { parkedEvents } from '../schema/index.ts';
import { findDeal } from './closing.ts';

export type ParkedEvent = typeof parkedEvents.$inferSelect;
export type ParkedStatus = 'parked' | 'retry' | 'done' | 'discarded';

/** Oldest first: what is parked behind an earlier event comes after it. */
export const listParked = (
  tx: Tx,
  { status, after, limit }: { status: ParkedStatus; after?: [number, string] | undefined; limit: number },
): Promise<ParkedEvent[]> =>
  tx
    .select()
    .from(parkedEvents)
    .where(
      and(
        eq(parkedEvents.brokerageId, tx.brokerageId),
        eq(parkedEvents.status, status),
        after ? sql`(${parkedEvents.position}, ${parkedEvents.id}) > (${after[0]}, ${after[1]}::uuid)` : gt(parkedEvents.position, 0),
      ),
    )
    .orderBy(asc(parkedEvents.position), asc(parkedEvents.id))
    .limit(limit);

export async function readParked(tx: Tx, { parkedId }: { parkedId: string }): Promise<ParkedEvent | null> {
  const [row] = await tx
    .select()
    .from(parkedEvents)
    .where(and(eq(parkedEvents.brokerageId, tx.brokerageId), eq(parkedEvents.id, parkedId)));
  return row ?? null;
}

/** Asks the relay to deliver it again; what waits behind it follows by itself. */
export async function retryParked({ tx, event }: Change, { parkedId }: { parkedId: string }): Promise<ParkedEvent> {
  const prior = await requireParked(tx, parkedId);
  if (prior.status === 'retry') return prior;
  const next = await writeParked(tx, parkedId, { status: 'retry' });
  await event('Parked.RetryAsked', { parkedId, consumer: prior.consumer, eventId: prior.eventId });
  return next;
}

/** Gives it up for this consumer; what waits behind it is delivered. The event itself stays in the log. */
export async function discardParked({ tx, event }: Change, { parkedId, by, reason }: { parkedId: string; by: string; reason: string }): Promise<ParkedEvent> {
  const prior = await requireParked(tx, parkedId);
  const [next] = await tx
    .update(parkedEvents)
    .set({ status: 'discarded', settledAt: sql`clock_timestamp()`, settledBy: by, settledReason: reason })
    .where(and(eq(parkedEvents.brokerageId, tx.brokerageId), eq(parkedEvents.id, parkedId)))
    .returning();
  await event('Parked.Discarded', { parkedId, consumer: prior.consumer, eventId: prior.eventId });
  if (prior.consumer === complianceConsumer && prior.subjectKind === 'deal') {
    // The deal may wait for it: it hears that a person has dealt with it, and its own log keeps who.
    const deal = await findDeal(tx, { dealId: prior.subjectId });
    const about = { kind: 'deal', id: prior.subjectId } as const;
    if (deal) await event('Checklist.FactGivenUp', { dealId: deal.id, dealNo: deal.dealNo, parkedId, fact: prior.type, by }, about);
  }
  return next!;
}

async function requireParked(tx: Tx, parkedId: string): Promise<ParkedEvent> {
  const row = await readParked(tx, { parkedId });
  if (!row) throw new DomainError('not-found', `There is no parked event ${parkedId}.`, { nextStep: 'List the parked events and take the id of one.' });
  if (row.status !== 'parked' && row.status !== 'retry')
    throw new DomainError('parked-settled', `The parked event is ${row.status} already.`, { nextStep: 'List the parked events: it is no longer among them.' });
  return row;
}

async function writeParked(tx: Tx, parkedId: string, values: Partial<ParkedEvent>): Promise<ParkedEvent> {
  const [row] = await tx
    .update(parkedEvents)
    .set(values)
    .where(and(eq(parkedEvents.brokerageId, tx.brokerageId), eq(parkedEvents.id, parkedId)))
    .returning();
  return row!;
}
