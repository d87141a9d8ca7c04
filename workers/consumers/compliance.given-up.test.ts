import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { advanceFile } from '../../activities/closing/file.ts';
import { overrideItem } from '../../db/queries/checklist.ts';
import { recordFact } from '../../db/queries/deal-facts.ts';
import { factsGivenUp } from '../../db/queries/file-gate.ts';
import { parkedEvents } from '../../db/schema/index.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { drain } from '../relay/relay.ts';
import { stateComplianceConsumers } from './compliance.state.ts';
import { actsOnFile } from './documents.fixture.ts';
import { type Consumer, type RunAction, writes } from './types.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let deal: SeededDeal;
const told: RunAction[] = [];
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await testBrokerage(database.app)).id;
  deal = await seedDeal(database.app, brokerageId, { lead: { state: 'TX', yearBuilt: 1995 }, deal: { side: 'listing', workflowId: `deal/${brokerageId}/1` } });
});
const { change, read, run, gate, stateAll, underContract } = actsOnFile(() => ({ database, brokerageId, deal, told }));

const [healthy] = stateComplianceConsumers as [Extract<Consumer, { write: unknown }>];
/** The state's compliance as it is, but for a fault that no retry mends. */
const broken = writes({
  ...(healthy as unknown as Parameters<typeof writes>[0]),
  async write(c, event) {
    if (event.type === 'Closing.Completed') throw new Error('a fault in code');
    return healthy.write(c, event as never);
  },
});
const consume = (consumer: Consumer) =>
  drain({
    ...{ app: database.app, relay: database.relay.sql, consumers: [consumer], retryDelaysMs: [] },
    ...{ perform: async () => {}, log: () => {} },
  });
const parked = () =>
  read((tx) =>
    tx
      .select()
      .from(parkedEvents)
      .where(and(eq(parkedEvents.consumer, 'state-compliance'), eq(parkedEvents.subjectId, deal.dealId))),
  );
const happened = (fact: 'Closing.Completed' | 'Recording.Completed') =>
  change((c) => recordFact(c, { dealId: deal.dealId, dealNo: deal.dealNo, fact, effectiveOn: '2026-11-25', value: null, evidence: null, by: 'test' }));

test('a last fact that compliance cannot take holds the closing until a person gives it up; then the deal closes, and says who did and why', async () => {
  await stateAll();
  await underContract();
  await run();
  for (const id of (await gate()).missingDocuments)
    await change((c) => overrideItem(c, { deal: { id: deal.dealId, dealNo: deal.dealNo }, document: id, reason: 'test', by: deal.leadId }));
  await happened('Closing.Completed');
  await consume(broken);
  expect(await gate()).toMatchObject({ complianceBehind: true });
  expect(await change((c) => advanceFile(c, deal.dealId))).toMatchObject({ outcome: null, waitingFor: expect.stringContaining('compliance') });

  const { key, personId } = await testKey(database, brokerageId, { role: 'engineer' });
  const [row] = await parked();
  const path = `/v1/parked/${row!.id}`;
  // Asked for again it fails again, and stays in the way.
  expect((await api.call('POST', `${path}/retry`, { key })).json).toMatchObject({ status: 'retry' });
  await consume(broken);
  expect([(await parked())[0]!.status, (await gate()).complianceBehind]).toEqual(['parked', true]);

  expect((await api.call('POST', `${path}/discard`, { key, body: { reason: 'The list was compared by hand' } })).status).toBe(200);
  expect(await gate()).toMatchObject({ complianceBehind: false });
  const given = [{ event: 'Closing.Completed', by: personId, reason: 'The list was compared by hand' }];
  expect(await read((tx) => factsGivenUp(tx, { dealId: deal.dealId }))).toMatchObject(given);
  const said = (await api.call('GET', `/v1/deals/${deal.dealNo}/explain`, { key: (await testKey(database, brokerageId)).key })).json;
  expect(said).toMatchObject({
    explanation: expect.stringMatching(/; the checklist does without closing completed, given up by .+: The list was compared by hand$/),
    givenUp: given,
  });
  // The deal's own log names who, and its run is told to look again.
  told.length = 0;
  await run();
  expect(told).toContainEqual(
    expect.objectContaining({ kind: 'signal', signal: 'fileChanged', input: expect.objectContaining({ what: expect.stringContaining('given up') }) }),
  );
  expect(await change((c) => advanceFile(c, deal.dealId))).toMatchObject({ outcome: 'closed' });
  const timeline = (await api.call('GET', `/v1/deals/${deal.dealNo}/timeline`, { key: (await testKey(database, brokerageId)).key })).text;
  expect(timeline).toContain('closing completed was given up for the checklist');
});

test('what was given up stays given up, also while the relay was trying it; what comes later is taken in with it', async () => {
  const [row] = await parked();
  // As when a person gives it up in the middle of an attempt, or the relay begins a batch anew after a crash.
  await database.relay.sql`update consumers set position = ${row!.position - 1} where name = 'state-compliance'`;
  await consume(broken);
  expect((await parked()).map(({ status, settledReason }) => [status, settledReason])).toEqual([['discarded', 'The list was compared by hand']]);
  expect((await gate()).complianceBehind).toBe(false);
  await happened('Recording.Completed');
  expect((await gate()).complianceBehind).toBe(true);
  await consume(broken);
  expect([(await gate()).complianceBehind, await read((tx) => factsGivenUp(tx, { dealId: deal.dealId }))]).toEqual([false, []]);
});
