import { Client, Connection } from '@temporalio/client';
import pino from 'pino';
import { openDb } from '../../db/client.ts';
import { clockOffsetMs } from '../../db/clock.ts';
import { readConfig } from '../config.ts';
import { allConsumers } from '../consumers/index.ts';
import { tellReady } from '../ready.ts';
import { reportStates } from '../states.ts';
import { createBringUp, oneAtATime } from '../temporal/clock.ts';
import { tracing } from '../temporal/tracing.ts';
import { relayVariables } from './config.ts';
import { createLags } from './lags.ts';
import { createPerform } from './perform.ts';
import { runRelay } from './relay.ts';

const config = readConfig(relayVariables, process.env);
const log = pino({ level: config.LOG_LEVEL, base: { role: 'relay' } });
const stop = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());

const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE, plugins: [tracing('keyturn-relay')] });
const app = openDb(config.DATABASE_APP_URL, { max: 24, application: 'keyturn-relay-app' });
const relay = openDb(config.DATABASE_RELAY_URL, { max: 16, application: 'keyturn-relay' });
const offsetMs = () => clockOffsetMs(relay.orm);
const bringUp = createBringUp({ connection, namespace: config.TEMPORAL_NAMESPACE, oneAtATime: oneAtATime(relay.sql) }, offsetMs);
const perform = createPerform({ client, relay: relay.sql, offsetMs, bringUp, publicUrl: config.PUBLIC_URL });
const lags = createLags();
const states = reportStates(app, 'relay', () => ({ consumers: lags.read() }));

try {
  // About half a minute of patience in machine time, then the event is parked.
  tellReady();
  const retryDelaysMs = [100, 300, 1000, 2000, 4000, 8000, 16_000];
  await runRelay(
    {
      app,
      relay: relay.sql,
      perform,
      consumers: allConsumers,
      retryDelaysMs,
      lags,
      log: ({ level, message, ...rest }) => log[level as 'info'](rest, String(message)),
    },
    stop.signal,
  );
} finally {
  states.stop();
  await Promise.all([connection.close(), app.close(), relay.close()]);
}
