import { eq, sql } from 'drizzle-orm';
import type { Db } from '../client.ts';
import { providerCursors } from '../schema/index.ts';

/** Brokerages with an envelope at the provider that has not ended; ids only. */
export async function awaitingSignatures({ orm }: Db): Promise<string[]> {
  const rows = await orm.execute<{ id: string }>(sql`select brokerages_awaiting_signatures() as id`);
  return rows.map(({ id }) => id);
}

/** Up to where the provider's list of changes has been read; null before the first look. */
export async function readCursor({ orm }: Db, provider: string): Promise<string | null> {
  const [row] = await orm.select().from(providerCursors).where(eq(providerCursors.provider, provider));
  return row?.through ?? null;
}

export async function writeCursor({ orm }: Db, provider: string, through: string): Promise<void> {
  await orm.insert(providerCursors).values({ provider, through }).onConflictDoUpdate({ target: providerCursors.provider, set: { through } });
}
