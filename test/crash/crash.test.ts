import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Activities, createActivities, type Deps } from '../../activities/index.ts';
import { createProviders } from '../../activities/providers/index.ts';
import { createFileStore } from '../../db/files.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { testDocusign, testSigner } from '../../sandbox/testing.ts';
import { atEnd } from '../at-end.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { cases } from './cases.ts';
import type { Attempt } from './child.ts';
import { crashCrm } from './deliveries.ts';
import { type KillPoint, killPoints } from './kill.ts';
import { makeWorld, runActivity, tally, type World } from './world.ts';

let database: TestDatabase;
let sandbox: Sandbox;
let deps: Deps;
let env: Record<string, string>;
const filesFolder = mkdtempSync(join(tmpdir(), 'keyturn-crash-'));

beforeAll(async () => {
  database = await testDatabase();
  const keys = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'token-of-the-crash-test', recordsToken: 'records', fallbackToken: 'fallback' };
  sandbox = await startSandbox({
    httpPort: 0,
    smtpPort: 0,
    delayMs: 0,
    emailSecrets: [`whsec_${Buffer.alloc(32, 7).toString('base64')}`],
    ...keys,
    docusign: testDocusign,
    crmSecret: crashCrm.secret,
    home: mkdtempSync(join(tmpdir(), 'keyturn-crash-sandbox-')),
  });
  crashCrm.url = `${sandbox.httpUrl}/crm/webhook`;
  atEnd(() => sandbox.stop());
  env = {
    ...{ SMTP_URL: sandbox.smtpUrl, TWILIO_BASE_URL: sandbox.httpUrl, TWILIO_ACCOUNT_SID: keys.accountSid, TWILIO_AUTH_TOKEN: keys.authToken },
    ...{
      BATCHDATA_URL: sandbox.httpUrl,
      BATCHDATA_TOKEN: 'records',
      BATCHDATA_FALLBACK_URL: `${sandbox.httpUrl}/fallback`,
      BATCHDATA_FALLBACK_TOKEN: 'fallback',
    },
  };
  const { accountId, integrationKey, userId, privateKey, baseUrl, authUrl } = testSigner(sandbox);
  Object.assign(env, {
    ...{ DOCUSIGN_BASE_URL: baseUrl, DOCUSIGN_AUTH_URL: authUrl, DOCUSIGN_ACCOUNT_ID: accountId },
    ...{ DOCUSIGN_INTEGRATION_KEY: integrationKey, DOCUSIGN_USER_ID: userId, DOCUSIGN_PRIVATE_KEY: privateKey },
  });
  deps = { db: database.app, files: createFileStore(filesFolder), publicUrl: 'http://localhost:3000', ...createProviders(env) };
});

/** One attempt in a process of its own; resolves with how it ended. */
function attempt(name: string, world: World, input: object, point: KillPoint): Promise<{ signal: string | null; code: number | null; output: string }> {
  const what: Attempt = { activity: name, input, call: cases[name as keyof Activities].call, point, appUrl: database.appUrl, filesFolder, info: world.info };
  const child = spawn(process.execPath, [new URL('./child.ts', import.meta.url).pathname], {
    env: { ...process.env, ...env, ATTEMPT: JSON.stringify(what), NODE_COMPILE_CACHE: join(tmpdir(), 'keyturn-compile-cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ signal, code, output: output.slice(-1500) })));
}

type Effects = { emails: number; texts: number; records: number; envelopes: number };
/** What arrived at the providers for this world: counted there, not by us. */
async function effectsOn({ email, phone, brokerageId, slug }: World): Promise<Effects> {
  const all = (await (await fetch(`${sandbox.httpUrl}/sandbox/effects`)).json()) as {
    emails: { byRecipient: Record<string, number> };
    texts: { byRecipient: Record<string, number> };
    records: Record<string, number>;
    envelopes: { byKey: Record<string, number> };
  };
  const sum = (counts: Record<string, number>, of: string): number => Object.entries(counts).reduce((total, [key, n]) => total + (key.includes(of) ? n : 0), 0);
  return {
    ...{ emails: all.emails.byRecipient[email] ?? 0, texts: all.texts.byRecipient[phone] ?? 0 },
    ...{ records: sum(all.records, brokerageId), envelopes: sum(all.envelopes.byKey, `/${slug}/`) },
  };
}

const names = Object.keys(createActivities({} as Deps)) as (keyof Activities)[];

test('every activity has its three kills', () => {
  expect(Object.keys(cases).sort()).toEqual([...names].sort());
});

describe.each(Object.keys(cases) as (keyof Activities)[])('%s', (name) => {
  const run = (world: World, input: object): Promise<unknown> => runActivity(deps, world, name, input as never);
  let expected: { tally: unknown; effects: Effects };
  beforeAll(async () => {
    const world = await makeWorld(deps);
    const input = await cases[name].input(deps, world);
    await run(world, input);
    expected = { tally: await tally(deps, world), effects: await effectsOn(world) };
  });

  test.each(killPoints)('killed %s and run again, it has lost and doubled nothing', async (point) => {
    const world = await makeWorld(deps);
    const input = await cases[name].input(deps, world);
    const ended = await attempt(name, world, input, point);
    expect(ended, 'the kill hit').toMatchObject({ signal: 'SIGKILL' });
    await run(world, input);
    const isUnclear = cases[name].unclearAfter?.includes(point);
    if (isUnclear) await cases[name].atLast?.(deps, world, input);
    const found = { tally: await tally(deps, world), effects: await effectsOn(world) };
    if (!isUnclear) {
      expect(found).toEqual(expected);
      return;
    }
    // Nobody can know whether it went out: at most once, and a person is asked.
    const { emails, texts, records, envelopes } = found.effects;
    expect(emails + texts + records + envelopes).toBe(point === 'before-call' ? 0 : 1);
    expect(JSON.stringify(found.tally)).toMatch(/"unknown":1/);
    expect(found.tally).toMatchObject({ 'events by type': { 'Task.Opened': expect.any(Number) } });
  });
});
