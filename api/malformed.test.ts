import { beforeAll, describe, expect, test } from 'vitest';
import { type Called, type TestApi, testApi, testKey } from '../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../test/database.ts';
import { fingerprint } from '../test/fingerprint.ts';
import { seedOperationIds } from '../test/operation-ids.ts';
import { createApp } from './app.ts';
import { type Attempt, malformedCalls } from './malformed.fixture.ts';
import { describedOperations } from './operations.fixture.ts';
import { openOperations, operationSamples } from './operations.samples.ts';

const operations = describedOperations(createApp({} as never)).filter(({ name }) => !openOperations.includes(name));

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
});

describe('malformed requests are refused in words and write nothing', () => {
  test.each(operations)('$name', async (operation) => {
    const b = await testBrokerage(database.app);
    const { key } = await testKey(database, b.id);
    const sample = operationSamples[operation.name]!(await seedOperationIds(database, b));
    const ask = ({ path, options }: Attempt) => api.call(operation.method, path, { key, ...options });

    const print = () => fingerprint(database.app, b.id);
    let before = await print();
    const refused: Attempt[] = [];
    let taken = 0;
    for (const attempt of malformedCalls(operation, sample)) {
      const answer = await ask(attempt);
      expect(answer.status, `${attempt.what}: ${answer.text}`).toBeLessThan(500);
      if (answer.status < 400) {
        taken++;
        continue;
      }
      isProblem(attempt, answer);
      refused.push(attempt);
    }
    expect(refused.length).toBeGreaterThan(0);
    if (taken > 0) {
      // Some odd values are fine after all: those calls may act, so only the refused ones are sent again and compared.
      before = await print();
      for (const attempt of refused) expect((await ask(attempt)).status, attempt.what).toBeLessThan(500);
    }
    expect(await print()).toEqual(before);
  });
});

function isProblem({ what }: Attempt, { status, headers, text, json }: Called): void {
  expect(headers.get('content-type'), `${what}: ${text}`).toBe('application/problem+json');
  expect(json, what).toMatchObject({
    status,
    type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    title: expect.any(String),
    detail: expect.any(String),
    nextStep: expect.any(String),
    requestId: expect.any(String),
  });
  expect(text, what).not.toMatch(/\n\s+at |node_modules|\.ts:\d|select |insert |postgres/i);
}

test('one answer names the faults of every part of the request', async () => {
  const { key } = await testKey(database, (await testBrokerage(database.app)).id);
  const answer = await api.call('POST', '/v1/deals', { key, body: { leadNo: 'x', side: 'other', wishes: { terms: 'barter' }, extra: 1 } });
  expect(answer.json.errors).toHaveLength(4);
  expect(answer.json.errors).toContainEqual(expect.objectContaining({ in: 'body', path: 'wishes.terms' }));
});

test('every type of problem answers at its own address with cause and next step, for people and for programs', async () => {
  const { json } = await api.call('GET', '/problems/deal-closed');
  expect(json).toMatchObject({ type: '/problems/deal-closed', status: 409, cause: expect.any(String), nextStep: expect.any(String) });
  const page = await api.call('GET', '/problems/deal-closed', { headers: { accept: 'text/html' } });
  expect(page.text).toContain('What to do');
});

test('an unknown address is 404, a known one with another method 405 with the methods it takes', async () => {
  expect((await api.call('GET', '/v1/nothing')).json.type).toBe('/problems/not-found');
  const answer = await api.call('DELETE', '/v1/deals/1');
  expect([answer.status, answer.headers.get('allow'), answer.json.type]).toEqual([405, 'GET', '/problems/method-not-allowed']);
});
