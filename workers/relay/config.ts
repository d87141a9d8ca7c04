import { z } from 'zod';
import { engineVariables } from '../config.ts';

export const relayVariables = z.object({
  DATABASE_APP_URL: z.url(),
  DATABASE_RELAY_URL: z.url(),
  ...engineVariables,
  /** Where people open the application: each run links to its page there. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
