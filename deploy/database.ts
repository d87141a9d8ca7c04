// One-shot, as PostgreSQL's superuser: the roles and databases that everything else is given. Repeating it changes nothing but passwords.
import postgres from 'postgres';
import { z } from 'zod';
import { readConfig } from '../workers/config.ts';
import { ensureDatabase } from '../workers/up/postgres.ts';

export const databaseVariables = z.object({
  DATABASE_ADMIN_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The owner's address of our own database: names the role, its password and the database. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The engine's own role; it makes its databases itself. */
  TEMPORAL_DB_USER: z.string().regex(/^[a-z_][a-z0-9_]*$/),
  TEMPORAL_DB_PASSWORD: z.string().min(1),
});

if (import.meta.main) {
  const config = readConfig(databaseVariables, process.env);
  const owner = new URL(config.DATABASE_URL);
  const name = decodeURIComponent(owner.pathname.slice(1));
  await ensureDatabase(config.DATABASE_ADMIN_URL, name, decodeURIComponent(owner.password));
  await ensureEngineRole(config);
  console.log(`database ${name} of role ${owner.username} and role ${config.TEMPORAL_DB_USER} are there`);
}

async function ensureEngineRole({
  DATABASE_ADMIN_URL,
  TEMPORAL_DB_USER: role,
  TEMPORAL_DB_PASSWORD: password,
}: z.infer<typeof databaseVariables>): Promise<void> {
  const sql = postgres(DATABASE_ADMIN_URL, { max: 1, onnotice: () => {} });
  try {
    const [there] = await sql`select 1 from pg_roles where rolname = ${role}`;
    const [statement] =
      await sql`select format(${there ? 'ALTER' : 'CREATE'} || ' ROLE %I LOGIN CREATEDB NOSUPERUSER PASSWORD %L', ${role}::text, ${password}::text) as text`;
    await sql.unsafe(statement!.text);
  } finally {
    await sql.end();
  }
}
