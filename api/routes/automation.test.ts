import { beforeAll, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { enrolLead } from '../../db/queries/outreach.ts';
import { claimSend } from '../../db/queries/sends.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { seedOutreach } from '../../test/seed-outreach.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let key: string;
let deal: SeededDeal;
let enrolmentId: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await seedOutreach(database.app)).id;
  key = (await testKey(database, brokerageId)).key;
  deal = await seedDeal(database.app, brokerageId, { lead: { mailingState: 'TN', mailingZip: '37206' } });
  const { leadId, dealId } = deal;
  const about = { brokerageId, subject: { kind: 'lead', id: leadId } as const, actor: { kind: 'system', id: 'test' } as const, source: 'test' };
  ({ enrolmentId } = await changeSubject(database.app, about, (change) => enrolLead(change, { leadId, dealId, sequence: 'seller-follow-up' })));
});
const automation = async () => (await api.call('GET', `/v1/deals/${deal.dealNo}/automation`, { key })).json;

test('a follow-up tells what comes next by the clock of the recipient, and keeps its place while it is held', async () => {
  const { sendingStoppedAt, followUps } = await automation();
  expect(sendingStoppedAt).toBeNull();
  expect(followUps).toMatchObject([{ id: enrolmentId, status: 'open', zone: 'America/Chicago', place: 'Franklin', zoneBasis: 'address', sends: [] }]);
  const [first, second] = followUps[0].next;
  expect(first).toMatchObject({ step: 'offer-email', at: null });
  expect(second.words).toMatch(/ in Franklin$/);
  await api.call('POST', `/v1/enrolments/${enrolmentId}/pause`, { key });
  const [held] = (await automation()).followUps;
  expect(held.paused).toBe(true);
  expect(held.next.map(({ step }: { step: string }) => step)).toEqual(followUps[0].next.map(({ step }: { step: string }) => step));
  await api.call('POST', `/v1/enrolments/${enrolmentId}/resume`, { key });
});

test('what went out stands beside it, and an ended one plans nothing', async () => {
  const send = { key: 'k', channel: 'email', enrolmentId, leadId: deal.leadId, dealId: deal.dealId, step: 'offer-email', address: 'ann@example.com' };
  const words = { templateSlug: 'offer-email', templateVersion: 1, subject: 'Our offer', claimedAt: new Date() };
  await inTenant(database.app, brokerageId, (tx) => claimSend(tx, { send: { ...send, ...words } }));
  await api.call('POST', `/v1/enrolments/${enrolmentId}/stop`, { key, body: {} });
  expect((await automation()).followUps).toMatchObject([{ next: [], sends: [{ what: 'the offer by e-mail', status: 'claimed', subject: 'Our offer' }] }]);
});
