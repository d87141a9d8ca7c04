import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { deadlines } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedSampleIds } from '../../test/sample-ids.ts';
import { complianceConsumers } from '../../workers/consumers/compliance.ts';
import type { RunAction } from '../../workers/consumers/types.ts';
import { drain } from '../../workers/relay/relay.ts';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
});

const watch = {
  leadHours: 120,
  reminderHours: [120, 24],
  flagAfterHours: 12,
  ladder: [{ role: 'broker', afterHours: 4 }],
};

test('when people hear of a deadline is changed, is in the history, and every open watcher is told to plan anew', async () => {
  const b = await testBrokerage(database.app);
  const { deadlineId } = await seedSampleIds(database.app, b);
  await inTenant(database.app, b.id, (tx) => tx.update(deadlines).set({ status: 'pending' }).where(eq(deadlines.id, deadlineId)));
  const { key } = await testKey(database, b.id);
  expect((await api.call('GET', '/v1/settings', { key })).json.deadlineWatch).toMatchObject({ leadHours: 72, reminderHours: [72, 48, 24] });
  const changed = await api.call('PATCH', '/v1/settings', { key, body: { deadlineWatch: watch } });
  expect([changed.status, changed.json.deadlineWatch]).toEqual([200, watch]);
  const [entry] = (await api.call('GET', '/v1/settings/history', { key })).json.items;
  expect(entry.changes).toEqual([{ setting: 'deadlineWatch', prior: {}, next: watch }]);

  const told: RunAction[] = [];
  const perform = async (action: RunAction): Promise<void> => void told.push(action);
  await drain({ app: database.app, relay: database.relay.sql, consumers: complianceConsumers, perform, retryDelaysMs: [], log: () => {} });
  expect(told.filter(({ workflowId }) => workflowId === `deadline/${b.slug}/7/option`).at(-1)).toMatchObject({
    kind: 'signal-with-start',
    signal: 'lookAgain',
    signalInput: { what: 'the brokerage changed when people hear of deadlines' },
  });
});

test('another setting tells no watcher', async () => {
  const b = await testBrokerage(database.app);
  await seedSampleIds(database.app, b);
  const { key } = await testKey(database, b.id);
  await api.call('PATCH', '/v1/settings', { key, body: { offerDays: 9 } });
  await drain({ app: database.app, relay: database.relay.sql, consumers: complianceConsumers, perform: async () => {}, retryDelaysMs: [], log: () => {} });
  const types = await inTenant(database.app, b.id, (tx) => tx.execute<{ type: string }>(`select type from events` as never));
  expect(types.map(({ type }) => type)).not.toContain('Deadline.WatchChanged');
});

test('each fault of the settings of deadlines is named with its place', async () => {
  const { key } = await testKey(database, (await testBrokerage(database.app)).id);
  const body = {
    deadlineWatch: {
      leadHours: 0,
      reminderHours: [24, 24],
      flagAfterHours: 48,
      ladder: [
        { role: 'king', afterHours: 0 },
        { role: 'broker', afterHours: -1 },
      ],
    },
  };
  const refused = await api.call('PATCH', '/v1/settings', { key, body });
  expect(refused.status).toBe(400);
  const paths = refused.json.errors.map(({ path }: { path: string }) => path);
  for (const path of ['deadlineWatch.leadHours', 'deadlineWatch.reminderHours', 'deadlineWatch.ladder.0.role', 'deadlineWatch.ladder.1.afterHours'])
    expect(
      paths.some((each: string) => each.endsWith(path)),
      `${path} in ${paths}`,
    ).toBe(true);
});
