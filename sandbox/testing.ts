import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from './server.ts';

export const testSecrets = {
  accountSid: 'AC00000000000000000000000000000001',
  authToken: 'sandbox-auth-token-0001',
  recordsToken: 'records-token',
  fallbackToken: 'fallback-token',
  emailSecret: `whsec_${Buffer.from('sandbox-email-secret-32-bytes-xx').toString('base64')}`,
};

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const ids = {
  accountId: '00000000-0000-4000-8000-00000000000a',
  integrationKey: '00000000-0000-4000-8000-00000000000b',
  userId: '00000000-0000-4000-8000-00000000000c',
};
/** An account of DocuSign's as the sandbox knows it, and as we do. */
export const testDocusign = { ...ids, publicKey, connectKeys: ['connect-key-2026-11', 'connect-key-2026-10'] };
export const testSigner = (sandbox: Pick<Sandbox, 'httpUrl'>) => ({ ...ids, privateKey, baseUrl: sandbox.httpUrl, authUrl: sandbox.httpUrl });

/** A sandbox of this test on free ports, with webhooks sent at once; stopped when the test ends. */
export async function testSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox & { home: string }> {
  const home = options.home ?? mkdtempSync(join(process.env.KEYTURN_TEST_FOLDERS ?? tmpdir(), 'keyturn-sandbox-'));
  const { emailSecret, ...keys } = testSecrets;
  const sandbox = await startSandbox({ httpPort: 0, smtpPort: 0, delayMs: 0, emailSecrets: [emailSecret], docusign: testDocusign, ...keys, ...options, home });
  onTestFinished(() => sandbox.stop());
  return { ...sandbox, home };
}

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };

/** A receiver of webhooks that keeps what it got and answers as told. */
export async function testReceiver(status: (received: Received) => number = () => 204): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString('utf8') };
      received.push(one);
      response.writeHead(status(one)).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** The control API, as the outbox page and tools use it. */
export async function control(sandbox: Pick<Sandbox, 'httpUrl'>, path: string, body?: object): Promise<{ status: number; json: never }> {
  const answer = await fetch(
    `${sandbox.httpUrl}/sandbox/${path}`,
    body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  );
  return { status: answer.status, json: (await answer.json()) as never };
}
