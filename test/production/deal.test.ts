import { execFile } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFailed } from 'vitest';
import { openDb } from '../../db/client.ts';
import { contactPoints, contacts, leads } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { buildEngine, cachedEngine } from '../../workers/up/engine-build.ts';
import { searchAttributes } from '../../workflows/search-attributes.ts';
import { localVariables, readCompose, root } from './compose.ts';
import { createMachine, freePorts, type Machine } from './machine.ts';
import { startMailbox } from './mailbox.ts';

const run = promisify(execFile);
const admin = new URL(inject('postgres').adminUrl);
// The run's cluster is shared: databases and the engine's role have names of their own.
const mark = `p${randomBytes(4).toString('hex')}`;
const ours = ['worker', 'imports', 'rendering', 'relay', 'api'];
let machine: Machine;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let [address, api, enginePorts]: [string, string, Record<string, string>] = ['', '', {}];
const superuser = postgres(admin.href, { max: 1, onnotice: () => {} });
const programs = async (): Promise<Record<string, string>> => ({
  'temporal-server': cachedEngine('temporal-server') ?? (await buildEngine('temporal-server')),
  'temporal-sql-tool': cachedEngine('temporal-sql-tool') ?? (await buildEngine('temporal-sql-tool')),
});

// Ten minutes: a machine that never built the server compiles it now.
beforeAll(async () => {
  const [found, ports] = [await programs(), await freePorts(10)];
  mailbox = await startMailbox();
  address = `127.0.0.1:${ports[0]}`;
  api = `http://127.0.0.1:${ports[9]}`;
  // A container has every port to itself; here the server is told which ones are its own.
  const names = [
    'FRONTEND_GRPC',
    'FRONTEND_HTTP',
    'FRONTEND_MEMBERSHIP',
    'HISTORY_GRPC',
    'HISTORY_MEMBERSHIP',
    'MATCHING_GRPC',
    'MATCHING_MEMBERSHIP',
    'WORKER_GRPC',
    'WORKER_MEMBERSHIP',
  ];
  enginePorts = Object.fromEntries(names.map((name, index) => [`${name}_PORT`, String(ports[index])]));
  const compose = readCompose({ ...localVariables, POSTGRES_PASSWORD: admin.password, TEMPORAL_HISTORY_SHARDS: '4', SMTP_URL: mailbox.url });
  const hosts = {
    SQL_HOST: '127.0.0.1',
    SQL_PORT: admin.port,
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: admin.port,
    BIND_ON_IP: '127.0.0.1',
    TEMPORAL_ADDRESS: address,
  };
  const roles = { TEMPORAL_DB_USER: mark, SQL_USER: mark, POSTGRES_USER: mark, DBNAME: `${mark}_temporal`, VISIBILITY_DBNAME: `${mark}_visibility` };
  const places: Record<string, string> = { ...hosts, ...roles, KEYTURN_HOST: '127.0.0.1', KEYTURN_PORT: String(ports[9]) };
  machine = createMachine(compose, found, (name, value) => {
    if (name.startsWith('DATABASE_')) return value.replace('postgres:5432', admin.host).replace(/\/keyturn$/, `/${mark}`);
    if (name === 'KEYTURN_HOME' || name === 'KEYTURN_BUNDLES') return join(machine.folder, value);
    return places[name] ?? value.replace(/^\/etc\/keyturn/, join(root, 'deploy/temporal'));
  });
}, 600_000);

afterAll(async () => {
  await machine?.destroy();
  await mailbox?.close();
  for (const name of [mark, `${mark}_temporal`, `${mark}_visibility`]) await superuser.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await superuser.unsafe(`DROP ROLE IF EXISTS ${mark}`);
  await superuser.end();
}, 60_000);

