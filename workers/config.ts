import { z } from 'zod';

export const engineVariables = {
  TEMPORAL_ADDRESS: z.string().regex(/^[^:/]+:\d+$/, 'must be host:port'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('keyturn'),
} as const;

export const bundleVariables = {
  KEYTURN_HOME: z.string().min(1).default('.keyturn'),
  /** Where a bundle was built beforehand (in an image); without it, bundles are kept in the home. */
  KEYTURN_BUNDLES: z.string().min(1).optional(),
} as const;

export const workerVariables = z.object({
  DATABASE_APP_URL: z.url(),
  ...engineVariables,
  ...bundleVariables,
  KEYTURN_ROLE: z.enum(['worker', 'imports', 'rendering']).default('worker'),
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
export type WorkerConfig = z.infer<typeof workerVariables>;

/** Reads the environment once; what is wrong is said in one sentence per variable. */
export const workerConfig = (env: NodeJS.ProcessEnv = process.env): WorkerConfig => readConfig(workerVariables, env);

export function readConfig<S extends z.ZodType>(shape: S, env: NodeJS.ProcessEnv): z.infer<S> {
  const parsed = shape.safeParse(env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  console.error(`Configuration: ${faults}. Mend the environment (docs/configuration.md lists every variable) and start again.`);
  process.exit(78);
}
