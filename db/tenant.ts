import { sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';

/** Runs `fn` in one transaction that sees and writes the rows of one brokerage only. */
export function inTenant<T>(db: Db, brokerageId: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return db.orm.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('app.tenant', ${brokerageId}, true)`);
    return fn(Object.assign(transaction, { brokerageId }) as Tx);
  });
}
