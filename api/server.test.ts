import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { beforeAll, expect, inject, test } from 'vitest';
import { testKey } from '../test/api.ts';
import { atEnd } from '../test/at-end.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { testFolder } from '../test/folder.ts';

const script = new URL('./server.ts', import.meta.url).pathname;
let database: TestDatabase;
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  key = (await testKey(database, (await testBrokerage(database.app)).id)).key;
});

/** The API as a process of its own. */
function start(env: Record<string, string>) {
  const own = {
    PATH: process.env.PATH ?? '',
    DATABASE_APP_URL: database.appUrl,
    DATABASE_AUTH_URL: database.authUrl,
    KEYTURN_AUTH_SECRET: 's'.repeat(32),
    TEMPORAL_ADDRESS: inject('engine').address,
    KEYTURN_HOME: testFolder('server'),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
  };
  const child = spawn(process.execPath, [script], { env: { ...own, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => (out += piece));
  child.stderr.on('data', (piece) => (err += piece));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, err, out }));
  atEnd(async () => void child.kill('SIGKILL'));
  return { child, ended, output: () => out };
}

async function listening(): Promise<{ child: ChildProcess; port: number; ended: Promise<{ code: number | null; err: string; out: string }> }> {
  const { child, ended, output } = start({ KEYTURN_PORT: '0' });
  await expect.poll(output, { timeout: 30_000 }).toContain('api ready');
  const line = output()
    .split('\n')
    .find((text) => text.includes('api ready'))!;
  return { child, ended, port: (JSON.parse(line) as { port: number }).port };
}

test('a broken configuration value is one sentence that says what to set', async () => {
  const { code, err } = await start({ KEYTURN_PORT: 'many', TEMPORAL_ADDRESS: '' }).ended;
  expect(code).toBe(78);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('KEYTURN_PORT is not a port number');
  expect(err).toContain('TEMPORAL_ADDRESS is missing: set it to host and port');
});

test('a port in use is one sentence with the next step', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, err } = await start({ KEYTURN_PORT: String(port) }).ended;
  taken.close();
  expect([code, err.trim()]).toEqual([1, `Port ${port} is in use: end what listens there, or set KEYTURN_PORT to another port.`]);
});

test('a body is judged by its announced length before a byte of it arrives, and one of unknown length is refused', async () => {
  const { child, port, ended } = await listening();
  const head = `POST /v1/settings/stop-sending HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${key}\r\nIdempotency-Key: k1\r\nContent-Type: application/json\r\nConnection: close\r\n`;
  expect(await talk(port, `${head}Content-Length: 99999999999\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 [\s\S]*body-too-large/);
  expect(await talk(port, `${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 411 [\s\S]*length-required/);
  expect(await talk(port, 'NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

test('asked to stop, it answers what it was asked and ends by itself', async () => {
  const { child, port, ended } = await listening();
  const answer = fetch(`http://127.0.0.1:${port}/readyz`);
  child.kill('SIGTERM');
  expect([200, 503]).toContain((await answer.catch(() => ({ status: 503 }))).status);
  expect((await ended).code).toBe(0);
});

/** What the server answers to these bytes, without waiting for it to read more. */
function talk(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (piece) => {
      answer += piece;
      if (answer.includes('\r\n\r\n') && (answer.startsWith('HTTP/1.1 400') || answer.trimEnd().endsWith('}'))) socket.destroy();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
