import { randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type Db, openDb } from '../db/client.ts';
import { urlAs } from '../db/migrate.ts';
import { brokerages, settings } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { atEnd } from './at-end.ts';

export type TestDatabase = { app: Db; relay: Db; ownerUrl: string; appUrl: string; relayUrl: string; authUrl: string };

/** A fresh database of this test file, migrated, dropped at the end. Call it in `beforeAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('postgres');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER keyturn_owner`);
  const owner = new URL(adminUrl);
  Object.assign(owner, { username: 'keyturn_owner', password: 'owner', pathname: `/${name}` });
  const ownerUrl = owner.href;
  const [appUrl, relayUrl] = [urlAs(ownerUrl, 'keyturn_app', 'app'), urlAs(ownerUrl, 'keyturn_relay', 'relay')];
  const app = openDb(appUrl, { max: 10 });
  const relay = openDb(relayUrl, { max: 5 });
  atEnd(async () => {
    await Promise.all([app.close(), relay.close()]);
    await admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.end();
  });
  return { app, relay, ownerUrl, appUrl, relayUrl, authUrl: urlAs(ownerUrl, 'keyturn_auth', 'auth') };
}

/** A brokerage with its settings row. */
export async function testBrokerage(db: Db, slug = `b-${randomBytes(4).toString('hex')}`): Promise<{ id: string; slug: string }> {
  const id = randomUUID();
  await inTenant(db, id, async (tx) => {
    await tx.insert(brokerages).values({ id, slug, name: `Brokerage ${slug}`, zone: 'America/Chicago', postalAddress: '1 Main St, Nashville, TN 37201' });
    await tx
      .insert(settings)
      .values({ brokerageId: id, offerFormula: { id: 'standard', formula: 'mao-percent', ruleBps: 7000, assignmentFeeCents: 1_000_000 } });
  });
  return { id, slug };
}
