import { beforeAll, beforeEach, expect, test } from 'vitest';
import { overrideItem } from '../../db/queries/checklist.ts';
import { closeDeal } from '../../db/queries/closing.ts';
import { endContract } from '../../db/queries/contracts.ts';
import { lawFacts } from '../../db/queries/deal-law.ts';
import { listQueue } from '../../db/queries/documents.queue.ts';
import { addDocument, listDocuments } from '../../db/queries/documents.ts';
import { reopenDeal } from '../../db/queries/reopen.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { actsOnFile } from './documents.fixture.ts';

let database: TestDatabase;
let brokerageId: string;
let deal: SeededDeal;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  brokerageId = (await testBrokerage(database.app)).id;
  deal = await seedDeal(database.app, brokerageId, { lead: { state: 'TX', yearBuilt: 1995 }, deal: { side: 'listing', workflowId: `deal/${brokerageId}/1` } });
});

const { change, read, run, gate, item, openTasks, eventsOf, stateAll, underContract, upload, match, review } = actsOnFile(() => ({
  ...{ database, brokerageId, deal, told: [] },
}));

const accepted = async (kind: string) => {
  const document = await upload();
  await match(document, kind);
  return review(document, 'accept');
};
/** The buyer's loan fails, another buyer comes. */
async function anotherBuyer(): Promise<void> {
  const { dealId } = deal;
  await change(async (c) => {
    await endContract(c, { dealId, status: 'terminated', reason: 'financing', earnestMoney: null });
    await closeDeal(c, { dealId, outcome: 'fell-through', reason: 'financing' });
  });
  await run();
  await change((c) => reopenDeal(c, { dealId, reason: 'another buyer' }));
  await run();
}
const documentsOfDeal = () => read((tx) => listDocuments(tx, { dealId: deal.dealId }));

test('documents of a contract that fell through complete nothing of the next one; those about the property and the brokerage do', async () => {
  await stateAll({ inMud: true });
  await underContract();
  await run();
  const [disclosure, services, notice, financing] = [
    await accepted('TX-SDN'),
    await accepted('TX-IABS'),
    await accepted('TX-MUD'),
    await accepted('TX-FINANCING'),
  ];
  await run();
  expect([(await item('TX-MUD'))?.state, (await item('TX-FINANCING'))?.state]).toEqual(['complete', 'complete']);

  await anotherBuyer();
  expect(await item('TX-MUD')).toMatchObject({ state: 'missing', documentId: null });
  await stateAll({ inMud: true });
  await underContract();
  await run();
  const state = async (document: string) => (await item(document))?.state;
  expect([await state('TX-SDN'), await state('TX-IABS'), await state('TX-MUD'), await state('TX-FINANCING')]).toEqual([
    ...['complete', 'complete', 'missing', 'missing'],
  ]);
  expect((await gate()).missingDocuments).toEqual(expect.arrayContaining(['TX-FINANCING', 'TX-MUD']));
  expect((await gate()).missingDocuments).not.toContain('TX-SDN');
  // They stay on file, and say where they belong.
  expect((await documentsOfDeal()).map(({ id, contractNo, ofEarlierContract }) => [id, contractNo, ofEarlierContract])).toEqual([
    [disclosure.id, 1, false],
    [services.id, 1, false],
    [notice.id, 1, true],
    [financing.id, 1, true],
  ]);
});

test('a person takes an old document for the new contract, with the contract it was of in the event; a new version or a new document is of it by itself', async () => {
  await stateAll({ inMud: true });
  await underContract();
  const [notice, financing] = [await accepted('TX-MUD'), await accepted('TX-FINANCING')];
  await anotherBuyer();
  await stateAll({ inMud: true });
  await underContract();
  await run();
  await match(notice, 'TX-MUD');
  await run();
  expect(await item('TX-MUD')).toMatchObject({ state: 'complete', documentId: notice.id });
  expect((await eventsOf('Document.Matched')).at(-1)).toMatchObject({
    payload: { kind: { prior: 'TX-MUD', next: 'TX-MUD' }, contractNo: { prior: 1, next: 2 } },
  });

  const again = await upload(financing.documentNo);
  await run();
  expect([again.contractNo, (await item('TX-FINANCING'))?.state]).toEqual([2, 'in-review']);
  expect((await upload()).contractNo).toBe(2);
});

