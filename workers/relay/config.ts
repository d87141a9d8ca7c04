import { z } from 'zod';
import { engineVariables } from '../config.ts';

export const relayVariables = z.object({
  DATABASE_APP_URL: z.url(),
  DATABASE_RELAY_URL: z.url(),
  ...engineVariables,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