describe('the production server on PostgreSQL, started as the compose file does', () => {
  it('makes roles, databases and every schema, and again without harm', async () => {
    await machine.once('database');
    await machine.once('database');
    await machine.once('temporal-schema');
    expect(await machine.once('temporal-schema')).toContain('found zero updates');
    await machine.once('migrate');
  });

  it('tells the server only what it reads: each variable stands in its own template, each dynamic setting is known', async () => {
    const server = await readFile(cachedEngine('temporal-server')!);
    const given = Object.keys(readCompose(localVariables).services.temporal!.environment).filter((name) => name !== 'TEMPORAL_ALLOW_NO_AUTH');
    expect(given.filter((name) => !server.includes(`(env "${name}")`))).toEqual([]);
    const { stdout } = await run(cachedEngine('temporal-server')!, ['validate-dynamic-config', join(root, 'deploy/temporal/dynamic-config.yaml')]);
    expect(stdout).not.toMatch(/error:|warning:/);
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

  it('brings every process of ours to health, and makes their version the current one', async () => {
    // What the image does when it is built.
    await run(process.execPath, ['deploy/bundle.ts', join(machine.folder, '/app/bundles')], { cwd: root });
    for (const service of ours) machine.start(service);
    for (const service of ours) await machine.healthy(service);
    expect(await machine.once('release')).toMatch(/^version [0-9a-f]+ of deployment keyturn is current$/m);
  }, 240_000);

  it('takes one deal from its lead to its end', async () => {
    onTestFailed(() => console.error(['worker', 'rendering', 'relay', 'api'].map((service) => `${service}:\n${machine.lastWords(service)}`).join('\n\n')));
    const { call, leadNo } = await makeBrokerage();
    const opened = await call('POST', '/v1/deals', { leadNo, side: 'wholesale' });
    expect(opened).toMatchObject({ status: 201, body: { dealNo: 1 } });
    const stage = async (): Promise<string> => (await call('GET', '/v1/deals/1')).body.stage as string;
    await expect.poll(stage, { timeout: 30_000, interval: 200 }).toBe('following-up');

    // The seller has the letter: what came by mail is what the API shows.
    await expect.poll(() => mailbox.mails.length, { timeout: 15_000, interval: 200 }).toBe(1);
    const [mail] = mailbox.mails;
    expect(mail).toMatchObject({ to: [{ address: 'ann@seller.example' }], attachments: [{ mimeType: 'application/pdf' }] });
    const offers = (await call('GET', '/v1/offers')).body.items as { id: string; status: string }[];
    expect(offers).toMatchObject([{ status: 'sent' }]);
    const pdf = await call('GET', `/v1/offers/${offers[0]!.id}/pdf`);
    const sha256 = (bytes: Uint8Array | ArrayBuffer): string => createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
    expect(sha256(mail!.attachments[0]!.content as ArrayBuffer)).toBe(sha256(pdf.bytes));

    expect(await call('POST', '/v1/deals/1/accept', {})).toMatchObject({ status: 200, body: { dealNo: 1 } });
    await expect.poll(stage, { timeout: 15_000, interval: 200 }).toBe('accepted');
    // Under contract to the closing table; what the law asks for is overridden by the broker, whose key this is.
    const today = new Date().toLocaleDateString('en-CA', { timeZone: 'America/Chicago' });
    const closingDate = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const contract = { form: 'us-generic', effectiveOn: today, priceCents: 12_000_000, dates: { closingDate } };
    expect(await call('POST', '/v1/deals/1/contract', contract)).toMatchObject({ status: 201 });
    await expect.poll(stage, { timeout: 15_000, interval: 200 }).toBe('under-contract');
    expect(await call('POST', '/v1/deals/1/facts', { fact: 'Closing.Completed' })).toMatchObject({ status: 200 });
    await expect.poll(stage, { timeout: 15_000, interval: 200 }).toBe('closing');
    const missing = async (): Promise<string[]> =>
      ((await call('GET', '/v1/deals/1/checklist')).body.items as { document: string; status: string; state: string }[])
        .filter((item) => item.status === 'required' && item.state !== 'complete')
        .map(({ document }) => document);
    await expect.poll(async () => (await missing()).length, { timeout: 15_000, interval: 200 }).toBeGreaterThan(0);
    for (const document of await missing())
      expect(await call('POST', `/v1/deals/1/checklist/${document}/override`, { reason: 'a trial' })).toMatchObject({ status: 200 });
    await expect.poll(stage, { timeout: 20_000, interval: 200 }).toBe('closed');
    await expectRuns();
  }, 120_000);

  it('stops each process within its grace, as `docker compose stop` does', async () => {
    for (const code of await Promise.all(ours.map((service) => machine.stop(service)))) expect(code).toBe(0);
  });
});

/** All runs of the deal ended by themselves, on the current version, and visibility on PostgreSQL finds them. */
async function expectRuns(): Promise<void> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace: 'keyturn' });
  const runs = async () => {
    const found = [];
    for await (const run of client.workflow.list({ query: 'TenantId = "north" AND ExecutionStatus = "Completed"' })) found.push(run);
    return found;
  };
  await expect
    .poll(async () => [...new Set((await runs()).map(({ type }) => type))].sort(), { timeout: 20_000, interval: 300 })
    .toEqual(['complianceDeadlineWorkflow', 'dealWorkflow', 'followUpSequenceWorkflow']);
  const running = async (): Promise<number> => (await client.workflow.count('TenantId = "north" AND ExecutionStatus = "Running"')).count;
  await expect.poll(running, { timeout: 20_000, interval: 300 }).toBe(0);
  const { workerDeploymentInfo } = await connection.workflowService.describeWorkerDeployment({ namespace: 'keyturn', deploymentName: 'keyturn' });
  const current = workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId;
  for (const run of await runs()) {
    const { raw } = await client.workflow.getHandle(run.workflowId).describe();
    expect(raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId, run.workflowId).toBe(current);
    // A fresh history of a long run keeps its card; the summary is that of its first.
    const { raw: first } = await client.workflow.getHandle(run.workflowId, raw.workflowExecutionInfo?.firstRunId ?? undefined).describe();
    expect(first.executionConfig?.userMetadata?.summary, run.workflowId).toBeDefined();
  }
  await connection.close();
}

