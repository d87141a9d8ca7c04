import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { inTenant } from '../db/tenant.ts';

const statements = new WeakMap<Db, Promise<string>>();

/** Every row of a brokerage as one digest per table: equal before and after means that nothing was written. */
export async function fingerprint(db: Db, brokerageId: string): Promise<Record<string, string>> {
  if (!statements.has(db)) statements.set(db, statementOf(db, brokerageId));
  const statement = await statements.get(db)!;
  const rows = await inTenant(db, brokerageId, (tx) => tx.execute<{ name: string; digest: string }>(sql.raw(statement)));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** One statement over all tables with a tenant: asked often, by every operation. */
async function statementOf(db: Db, brokerageId: string): Promise<string> {
  const tables = await inTenant(db, brokerageId, (tx) =>
    tx.execute<{ name: string }>(
      sql`select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.column_name = 'brokerage_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
    ),
  );
  if (tables.length === 0) throw new Error('there are no tables to look at');
  return tables
    .map(({ name }) => `select '${name}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), 'empty') as digest from "${name}" t`)
    .join(' union all ');
}
