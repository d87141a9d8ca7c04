import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { termsOf } from '../../db/contract-terms.ts';
import { listChecklist, overrideItem } from '../../db/queries/checklist.ts';
import { closeDeal, projectDeal } from '../../db/queries/closing.ts';
import { amendContract, fileOf } from '../../db/queries/contracts.ts';
import { addCustomClock } from '../../db/queries/custom-clocks.ts';
import { recomputeDeadlines } from '../../db/queries/deadlines.compute.ts';
import { settleDeadline } from '../../db/queries/deadlines.settle.ts';
import { recordFact } from '../../db/queries/deal-facts.ts';
import { addParty } from '../../db/queries/parties.ts';
import { listPartyMessages } from '../../db/queries/party-messages.view.ts';
import { reopenDeal } from '../../db/queries/reopen.ts';
import { snoozeTask } from '../../db/queries/tasks.ts';
import { complianceMarks, deals, settings } from '../../db/schema/index.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { actsOnFile, without } from './documents.fixture.ts';
import type { RunAction } from './types.ts';

let database: TestDatabase;
let brokerageId: string;
let deal: SeededDeal;
let told: RunAction[];
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  brokerageId = (await testBrokerage(database.app)).id;
  deal = await seedDeal(database.app, brokerageId, { lead: { state: 'TX', yearBuilt: 1995 }, deal: { side: 'listing', workflowId: `deal/${brokerageId}/1` } });
  told = [];
});

const { change, read, run, gate, item, openTasks, eventsOf, stateAll, underContract, upload, match, review } = actsOnFile(() => ({
  ...{ database, brokerageId, deal, told },
}));
const messages = () => read((tx) => listPartyMessages(tx, { dealId: deal.dealId, limit: 50 }));

const party = (role: 'seller' | 'buyer', name: string) =>
  change((c) => addParty(c, { dealId: deal.dealId, dealNo: deal.dealNo, role, name, email: `${role}@example.com` }));

describe("the state's compliance", () => {
  test('while it is behind the gate says so, and everything else goes on; once it has caught up the gate is open again', async () => {
    await stateAll();
    await underContract();
    await run(without('state-compliance'));
    expect(await gate()).toMatchObject({ complianceBehind: true });
    expect(told.some((action) => action.kind === 'signal')).toBe(true);
    await run();
    expect(await gate()).toMatchObject({ complianceBehind: false, missingDocuments: expect.arrayContaining(['TX-SDN', 'TX-IABS']) });
    await change((c) =>
      recordFact(c, { dealId: deal.dealId, dealNo: deal.dealNo, fact: 'Appraisal.Received', effectiveOn: '2026-11-25', value: 1, evidence: null, by: 'test' }),
    );
    expect(await gate()).toMatchObject({ complianceBehind: true });
    await run();
    expect(await gate()).toMatchObject({ complianceBehind: false });
  });

  test('replayed from the beginning it ends at the same list, and tells nobody anything new', async () => {
    await stateAll();
    await stateAll({ inMud: true });
    await run();
    const list = () => read((tx) => listChecklist(tx, { dealId: deal.dealId }));
    const [before, changes] = [await list(), await eventsOf('Checklist.Changed')];
    await database.relay.sql`update consumers set position = 0 where name = 'state-compliance'`;
    await read((tx) => tx.execute("delete from inbox where consumer = 'state-compliance'" as never));
    await run();
    expect(await list()).toEqual(before);
    expect(await eventsOf('Checklist.Changed')).toEqual(changes);
    expect((await gate()).complianceBehind).toBe(false);
  });

  test('another fact adds and removes documents, with the ids in one event, and the run is told', async () => {
    await stateAll();
    await run();
    told = [];
    await stateAll({ inMud: true, financed: false });
    await run();
    expect((await eventsOf('Checklist.Changed')).at(-1)).toMatchObject({ payload: { added: ['TX-MUD'], removed: expect.arrayContaining(['TX-FINANCING']) } });
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'signal', signal: 'fileChanged', input: expect.objectContaining({ what: 'checklist changed' }) }),
    );
  });

  test('at the closing table a look that changes nothing is told too: the deal may be waiting for it', async () => {
    await stateAll();
    await run();
    await change((c) => projectDeal(c, { dealId: deal.dealId, stage: 'closing', waitingFor: 'compliance', dueAt: null, reason: 'test' }));
    await change((c) =>
      recordFact(c, { dealId: deal.dealId, dealNo: deal.dealNo, fact: 'Funding.Completed', effectiveOn: '2026-11-25', value: 1, evidence: null, by: 'test' }),
    );
    await run();
    expect(await eventsOf('Checklist.Confirmed')).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ input: { what: 'checklist confirmed' } });
  });

  test('a deal that has ended keeps the list it ended with, and is not behind', async () => {
    await stateAll();
    await run();
    await read((tx) => tx.update(deals).set({ closedAt: new Date(), stage: 'dead' }).where(eq(deals.id, deal.dealId)));
    await stateAll({ inMud: true });
    await run();
    expect(await item('TX-MUD')).toMatchObject({ status: 'not-required' });
    const [mark] = await read((tx) => tx.select().from(complianceMarks).where(eq(complianceMarks.dealId, deal.dealId)));
    expect([(await gate()).complianceBehind, mark!.position > 0]).toEqual([false, true]);
  });
});

