import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { type Change, changeSubject } from '../events.ts';
import { leads, sends } from '../schema/index.ts';
import { inTenant } from '../tenant.ts';
import { takeInTextStatus } from './reports.ts';
import { claimSend, markUnknown } from './sends.ts';

let database: TestDatabase;
let brokerageId: string;
beforeAll(async () => {
  database = await testDatabase();
  ({ id: brokerageId } = await testBrokerage(database.app));
});

/** Each report is a webhook of its own, so two of them are taken in side by side. */
const report = (status: 'sent' | 'delivered', then: (change: Change) => Promise<void> = async () => {}): Promise<void> =>
  changeSubject(
    database.app,
    { brokerageId, subject: { kind: 'webhook', id: randomUUID() }, actor: { kind: 'system', id: 'test' }, source: 'test' },
    async (change) => {
      await takeInTextStatus(change, { report: { messageSid: 'SM1', status, to: '+16155550142', errorCode: null } as never });
      await then(change);
    },
  );
const waiting = async (): Promise<number> => {
  const [row] = await database.app.sql<{ n: number }[]>`select count(*)::int as n 
    from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return row!.n;
};

test('two reports at once about a text whose outcome nobody knew settle it once, and the later word of the two stands', async () => {
  const { leadId, dealId } = await seedDeal(database.app, brokerageId);
  const sendId = await changeSubject(
    database.app,
    { brokerageId, subject: { kind: 'lead', id: leadId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
    async (change) => {
      const [lead] = await change.tx.select().from(leads).where(eq(leads.id, leadId));
      const send = await claimSend(change.tx, {
        send: {
          ...{ key: randomUUID(), channel: 'text', leadId, dealId, contactId: (lead!.ownerIds as string[])[0]!, step: 'first-text' },
          ...{ address: '+16155550142', templateSlug: 'first-text', templateVersion: 1, claimedAt: change.now },
        },
      });
      await markUnknown(change, { sendId: send!.id, problem: 'The answer of the provider was lost' });
      return send!.id;
    },
  );
  let second: Promise<void> | undefined;
  await report('sent', async () => {
    second = report('delivered');
    second.catch(() => {});
    await expect.poll(waiting, { timeout: 15_000 }).toBeGreaterThan(0);
  });
  await second;
  const [send] = await inTenant(database.app, brokerageId, (tx) => tx.select().from(sends).where(eq(sends.id, sendId)));
  expect(send).toMatchObject({ status: 'delivered', providerId: 'SM1' });
});