test('the same file added again for another buyer is of that contract, and is looked through for it', async () => {
  await stateAll({ inMud: true });
  await underContract();
  const file = { sha256: 'f'.repeat(64), bytes: 10, mime: 'application/pdf', name: 'notice.pdf' };
  const add = () => change(async (c) => (await addDocument(c, { dealId: deal.dealId, file, proposals: [], by: 'test' })).document);
  const notice = await add();
  await match(notice, 'TX-MUD');
  await review(notice, 'accept');
  // Nothing has changed for this contract.
  expect(await add()).toMatchObject({ id: notice.id, status: 'accepted' });
  await anotherBuyer();
  await stateAll({ inMud: true });
  await underContract();
  await run();
  expect(await add()).toMatchObject({ id: notice.id, version: 1, contractNo: 2, status: 'in-review', ofEarlierContract: false });
  await run();
  expect(await item('TX-MUD')).toMatchObject({ state: 'in-review', documentId: notice.id });
  expect(await openTasks('review-document')).toHaveLength(1);
});

test('until the deal is opened again everything belongs to the contract that fell through, and its list stays as it ended', async () => {
  await stateAll();
  await underContract();
  await accepted('TX-FINANCING');
  await run();
  const { dealId } = deal;
  await change(async (c) => {
    await endContract(c, { dealId, status: 'terminated', reason: 'financing', earnestMoney: null });
    await closeDeal(c, { dealId, outcome: 'fell-through', reason: 'financing' });
  });
  const release = await upload();
  await run();
  expect([release.contractNo, (await item('TX-FINANCING'))?.state]).toEqual([1, 'complete']);
});

test('what the broker went without under the old contract is asked for under the new one; what is about the property stays as decided', async () => {
  await stateAll();
  await underContract();
  await run();
  const override = (document: string) =>
    change((c) => overrideItem(c, { deal: { id: deal.dealId, dealNo: deal.dealNo }, document, reason: 'test', by: deal.leadId }));
  await override('TX-SDN');
  await override('TX-FINANCING');
  await anotherBuyer();
  await stateAll();
  await underContract();
  await run();
  expect([(await item('TX-SDN'))?.overridden, (await item('TX-FINANCING'))?.overridden]).toEqual([expect.objectContaining({ reason: 'test' }), null]);
  expect((await eventsOf('Checklist.Overridden')).at(-1)).toMatchObject({
    payload: { document: 'TX-FINANCING', overridden: { prior: true, next: false }, by: 'rule' },
  });
  // Decided under the new contract it stays, also when the log is read from its beginning.
  await override('TX-FINANCING');
  await database.relay.sql`update consumers set position = 0 where name = 'state-compliance'`;
  await read((tx) => tx.execute("delete from inbox where consumer = 'state-compliance'" as never));
  await run();
  expect((await item('TX-FINANCING'))?.overridden).toMatchObject({ reason: 'test' });
});

test('after a fall-through nobody is asked to look through papers of the old contract, but for those that nobody has named', async () => {
  await stateAll();
  await underContract();
  const [named, unnamed, ofProperty] = [await upload(), await upload(), await upload()];
  await match(named, 'TX-FINANCING');
  await match(ofProperty, 'TX-SDN');
  await run();
  await anotherBuyer();
  expect((await openTasks('review-document')).map(({ key }) => key.split('/')[1]).sort()).toEqual([unnamed.id, ofProperty.id].sort());
  const queue = await read((tx) => listQueue(tx, { status: 'in-review', limit: 50 }));
  expect(queue.map(({ id }) => id).sort()).toEqual([unnamed.id, ofProperty.id].sort());
});

test('what was stated about the buyer and the loan is asked anew with the next contract; what was stated about the property stands', async () => {
  await stateAll({ inMud: true, cash: true, buyerTrust: true, consumerLoan: false });
  await underContract();
  await anotherBuyer();
  const { stated } = await read((tx) => lawFacts(tx, { dealId: deal.dealId, at: new Date('2026-11-27T12:00:00Z') }));
  expect(stated).toMatchObject({ inMud: true });
  for (const fact of ['cash', 'buyerTrust', 'consumerLoan', 'financed']) expect(stated, fact).not.toHaveProperty(fact);
  expect(await openTasks('answer-law-questions')).toHaveLength(1);
});
