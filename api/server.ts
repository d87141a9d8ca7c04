import { serve } from '@hono/node-server';
import { openDb } from '../db/client.ts';
import { createFileStore } from '../db/files.ts';
import { createApp } from './app.ts';
import { type ApiConfig, filesFolder, readConfig } from './config.ts';
import { createLogger } from './logging.ts';
import { createSessions } from './sessions/sessions.ts';
import { connectTemporal } from './temporal.ts';

const config = configOrExit();
const log = createLogger(config.logLevel);
const db = openDb(config.databaseUrl, { max: 20, application: 'keyturn-api' });
const temporal = connectTemporal(config);
const sessions = createSessions({ authUrl: config.authDatabaseUrl, secret: config.authSecret, publicUrl: config.publicUrl });
const app = createApp({ db, sessions, files: createFileStore(filesFolder(config)), temporal, log, config });

const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) => log.info({ port }, 'api ready'));
server.on('error', (error: NodeJS.ErrnoException) => {
  const why =
    error.code === 'EADDRINUSE'
      ? `Port ${config.port} is in use: end what listens there, or set KEYTURN_PORT to another port.`
      : `The API cannot listen on ${config.host}:${config.port}: ${error.message}.`;
  process.stderr.write(`${why}\n`);
  process.exit(1);
});

/** Answers what is being asked, then ends; a second signal ends at once. */
function stop(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(async () => {
    await Promise.allSettled([db.close(), sessions.close(), temporal.connection.close()]);
    process.exit(0);
  });
  if (!('closeIdleConnections' in server)) return;
  server.closeIdleConnections();
  // A connection that was opened ahead and never asked anything is not idle to Node, and would be waited for.
  setTimeout(() => server.closeAllConnections(), 2000).unref();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

function configOrExit(): ApiConfig {
  try {
    return readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(78);
  }
}
