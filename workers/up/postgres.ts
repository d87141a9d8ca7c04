import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { findPostgresBinaries } from './postgres-binaries.ts';

const run = promisify(execFile);

export type Cluster = {
  /** URL of the superuser on the database `postgres`, for creating databases and roles. */
  adminUrl: string;
  process: ChildProcess;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  dataFolder: string;
  port: number;
  password: string;
  logFile: string;
  /** Extra settings; tests switch durability off. */
  settings?: Record<string, string>;
};

/** How PostgreSQL is started: the supervisor keeps it alive by this, tests start it themselves. */
export type ClusterCommand = { command: string; args: string[]; cwd: string; uid?: number; gid?: number; adminUrl: string };

/** Creates the cluster at the first start and says how to run it on 127.0.0.1. */
export async function prepareCluster({ dataFolder, port, password, settings = {} }: Omit<ClusterOptions, 'logFile'>): Promise<ClusterCommand> {
  const { bin, uid, gid } = findPostgresBinaries();
  const as = uid === undefined ? {} : { uid, gid: gid! };
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) await createCluster({ bin, as, dataFolder, password });
  const all = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200, ...settings };
  return {
    command: join(bin, 'postgres'),
    args: ['-D', dataFolder, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    cwd: dataFolder,
    ...as,
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
  };
}

/** Prepares, starts and waits until it answers. */
export async function startPostgres({ logFile, ...options }: ClusterOptions): Promise<Cluster> {
  const { command, args, adminUrl, ...how } = await prepareCluster(options);
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, { ...how, stdio: ['ignore', log, log] });
  await answering(adminUrl, child, logFile);
  return {
    adminUrl,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      // Fast shutdown: sessions are ended, nothing committed is lost.
      child.kill('SIGINT');
      await gone;
    },
  };
}

type CreateOptions = { bin: string; as: { uid?: number; gid?: number }; dataFolder: string; password: string };

/** Made beside its place and renamed when whole: initdb killed half way leaves nothing that looks like a cluster. */
async function createCluster({ bin, as, dataFolder, password }: CreateOptions): Promise<void> {
  const fresh = `${dataFolder}.new`;
  const passwordFile = `${dataFolder}.pw`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined) {
    // PostgreSQL's user must get through the folder above, which is ours.
    chmodSync(dirname(dataFolder), 0o755);
    chownSync(fresh, as.uid, as.gid!);
    chownSync(passwordFile, as.uid, as.gid!);
  }
  await run(join(bin, 'initdb'), ['-D', fresh, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C'], {
    ...as,
    cwd: fresh,
  });
  rmSync(passwordFile);
  renameSync(fresh, dataFolder);
}

/** Waits until the server takes connections; a server that exits first is an error naming its log. */
export async function answering(url: string, child: ChildProcess, logFile: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null || child.signalCode) throw new Error(`PostgreSQL ended while starting; the reason stands in ${logFile}`);
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  throw new Error(`PostgreSQL did not answer within 30 seconds; see ${logFile}`);
}

/** Creates the owner role and a database it owns, when absent. Returns the owner's URL. */
export async function ensureDatabase(adminUrl: string, name: string, ownerPassword: string): Promise<string> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = 'keyturn_owner'`;
    if (!role) await sql.unsafe('CREATE ROLE keyturn_owner LOGIN CREATEROLE NOSUPERUSER');
    const [statement] = await sql`select format('ALTER ROLE keyturn_owner PASSWORD %L', ${ownerPassword}::text) as text`;
    await sql.unsafe(statement!.text);
    const [database] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!database) await sql.unsafe(`CREATE DATABASE "${name}" OWNER keyturn_owner`);
  } finally {
    await sql.end();
  }
  const url = new URL(adminUrl);
  url.username = 'keyturn_owner';
  url.password = ownerPassword;
  url.pathname = `/${name}`;
  return url.href;
}
