import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildEngine, cachedEngine } from '../../workers/up/engine-build.ts';
import { searchAttributes } from '../../workflows/search-attributes.ts';
import { localVariables, readCompose, root } from './compose.ts';
import { createMachine, freePorts, type Machine } from './machine.ts';

const { adminUrl } = inject('postgres');
const admin = new URL(adminUrl);
// The run's cluster is shared: databases and the engine's role have names of their own.
const mark = `p${randomBytes(4).toString('hex')}`;
const compose = readCompose({ ...localVariables, POSTGRES_PASSWORD: admin.password, TEMPORAL_HISTORY_SHARDS: '4' });
let machine: Machine;
let address: string;
let enginePorts: Record<string, string>;

beforeAll(async () => {
  const programs = {
    'temporal-server': cachedEngine('temporal-server') ?? (await buildEngine('temporal-server')),
    'temporal-sql-tool': cachedEngine('temporal-sql-tool') ?? (await buildEngine('temporal-sql-tool')),
  };
  const ports = await freePorts(10);
  address = `127.0.0.1:${ports[0]}`;
  // A container has all ports to itself; here the server is told where to listen.
  const names = ['FRONTEND_GRPC_PORT', 'FRONTEND_HTTP_PORT', 'FRONTEND_MEMBERSHIP_PORT', 'HISTORY_GRPC_PORT', 'HISTORY_MEMBERSHIP_PORT'];
  names.push('MATCHING_GRPC_PORT', 'MATCHING_MEMBERSHIP_PORT', 'WORKER_GRPC_PORT', 'WORKER_MEMBERSHIP_PORT');
  enginePorts = Object.fromEntries(names.map((name, index) => [name, String(ports[index])]));
  const places: Record<string, string> = {
    SQL_HOST: '127.0.0.1',
    POSTGRES_SEEDS: '127.0.0.1',
    SQL_PORT: admin.port,
    DB_PORT: admin.port,
    DBNAME: `${mark}_temporal`,
    VISIBILITY_DBNAME: `${mark}_visibility`,
    TEMPORAL_DB_USER: mark,
    SQL_USER: mark,
    POSTGRES_USER: mark,
    TEMPORAL_ADDRESS: address,
    BIND_ON_IP: '127.0.0.1',
    KEYTURN_HOST: '127.0.0.1',
    KEYTURN_PORT: String(ports[9]),
    DYNAMIC_CONFIG_FILE_PATH: join(root, 'deploy/temporal/dynamic-config.yaml'),
  };
  machine = createMachine(compose, programs, (name, value) =>
    name.startsWith('DATABASE_')
      ? value.replace('postgres:5432', admin.host).replace(/\/keyturn$/, `/${mark}`)
      : name === 'KEYTURN_HOME'
        ? join(machine.folder, 'data')
        : name === 'KEYTURN_BUNDLES'
          ? join(machine.folder, 'bundles')
          : (places[name] ?? value),
  );
}, 600_000);

afterAll(async () => {
  await machine?.destroy();
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  for (const name of [mark, `${mark}_temporal`, `${mark}_visibility`]) await sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await sql.unsafe(`DROP ROLE IF EXISTS ${mark}`);
  await sql.end();
});

describe('the production server on PostgreSQL, started as the compose file does', () => {
  it('makes roles, databases and both schemas, and again without harm', async () => {
    await machine.once('database');
    await machine.once('database');
    expect(await machine.once('temporal-schema')).not.toMatch(/\bERROR\b/);
    expect(await machine.once('temporal-schema')).toContain('found zero updates');
    await machine.once('migrate');
  });

  it('gives a new server its namespace and search attributes, and again without harm', async () => {
    machine.start('temporal', enginePorts);
    await machine.healthy('temporal');
    await machine.once('temporal-namespace');
    await machine.once('temporal-namespace');
    const connection = await Connection.connect({ address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'keyturn' });
    expect(Object.keys(customAttributes!)).toEqual(expect.arrayContaining(searchAttributes.map(({ name }) => name)));
    await connection.close();
  });
});
