import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../test/api.ts';
import { testDatabase } from '../test/database.ts';
import { testFolder } from '../test/folder.ts';

let api: TestApi;
let without: TestApi;
beforeAll(async () => {
  const folder = testFolder('web');
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Keyturn</title>');
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'let a;');
  writeFileSync(join(folder, 'assets', 'a-1.js.gz'), gzipSync('let a;'));
  writeFileSync(join(folder, 'assets', 'pdf.worker.min-1.mjs'), 'let b;');
  writeFileSync(join(folder, 'secret.js'), 'no');
  const database = await testDatabase();
  api = testApi(database, { webFolder: folder });
  without = testApi(database);
});
const html = { accept: 'text/html,application/xhtml+xml' };

test('whoever opens an address of the application gets it, with a policy that lets no script into the page', async () => {
  for (const path of ['/', '/deals', '/deals/17?tab=documents']) {
    const page = await api.call('GET', path, { headers: html });
    expect([page.status, page.text]).toEqual([200, '<!doctype html><title>Keyturn</title>']);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
  }
});

test('what the API does not know stays a problem, also for a browser', async () => {
  for (const path of ['/v1/nothing', '/webhooks/nothing', '/problems/nothing', '/assets/nothing.js']) {
    const answer = await api.call('GET', path, { headers: html });
    expect([path, answer.status, answer.json?.type]).toEqual([path, 404, '/problems/not-found']);
  }
  expect((await api.call('GET', '/deals')).status).toBe(404);
  expect((await api.call('POST', '/deals', { headers: html })).status).toBe(404);
});

test('files are packed, kept for ever, and none from outside their folder', async () => {
  const packed = await api.app.request('/assets/a-1.js', { headers: { 'accept-encoding': 'gzip, deflate' } });
  expect([packed.headers.get('content-encoding'), packed.headers.get('cache-control')]).toEqual(['gzip', 'public, max-age=31536000, immutable']);
  expect((await api.call('GET', '/assets/a-1.js')).text).toBe('let a;');
  for (const path of ['/assets/..%2Fsecret.js', '/assets/%2e%2e%2fsecret.js', '/assets/a-1.js.gz']) expect((await api.call('GET', path)).status).toBe(404);
});

test('only the worker that reads PDF files may decode by WebAssembly', async () => {
  const worker = await api.call('GET', '/assets/pdf.worker.min-1.mjs');
  expect([worker.headers.get('content-type'), worker.headers.get('content-security-policy')]).toEqual([
    'text/javascript; charset=utf-8',
    expect.stringContaining("script-src 'self' 'wasm-unsafe-eval';"),
  ]);
  for (const path of ['/deals', '/assets/a-1.js'])
    expect((await api.call('GET', path, { headers: html })).headers.get('content-security-policy')).not.toContain('wasm');
});

test('without a build the page says how to get one', async () => {
  const page = await without.call('GET', '/', { headers: html });
  expect([page.status, page.text.includes('npm start')]).toEqual([200, true]);
});
