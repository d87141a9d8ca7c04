import { providerVariables } from '../../activities/providers/config.ts';
import { apiVariables } from '../../api/config.ts';
import { databaseVariables } from '../../deploy/database.ts';
import { migrateVariables } from '../../deploy/migrate.ts';
import { namespaceVariables } from '../../deploy/namespace.ts';
import { releaseVariables } from '../../deploy/release.ts';
import { workerVariables } from '../../workers/config.ts';
import { relayVariables } from '../../workers/relay/config.ts';

const names = (schema: { shape: object }): string[] => Object.keys(schema.shape);
/** Read outside of a schema: by tracing, and so by every process that has a Temporal client of ours. */
const tracing = ['OTEL_EXPORTER_OTLP_ENDPOINT'];
const worker = [...names(workerVariables), ...Object.keys(providerVariables), ...tracing];

/** What each service reads. For our own code these are the names of its config schemas, for others the ones their images document. */
export const allowed: Record<string, string[]> = {
  database: names(databaseVariables),
  migrate: names(migrateVariables),
  'temporal-namespace': names(namespaceVariables),
  release: names(releaseVariables),
  api: names(apiVariables),
  relay: [...names(relayVariables), ...tracing],
  worker,
  imports: worker,
  rendering: worker,
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
