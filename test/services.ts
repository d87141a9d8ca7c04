import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../db/migrate.ts';
import { chromiumUnpacked } from '../web/test/chromium.ts';
import { ensureDatabase, startPostgres } from '../workers/up/postgres.ts';
import { startEngine } from './engine-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { adminUrl: string; template: string };
    engine: { address: string };
  }
}

/** One cluster and one engine for the whole run. Each test file makes its own database from the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = process.getuid?.() === 0 && existsSync('/var/lib') ? '/var/lib' : tmpdir();
  const folder = mkdtempSync(join(root, 'keyturn-test-'));
  // The files of the tests lie with the cluster and go with it (`testFolder`).
  process.env.KEYTURN_TEST_FOLDERS = folder;
  const password = randomBytes(9).toString('hex');
  const browser = chromiumUnpacked();
  const cluster = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    port: await freePort(),
    password,
    logFile: join(folder, 'postgres.log'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '256MB', max_connections: '300' },
  });
  const [engine] = await Promise.all([prepare(cluster.adminUrl), browser]).catch(async (error: unknown) => {
    await cluster.stop();
    throw error;
  });
  project.provide('postgres', { adminUrl: cluster.adminUrl, template: 'keyturn_template' });
  project.provide('engine', { address: engine.address });
  return async () => {
    await engine.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function prepare(adminUrl: string): ReturnType<typeof startEngine> {
  const ownerUrl = await ensureDatabase(adminUrl, 'keyturn_template', 'owner');
  await migrateDatabase(ownerUrl, { app: 'app', relay: 'relay', auth: 'auth' }, { embedded: true });
  return startEngine();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
