import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { apiKeys, people } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import type { EventPayload, EventType } from '../../domain/events/index.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedSampleIds } from '../../test/sample-ids.ts';
import { testStream } from '../../test/stream.ts';
import { numberEvents } from '../../workers/relay/number.ts';
import { scopeOfChange } from '../stream.follow.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
});

const number = async (): Promise<void> => {
  while ((await numberEvents(database.relay.sql)).length > 0);
};
const tell = async <T extends EventType>(brokerageId: string, type: T, payload: EventPayload<T>, subject = { kind: 'brokerage' as never, id: brokerageId }) => {
  await changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'test' }, source: 'test' }, ({ event }) => event(type, payload));
  await number();
};
const stopSending = (brokerageId: string, reason = 'test') => tell(brokerageId, 'Sending.Stopped', { reason });
/** So many events at once. */
const flood = async (brokerageId: string, count: number): Promise<void> => {
  await inTenant(database.app, brokerageId, (tx) =>
    tx.execute(`insert into events (brokerage_id, event_id, type, version, occurred_at, source, actor, correlation_id, subject_kind, subject_id, payload)
      select '${brokerageId}', gen_random_uuid(), 'Sending.Stopped', 1, now(), 'test', '{}', 'flood', 'brokerage', '${brokerageId}', '{}' from generate_series(1, ${count})`),
  );
  await number();
};

describe('what a stream says', () => {
  test('ready with where it begins, then each event by id, with the numbers people know and no facts', async () => {
    const b = await testBrokerage(database.app);
    const { dealId, dealNo, leadId, leadNo, marker } = await seedSampleIds(database.app, b);
    const { key } = await testKey(database, b.id);
    await stopSending(b.id);
    const stream = await testStream(api, key);
    const ready = await stream.next();
    expect(ready).toMatchObject({ event: 'ready', data: { resumed: false } });
    await tell(b.id, 'Deal.WishesChanged', { dealId, dealNo, wishes: { prior: null, next: { terms: marker } } }, { kind: 'deal' as never, id: dealId });
    const change = await stream.next();
    expect(change!.data).toEqual({
      position: Number(change!.id),
      type: 'Deal.WishesChanged',
      subjectKind: 'deal',
      subjectId: dealId,
      dealNo,
      leadNo: null,
      occurredAt: expect.any(String),
    });
    expect(Number(change!.id)).toBeGreaterThan(Number(ready!.id));
    const messageId = randomUUID();
    await tell(b.id, 'Reply.Received', { messageId, leadId, dealId, channel: 'sms', class: 'other' }, { kind: 'lead' as never, id: leadId });
    expect((await stream.next())!.data).toMatchObject({ type: 'Reply.Received', dealNo, leadNo });
    await stream.leave();
  });

  test('nothing of another brokerage', async () => {
    const [a, b] = [await testBrokerage(database.app), await testBrokerage(database.app)];
    const stream = await testStream(api, (await testKey(database, a.id)).key);
    await stream.next();
    await stopSending(b.id);
    await stopSending(a.id);
    expect((await stream.next())!.data).toMatchObject({ subjectId: a.id });
    await stream.leave();
  });

  test('only what the role may read; a beat moves the place past the rest', async () => {
    const b = await testBrokerage(database.app);
    const { dealId, dealNo } = await seedSampleIds(database.app, b);
    const beating = testApi(database, { streamBeatMs: 40 });
    const { key } = await testKey(database, b.id, { role: 'agent' });
    const stream = await testStream(beating, key);
    const ready = await stream.until('ready');
    await stopSending(b.id);
    let beat = await stream.until('beat');
    while (Number(beat.id) <= Number(ready.id)) beat = await stream.until('beat');
    await tell(b.id, 'Deal.WishesChanged', { dealId, dealNo, wishes: { prior: null, next: null } }, { kind: 'deal' as never, id: dealId });
    expect((await stream.until('change')).data).toMatchObject({ type: 'Deal.WishesChanged' });
    await stream.leave();
  });

  test.each([
    ['deal', 'Task.Opened', 'closing:read'],
    ['lead', 'Reply.Received', 'sourcing:read'],
    ['contact', 'Contact.OptedOut', 'outreach:read'],
    ['brokerage', 'Person.Added', 'people:read'],
    ['brokerage', 'Key.Made', 'keys:read'],
    ['brokerage', 'Sending.Stopped', 'settings:read'],
    ['webhook', 'Webhook.Received', 'events:read'],
  ])('%s %s needs %s', (subjectKind, type, scope) => expect(scopeOfChange({ subjectKind, type })).toBe(scope));
});

