import { readFile } from 'node:fs/promises';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

export type RolePasswords = { app: string; relay: string; auth: string };

/** Brings the schema up to date as the owner and sets what each role may do. Repeating it changes nothing. */
export async function migrateDatabase(ownerUrl: string, passwords: RolePasswords, { embedded = false } = {}): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    // One migrator at a time, whoever else starts.
    await sql`select pg_advisory_lock(hashtext('keyturn-migrate'))`;
    await migrate(drizzle(sql), { migrationsFolder: new URL('./migrations', import.meta.url).pathname });
    await sql.unsafe(await readFile(new URL('./security.sql', import.meta.url), 'utf8'));
    for (const [role, password] of Object.entries({ keyturn_app: passwords.app, keyturn_relay: passwords.relay, keyturn_auth: passwords.auth })) {
      const [row] = await sql`select format('ALTER ROLE %I PASSWORD %L', ${role}::text, ${password}::text) as statement`;
      await sql.unsafe(row!.statement);
    }
    if (embedded) await sql`update instance_clock set embedded = true where not embedded`;
  } finally {
    await sql.end();
  }
}

/** The same database as another role. */
export function urlAs(ownerUrl: string, role: 'keyturn_app' | 'keyturn_relay' | 'keyturn_auth', password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