type Answer = { status: number; body: Record<string, unknown>; bytes: Uint8Array };

/** A brokerage by the command of docs/deployment.md, with one lead whose owner has an e-mail address. */
async function makeBrokerage(): Promise<{ call: (method: string, path: string, body?: object) => Promise<Answer>; leadNo: number }> {
  const appUrl = `postgres://keyturn_app:app@${admin.host}/${mark}`;
  const options = { slug: 'north', name: 'North Homes', zone: 'America/Chicago', address: '1 Main St, Nashville, TN 37201', phone: '+16155550100' };
  const people = { email: 'offers@north.example', broker: 'Dana Whitfield', 'broker-email': 'dana@north.example' };
  const flags = Object.entries({ ...options, ...people }).flatMap(([name, value]) => [`--${name}`, value]);
  const make = () => run(process.execPath, ['deploy/brokerage.ts', ...flags], { cwd: root, env: { DATABASE_APP_URL: appUrl } });
  const { stdout } = await make();
  // Typed twice, it makes one.
  await expect(make()).rejects.toMatchObject({ code: 1, stderr: 'there is a brokerage north already\n' });
  const key = stdout.trim().split('\n').at(-1)!;
  await makeLead(appUrl, 7);
  const call = async (method: string, path: string, body?: object): Promise<Answer> => {
    const headers = { Authorization: `Bearer ${key}`, 'Idempotency-Key': randomUUID(), ...(body && { 'Content-Type': 'application/json' }) };
    const answer = await fetch(`${api}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const bytes = await answer.bytes();
    return { status: answer.status, bytes, body: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(new TextDecoder().decode(bytes)) : {} };
  };
  return { call, leadNo: 7 };
}

async function makeLead(appUrl: string, leadNo: number): Promise<void> {
  const sql = postgres(admin.href.replace(/\/postgres$/, `/${mark}`), { max: 1 });
  const [brokerage] = await sql<{ id: string }[]>`select id from brokerages where slug = 'north'`;
  await sql.end();
  const brokerageId = brokerage!.id;
  const db = openDb(appUrl, { max: 1 });
  const [contactId, at] = [randomUUID(), new Date()];
  await inTenant(db, brokerageId, async (tx) => {
    const place = { line: '1208 FAIRWIN AVE', city: 'NASHVILLE', state: 'TN', zip: '37216', county: 'DAVIDSON' };
    const worth = { valueCents: 25_000_000, repairsCents: 4_000_000, liensCents: 9_000_000 };
    const row = {
      id: randomUUID(),
      leadNo,
      propertyKey: 'apn:tn:davidson:07213012300',
      contentHash: 'x',
      asOf: '2026-11-01',
      status: 'qualified',
      ownerIds: [contactId],
      createdAt: at,
      updatedAt: at,
    };
    await tx
      .insert(contacts)
      .values({ brokerageId, id: contactId, kind: 'person', firstName: 'Ann', lastName: 'Walker', displayName: 'Ann Walker', createdAt: at });
    await tx.insert(contactPoints).values({ brokerageId, contactId, kind: 'email', value: 'ann@seller.example', source: 'list', createdAt: at });
    await tx.insert(leads).values({ brokerageId, ...row, ...place, ...worth });
  });
  await db.close();
}
