import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { type Db, openDb } from '../db/client.ts';
import { migrateDatabase, urlAs } from '../db/migrate.ts';
import { brokerages, ruleSets, settings } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { defaultRuleSet } from '../domain/sourcing/qualification.default.ts';
import { freePort } from '../workers/up/ports.ts';
import { ensureDatabase, startPostgres } from '../workers/up/postgres.ts';

export type BenchDatabase = { folder: string; app: Db; appUrl: string; admin: postgres.Sql; serverPid: number; stop(): Promise<void> };

/** A cluster of its own with the product's settings, so durability on, in a folder that is gone afterwards. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(process.getuid?.() === 0 && existsSync('/var/lib') ? '/var/lib' : tmpdir(), 'keyturn-bench-'));
  const cluster = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    port: await freePort(),
    password: randomBytes(9).toString('hex'),
    logFile: join(folder, 'postgres.log'),
  });
  const ownerUrl = await ensureDatabase(cluster.adminUrl, 'bench', 'owner');
  await migrateDatabase(ownerUrl, { app: 'app', relay: 'relay', auth: 'auth' }, { embedded: true });
  const appUrl = urlAs(ownerUrl, 'keyturn_app', 'app');
  const app = openDb(appUrl);
  const adminUrl = new URL(cluster.adminUrl);
  adminUrl.pathname = '/bench';
  const admin = postgres(adminUrl.href, { max: 1, onnotice: () => {} });
  return {
    ...{ folder, app, appUrl, admin, serverPid: cluster.process.pid! },
    async stop() {
      await Promise.all([app.close(), admin.end()]);
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A brokerage with the default rules published. */
export async function benchBrokerage(db: Db): Promise<string> {
  const id = randomUUID();
  await inTenant(db, id, async (tx) => {
    await tx
      .insert(brokerages)
      .values({ id, slug: `bench-${id.slice(0, 8)}`, name: 'Bench', zone: 'America/Chicago', postalAddress: '1 Main St, Nashville, TN 37201' });
    await tx.insert(settings).values({ brokerageId: id });
    await tx.insert(ruleSets).values({
      brokerageId: id,
      version: 1,
      name: 'default',
      definition: defaultRuleSet,
      status: 'published',
      createdBy: 'bench',
      createdAt: new Date(),
      publishedAt: new Date(),
    });
  });
  return id;
}
