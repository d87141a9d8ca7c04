import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { events, people } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { testApi, testKey } from '../../test/api.ts';
import { testBrokerage, testDatabase } from '../../test/database.ts';

it('is off until a person turns it on for themselves, and the same once more is no news', async () => {
  const database = await testDatabase();
  const api = testApi(database);
  const { id } = await testBrokerage(database.app);
  const { key } = await testKey(database, id);
  await testKey(database, id, { role: 'coordinator' });
  const turn = async (on: unknown) => api.call('PATCH', '/v1/me/digest', { key, body: { on } });
  expect((await api.call('GET', '/v1/me/digest', { key })).json).toEqual({ on: false });
  for (const on of [true, true]) expect((await turn(on)).json).toEqual({ on });
  expect((await api.call('GET', '/v1/me/digest', { key })).json).toEqual({ on: true });
  expect((await turn('yes')).status).toBe(400);
  const [readers, told] = await inTenant(database.app, id, async (tx) => [
    await tx.select().from(people).where(eq(people.digest, true)),
    await tx.select().from(events).where(eq(events.type, 'Digest.Changed')),
  ]);
  expect(readers).toHaveLength(1);
  expect(told).toMatchObject([{ subjectKind: 'brokerage', payload: { personId: readers[0]!.id, on: { prior: false, next: true } } }]);
});
