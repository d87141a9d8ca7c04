import { z } from 'zod';
import { providerVariables } from '../../activities/providers/config.ts';
import { apiVariables } from '../../api/config.ts';
import { databaseVariables } from '../../deploy/database.ts';
import { migrateVariables } from '../../deploy/migrate.ts';
import { namespaceVariables } from '../../deploy/namespace.ts';
import { releaseVariables } from '../../deploy/release.ts';
import { workerVariables } from '../../workers/config.ts';
import { relayVariables } from '../../workers/relay/config.ts';

const worker = z.object({ ...workerVariables.shape, ...providerVariables });

/** The config schema of each service of ours. */
export const schemas: Record<string, z.ZodObject> = {
  database: databaseVariables,
  migrate: migrateVariables,
  'temporal-namespace': namespaceVariables,
  release: releaseVariables,
  api: apiVariables,
  relay: relayVariables,
  worker,
  imports: worker,
  rendering: worker,
};

/** Read outside of a schema: by tracing, in every process that has a Temporal client with it. */
const tracing = ['OTEL_EXPORTER_OTLP_ENDPOINT'];
const traced = ['relay', 'worker', 'imports', 'rendering'];

/** What each service reads. For our own code these are the names of its config schema, for others the ones their images document. */
export const allowed: Record<string, string[]> = {
  ...Object.fromEntries(Object.entries(schemas).map(([name, { shape }]) => [name, [...Object.keys(shape), ...(traced.includes(name) ? tracing : [])]])),
  postgres: ['POSTGRES_PASSWORD', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_INITDB_ARGS', 'PGDATA'],
  'temporal-schema': ['SQL_PLUGIN', 'SQL_HOST', 'SQL_PORT', 'SQL_USER', 'SQL_PASSWORD', 'DBNAME', 'VISIBILITY_DBNAME'],
  temporal: [
    ...['DB', 'POSTGRES_SEEDS', 'DB_PORT', 'POSTGRES_USER', 'POSTGRES_PWD', 'DBNAME', 'VISIBILITY_DBNAME', 'NUM_HISTORY_SHARDS', 'BIND_ON_IP'],
    ...['DYNAMIC_CONFIG_FILE_PATH', 'LOG_LEVEL', 'PROMETHEUS_ENDPOINT', 'SQL_MAX_CONNS', 'SQL_VIS_MAX_CONNS', 'TEMPORAL_ALLOW_NO_AUTH'],
  ],
  'temporal-ui': [
    'TEMPORAL_ADDRESS',
    'TEMPORAL_UI_PORT',
    'TEMPORAL_CORS_ORIGINS',
    'TEMPORAL_CODEC_ENDPOINT',
    'TEMPORAL_DEFAULT_NAMESPACE',
    'TEMPORAL_DISABLE_NEWS_FETCH',
  ],
};

const [data, messages] = [true, false].map((wanted) => Object.keys(providerVariables).filter((name) => name.startsWith('BATCHDATA_') === wanted)) as [
  string[],
  string[],
];

/** Variables that the compose file leaves to their defaults on purpose: those of the sandbox, the vendors' own addresses, and secrets a process has no use for. */
export const leftOut: Record<string, string[]> = {
  api: ['SANDBOX_URL'],
  worker: ['TWILIO_BASE_URL', ...data],
  imports: [...messages, 'BATCHDATA_URL'],
  rendering: Object.keys(providerVariables),
};