describe('documents and the checklist', () => {
  test('a document taken for one of the list moves its item: in review, rejected, complete', async () => {
    await stateAll();
    const document = await upload();
    await run();
    await match(document, 'TX-SDN');
    await run();
    expect(await item('TX-SDN')).toMatchObject({ state: 'in-review', documentId: document.id });
    await review(document, 'reject');
    await run();
    expect(await item('TX-SDN')).toMatchObject({ state: 'rejected' });
    await review(await upload(document.documentNo), 'accept');
    await run();
    expect(await item('TX-SDN')).toMatchObject({ state: 'complete' });
    expect((await gate()).missingDocuments).not.toContain('TX-SDN');
    expect((await eventsOf('Checklist.ItemMoved')).map(({ payload }) => (payload as { state: { next: string } }).state.next)).toContain('complete');
    await match(document, 'TX-IABS');
    await run();
    expect([(await item('TX-SDN'))?.state, (await item('TX-IABS'))?.state]).toEqual(['missing', 'complete']);
  });

  test('what was accepted before the law asked for it counts once it does', async () => {
    const document = await upload();
    await match(document, 'TX-MUD');
    await review(document, 'accept');
    await stateAll({ inMud: true });
    await run();
    expect(await item('TX-MUD')).toMatchObject({ status: 'required', state: 'complete', documentId: document.id });
  });

  test('each version is reviewed once, a rejected one is asked for again, and the next one ends that', async () => {
    const document = await upload();
    await run();
    expect(await openTasks('review-document')).toMatchObject([{ key: `review-document/${document.id}/1`, role: 'coordinator' }]);
    await review(document, 'reject');
    await run();
    expect([await openTasks('review-document'), await openTasks('resubmit-document')]).toMatchObject([
      [],
      [{ reason: expect.stringContaining('Pages are missing') }],
    ]);
    const second = await upload(document.documentNo);
    await run();
    expect([await openTasks('review-document'), await openTasks('resubmit-document')]).toMatchObject([[{ key: `review-document/${document.id}/2` }], []]);
    await review(second, 'accept');
    await run();
    expect(await openTasks('review-document')).toEqual([]);
  });

  test('one task collects what is missing, says how many, and closes when none is; an override counts', async () => {
    await stateAll();
    await run();
    const [first] = await openTasks('collect-documents');
    const missing = (await gate()).missingDocuments;
    expect(first!.reason).toContain(`${missing.length} required documents are not complete`);
    const document = await upload();
    await match(document, 'TX-SDN');
    await review(document, 'accept');
    await run();
    expect(await openTasks('collect-documents')).toMatchObject([{ id: first!.id, reason: expect.stringContaining(`${missing.length - 1} required`) }]);
    for (const id of (await gate()).missingDocuments)
      await change((c) => overrideItem(c, { deal: { id: deal.dealId, dealNo: deal.dealNo }, document: id, reason: 'test', by: deal.leadId }));
    await run();
    expect(await openTasks('collect-documents')).toEqual([]);
    await stateAll({ inMud: true });
    await run();
    expect(await openTasks('collect-documents')).toMatchObject([
      { reason: expect.stringMatching(/^1 required document is not complete: (?!TX-).*[Dd]istrict/) },
    ]);
  });
});

test('the task that collects documents is due when the next of them is, moves with the closing, and says so', async () => {
  await stateAll({ sellerForeign: true, occupiedBefore: false, financed: false, licenseeInvolved: false });
  await underContract();
  await run();
  const required = async () => (await read((tx) => listChecklist(tx, { dealId: deal.dealId }))).filter(({ status }) => status === 'required');
  for (const { document, dueOn } of await required())
    if (dueOn !== '2027-12-30')
      await change((c) => overrideItem(c, { deal: { id: deal.dealId, dealNo: deal.dealNo }, document, reason: 'test', by: deal.leadId }));
  await run();
  const [before] = await openTasks('collect-documents');
  expect([before!.dueAt.toISOString(), before!.reason]).toEqual(['2027-12-30T23:00:00.000Z', expect.stringContaining('The next is due on 2027-12-30')]);
  await change(async (c) => {
    await snoozeTask(c, { taskId: before!.id, until: new Date('2027-12-15T12:00:00Z'), reason: 'later' });
    const { deal: file, contract } = await fileOf(c.tx, { dealId: deal.dealId });
    const next = { ...termsOf(contract), dates: { ...(contract.dates as object), closingDate: '2027-12-01' } };
    await amendContract(c, { deal: file, contract, next, changes: {}, ripple: {}, reason: 'earlier', by: 'test' });
  });
  await run();
  expect(await openTasks('collect-documents')).toMatchObject([
    {
      id: before!.id,
      dueAt: new Date('2027-12-01T23:00:00Z'),
      snoozedUntil: null,
      reason: expect.stringContaining('The next is due on 2027-12-01, not on 2027-12-30 any more'),
    },
  ]);
  expect(await eventsOf('Task.DueMoved')).toMatchObject([...[{ payload: { dueAt: { prior: '2027-12-30T23:00:00.000Z', next: '2027-12-01T23:00:00.000Z' } } }]]);
});

