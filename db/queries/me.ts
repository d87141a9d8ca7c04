import { eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { brokerages, instanceClock } from '../schema/index.ts';

export async function readBrokerage(tx: Tx): Promise<{ slug: string; name: string; zone: string } | null> {
  const [row] = await tx
    .select({ slug: brokerages.slug, name: brokerages.name, zone: brokerages.zone })
    .from(brokerages)
    .where(eq(brokerages.id, tx.brokerageId));
  return row ?? null;
}

/** The instance itself: nothing of any brokerage. */
export async function readInstance(tx: Tx): Promise<{ embedded: boolean }> {
  const [row] = await tx.select({ embedded: instanceClock.embedded }).from(instanceClock);
  return row!;
}
