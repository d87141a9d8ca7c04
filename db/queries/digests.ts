import { and, asc, eq, isNull } from 'drizzle-orm';
import { dayBeforeFirst, dueDigest, nextDigest } from '../../domain/closing/digest.ts';
import type { Change } from '../events.ts';
import { brokerages, digests, people } from '../schema/index.ts';
import { requestDelivery } from './deliveries.ts';
import { readPerson } from './people.ts';

/** The same as `DigestLook` of the run's messages. */
export type AskedDigests = { readers: number; asked: number; day: string | null; nextAt: string | null; zone: string };

/** Whether a person gets the digest of the day. The same once more changes nothing. */
export async function changeDigest({ tx, event }: Change, { personId, on }: { personId: string; on: boolean }): Promise<boolean> {
  const person = await readPerson(tx, { personId });
  if (!person || person.digest === on) return on;
  await tx
    .update(people)
    .set({ digest: on })
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.id, personId)));
  await event('Digest.Changed', { personId, on: { prior: person.digest, next: on } });
  return on;
}

/** Asks for the digests that are due, one a person and day, and says when the next are; null when nobody wants one any more. */
export async function askForDigests(change: Change, _params: Record<string, never>): Promise<AskedDigests> {
  const { tx, now } = change;
  const [brokerage] = await tx.select({ slug: brokerages.slug, zone: brokerages.zone }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const { slug, zone } = brokerage!;
  const [run] = await tx.select().from(digests).where(eq(digests.brokerageId, tx.brokerageId));
  const readers = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.digest, true), isNull(people.disabledAt)))
    .orderBy(asc(people.id));
  const isRead = readers.length > 0;
  const before = run?.lastDay ?? dayBeforeFirst(now, zone);
  const day = isRead ? dueDigest(now, zone, before) : null;
  if (day) for (const { id } of readers) await requestDelivery(change, { kind: 'daily-digest', key: `digest/${id}/${day}`, personId: id, about: { day } });
  const next = isRead ? nextDigest(now, zone) : null;
  const values = {
    ...{ workflowId: `digest/${slug}`, lastDay: isRead ? (day ?? before) : null, runDueAt: next?.at ?? null },
    waitingFor: next && `the morning of ${next.day}: ${readers.length === 1 ? 'one person reads' : `${readers.length} people read`} the digest`,
  };
  await tx
    .insert(digests)
    .values({ brokerageId: tx.brokerageId, ...values })
    .onConflictDoUpdate({ target: digests.brokerageId, set: values });
  return { readers: readers.length, asked: day ? readers.length : 0, day, nextAt: next?.at.toISOString() ?? null, zone };
}
