import { createConnection, type Socket } from 'node:net';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

/** A pool of one role. `orm` for all ordinary work; `bulk()` for COPY: drizzle changes its client's date handling, so bulk loading has a client of its own. */
export type Db = { orm: PostgresJsDatabase<typeof schema>; sql: postgres.Sql; bulk: () => postgres.Sql; close(): Promise<void> };

/** One transaction of one brokerage: a drizzle transaction with the tenant set. Made by `inTenant` and `changeSubject` only. */
export type Tx = PgTransaction<PostgresJsQueryResultHKT, typeof schema, import('drizzle-orm').ExtractTablesWithRelations<typeof schema>> & {
  readonly brokerageId: string;
};

let attempts = 0;
/** The driver leaves Nagle's algorithm on: the last piece of a COPY, and any answer in two parts, would wait 40 ms for an acknowledgement. */
function promptSocket({ host, port, path }: { host: string[]; port: number[]; path: string | boolean }): Socket {
  if (typeof path === 'string' && path !== '') return createConnection({ path });
  const turn = attempts++ % host.length;
  return createConnection({ host: host[turn]!, port: port[turn]!, noDelay: true });
}

/** Opens a pool. `url` names the role (app, relay or owner). */
export function openDb(url: string, { max = 10, application = 'keyturn' }: { max?: number; application?: string } = {}): Db {
  const options = { max, connection: { application_name: application }, onnotice: () => {}, idle_timeout: 60, connect_timeout: 10, socket: promptSocket };
  const sql = postgres(url, options);
  let bulk: postgres.Sql | undefined;
  return {
    orm: drizzle(sql, { schema }),
    sql,
    bulk: () => {
      bulk ??= postgres(url, { ...options, max: 3, application_name: `${application}-bulk` } as never);
      return bulk;
    },
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), bulk?.end({ timeout: 5 })]);
    },
  };
}