describe('coming back', () => {
  test('goes on behind Last-Event-ID, which goes before the address', async () => {
    const b = await testBrokerage(database.app);
    const { key } = await testKey(database, b.id);
    const first = await testStream(api, key);
    await first.next();
    await stopSending(b.id, 'one');
    const one = await first.next();
    await first.leave();
    await stopSending(b.id, 'two');
    await stopSending(b.id, 'three');
    const again = await testStream(api, key, '?after=0', { 'last-event-id': one!.id! });
    expect(await again.next()).toMatchObject({ event: 'ready', id: one!.id, data: { resumed: true } });
    const [two, three] = [await again.next(), await again.next()];
    expect([two!.event, three!.event]).toEqual(['change', 'change']);
    expect(Number(one!.id)).toBeLessThan(Number(two!.id));
    expect(Number(two!.id)).toBeLessThan(Number(three!.id));
    await again.leave();
  });

  test('a client that takes nothing is let go, and has missed nothing when it comes again', async () => {
    const b = await testBrokerage(database.app);
    const { key } = await testKey(database, b.id);
    const [slow, fast] = [await testStream(api, key), await testStream(api, key)];
    const begin = Number((await fast.next())!.id);
    await slow.next();
    const heard: number[] = [];
    for (let round = 0; round < 4; round++) {
      await flood(b.id, 700);
      for (let n = 0; n < 700; n++) await fast.next();
    }
    let last = begin;
    for (let block = await slow.next(); block; block = await slow.next()) heard.push((last = Number(block.id)));
    expect(heard.length).toBeLessThan(2800);
    const again = await testStream(api, key, '?follow=false', { 'last-event-id': String(last) });
    for (let block = await again.next(); block; block = await again.next()) if (block.event === 'change') heard.push(Number(block.id));
    expect(heard).toHaveLength(2800);
    expect(new Set(heard).size).toBe(2800);
    await fast.leave();
  });

  test('too far back, ahead of the log, or no position at all: look at everything anew', async () => {
    const b = await testBrokerage(database.app);
    const { key } = await testKey(database, b.id);
    await flood(b.id, 5001);
    const told = async (query: string, headers = {}) => {
      const stream = await testStream(api, key, query, headers);
      const block = await stream.next();
      const change = await stream.next();
      return [block!.event, block!.data!.reason, change];
    };
    expect(await told('?after=0&follow=false')).toEqual(['reset', 'too-old', null]);
    expect(await told('?after=900000000&follow=false')).toEqual(['reset', 'ahead', null]);
    expect(await told('?follow=false', { 'last-event-id': 'x' })).toEqual(['reset', 'ahead', null]);
  });

  test('a position that is none is refused in the address', async () => {
    const b = await testBrokerage(database.app);
    const answer = await api.call('GET', '/v1/stream?after=-1', { key: (await testKey(database, b.id)).key });
    expect([answer.status, answer.json.type]).toEqual([400, '/problems/invalid-request']);
  });
});

describe('whoever may read no more', () => {
  test('is told why and closed at the next beat: revoked, expired, disabled', async () => {
    const b = await testBrokerage(database.app);
    const beating = testApi(database, { streamBeatMs: 40 });
    const ends: Record<string, (of: { keyId: string; personId: string }) => Promise<unknown>> = {
      revoked: ({ keyId }) => inTenant(database.app, b.id, (tx) => tx.update(apiKeys).set({ revokedAt: new Date() }).where(eq(apiKeys.id, keyId))),
      expired: ({ keyId }) =>
        inTenant(database.app, b.id, (tx) =>
          tx
            .update(apiKeys)
            .set({ expiresAt: new Date(0) })
            .where(eq(apiKeys.id, keyId)),
        ),
      disabled: ({ personId }) => inTenant(database.app, b.id, (tx) => tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, personId))),
    };
    for (const [name, end] of Object.entries(ends)) {
      const of = await testKey(database, b.id);
      const stream = await testStream(beating, of.key);
      await stream.until('beat');
      await end(of);
      expect((await stream.until('ended')).data, name).toMatchObject({ reason: name === 'expired' ? 'key-expired' : 'unauthenticated' });
      expect(await stream.next()).toBeNull();
    }
  });

  test('hears nothing after the event that says so, long before the beat', async () => {
    const b = await testBrokerage(database.app);
    const { key, keyId, personId } = await testKey(database, b.id);
    const stream = await testStream(api, key);
    await stream.next();
    await inTenant(database.app, b.id, (tx) => tx.update(apiKeys).set({ revokedAt: new Date() }).where(eq(apiKeys.id, keyId)));
    await tell(b.id, 'Key.Revoked', { keyId, personId });
    expect(await stream.next()).toMatchObject({ event: 'ended' });
    expect(await stream.next()).toBeNull();
  });

  test('a role that shrinks hears less from then on', async () => {
    const b = await testBrokerage(database.app);
    const { key, personId } = await testKey(database, b.id);
    const stream = await testStream(api, key);
    await stream.next();
    await inTenant(database.app, b.id, (tx) => tx.update(people).set({ role: 'agent' }).where(eq(people.id, personId)));
    await tell(b.id, 'Person.Changed', { personId, fields: ['role'], role: { prior: 'broker', next: 'agent' } });
    await stopSending(b.id);
    const { dealId, dealNo } = await seedSampleIds(database.app, b);
    await tell(b.id, 'Deal.WishesChanged', { dealId, dealNo, wishes: { prior: null, next: null } }, { kind: 'deal' as never, id: dealId });
    expect((await stream.next())!.data).toMatchObject({ type: 'Deal.WishesChanged' });
    await stream.leave();
  });
});

test('many streams listen once', async () => {
  const b = await testBrokerage(database.app);
  const { key } = await testKey(database, b.id);
  const streams = await Promise.all(Array.from({ length: 20 }, () => testStream(api, key)));
  await Promise.all(streams.map((stream) => stream.next()));
  const [row] = await database.app.sql`select count(*)::int as n from pg_stat_activity where query ilike 'listen%' and datname = current_database()`;
  // One for each API of this file: the tests above have made three.
  expect(row!.n).toBeLessThanOrEqual(3);
  await stopSending(b.id);
  expect(new Set(await Promise.all(streams.map(async (stream) => (await stream.next())!.id))).size).toBe(1);
  await Promise.all(streams.map((stream) => stream.leave()));
});
