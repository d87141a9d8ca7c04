import { beforeAll, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { openTask, readTask } from '../../db/queries/tasks.ts';
import { people } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import type { TaskKind } from '../../domain/closing/task-kinds.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let key: string;
let personId: string;
let deal: SeededDeal;
let other: SeededDeal;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await testBrokerage(database.app)).id;
  ({ key, personId } = await testKey(database, brokerageId));
  deal = await seedDeal(database.app, brokerageId);
  other = await seedDeal(database.app, brokerageId);
});

const hourMs = 3_600_000;
let keys = 0;
const open = (kind: TaskKind, inHours: number, { dealId } = deal, role = 'coordinator'): Promise<string> =>
  changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' }, async (change) => {
    const dueAt = new Date(change.now.getTime() + inHours * hourMs);
    return (await openTask(change, { kind, key: `t/${++keys}`, subject: { kind: 'deal', id: dealId }, dealId, title: kind, reason: 'test', role, dueAt }))!;
  });
const list = async (query: string): Promise<{ id: string; taskId: string; bucket: string; dealNo: number; property: string; reason: string }[]> =>
  (await api.call('GET', query, { key })).json.items;
const act = (id: string, what: string, body: object) => api.call('POST', `/v1/tasks/${id}/${what}`, { key, body });

test('tasks are listed by deal and kind', async () => {
  const [a, b] = [await open('review-document', 1000), await open('review-document', 1000, other)];
  expect((await list(`/v1/tasks?deal=${deal.dealNo}&kind=review-document`)).map(({ id }) => id)).toEqual([a]);
  expect((await list('/v1/tasks?kind=review-document')).map(({ id }) => id)).toEqual(expect.arrayContaining([a, b]));
  expect((await api.call('GET', '/v1/tasks?deal=4711', { key })).status).toBe(404);
});

test('a snoozed task is out of sight until its time, and its reason stays in the row', async () => {
  const id = await open('call-seller', 2);
  const until = new Date(Date.now() + 24 * hourMs).toISOString();
  expect((await act(id, 'snooze', { until, reason: 'Ann is away' })).json).toMatchObject({ snoozedUntil: until, note: 'Ann is away' });
  expect((await list('/v1/tasks?kind=call-seller')).map((task) => task.id)).not.toContain(id);
  expect((await list('/v1/tasks?kind=call-seller&snoozed=true')).map((task) => task.id)).toContain(id);
  expect((await list('/v1/needs-me')).map(({ taskId }) => taskId)).not.toContain(id);
  expect(await act(id, 'snooze', { until: '2020-01-01T00:00:00Z', reason: 'x' })).toMatchObject({ status: 422, json: { type: '/problems/not-later' } });
  expect((await act(id, 'hand-over', { personId, reason: 'back again' })).json).toMatchObject({ ownerId: personId, snoozedUntil: null, role: 'coordinator' });
});

test('a task is handed to a person or to whoever stands for a role', async () => {
  const id = await open('call-seller', 2);
  const engineer = await testKey(database, brokerageId, { role: 'engineer' });
  expect((await act(id, 'hand-over', { role: 'engineer', reason: 'a fault' })).json).toMatchObject({ role: 'engineer', ownerId: engineer.personId });
  expect(await act(id, 'hand-over', { personId: deal.dealId, reason: 'x' })).toMatchObject({ status: 422 });
  expect((await act(id, 'hand-over', { reason: 'x' })).status).toBe(400);
  expect((await act(id, 'hand-over', { personId, role: 'broker', reason: 'x' })).status).toBe(400);
});

test('"needs me now" is one list over all files, most urgent first, each line with its reason, and nothing that can wait', async () => {
  const [overdue, automation, approval, review, reply] = [
    await open('make-offer', -3),
    await open('mend-follow-up', 200),
    await open('release-message', 200, other),
    await open('review-document', 200),
    await open('answer-seller', 200),
  ];
  const later = await open('collect-documents', 200);
  const lines = await list('/v1/needs-me');
  const mine = lines.filter(({ taskId }) => [overdue, automation, approval, review, reply, later].includes(taskId));
  expect(mine.map(({ taskId, bucket }) => [taskId, bucket])).toEqual([
    [overdue, 'overdue'],
    [automation, 'automation'],
    [approval, 'approval'],
    [review, 'review'],
    [reply, 'reply'],
  ]);
  expect(mine[2]).toMatchObject({ dealNo: other.dealNo, property: '1208 FAIRWIN AVE, NASHVILLE, TN 37216', reason: 'test' });
  // In pages it is the same list.
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json } = await api.call('GET', `/v1/needs-me?limit=2${cursor ? `&cursor=${cursor}` : ''}`, { key });
    paged.push(...json.items.map(({ taskId }: { taskId: string }) => taskId));
    cursor = json.nextCursor;
  }
  expect(paged).toEqual(lines.map(({ taskId }) => taskId));
});

test('what is due before the end of the day where the brokerage is, is due today', async () => {
  const soon = await open('collect-documents', 0.001);
  expect((await list('/v1/needs-me')).find(({ taskId }) => taskId === soon)?.bucket).toMatch(/today|overdue/);
});

test('where everybody of a role is away it goes to whoever stands in and is there, of any of them', async () => {
  const { id: tenant } = await testBrokerage(database.app);
  const away = new Date();
  const person = (name: string, role: string, more: Partial<typeof people.$inferInsert> = {}): Promise<string> =>
    inTenant(database.app, tenant, async (tx) => {
      const [row] = await tx
        .insert(people)
        .values({ brokerageId: tenant, name, email: `${name}@example.com`, role, ...more })
        .returning();
      return row!.id;
    });
  const gone = await person('gone', 'agent', { disabledAt: away });
  const here = await person('here', 'agent');
  await person('a', 'coordinator', { disabledAt: away });
  await person('b', 'coordinator', { disabledAt: away, standInId: gone });
  const owner = () =>
    changeSubject(
      database.app,
      { brokerageId: tenant, subject: { kind: 'brokerage', id: tenant }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      async (change) => {
        const subject = { kind: 'brokerage', id: tenant } as const;
        const taskId = await openTask(change, {
          kind: 'meet-deadline',
          key: `t/${++keys}`,
          subject,
          title: 'x',
          reason: 'x',
          role: 'coordinator',
          dueAt: away,
        });
        return (await readTask(change.tx, { taskId: taskId! }))!.ownerId;
      },
    );
  expect(await owner()).toBeNull();
  await person('c', 'coordinator', { disabledAt: away, standInId: here });
  expect(await owner()).toBe(here);
});
