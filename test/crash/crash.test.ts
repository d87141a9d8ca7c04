import { beforeAll, describe, expect, test } from 'vitest';
import { type Activities, createActivities, type Deps } from '../../activities/index.ts';
import { createProviders } from '../../activities/providers/index.ts';
import { createFileStore } from '../../db/files.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { testDocusign, testSigner } from '../../sandbox/testing.ts';
import { atEnd } from '../at-end.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { testFolder } from '../folder.ts';
import { cases } from './cases.ts';
import { crashCrm } from './deliveries.ts';
import { killPoints } from './kill.ts';
import { crash, type Name } from './worker.ts';
import { makeWorld, runActivity, tally, type World } from './world.ts';

let database: TestDatabase;
let sandbox: Sandbox;
let deps: Deps;
let env: Record<string, string>;
const filesFolder = testFolder('crash');

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
    home: testFolder('crash-sandbox'),
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

const expected = new Map<Name, { tally: unknown; effects: Effects }>();
/** What an activity comes to when nothing is killed. */
async function expectedOf(name: Name): Promise<{ tally: unknown; effects: Effects }> {
  const known = expected.get(name);
  if (known) return known;
  const world = await makeWorld(deps);
  await runActivity(deps, world, name, (await cases[name].input(deps, world)) as never);
  const found = { tally: await tally(deps, world), effects: await effectsOn(world) };
  expected.set(name, found);
  return found;
}

describe.each(killPoints)('a worker killed %s', (point) => {
  let crashed: Awaited<ReturnType<typeof crash>>;
  beforeAll(async () => {
    crashed = await crash(deps, point, { appUrl: database.appUrl, filesFolder, env });
  }, 240_000);

  test.each(Object.keys(cases) as Name[])('%s, run again, has lost and doubled nothing', async (name) => {
    const { world, input, at } = crashed.killed(name);
    expect({ at, signal: crashed.signal }, 'the kill hit').toEqual({ at: point, signal: 'SIGKILL' });
    await runActivity(deps, world, name, input as never);
    const isUnclear = cases[name].unclearAfter?.includes(point);
    if (isUnclear) await cases[name].atLast?.(deps, world, input);
    const found = { tally: await tally(deps, world), effects: await effectsOn(world) };
    if (!isUnclear) {
      expect(found).toEqual(await expectedOf(name));
      return;
    }
    // Nobody can know whether it went out: at most once, and a person is asked.
    const { emails, texts, records, envelopes } = found.effects;
    expect(emails + texts + records + envelopes).toBe(point === 'before-call' ? 0 : 1);
    expect(JSON.stringify(found.tally)).toMatch(/"unknown":1/);
    expect(found.tally).toMatchObject({ 'events by type': { 'Task.Opened': expect.any(Number) } });
  });
});
