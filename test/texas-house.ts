import { beforeAll, expect } from 'vitest';
import { businessNow } from '../db/clock.ts';
import { inTenant } from '../db/tenant.ts';
import { addDays, localDate } from '../domain/time/zoned.ts';
import { type TestApi, testApi, testKey } from './api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from './database.ts';
import { seedDeal } from './seed-deal.ts';

const house = { line: '418 HERONSGATE WAY', city: 'SAN ANTONIO', state: 'TX', zip: '78228', county: 'BEXAR' };

/** A brokerage of the test file with a key, its deals on one house in San Antonio, and calls that expect their status. `Answer` is what the file reads of answers. */
export function texasHouse<Answer extends Record<string, unknown>>() {
  const at = {} as { database: TestDatabase; api: TestApi; brokerage: { id: string; slug: string }; key: string; today: string };
  beforeAll(async () => {
    at.database = await testDatabase();
    at.api = testApi(at.database);
    at.brokerage = await testBrokerage(at.database.app);
    at.key = (await testKey(at.database, at.brokerage.id)).key;
    at.today = localDate(await inTenant(at.database.app, at.brokerage.id, businessNow), 'America/Chicago');
  });
  return {
    at,
    inDays: (days: number): string => addDays(at.today, days),
    async newDeal(side: string) {
      const { dealId, dealNo, leadId } = await seedDeal(at.database.app, at.brokerage.id, { lead: house, deal: { side } });
      return { dealId, dealNo, leadId, path: `/v1/deals/${dealNo}` };
    },
    async post(path: string, body: object = {}, status = 200): Promise<Answer> {
      const answer = await at.api.call('POST', path, { key: at.key, body });
      expect(answer.status, answer.text).toBe(status);
      return answer.json as Answer;
    },
    get: async (path: string): Promise<Answer> => (await at.api.call('GET', path, { key: at.key })).json as Answer,
  };
}
