import { join } from 'node:path';
import { type Logger, type LogLevel, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import pino from 'pino';
import { createActivities, type Deps } from '../activities/index.ts';
import { breakerStates } from '../activities/providers/client.ts';
import { createProviders } from '../activities/providers/index.ts';
import { openDb } from '../db/client.ts';
import { createFileStore } from '../db/files.ts';
import { workflowBundle } from './bundle.ts';
import { workerConfig } from './config.ts';
import { tellReady } from './ready.ts';
import { activitiesOf, queuesOf } from './roles.ts';
import { startReconciliation } from './signatures/job.ts';
import { reportStates } from './states.ts';
import { deploymentName } from './temporal/settings.ts';
import { tracing } from './temporal/tracing.ts';

const config = workerConfig();
const log = pino({ level: config.LOG_LEVEL, base: { role: config.KEYTURN_ROLE } });
Runtime.install({ logger: sdkLogger(log), shutdownSignals: ['SIGTERM', 'SIGINT'] });

const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
const db = openDb(config.DATABASE_APP_URL, { max: 20, application: `keyturn-${config.KEYTURN_ROLE}` });
const deps: Deps = { db, files: createFileStore(join(config.KEYTURN_HOME, 'files')), publicUrl: config.PUBLIC_URL, ...createProviders(process.env) };
const { code, buildId } = await workflowBundle(config.KEYTURN_BUNDLES ?? join(config.KEYTURN_HOME, 'cache'));

const common: Omit<WorkerOptions, 'taskQueue'> = {
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  plugins: [tracing(`keyturn-${config.KEYTURN_ROLE}`)],
  workerDeploymentOptions: { useWorkerVersioning: true, version: { deploymentName, buildId }, defaultVersioningBehavior: 'AUTO_UPGRADE' },
  // Longer than the longest short activity; long ones heartbeat and resume.
  shutdownGraceTime: '10 seconds',
};
const activities = createActivities(deps);
const workers = await Promise.all(
  queuesOf(config.KEYTURN_ROLE).map(({ taskQueue, workflows, options }) =>
    Worker.create({ ...common, taskQueue, activities: activitiesOf(activities, taskQueue), ...(workflows ? { workflowBundle: { code } } : {}), ...options }),
  ),
);
log.info({ buildId, queues: workers.map((worker) => worker.options.taskQueue) }, 'worker ready');
tellReady({ buildId });
const reconciliation = config.KEYTURN_ROLE === 'worker' ? startReconciliation({ db, signatures: deps.signatures, log }) : null;
const states = reportStates(db, config.KEYTURN_ROLE, () => ({ breakers: breakerStates(), ...(reconciliation && { signatures: reconciliation.state() }) }));
await Promise.all(workers.map((worker) => worker.run()));
states.stop();
await reconciliation?.stop();
await connection.close();
await db.close();

/** The SDK's logger interface over pino. */
function sdkLogger(to: pino.Logger): Logger {
  const write = (level: LogLevel, message: string, meta: object = {}): void => to[level.toLowerCase() as Lowercase<LogLevel>](meta, message);
  const at = (level: LogLevel) => (message: string, meta?: object) => write(level, message, meta);
  return { log: write, trace: at('TRACE'), debug: at('DEBUG'), info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
}
