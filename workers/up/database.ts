import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { migrateDatabase, urlAs } from '../../db/migrate.ts';
import { DomainError } from '../../domain/errors.ts';
import type { UpConfig } from './config.ts';
import { clusterFolder, type Home } from './home.ts';
import { freePort } from './ports.ts';
import { answering, ensureDatabase, prepareCluster } from './postgres.ts';
import type { Supervisor } from './processes.ts';

export type DatabaseUrls = { owner: string; app: string; relay: string; auth: string };

/** The owner's address of the database: that of DATABASE_URL, or of a cluster of our own that is started here. */
export async function openDatabase(config: UpConfig, home: Home, supervisor: Supervisor): Promise<string> {
  if (config.DATABASE_URL) {
    await reachable(config.DATABASE_URL);
    return config.DATABASE_URL;
  }
  const { instance } = home;
  const dataFolder = clusterFolder(home.folder);
  claimCluster(dataFolder, home);
  const port = await freePort(config.KEYTURN_POSTGRES_PORT ?? instance.ports.postgres);
  instance.ports.postgres = port;
  home.save();
  const { adminUrl, ...command } = await prepareCluster({ dataFolder, port, password: instance.secrets.postgres });
  const logFile = join(home.logs, 'postgres.log');
  await supervisor.start({
    name: 'postgres',
    ...command,
    // Fast shutdown: sessions are ended, nothing committed is lost.
    stopSignal: 'SIGINT',
    ready: (child) => answering(adminUrl, child, logFile),
  });
  return ensureDatabase(adminUrl, 'keyturn', instance.secrets.owner);
}

/** Brings the schema up to date and answers with the address of each role. */
export async function migrate(ownerUrl: string, config: UpConfig, home: Home, { embedded }: { embedded: boolean }): Promise<DatabaseUrls> {
  const app = config.KEYTURN_APP_PASSWORD ?? home.instance.secrets.app;
  const relay = config.KEYTURN_RELAY_PASSWORD ?? home.instance.secrets.relay;
  const auth = config.KEYTURN_AUTH_PASSWORD ?? home.instance.secrets.auth;
  if (!embedded) await refuseMovedClock(ownerUrl);
  await migrateDatabase(ownerUrl, { app, relay, auth }, { embedded });
  return {
    owner: ownerUrl,
    app: urlAs(ownerUrl, 'keyturn_app', app),
    relay: urlAs(ownerUrl, 'keyturn_relay', relay),
    auth: urlAs(ownerUrl, 'keyturn_auth', auth),
  };
}

/** The cluster of root's home lies outside of it, so it carries the name of the instance it belongs to. */
function claimCluster(dataFolder: string, home: Home): void {
  const owner = join(dirname(dataFolder), 'keyturn-home.json');
  const { instance } = home;
  if (instance.cluster && instance.cluster !== dataFolder && existsSync(instance.cluster))
    throw new DomainError('moved-home', `This home was moved: its database still lies in ${instance.cluster}`, {
      nextStep: `Move ${dirname(instance.cluster)} to ${dirname(dataFolder)}, or move the home back`,
    });
  const other = existsSync(owner) ? (JSON.parse(readFileSync(owner, 'utf8')) as { id: string }).id : undefined;
  if (other && other !== instance.id) {
    // Left by a home of this name that was deleted: its password went with it. The last one is kept aside.
    rmSync(`${dirname(dataFolder)}.left`, { recursive: true, force: true });
    renameSync(dirname(dataFolder), `${dirname(dataFolder)}.left`);
  }
  if (dirname(dataFolder) !== home.folder) {
    mkdirSync(dirname(dataFolder), { recursive: true, mode: 0o755 });
    writeFileSync(owner, JSON.stringify({ id: instance.id, home: home.folder }));
  }
  instance.cluster = dataFolder;
  home.save();
}

async function reachable(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new DomainError('no-database', `The database of DATABASE_URL does not let us in (${code ?? message})`, {
      nextStep: 'Check that it runs and that user, password and database name are right, or unset DATABASE_URL to use the one of Keyturn',
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A clock that was moved ahead belongs to the engine whose runs were moved with it. */
async function refuseMovedClock(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [table] = await sql`select to_regclass('public.instance_clock') as name`;
    const [clock] = table!.name ? await sql<{ offset_ms: string; embedded: boolean }[]>`select offset_ms, embedded from instance_clock` : [];
    if (!clock?.embedded) return;
    if (Number(clock.offset_ms) > 0)
      throw new DomainError(
        'moved-clock',
        'The business clock of this database was moved ahead with "keyturn forward", which only its embedded engine can follow',
        {
          nextStep: 'Unset TEMPORAL_ADDRESS, or use another database for this server',
        },
      );
    await sql`update instance_clock set embedded = false`;
  } finally {
    await sql.end();
  }
}
