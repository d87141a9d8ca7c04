import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { beforeAll, expect, test } from 'vitest';
import type { Deps } from '../activities/deps.ts';
import { createDocusign } from '../activities/providers/docusign/index.ts';
import { createSigningActivities } from '../activities/signing.ts';
import { webhookEndpoints } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { control, testDocusign, testSecrets, testSigner } from '../sandbox/testing.ts';
import { signingConsumers } from '../workers/consumers/signing.ts';
import { createPerform } from '../workers/relay/perform.ts';
import { runRelay } from '../workers/relay/relay.ts';
import { reconcile } from '../workers/signatures/reconcile.ts';
import { letSignersAct } from '../workers/up/forward/sandbox.ts';
import { type TestApi, testApi, testKey } from './api.ts';
import { atEnd } from './at-end.ts';
import { type TestDatabase, testBrokerage, testDatabase } from './database.ts';
import { testEngine } from './engine.ts';
import { testFolder } from './folder.ts';
import { seedDeal } from './seed-deal.ts';
import { seedFile } from './seed-signing.ts';

const hour = 3_600_000;
let database: TestDatabase;
let api: TestApi;
let sandbox: Sandbox;
let deps: Deps;

/** Everything between a request and a signed document, with nothing but the signing server made up. */
beforeAll(async () => {
  database = await testDatabase();
  const { emailSecret, ...keys } = testSecrets;
  const home = testFolder('signing');
  sandbox = await startSandbox({ httpPort: 0, smtpPort: 0, delayMs: 0, emailSecrets: [emailSecret], docusign: testDocusign, ...keys, home });
  atEnd(() => sandbox.stop());
  // The API must know its own address before it is there.
  const server = createServer((request, response) => getRequestListener(api.app.fetch)(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(async () => void server.close());
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const engine = await testEngine();
  const { accountId, connectKeys } = testDocusign;
  api = testApi(database, {
    publicUrl,
    temporalNamespace: engine.namespace,
    webhooks: { twilioAccountSid: undefined, twilioTokens: [], emailSecrets: [], docusignAccountId: accountId, docusignKeys: [...connectKeys] },
  });
  deps = { db: database.app, files: api.deps.files, publicUrl, signatures: createDocusign(testSigner(sandbox)) } as Partial<Deps> as Deps;
  await engine.work(createSigningActivities(deps));
  const stop = new AbortController();
  const perform = createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl });
  const relay = { app: database.app, relay: database.relay.sql, consumers: signingConsumers, retryDelaysMs: [50, 200], perform, log: () => {} };
  const relaying = runRelay({ ...relay, pollMs: 50 }, stop.signal);
  atEnd(async () => {
    stop.abort();
    await relaying;
  });
});

async function ask(emails: string[]) {
  const { id: brokerageId } = await testBrokerage(database.app);
  const endpoint = { brokerageId, provider: 'docusign', address: testDocusign.accountId, token: randomBytes(24).toString('base64url') };
  await inTenant(database.app, brokerageId, (tx) => tx.insert(webhookEndpoints).values(endpoint));
  const { dealId, dealNo } = await seedDeal(database.app, brokerageId);
  const { documentId, signers } = await seedFile(deps, { brokerageId, dealId, emails });
  const { key } = await testKey(database, brokerageId);
  const body = { documentId, subject: 'Purchase contract', signers: signers.map(({ partyId, routingOrder }) => ({ partyId, routingOrder })) };
  const { json } = await api.call('POST', `/v1/deals/${dealNo}/envelopes`, { key, body });
  const read = async () => (await api.call('GET', `/v1/envelopes/${json.id}`, { key })).json;
  const reaches = (state: object) => expect.poll(read, { timeout: 15_000 }).toMatchObject(state);
  await reaches({ status: 'sent' });
  const tasks = async () => (await api.call('GET', '/v1/tasks', { key })).json.items as { kind: string }[];
  return { read, reaches, tasks, signed: () => api.call('GET', `/v1/envelopes/${json.id}/signed`, { key }) };
}

test('sample signers sign as the clock moves; their webhooks bring the signed document and the notice', async () => {
  const { reaches, signed, tasks } = await ask(['buyer+sign@example.com', 'seller+late-sign@example.com']);
  await reaches({ explanation: expect.stringMatching(/^waiting for the buyer's signature \(0 of 2 signed\) since .*; expires /) });
  const act = letSignersAct(sandbox.httpUrl);
  const next = await act(new Date(Date.now() + 2 * hour));
  await reaches({ progress: { signed: 1, of: 2 }, explanation: expect.stringMatching(/^waiting for the seller's signature \(1 of 2 signed\)/) });
  expect(next!.getTime()).toBeGreaterThan(Date.now() + 70 * hour);
  await act(next!);
  await reaches({ status: 'completed', signed: expect.stringMatching(/signed$/), progress: { signed: 2, of: 2 } });
  expect((await signed()).text).toMatch(/^%PDF-[\s\S]*2 signed in the sandbox/);
  await expect.poll(async () => (await tasks()).map(({ kind }) => kind)).toEqual(['signature-notice']);
});

test('with every webhook lost, one look finds what happened', async () => {
  const { reaches, read } = await ask(['buyer+decline@example.com']);
  await control(sandbox, 'faults', { rate: 1, kinds: ['webhook-lost'], services: ['webhooks'] });
  await letSignersAct(sandbox.httpUrl)(new Date(Date.now() + 1000 * hour));
  await control(sandbox, 'settle', {});
  expect(await read()).toMatchObject({ status: 'sent' });
  expect(await reconcile(deps)).toMatchObject({ asked: true, repaired: 1 });
  await reaches({ status: 'declined', reason: 'I have changed my mind', endedAt: expect.any(String) });
  expect(await reconcile(deps)).toMatchObject({ repaired: 0 });
  await control(sandbox, 'faults', { rate: 0 });
});

test('duplicates, late, reordered and forged webhooks come to what is true', async () => {
  await control(sandbox, 'faults', { seed: 3, rate: 0.7, kinds: ['webhook-duplicate', 'webhook-reordered', 'webhook-forged'], services: ['webhooks'] });
  const { reaches, tasks } = await ask(['buyer+sign@example.com', 'seller+sign@example.com', 'agent+decline@example.com']);
  const act = letSignersAct(sandbox.httpUrl);
  // Far beyond what the first test let them wait for.
  for (const hours of [2000, 2010, 2020]) await act(new Date(Date.now() + hours * hour));
  await control(sandbox, 'settle', {});
  await reaches({ status: 'declined', progress: { signed: 2, of: 3 } });
  await expect.poll(async () => (await tasks()).filter(({ kind }) => kind === 'signature-notice').length).toBe(1);
  await control(sandbox, 'faults', { rate: 0 });
});
