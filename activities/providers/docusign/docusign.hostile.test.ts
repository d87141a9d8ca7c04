import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { ESignature } from '../ports.ts';
import { contract, set, thrown } from './docusign.fixture.ts';

async function hostile(answer: (path: string) => [status: number, body: string | Buffer, headers?: Record<string, string>]): Promise<string> {
  const server = createServer((request, response) => {
    const [status, body, headers = {}] = answer(`${request.method} ${request.url}`);
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const nobody: [number, string] = [200, JSON.stringify({ resultSetSize: '0', totalSetSize: '0' })];

test.each<[string, string | Buffer]>([
  ['more than a megabyte', 'x'.repeat(2_000_000)],
  ['HTML', '<html>moved</html>'],
  ['an id of another kind', JSON.stringify({ envelopeId: '../../admin', status: 'sent' })],
])('a hostile reply to a send (%s) leaves the outcome open', async (_, body) => {
  const { made } = await set();
  const port = made({ baseUrl: await hostile((path) => (path.startsWith('POST') ? [201, body] : nobody)) });
  expect(await thrown(port.send(contract()))).toMatchObject({ type: 'OutcomeUnknown' });
});

test('a token that cannot be sent in a header, or never ends, is not believed', async () => {
  for (const grant of [
    { access_token: 'a\r\nx: y', token_type: 'Bearer', expires_in: 3600 },
    { access_token: 'a', token_type: 'Bearer' },
  ]) {
    const { made, envelopes } = await set();
    expect(await thrown(made({ authUrl: await hostile(() => [200, JSON.stringify(grant)]) }).send(contract()))).toMatchObject({ type: 'ProviderReplyInvalid' });
    expect(envelopes()).toHaveLength(0);
  }
});

test('a limit is waited for as long as DocuSign says in its own header', async () => {
  const { made } = await set();
  const reset = String(Math.ceil(Date.now() / 1000) + 90);
  const limited = (): [number, string, Record<string, string>] => [
    400,
    JSON.stringify({ errorCode: 'HOURLY_APIINVOCATION_LIMIT_EXCEEDED' }),
    { 'x-ratelimit-reset': reset },
  ];
  const failure = await thrown(made({ baseUrl: await hostile(limited) }).state({ key: 'k' }));
  expect(failure.type).toBe('ProviderRateLimited');
  expect(Number(failure.nextRetryDelay)).toBeGreaterThan(60_000);
});

test.each<[string, (port: ESignature) => Promise<unknown>, string | Buffer]>([
  ['a state of another envelope', (port) => port.state({ envelopeId: randomUUID() }), JSON.stringify({ envelopeId: randomUUID(), status: 'completed' })],
  ['a list without an end', (port) => port.changedSince(null), JSON.stringify({ resultSetSize: 'many', totalSetSize: '1e99' })],
  [
    'an instant that is none',
    (port) => port.changedSince(null),
    JSON.stringify({ resultSetSize: '1', totalSetSize: '1', envelopes: [{ envelopeId: randomUUID(), statusChangedDateTime: 'soon' }] }),
  ],
  ['a page in place of the document', (port) => port.signedPdf(randomUUID()), '<html>log in</html>'],
  ['half a document', (port) => port.signedPdf(randomUUID()), '%PDF-1.4 and no end'],
])('a hostile reply (%s) is not believed', async (_, work, body) => {
  const { made } = await set();
  expect(await thrown(work(made({ baseUrl: await hostile(() => [200, body]) })))).toMatchObject({ type: 'ProviderReplyInvalid' });
});
