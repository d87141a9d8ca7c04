import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApplicationFailure } from '@temporalio/common';
import { expect, onTestFinished, test } from 'vitest';
import type { FaultKind } from '../../../sandbox/faults.ts';
import { control, testReceiver, testSandbox, testSecrets } from '../../../sandbox/testing.ts';
import type { TextMessage } from '../ports.ts';
import { createTwilio } from './index.ts';

const ours = '+16155550000';
const text = (changes: Partial<TextMessage> = {}): TextMessage => ({
  key: 'k',
  from: ours,
  to: '+16155550142',
  body: 'Good morning',
  statusCallback: 'http://127.0.0.1:9/hook',
  ...changes,
});
const thrown = (work: Promise<unknown>): Promise<ApplicationFailure> =>
  work.then(
    (value) => Promise.reject(new Error(`it went through: ${JSON.stringify(value)}`)),
    (error: ApplicationFailure) => error,
  );

/** Long enough for a busy machine; where silence is the fault, no longer than the provider needs to act. */
const patienceMs = (faults: FaultKind[]): number => (faults.some((fault) => fault.startsWith('timeout')) ? 1500 : 20_000);

async function set(faults: FaultKind[] = []) {
  const receiver = await testReceiver();
  const sandbox = await testSandbox({ endpoints: [{ provider: 'twilio', address: ours, url: `${receiver.url}/in` }] });
  if (faults.length > 0) await control(sandbox, 'faults', { rate: 1, kinds: faults });
  // A name of its own: breakers are kept per provider in this process.
  const port = createTwilio({
    name: `twilio-${randomUUID()}`,
    accountSid: testSecrets.accountSid,
    authToken: testSecrets.authToken,
    baseUrl: sandbox.httpUrl,
    timeoutMs: patienceMs(faults),
  });
  return { sandbox, port, texts: () => sandbox.store.texts.size };
}

test('a text is taken with its MessageSid', async () => {
  const { port, sandbox } = await set();
  const outcome = await port.send(text());
  expect(outcome).toEqual({ kind: 'accepted', providerId: expect.stringMatching(/^SM[0-9a-f]{32}$/) });
  expect([...sandbox.store.texts.values()].map(({ to, body }) => ({ to, body }))).toEqual([{ to: '+16155550142', body: 'Good morning' }]);
});

test.each([
  ['a number that does not exist', { to: '+1615' }, '21211', true],
  ['a landline', { to: '+15005550009' }, '21614', true],
  ['an empty text', { body: ' ' }, '21602', false],
])('%s is refused for good or for this text, and nothing was sent', async (_, changes, code, permanent) => {
  const { port, texts } = await set();
  expect(await port.send(text(changes))).toMatchObject({ kind: 'refused', code, permanent });
  expect(texts()).toBe(0);
});

test('after a STOP the number is refused for good', async () => {
  const { port, sandbox } = await set();
  await port.send(text());
  await control(sandbox, 'reply', { channel: 'text', address: '+16155550142', body: 'Stop' });
  expect(await port.send(text({ body: 'Again' }))).toMatchObject({ kind: 'refused', code: '21610', permanent: true, message: 'the recipient has opted out' });
});

test('a sending number that is not ours is a fault of the account: the text waits', async () => {
  const { port } = await set();
  expect(await thrown(port.send(text({ from: '+16155559999' })))).toMatchObject({ type: 'ProviderUnauthorised', nonRetryable: false });
});

test('a wrong token is a fault of the account: the text waits', async () => {
  const { sandbox } = await set();
  const port = createTwilio({ name: randomUUID(), accountSid: testSecrets.accountSid, authToken: 'another-token-entirely', baseUrl: sandbox.httpUrl });
  expect(await thrown(port.send(text()))).toMatchObject({ type: 'ProviderUnauthorised', details: [{ code: '20003' }] });
});

// The promise that matters: what certainly did nothing is tried again, what may have acted never is.
test.each<[FaultKind, string, number]>([
  ['429', 'ProviderRateLimited', 0],
  ['503', 'ProviderUnavailable', 0],
  ['token-expired', 'ProviderUnauthorised', 0],
  ['500-before', 'OutcomeUnknown', 0],
  ['timeout-before', 'OutcomeUnknown', 0],
  ['500-after', 'OutcomeUnknown', 1],
  ['timeout-after', 'OutcomeUnknown', 1],
  ['reset', 'OutcomeUnknown', 1],
  ['truncated', 'OutcomeUnknown', 1],
  ['wrong-type', 'OutcomeUnknown', 1],
])('fault %s becomes %s; the provider had sent %i', async (fault, type, sent) => {
  const { port, texts } = await set([fault]);
  const failure = await thrown(port.send(text()));
  expect({ type: failure.type, sent: texts() }).toEqual({ type, sent });
  expect(failure.message).not.toMatch(/6155550142|Good morning/);
  if (fault === '429') expect(failure.nextRetryDelay).toBe(2000);
});

test('new members in a reply change nothing', async () => {
  const { port } = await set(['drift']);
  expect(await port.send(text())).toMatchObject({ kind: 'accepted' });
});

test('a provider that does not listen did nothing: tried again', async () => {
  const port = createTwilio({ name: randomUUID(), accountSid: testSecrets.accountSid, authToken: testSecrets.authToken, baseUrl: 'http://127.0.0.1:1' });
  expect(await thrown(port.send(text()))).toMatchObject({ type: 'ProviderUnavailable', details: [{ code: 'ECONNREFUSED' }] });
});

test.each([
  ['more than a megabyte', 'x'.repeat(2_000_000)],
  ['HTML', '<html>moved</html>'],
  ['an id of another kind', JSON.stringify({ sid: 'not-a-sid', status: 'queued' })],
])('a hostile reply (%s) is not believed', async (_, body) => {
  const server = createServer((_request, response) => response.writeHead(201, { 'content-type': 'application/json' }).end(body)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const port = createTwilio({
    name: randomUUID(),
    accountSid: testSecrets.accountSid,
    authToken: testSecrets.authToken,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  expect(await thrown(port.send(text()))).toMatchObject({ type: 'OutcomeUnknown' });
});
