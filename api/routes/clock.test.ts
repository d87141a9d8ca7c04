import postgres from 'postgres';
import { beforeAll, expect, test, vi } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { DomainError } from '../../domain/errors.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import type { ForwardOptions } from '../../workers/up/forward/forward.ts';
import { carryOutMoves, carryOutNext } from '../../workers/up/forward/moves.ts';

let database: TestDatabase;
let api: TestApi;
let b: { id: string };
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  b = await testBrokerage(database.app);
  key = (await testKey(database, b.id, { role: 'coordinator' })).key;
});

const read = async () => (await api.call('GET', '/v1/clock', { key })).json;
const forward = (body: object, by = key) => api.call('POST', '/v1/clock/forward', { key: by, body });
const raise = (ms: number) => database.relay.sql`update instance_clock set offset_ms = offset_ms + ${ms}`;

test('a move is asked for, carried out in the supervisor, and told of on the way', async () => {
  expect(await read()).toMatchObject({ offsetMs: 0, embedded: true, moving: null, last: null });
  const asked = await forward({ days: 3 });
  expect([asked.status, asked.json.moving.state, asked.headers.get('location')]).toEqual([202, 'queued', '/v1/clock']);
  expect((await forward({ days: 1 })).json.type).toBe('/problems/clock-moving');
  const half = new Date(Date.parse(asked.json.moving.to) - 86_400_000);
  const subject = { kind: 'brokerage', id: b.id } as const;
  const perform = async ({ days, onReached, onDoing }: ForwardOptions) => {
    onDoing!('2 runs to act');
    await vi.waitFor(async () => expect((await read()).moving).toMatchObject({ doing: '2 runs to act', from: expect.any(String) }));
    expect(days).toBeGreaterThan(2.9);
    expect(days).toBeLessThanOrEqual(3);
    await onReached!(half);
    expect((await read()).moving).toMatchObject({ state: 'running', reachedAt: half.toISOString() });
    expect((await forward({ days: 1 })).status).toBe(409);
    await raise(Math.ceil((days - 1) * 86_400_000));
    await changeSubject(database.app, { brokerageId: b.id, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, async ({ event }) => {
      for (const hours of [24, 48]) await event('Task.Opened', { taskId: b.id, kind: `call-${hours}`, dueAt: half.toISOString(), role: 'agent' });
    });
    await database.relay.sql`update events set position = nextval('event_positions') where position is null`;
    await raise(86_400_000);
  };
  expect((await api.call('GET', '/v1/clock/happened', { key })).json).toEqual({ from: null, to: null, days: [] });
  expect(await carryOutNext(database.relay.sql, { home: '', perform })).toBe(true);
  const { days, to } = (await api.call('GET', '/v1/clock/happened', { key })).json;
  expect([to, days]).toEqual([
    asked.json.moving.to,
    [{ date: expect.any(String), happened: [{ kind: 'tasks for people', times: 2, words: '2 tasks for people' }] }],
  ]);
  const elsewhere = (await testKey(database, (await testBrokerage(database.app)).id)).key;
  expect((await api.call('GET', '/v1/clock/happened', { key: elsewhere })).json.days).toEqual([]);
  expect(await read()).toMatchObject({ moving: null, last: { state: 'done', to: asked.json.moving.to, reachedAt: asked.json.moving.to } });
  expect(await carryOutNext(database.relay.sql, { home: '', perform })).toBe(false);
});

test('a move that fails says why and what to do, and the next one is free', async () => {
  await forward({ days: 1 });
  const perform = () => Promise.reject(new DomainError('forward-cut-short', 'A part of the way only', { nextStep: 'Run it again' }));
  await carryOutNext(database.relay.sql, { home: '', perform });
  expect((await read()).last).toMatchObject({ state: 'failed', problem: { cause: 'A part of the way only', nextStep: 'Run it again' } });
  expect((await forward({ days: 1 })).status).toBe(202);
  await carryOutNext(database.relay.sql, { home: '', perform: async () => {} });
});

test('one that a dead supervisor left is ended at the next start, and what waits is carried out', async () => {
  await forward({ days: 1 });
  await database.relay.sql`update clock_moves set state = 'running' where state = 'queued'`;
  const stop = new AbortController();
  const done = Promise.withResolvers<void>();
  const running = carryOutMoves({ relayUrl: database.relayUrl, home: '', say: () => {}, signal: stop.signal, perform: async () => done.resolve() });
  while ((await read()).moving) await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await read()).last).toMatchObject({ state: 'failed', problem: { cause: 'Keyturn was stopped while the clock was moved' } });
  expect((await forward({ days: 1 })).status).toBe(202);
  await done.promise;
  while ((await read()).moving) await new Promise((resolve) => setTimeout(resolve, 20));
  stop.abort();
  await running;
});

test('the command line at work counts as moving', async () => {
  const own = postgres(database.relayUrl, { max: 1 });
  await own`select pg_advisory_lock(hashtext('keyturn-forward'))`;
  expect((await read()).moving).toEqual({ from: null, to: null, state: 'running', reachedAt: null, doing: null, problem: null });
  expect((await forward({ days: 1 })).json.type).toBe('/problems/clock-moving');
  await own.end();
});

test('refuses who may not, what is past, what is too far, both and neither', async () => {
  for (const options of [{ role: 'agent' }, { role: 'marketer' }, { role: 'auditor' }, { role: 'broker', scopes: ['closing:read'] }])
    expect((await forward({ days: 1 }, (await testKey(database, b.id, options)).key)).status).toBe(403);
  expect((await forward({ until: '2020-01-01T00:00:00Z' })).json.type).toBe('/problems/not-later');
  expect((await forward({ until: '2099-01-01T00:00:00Z' })).json.type).toBe('/problems/too-far');
  expect((await forward({})).status).toBe(400);
  expect((await forward({ days: 1, until: '2099-01-01T00:00:00Z' })).status).toBe(400);
});

test('an instance with the real clock refuses', async () => {
  const owner = postgres(database.ownerUrl, { max: 1 });
  await owner`update instance_clock set embedded = false`;
  expect((await forward({ days: 1 })).json.type).toBe('/problems/clock-fixed');
  expect((await read()).embedded).toBe(false);
  await owner`update instance_clock set embedded = true`;
  await owner.end();
});
