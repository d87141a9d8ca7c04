import { sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { processStates } from '../schema/index.ts';

/** How far the relay is behind and how much is parked, over all brokerages. */
export async function relayHealth({ orm }: Db): Promise<{ lagMs: number; parked: number }> {
  const [row] = await orm.execute<{ lag_ms: string; parked: string }>(sql`select lag_ms, parked from relay_health()`);
  return { lagMs: Number(row!.lag_ms), parked: Number(row!.parked) };
}

/** A process says how it is; others read it in /readyz and `keyturn doctor`. */
export async function reportState({ orm }: Db, name: string, state: Record<string, unknown>): Promise<void> {
  const set = { at: sql`clock_timestamp()`, state };
  await orm
    .insert(processStates)
    .values({ name, ...set })
    .onConflictDoUpdate({ target: processStates.name, set });
}

export const readStates = ({ orm }: Db): Promise<{ name: string; ageMs: number; state: unknown }[]> =>
  orm
    .select({
      name: processStates.name,
      ageMs: sql<number>`(extract(epoch from clock_timestamp() - ${processStates.at}) * 1000)::int`,
      state: processStates.state,
    })
    .from(processStates)
    .orderBy(processStates.name);