test('what the law cannot decide is asked once, and the task ends with the answer', async () => {
  await stateAll({ hasHoa: null });
  await run();
  expect(await openTasks('answer-law-questions')).toMatchObject([
    { role: 'coordinator', reason: expect.stringMatching(/^Facts are missing to decide about (?!TX-).*[Aa]ssociation/) },
  ]);
  await stateAll({ hasHoa: null, inPid: null });
  await run();
  expect(await openTasks('answer-law-questions')).toMatchObject([{ reason: expect.stringMatching(/; (?!TX-)[^;]*[Ii]mprovement [Dd]istrict/) }]);
  await stateAll();
  await run();
  expect(await openTasks('answer-law-questions')).toEqual([]);
});

describe('messages to parties', () => {
  test('with the telling consumer stopped the checklist moves all the same, and the message comes once, later', async () => {
    await stateAll();
    await party('seller', 'Ann Walker');
    const document = await upload();
    await match(document, 'TX-SDN');
    await review(document, 'accept');
    await run(without('party-messages'));
    expect(await item('TX-SDN')).toMatchObject({ state: 'complete' });
    expect(await openTasks('review-document')).toEqual([]);
    expect(told.some((action) => 'input' in action && (action.input as { what?: string }).what?.startsWith('checklist'))).toBe(true);
    expect(await messages()).toEqual([]);
    await run();
    await database.relay.sql`update consumers set position = 0 where name = 'party-messages'`;
    await run();
    expect(await messages()).toMatchObject([
      { template: 'document-accepted', status: 'draft', role: 'seller', messageNo: 1, body: expect.stringContaining('Ann Walker') },
    ]);
    expect(await openTasks('release-message')).toHaveLength(1);
    expect(JSON.stringify(await eventsOf('PartyMessage.Drafted'))).not.toContain('Ann');
  });

  test('a trusted template goes out without a person, another waits for one', async () => {
    await read((tx) => tx.update(settings).set({ trustedTemplates: ['document-rejected'] }));
    await stateAll();
    await party('seller', 'Ann Walker');
    const document = await upload();
    await match(document, 'TX-SDN');
    await run();
    await review(document, 'reject');
    await run();
    expect(await messages()).toMatchObject([{ template: 'document-rejected', status: 'released', trusted: true, decidedBy: 'trusted template' }]);
    expect(told.at(-1)).toMatchObject({ kind: 'signal-with-start', workflow: 'partyMessageWorkflow', workflowId: expect.stringMatching(/^message\/.*\/1$/) });
    expect(await openTasks('release-message')).toEqual([]);
  });

  test('whoever must act hears of a deadline and of its new date; a newer draft about it stands for the older, and one that is past is told nobody', async () => {
    await party('buyer', 'Ben Stone');
    await party('seller', 'Ann Walker');
    const rows = await underContract();
    const row = rows.find(({ actor, dueAt }) => actor === 'buyer' && dueAt !== null)!;
    const about = {
      dealId: deal.dealId,
      dealNo: deal.dealNo,
      deadlineId: row.id,
      clock: row.clock,
      workflowId: row.workflowId,
      date: row.date,
      dueAt: row.dueAt!.toISOString(),
    };
    await run();
    for (const hours of [72, 48]) await change((c) => c.event('Deadline.Reminded', { ...about, hours, actor: 'buyer' }));
    await change((c) => c.event('Deadline.Reminded', { ...about, dueAt: '2020-01-01T00:00:00.000Z', hours: 24, actor: 'buyer' }));
    await run();
    expect((await messages()).map(({ role, template, status }) => [role, template, status])).toEqual([
      ['buyer', 'deadline-reminder', 'draft'],
      ['buyer', 'deadline-reminder', 'skipped'],
    ]);
    const due = { prior: '2026-11-01T12:00:00.000Z', next: about.dueAt };
    await change((c) =>
      c.event('Deadline.Moved', { ...about, watched: true, due, day: { prior: '2026-11-01', next: row.date }, cause: { kind: 'hand', id: 'test' } }),
    );
    await run();
    expect((await messages())[0]).toMatchObject({
      role: 'buyer',
      template: 'deadline-moved',
      about: { clock: row.clock },
      body: expect.stringMatching(/was due by Sun, Nov 1, 6:00 AM CST and is now due by \w{3}, \w{3} \d+, \d+:\d\d [AP]M C[SD]T\./),
    });
    // What the reminder said is old by now.
    expect((await messages()).filter(({ status }) => status === 'draft')).toHaveLength(1);
    expect((await messages())[1]).toMatchObject({ template: 'deadline-reminder', status: 'skipped', reason: 'the deadline has moved' });
  });

  test.each([
    ['satisfied', 'the deadline is satisfied'],
    ['waived', 'the deadline is waived'],
    ['missed', 'the deadline has passed'],
  ] as const)('a reminder that nobody released is set aside once the deadline is %s, and its task is closed', async (what, reason) => {
    await party('buyer', 'Ben Stone');
    const row = (await underContract()).find(({ actor, dueAt }) => actor === 'buyer' && dueAt !== null)!;
    const { dealId, dealNo } = deal;
    const about = { dealId, dealNo, deadlineId: row.id, clock: row.clock, workflowId: row.workflowId, date: row.date, dueAt: row.dueAt!.toISOString() };
    await change((c) => c.event('Deadline.Reminded', { ...about, hours: 72, actor: 'buyer' }));
    await run();
    expect([(await messages())[0]!.status, (await openTasks('release-message')).length]).toEqual(['draft', 1]);
    await change(async (c) => {
      if (what === 'missed') return void (await c.event('Deadline.Breached', about));
      const { deal: file } = await fileOf(c.tx, { dealId });
      await settleDeadline(c, { deal: file, row, status: what, reason: 'test', proof: null, by: 'test' });
    });
    await run();
    expect(await messages()).toMatchObject([{ status: 'skipped', reason, decidedBy: 'rule' }]);
    expect(await openTasks('release-message')).toEqual([]);
  });

  test('a deal that comes to nothing leaves no task about its documents and no draft behind', async () => {
    await stateAll();
    await party('seller', 'Ann Walker');
    const document = await upload();
    await match(document, 'TX-SDN');
    await run();
    await review(document, 'reject');
    await run();
    expect(
      [await openTasks('resubmit-document'), await openTasks('release-message'), await openTasks('collect-documents')].map(({ length }) => length),
    ).toEqual([1, 1, 1]);
    await change((c) => closeDeal(c, { dealId: deal.dealId, outcome: 'dead', reason: null }));
    await run();
    for (const kind of ['resubmit-document', 'release-message', 'collect-documents']) expect(await openTasks(kind), kind).toEqual([]);
    expect(await messages()).toMatchObject([{ status: 'skipped', reason: 'the deal is dead' }]);
  });
});

