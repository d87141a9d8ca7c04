import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { inTenant } from '../db/tenant.ts';

/** Every row of a brokerage as one digest per table: equal before and after means that nothing was written. */
export function fingerprint(db: Db, brokerageId: string): Promise<Record<string, string>> {
  return inTenant(db, brokerageId, async (tx) => {
    const tables = await tx.execute<{ name: string }>(
      sql`select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.column_name = 'brokerage_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await tx.execute<{ digest: string | null }>(
        sql`select md5(string_agg(t::text, '|' order by t::text)) as digest from ${sql.identifier(name)} t`,
      );
      digests[name] = row!.digest ?? 'empty';
    }
    return digests;
  });
}
