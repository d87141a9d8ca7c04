// One-shot, as the owner: brings our schema up to date and sets what each role may do. Runs before anything of ours starts.
import { z } from 'zod';
import { migrateDatabase } from '../db/migrate.ts';
import { readConfig } from '../workers/config.ts';

export const migrateVariables = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  KEYTURN_APP_PASSWORD: z.string().min(1),
  KEYTURN_RELAY_PASSWORD: z.string().min(1),
  KEYTURN_AUTH_PASSWORD: z.string().min(1),
});

if (import.meta.main) {
  const config = readConfig(migrateVariables, process.env);
  await migrateDatabase(config.DATABASE_URL, {
    app: config.KEYTURN_APP_PASSWORD,
    relay: config.KEYTURN_RELAY_PASSWORD,
    auth: config.KEYTURN_AUTH_PASSWORD,
  });
  console.log('the schema is up to date');
}
