import { beforeAll, expect } from 'vitest';
import { businessNow } from '../db/clock.ts';
import { changeSubject } from '../db/events.ts';
import { missDeadline } from '../db/queries/deadlines.miss.ts';
import { clockOf } from '../db/queries/deadlines.ts';
import type { deals, leads } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { addDays, localDate } from '../domain/time/zoned.ts';
import { type TestApi, testApi, testKey } from './api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from './database.ts';
import { seedDeal } from './seed-deal.ts';

type At = { database: TestDatabase; api: TestApi; brokerage: { id: string; slug: string }; key: string; person: string; today: string };

/**
 * A brokerage of the test file with a key, its deals on one house, and calls that expect their status. Days are those of the house. `Answer` is what
 * the file reads of answers.
 */
export function house<Answer extends Record<string, unknown>>({
  zone,
  role = 'broker',
  ...lead
}: Partial<typeof leads.$inferInsert> & { zone: string; role?: 'broker' | 'coordinator' }) {
  const at = {} as At;
  beforeAll(async () => {
    at.database = await testDatabase();
    at.api = testApi(at.database);
    at.brokerage = await testBrokerage(at.database.app);
    ({ key: at.key, personId: at.person } = await testKey(at.database, at.brokerage.id, { role }));
    at.today = localDate(await inTenant(at.database.app, at.brokerage.id, businessNow), zone);
  });
  const changing = <T>(dealId: string, fn: Parameters<typeof changeSubject<T>>[2]): Promise<T> =>
    changeSubject(
      at.database.app,
      { brokerageId: at.brokerage.id, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
      fn,
    );
  return {
    at,
    changing,
    inDays: (days: number): string => addDays(at.today, days),
    async newDeal(side: string, more: Partial<typeof deals.$inferInsert> = {}) {
      const { dealId, dealNo, leadId } = await seedDeal(at.database.app, at.brokerage.id, { lead, deal: { side, ...more } });
      return { dealId, dealNo, leadId, path: `/v1/deals/${dealNo}` };
    },
    /** As the watcher of a clock does when its instant has passed. */
    miss: ({ dealId, dealNo }: { dealId: string; dealNo: number }, clock: string) =>
      changing(dealId, async (change) => missDeadline(change, { deal: { id: dealId, dealNo }, row: await clockOf(change.tx, { dealId, clock }) })),
    async post(path: string, body: object = {}, status = 200): Promise<Answer> {
      const answer = await at.api.call('POST', path, { key: at.key, body });
      expect(answer.status, answer.text.slice(0, 300)).toBe(status);
      return answer.json as Answer;
    },
    get: async (path: string): Promise<Answer> => (await at.api.call('GET', path, { key: at.key })).json as Answer,
  };
}
