import { beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../../test/api.ts';
import { testDatabase } from '../../test/database.ts';

let api: TestApi;
beforeAll(async () => {
  api = testApi(await testDatabase());
});

test('runbooks and guides are read on the instance itself, without a key', async () => {
  const { status, text, headers } = await api.call('GET', '/docs/runbooks/stuck-runs');
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  expect(text).toContain('<title>A run does not move · Keyturn</title>');
  expect(text).toContain('<a href="/docs/runbooks/README">table</a>');
  expect((await api.call('GET', '/docs/guides/configuration')).status).toBe(200);
  expect((await api.call('GET', '/docs')).text).toContain('/docs/scalar.js');
});

test('what is no page is refused with the next step', async () => {
  for (const path of ['/docs/runbooks/none', '/docs/runbooks/..%2Farchitecture', '/docs/guides/..%2F..%2Fpackage', '/docs/elsewhere/README']) {
    const { status, json } = await api.call('GET', path);
    expect([status, json.type], path).toEqual([404, '/problems/not-found']);
  }
});
