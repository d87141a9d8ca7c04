import { eq } from 'drizzle-orm';
import { standardWatch, type WatchSettings } from '../../domain/compliance/watch.ts';
import type { Tx } from '../client.ts';
import { settings } from '../schema/index.ts';

/** When this brokerage's people hear of a deadline. */
export async function watchSettings(tx: Tx, _params: Record<string, never>): Promise<WatchSettings> {
  const [row] = await tx.select({ watch: settings.deadlineWatch }).from(settings).where(eq(settings.brokerageId, tx.brokerageId));
  return { ...standardWatch, ...(row?.watch as Partial<WatchSettings> | undefined) };
}