test('a deal opened again has its work again: documents to look through, to get, to collect, and questions of the law', async () => {
  await stateAll({ inMud: null });
  const [inReview, rejected] = [await upload(), await upload()];
  await run();
  await review(rejected, 'reject');
  await run();
  const kinds = ['review-document', 'resubmit-document', 'collect-documents', 'answer-law-questions'] as const;
  const counts = async () => Promise.all(kinds.map(async (kind) => (await openTasks(kind)).length));
  expect(await counts()).toEqual([1, 1, 1, 1]);
  await change((c) => closeDeal(c, { dealId: deal.dealId, outcome: 'fell-through', reason: 'financing' }));
  await run();
  expect(await counts()).toEqual([0, 0, 0, 0]);
  await change((c) => reopenDeal(c, { dealId: deal.dealId, reason: 'another buyer' }));
  await run();
  expect(await counts()).toEqual([1, 1, 1, 1]);
  expect(await openTasks('review-document')).toMatchObject([{ key: `review-document/${inReview.id}/1` }]);
});

test("a deadline made by hand is told to the deal's run, which waits for it; those a contract sets going come with the contract", async () => {
  await underContract();
  await run();
  const heard = () => told.flatMap((action) => (action.kind === 'signal' && action.signal === 'fileChanged' ? [(action.input as { what: string }).what] : []));
  expect(heard()).not.toContainEqual(expect.stringContaining('deadline opened'));
  await change(async (c) => {
    const rule = { date: '2027-06-01' };
    await addCustomClock(c, {
      ...{ dealId: deal.dealId, title: 'Roof', actor: 'seller', evidence: null, watched: true, localTime: '17:00', reason: 'addendum', rule, by: 'test' },
    });
    await recomputeDeadlines(c, { dealId: deal.dealId, cause: { kind: 'hand', id: 'test' } });
  });
  await run();
  expect(heard()).toContain('deadline opened (own-1)');
});
